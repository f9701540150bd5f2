package org.deepdive.published;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A number that the document gives as the sum of others must be their sum. A round number that the sum rounds to is
 * imprecise; any other difference is inconsistent. Rounded numbers, such as percentages, add up within their rounding.
 */
final class SumsCheck implements AuditCheck {

    @Override
    public String name() {
        return "sums";
    }

    @Override
    public List<AuditFinding> findings(AuditMaterial material) {
        List<AuditFinding> found = new ArrayList<>();
        for (PublishedFigure figure : material.claiming(List.of(Claim.SUM))) {
            List<PublishedFigure> parts =
                    figure.versus().stream().map(material::figure).toList();
            if (parts.isEmpty() || figure.printed().isEmpty()) {
                continue;
            }
            List<PublishedFigure> all = new ArrayList<>(List.of(figure));
            all.addAll(parts);
            if (all.stream()
                    .allMatch(f -> f.printed().filter(SumsCheck::isWhole).isPresent())) {
                finding(figure, parts, all).ifPresent(found::add);
            } else if (all.stream()
                    .allMatch(f -> f.printed().isPresent() && isOneKind(figure, f) && !Approximation.isRough(f))) {
                rounded(figure, parts, all).ifPresent(found::add);
            }
        }
        return found;
    }

    private static boolean isOneKind(PublishedFigure sum, PublishedFigure part) {
        return sum.unit() == part.unit() || AuditMaterial.isPercent(sum) && AuditMaterial.isPercent(part);
    }

    /** Rounded numbers add up to anything from the least to the greatest that print so. */
    private Optional<AuditFinding> rounded(
            PublishedFigure figure, List<PublishedFigure> parts, List<PublishedFigure> all) {
        Span printed = Span.of(figure.printed().orElseThrow());
        Span sum = new Span(
                parts.stream().mapToDouble(p -> p.printed().orElseThrow().low()).sum(),
                parts.stream()
                        .mapToDouble(p -> p.printed().orElseThrow().high())
                        .sum());
        if (!printed.apart(sum)) {
            return Optional.empty();
        }
        double total = parts.stream()
                .mapToDouble(p -> p.printed().orElseThrow().value())
                .sum();
        boolean percent = figure.printed().orElseThrow().percent();
        String words = figure.printed().orElseThrow().text() + " is printed for parts that add up to "
                + parts.stream().map(p -> p.printed().orElseThrow().text()).collect(Collectors.joining(" + ")) + " = "
                + (percent ? Wording.number(100 * total, 2) + "%" : Wording.number(total, 2))
                + (sum.above(printed)
                        ? "; rounding leaves them more than the whole."
                        : "; rounding leaves them less than the whole.");
        return Optional.of(AuditFinding.of(Severity.INCONSISTENT, this, all, words));
    }

    private static boolean isWhole(Printed printed) {
        return !printed.percent() && printed.halfWidth() == 0;
    }

    private static long value(PublishedFigure figure) {
        return Math.round(figure.printed().orElseThrow().value());
    }

    private Optional<AuditFinding> finding(
            PublishedFigure figure, List<PublishedFigure> parts, List<PublishedFigure> all) {
        long printed = value(figure);
        long sum = parts.stream().mapToLong(SumsCheck::value).sum();
        if (printed == sum) {
            return Optional.empty();
        }
        String words = figure.printed().orElseThrow().text() + " is printed for parts that add up to "
                + parts.stream().map(p -> Wording.count(value(p))).collect(Collectors.joining(" + ")) + " = "
                + Wording.count(sum);
        boolean rounded = RoundNumber.isRounded(sum, printed);
        return Optional.of(AuditFinding.of(
                rounded ? Severity.IMPRECISE : Severity.INCONSISTENT,
                this,
                all,
                words
                        + (rounded
                                ? "; rounded to " + RoundNumber.unit(printed) + "s they agree, but the rounding is not"
                                        + " said."
                                : ".")));
    }
}
