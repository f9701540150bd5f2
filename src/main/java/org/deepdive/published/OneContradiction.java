package org.deepdive.published;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Puts findings together that are one contradiction: those that hold several sentences against one another, and doubt the same
 * figure or name the same sentences. Checks look at numbers each in their own way, and a reader counts contradictions, not
 * checks. What is wrong within one sentence stands by itself: it may have as many mistakes as numbers.
 */
final class OneContradiction {

    private OneContradiction() {}

    /**
     * The contradictions, each with its reasons.
     *
     * @param findings findings for one reason each, the most severe first
     */
    static List<AuditFinding> of(List<AuditFinding> findings) {
        List<AuditFinding> byFigure =
                together(findings, finding -> finding.figures().get(0));
        return together(byFigure, OneContradiction::sentences);
    }

    private static List<AuditFinding> together(List<AuditFinding> findings, Function<AuditFinding, Object> what) {
        Map<Object, List<AuditFinding>> groups = new LinkedHashMap<>();
        for (AuditFinding finding : findings) {
            Object key = sentences(finding).size() > 1 ? what.apply(finding) : new Object();
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(finding);
        }
        return groups.values().stream().map(OneContradiction::one).toList();
    }

    private static AuditFinding one(List<AuditFinding> group) {
        return group.size() == 1
                ? group.get(0)
                : new AuditFinding(
                        group.stream().flatMap(f -> f.reasons().stream()).toList(),
                        group.stream()
                                .flatMap(f -> f.figures().stream())
                                .distinct()
                                .toList());
    }

    private static Set<List<String>> sentences(AuditFinding finding) {
        return finding.figures().stream().map(OneContradiction::sentence).collect(Collectors.toSet());
    }

    /** Where a figure stands: a quote that is no more than its number, as of a chart, may be found in many places. */
    private static List<String> sentence(PublishedFigure figure) {
        boolean bare = figure.quote().isBlank()
                || figure.printed().filter(p -> p.text().equals(figure.quote())).isPresent();
        return bare ? List.of(figure.id()) : List.of(figure.publication(), figure.quote());
    }
}
