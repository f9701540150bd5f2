package org.deepdive.published;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How many respondents are behind a figure, as far as the document tells. */
final class Bases {

    /**
     * A number of respondents.
     *
     * @param most no more than these
     * @param exact whether it is their number, not only a bound
     */
    record Base(long most, boolean exact) {

        String words() {
            return (exact ? "" : "at most ") + Wording.count(most);
        }
    }

    private final AuditMaterial material;
    private final List<PublishedFigure> sizes;

    /** @param material the figures and studies */
    Bases(AuditMaterial material) {
        this.material = material;
        this.sizes = material.figures().stream().filter(material::isSampleSize).toList();
    }

    /** The base as printed or counted, or else the smallest printed sample that the group is part of. */
    Optional<Base> of(PublishedFigure figure) {
        if (material.base(figure).isPresent()) {
            return Optional.of(new Base(material.base(figure).getAsLong(), true));
        }
        return figure.query()
                .flatMap(query -> sizes.stream()
                        .filter(size -> QueryGroups.contains(size.query().orElseThrow(), query, material))
                        .map(size ->
                                new Base(Math.round(size.printed().orElseThrow().value()), false))
                        .filter(base -> base.most() > 0)
                        .min(Comparator.comparingLong(Base::most)));
    }
}
