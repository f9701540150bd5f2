package org.deepdive.published;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Changes: later less earlier, in the unit it is printed in. From 57% to 51% is a change of -6 points and of -10.5 per
 * cent; a change that fits only as the one but is printed as the other is imprecise, one that fits as neither is
 * inconsistent. So is a change the other way from what its sign or its quote says. A number without a sign may be the size
 * of a change either way.
 */
final class UnitsCheck implements AuditCheck {

    private static final Pattern SIGN = Pattern.compile("^[-−+]");
    private static final Pattern UP =
            Pattern.compile("\\b(increas\\w*|rose|risen|rises?|rising|grew|grown|grows?)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern DOWN = Pattern.compile(
            "\\b(decreas\\w*|reduc\\w+|fell|fallen|falls?|falling|declin\\w*|drop(s|ped)?)\\b",
            Pattern.CASE_INSENSITIVE);

    /** What a change may be: its points or its number, and its relation to what it changed from. */
    private record Change(
            PublishedFigure figure, PublishedFigure from, PublishedFigure to, Span difference, Span relative) {

        static Optional<Change> of(PublishedFigure figure, AuditMaterial material) {
            if (figure.printed().isEmpty() || figure.versus().size() != 2) {
                return Optional.empty();
            }
            PublishedFigure from = material.figure(figure.versus().get(0));
            PublishedFigure to = material.figure(figure.versus().get(1));
            boolean comparable = from.printed().isPresent()
                    && to.printed().isPresent()
                    && (from.unit() == to.unit() || AuditMaterial.isPercent(from) && AuditMaterial.isPercent(to))
                    && !Approximation.isRough(from)
                    && !Approximation.isRough(to);
            // As printed, also where a base would tell more: many print the difference of the printed numbers.
            return comparable && from.printed().get().low() > 0 ? Optional.of(of(figure, from, to)) : Optional.empty();
        }

        private static Change of(PublishedFigure figure, PublishedFigure from, PublishedFigure to) {
            Span before = Span.of(from.printed().orElseThrow());
            Span after = Span.of(to.printed().orElseThrow());
            Span relative = new Span(after.low() / before.high() - 1, after.high() / before.low() - 1);
            return new Change(figure, from, to, after.minus(before), relative);
        }

        boolean isOfShares() {
            return AuditMaterial.isPercent(from) && AuditMaterial.isPercent(to);
        }

        boolean isPrintedAsPercentage() {
            return figure.printed().orElseThrow().text().contains("%");
        }

        boolean fits(Span change) {
            Span printed = Approximation.span(figure);
            boolean signed = SIGN.matcher(figure.printed().orElseThrow().text()).find();
            return !printed.apart(change) || !signed && !printed.apart(change.size());
        }

        boolean isSame(Span one) {
            Span printed = Approximation.span(figure);
            return !printed.size().apart(one.size());
        }

        String words() {
            String percent = points(value(to) / value(from) - 1) + "%";
            String size = isOfShares() ? points(value(to) - value(from)) + " points and " + percent : percent;
            return text(figure) + " is printed for a change from " + text(from) + " to " + text(to) + ", which is "
                    + size;
        }

        private static double value(PublishedFigure figure) {
            return figure.printed().orElseThrow().value();
        }

        private static String points(double share) {
            return Wording.number(100 * share, 1);
        }

        private static String text(PublishedFigure figure) {
            return figure.printed().orElseThrow().text();
        }

        List<PublishedFigure> all() {
            return List.of(figure, from, to);
        }
    }

    @Override
    public String name() {
        return "units";
    }

    @Override
    public List<AuditFinding> findings(AuditMaterial material) {
        List<AuditFinding> found = new ArrayList<>();
        for (PublishedFigure figure : material.claiming(List.of(Claim.CHANGE))) {
            Change.of(figure, material)
                    .ifPresent(
                            change -> size(change).or(() -> direction(change)).ifPresent(found::add));
        }
        return found;
    }

    private Optional<AuditFinding> size(Change change) {
        boolean percentage = change.isPrintedAsPercentage();
        if (!percentage && change.isOfShares() && change.figure().unit() != Unit.POINTS
                || !percentage && !change.isOfShares() && !sameUnit(change)) {
            return Optional.empty();
        }
        Span right = percentage ? change.relative() : change.difference();
        if (change.fits(right)) {
            return Optional.empty();
        }
        if (change.isSame(right)) {
            return Optional.of(found(Severity.INCONSISTENT, change, change.words() + ": the sign is wrong."));
        }
        Span other = percentage ? change.difference() : change.relative();
        if (change.isOfShares() && change.fits(other)) {
            String unit =
                    percentage ? "the points are printed as a percentage." : "the percentage is printed as points.";
            return Optional.of(found(Severity.IMPRECISE, change, change.words() + ": " + unit));
        }
        return Optional.of(found(Severity.INCONSISTENT, change, change.words() + "."));
    }

    private static boolean sameUnit(Change change) {
        Set<Unit> units = Set.of(change.figure().unit());
        return units.contains(change.from().unit())
                && units.contains(change.to().unit());
    }

    /** What the quote calls a rise or a fall, where it speaks of one of them only. */
    private Optional<AuditFinding> direction(Change change) {
        String quote = change.figure().quote();
        boolean up = UP.matcher(quote).find();
        boolean down = DOWN.matcher(quote).find();
        boolean against = up && !down && change.difference().high() < 0
                || down && !up && change.difference().low() > 0;
        return against
                ? Optional.of(found(
                        Severity.INCONSISTENT,
                        change,
                        change.words() + ", but the words say that it " + (up ? "rose." : "fell.")))
                : Optional.empty();
    }

    private AuditFinding found(Severity severity, Change change, String words) {
        return AuditFinding.of(severity, this, change.all(), words);
    }
}
