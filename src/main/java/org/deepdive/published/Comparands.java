package org.deepdive.published;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which findings claim nothing by themselves, being a side of a comparison that other findings claim something of. */
final class Comparands {

    private final Map<String, Set<PublishedFigure>> naming = new HashMap<>();

    /**
     * @param figures all figures
     * @param others the figures that each is compared with
     */
    Comparands(Collection<PublishedFigure> figures, Others others) {
        for (PublishedFigure figure : figures) {
            figure.versus().forEach(side -> name(side, figure));
            // Of the two differences that are compared, the one with the figure's own query is named by no id.
            figure.claim()
                    .filter(claim -> claim == Claim.BIGGER_DIFFERENCE)
                    .flatMap(claim -> others.sameQueryCompared(figure))
                    .ifPresent(own -> name(own.id(), figure));
        }
    }

    private void name(String side, PublishedFigure figure) {
        naming.computeIfAbsent(side, id -> new LinkedHashSet<>()).add(figure);
    }

    /**
     * The ids of the rows that compare something with a finding; empty where it has a number or a claim of its own, or where
     * nothing is compared with it. A row that claims nothing either stands for those that compare with it.
     */
    List<String> comparing(PublishedFigure figure) {
        if (figure.unit() != Unit.FINDING || figure.claim().isPresent()) {
            return List.of();
        }
        Set<String> claiming = new LinkedHashSet<>();
        collect(figure.id(), new LinkedHashSet<>(), claiming);
        return List.copyOf(claiming);
    }

    private void collect(String id, Set<String> seen, Set<String> claiming) {
        if (!seen.add(id)) {
            return;
        }
        for (PublishedFigure figure : naming.getOrDefault(id, Set.of())) {
            if (figure.claim().isPresent()) {
                claiming.add(figure.id());
            } else {
                collect(figure.id(), seen, claiming);
            }
        }
    }
}
