package org.deepdive.published;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A number that the document gives as the sum of others must be their sum. A round number that the sum rounds to is
 * imprecise; any other difference is inconsistent.
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
            boolean counts = figure.printed().filter(SumsCheck::isWhole).isPresent()
                    && parts.stream()
                            .allMatch(
                                    p -> p.printed().filter(SumsCheck::isWhole).isPresent());
            if (counts && !parts.isEmpty()) {
                finding(figure, parts).ifPresent(found::add);
            }
        }
        return found;
    }

    private static boolean isWhole(Printed printed) {
        return !printed.percent() && printed.halfWidth() == 0;
    }

    private static long value(PublishedFigure figure) {
        return Math.round(figure.printed().orElseThrow().value());
    }

    private Optional<AuditFinding> finding(PublishedFigure figure, List<PublishedFigure> parts) {
        long printed = value(figure);
        long sum = parts.stream().mapToLong(SumsCheck::value).sum();
        if (printed == sum) {
            return Optional.empty();
        }
        String words = figure.printed().orElseThrow().text() + " is printed for parts that add up to "
                + parts.stream().map(p -> Wording.count(value(p))).collect(Collectors.joining(" + ")) + " = "
                + Wording.count(sum);
        boolean rounded = RoundNumber.isRounded(sum, printed);
        List<PublishedFigure> all = new ArrayList<>(List.of(figure));
        all.addAll(parts);
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
