package org.deepdive.published;

import java.util.Optional;

/** The two sides of a comparison, each with the figure that prints its number. */
final class Sides {

    private Sides() {}

    /** A figure and the first that it is compared with. */
    static Optional<PrintedPair> of(PublishedFigure figure, AuditMaterial material) {
        Optional<PublishedFigure> other =
                figure.versus().stream().findFirst().map(material::figure).flatMap(f -> printing(f, material));
        return printing(figure, material).flatMap(one -> other.flatMap(o -> PrintedPair.of(one, o, material)));
    }

    /** The figure itself, or the one that prints a share for what it asks. */
    static Optional<PublishedFigure> printing(PublishedFigure figure, AuditMaterial material) {
        if (figure.printed().isPresent()) {
            return Optional.of(figure);
        }
        return figure.query()
                .flatMap(query -> material.asking(query).stream()
                        .filter(f -> material.share(f).isPresent())
                        .findFirst());
    }
}
