package org.deepdive.published;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Directions: what is called higher or lower than another figure must not be printed below or above it, and a
 * difference called bigger must not be smaller. Figures that could be in the order claimed before they were rounded
 * are not contradicted. A finding in words takes its number from the figure that asks the same.
 */
final class DirectionsCheck implements AuditCheck {

    /** A claim's two sides, each with the figure that prints its number. */
    private record Sides(PublishedFigure one, PublishedFigure other) {

        Span difference(AuditMaterial material) {
            return material.share(one).orElseThrow().minus(material.share(other).orElseThrow());
        }

        String words() {
            return text(one) + " against " + text(other);
        }

        static String text(PublishedFigure figure) {
            return figure.printed().orElseThrow().text();
        }
    }

    @Override
    public String name() {
        return "directions";
    }

    @Override
    public List<AuditFinding> findings(AuditMaterial material) {
        List<AuditFinding> found = new ArrayList<>();
        for (PublishedFigure figure : material.figures()) {
            figure.claim()
                    .flatMap(claim -> switch (claim) {
                        case HIGHER, SIGNIFICANTLY_HIGHER, SLIGHTLY_HIGHER -> direction(figure, claim, true, material);
                        case LOWER, SIGNIFICANTLY_LOWER, SLIGHTLY_LOWER -> direction(figure, claim, false, material);
                        case BIGGER_DIFFERENCE -> difference(figure, material);
                        default -> Optional.empty();
                    })
                    .ifPresent(found::add);
        }
        return found;
    }

    private Optional<AuditFinding> direction(
            PublishedFigure figure, Claim claim, boolean higher, AuditMaterial material) {
        return sides(figure, material).flatMap(sides -> {
            Span one = material.share(sides.one()).orElseThrow();
            Span other = material.share(sides.other()).orElseThrow();
            boolean contradicted = higher ? other.above(one) : one.above(other);
            return contradicted
                    ? Optional.of(AuditFinding.of(
                            Severity.INCONSISTENT,
                            this,
                            List.of(figure, sides.one(), sides.other()),
                            "Called " + claim.text() + ", but printed " + sides.words() + "."))
                    : Optional.empty();
        });
    }

    private Optional<AuditFinding> difference(PublishedFigure figure, AuditMaterial material) {
        Optional<Sides> mine = printing(figure, material)
                .flatMap(own -> material.asking(own.query().orElseThrow()).stream()
                        .filter(f -> f != figure && !f.versus().isEmpty())
                        .flatMap(f -> sides(f, material).stream())
                        .findFirst());
        Optional<Sides> theirs = first(figure.versus(), material).flatMap(f -> sides(f, material));
        if (mine.isEmpty() || theirs.isEmpty()) {
            return Optional.empty();
        }
        Span one = mine.get().difference(material).size();
        Span other = theirs.get().difference(material).size();
        return other.above(one)
                ? Optional.of(AuditFinding.of(
                        Severity.INCONSISTENT,
                        this,
                        List.of(
                                figure,
                                mine.get().one(),
                                mine.get().other(),
                                theirs.get().one(),
                                theirs.get().other()),
                        "Called a bigger difference, but " + mine.get().words() + " differ by less than "
                                + theirs.get().words() + "."))
                : Optional.empty();
    }

    private static Optional<Sides> sides(PublishedFigure figure, AuditMaterial material) {
        Optional<PublishedFigure> other = first(figure.versus(), material).flatMap(f -> printing(f, material));
        return printing(figure, material).flatMap(one -> other.map(o -> new Sides(one, o)));
    }

    private static Optional<PublishedFigure> first(List<String> ids, AuditMaterial material) {
        return ids.stream().findFirst().map(material::figure);
    }

    /** The figure itself, or the one that prints a share for what it asks. */
    private static Optional<PublishedFigure> printing(PublishedFigure figure, AuditMaterial material) {
        if (material.share(figure).isPresent()) {
            return Optional.of(figure);
        }
        return figure.query()
                .flatMap(query -> material.asking(query).stream()
                        .filter(f -> material.share(f).isPresent())
                        .findFirst());
    }
}
