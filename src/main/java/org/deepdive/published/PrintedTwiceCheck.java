package org.deepdive.published;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.deepdive.estimate.Query;

/**
 * The same figure printed twice: one query and unit has one value, which prints as every number given for it, and so has
 * what a row says is the same. Numbers meant roughly ("at least", "about") are left out.
 */
final class PrintedTwiceCheck implements AuditCheck {

    @Override
    public String name() {
        return "printed-twice";
    }

    @Override
    public List<AuditFinding> findings(AuditMaterial material) {
        List<AuditFinding> found = new ArrayList<>();
        List<PartFamily> families = PartFamily.of(material);
        for (Query query : material.queries()) {
            Map<Unit, List<PublishedFigure>> byUnit = material.asking(query).stream()
                    .filter(f -> f.printed().isPresent() && !Approximation.isRough(f))
                    .collect(Collectors.groupingBy(
                            PublishedFigure::unit, () -> new EnumMap<>(Unit.class), Collectors.toList()));
            byUnit.values()
                    .forEach(same -> finding(query, same, material, families).ifPresent(found::add));
        }
        for (PublishedFigure figure : material.claiming(List.of(Claim.SAME))) {
            figure.versus().stream()
                    .map(material::figure)
                    .filter(other -> !asksTheSame(figure, other))
                    .flatMap(other -> PrintedPair.of(figure, other, material).stream())
                    .filter(PrintedPair::apart)
                    .map(this::again)
                    .forEach(found::add);
        }
        return found;
    }

    /** Whether two figures were held against each other already, by their query and unit. */
    private static boolean asksTheSame(PublishedFigure one, PublishedFigure other) {
        return one.unit() == other.unit()
                && one.query().isPresent()
                && one.query().map(AuditMaterial::plain).equals(other.query().map(AuditMaterial::plain));
    }

    private AuditFinding again(PrintedPair pair) {
        boolean round = isRounding(pair.one(), pair.other());
        return AuditFinding.of(
                round ? Severity.IMPRECISE : Severity.INCONSISTENT,
                this,
                List.of(pair.one(), pair.other()),
                "The same number is printed as "
                        + pair.one().printed().orElseThrow().text() + " and as "
                        + pair.other().printed().orElseThrow().text() + "; no one value prints so."
                        + (round ? " One is the other, rounded." : ""));
    }

    private Optional<AuditFinding> finding(
            Query query, List<PublishedFigure> same, AuditMaterial material, List<PartFamily> families) {
        List<PublishedFigure> torn = same.stream()
                .filter(one -> same.stream().anyMatch(other -> span(one).apart(span(other))))
                .toList();
        if (torn.isEmpty()) {
            return Optional.empty();
        }
        List<String> numbers = torn.stream()
                .map(f -> f.printed().orElseThrow().text())
                .distinct()
                .toList();
        String words = Wording.list(numbers) + (numbers.size() == 2 ? " are both" : " are all") + " printed for "
                + material.label(query) + "; no one value prints so.";
        boolean round = torn.stream().allMatch(one -> torn.stream().allMatch(other -> isRounding(one, other)));
        return Optional.of(AuditFinding.of(
                round ? Severity.IMPRECISE : Severity.INCONSISTENT,
                this,
                torn,
                words
                        + (round
                                ? " One is the other, rounded."
                                : bothFit(torn, families).orElse(""))));
    }

    private static Span span(PublishedFigure figure) {
        return Span.of(figure.printed().orElseThrow());
    }

    private static boolean isRounding(PublishedFigure one, PublishedFigure other) {
        Span a = span(one);
        Span b = span(other);
        long x = Math.round(a.low());
        long y = Math.round(b.low());
        return a.isExact() && b.isExact() && (x == y || RoundNumber.isRounded(x, y) || RoundNumber.isRounded(y, x));
    }

    /** Says so where all the counts together fill the base, so that each must belong to an answer of its own. */
    private static Optional<String> bothFit(List<PublishedFigure> torn, List<PartFamily> families) {
        if (torn.stream().anyMatch(f -> f.unit() != Unit.COUNT)) {
            return Optional.empty();
        }
        return families.stream()
                .filter(family -> family.question().choices() == 1)
                .flatMap(family -> family.parts().stream()
                        .filter(part -> part.figures().containsAll(torn))
                        .flatMap(part -> filled(torn, family.beside(part)).stream()))
                .findFirst();
    }

    private static Optional<String> filled(List<PublishedFigure> torn, List<Part> beside) {
        OptionalLong base = PartFamily.base(beside);
        if (base.isEmpty() || beside.stream().anyMatch(p -> p.count().isEmpty())) {
            return Optional.empty();
        }
        List<Long> counts = new ArrayList<>();
        beside.forEach(p -> counts.add(p.count().getAsLong()));
        torn.stream().map(f -> Math.round(span(f).low())).distinct().forEach(counts::add);
        long total = counts.stream().mapToLong(Long::longValue).sum();
        String sum = counts.stream().map(Wording::count).collect(Collectors.joining(" + "));
        return total == base.getAsLong()
                ? Optional.of(" Together with the other answers all of them make the base, " + sum + " = "
                        + Wording.count(total) + ", so one of them may be an answer that lost its name.")
                : Optional.empty();
    }
}
