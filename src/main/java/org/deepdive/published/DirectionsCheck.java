package org.deepdive.published;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Directions: what is called higher or lower than another figure must not be printed below or above it, and a
 * difference called bigger must not be smaller. Figures that could be in the order claimed before they were rounded
 * are not contradicted. A finding in words takes its number from the figure that asks the same. "Slightly" is imprecise for
 * two shares that differ by more than 5 points, a yardstick of this check's own.
 */
final class DirectionsCheck implements AuditCheck {

    /** The most points that are called slight here; more than a rounded difference of five. */
    private static final double SLIGHT = 0.05;

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
                        case HIGHER, SIGNIFICANTLY_HIGHER, SLIGHTLY_HIGHER, CONSISTENTLY_HIGHER ->
                            direction(figure, claim, true, material);
                        case LOWER, SIGNIFICANTLY_LOWER, SLIGHTLY_LOWER, CONSISTENTLY_LOWER ->
                            direction(figure, claim, false, material);
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
            boolean contradicted =
                    higher ? sides.second().above(sides.first()) : sides.first().above(sides.second());
            List<PublishedFigure> all = List.of(figure, sides.one(), sides.other());
            if (contradicted) {
                return Optional.of(AuditFinding.of(
                        Severity.INCONSISTENT,
                        this,
                        all,
                        "Called " + claim.text() + ", but printed " + sides.words() + "."));
            }
            boolean slightly = claim == Claim.SLIGHTLY_HIGHER || claim == Claim.SLIGHTLY_LOWER;
            return slightly && isLarge(sides)
                    ? Optional.of(AuditFinding.of(
                            Severity.IMPRECISE,
                            this,
                            all,
                            "Called " + claim.text() + ", but " + sides.words() + " is a difference of more than "
                                    + Wording.number(100 * SLIGHT, 0) + " points."))
                    : Optional.empty();
        });
    }

    /** Whether two shares differ by more than is slight, whatever their rounding hides. */
    private static boolean isLarge(PrintedPair sides) {
        return AuditMaterial.isPercent(sides.one())
                && AuditMaterial.isPercent(sides.other())
                && sides.first().minus(sides.second()).size().above(Span.exactly(SLIGHT));
    }

    private Optional<AuditFinding> difference(PublishedFigure figure, AuditMaterial material) {
        Optional<PrintedPair> mine = Sides.printing(figure, material)
                .filter(own -> own.query().isPresent())
                .flatMap(own -> material.asking(own.query().orElseThrow()).stream()
                        .filter(f -> f != figure && !f.versus().isEmpty())
                        .flatMap(f -> sides(f, material).stream())
                        .findFirst());
        Optional<PrintedPair> theirs =
                figure.versus().stream().findFirst().map(material::figure).flatMap(f -> sides(f, material));
        if (mine.isEmpty() || theirs.isEmpty()) {
            return Optional.empty();
        }
        Span one = mine.get().first().minus(mine.get().second()).size();
        Span other = theirs.get().first().minus(theirs.get().second()).size();
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

    /** Places, such as 4th, are left alone: a higher one has the smaller number, or not. */
    private static Optional<PrintedPair> sides(PublishedFigure figure, AuditMaterial material) {
        return Sides.of(figure, material).filter(pair -> pair.one().unit() != Unit.RANK);
    }
}
