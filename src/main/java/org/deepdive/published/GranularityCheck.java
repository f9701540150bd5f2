package org.deepdive.published;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Granularity (the GRIM test): a percentage of a counted base must be the percentage of some whole count. One that nets
 * several answers may be the sum of as many rounded percentages, which is imprecise rather than impossible. Weighted
 * shares are left alone: they need not be a count over the base. Where a row names no study, it may have been weighted
 * without saying so, and the finding is inconsistent. The base is taken as printed, as if nobody left the question out, and
 * the finding says so.
 */
final class GranularityCheck implements AuditCheck {

    /** Percentages with more decimals than four are given the benefit of the doubt: listing their sums takes too long. */
    private static final BigDecimal FINEST = BigDecimal.valueOf(1, 6);

    /** How many respondents may have left a question out before the base is no longer the printed one. */
    private static final int MOST_LEFT_OUT = 20;

    @Override
    public String name() {
        return "granularity";
    }

    @Override
    public List<AuditFinding> findings(AuditMaterial material) {
        List<AuditFinding> found = new ArrayList<>();
        for (PublishedFigure figure : material.figures()) {
            if (AuditMaterial.isPercent(figure)
                    && !Approximation.isRough(figure)
                    && material.isCounted(figure)
                    && material.base(figure).isPresent()) {
                finding(figure, material.base(figure).getAsLong()).ifPresent(found::add);
            }
        }
        return found;
    }

    private Optional<AuditFinding> finding(PublishedFigure figure, long base) {
        Printed printed = figure.printed().orElseThrow();
        WholeCounts counts = WholeCounts.printing(printed, base);
        if (!counts.isEmpty()) {
            return Optional.empty();
        }
        int decimals = Wording.decimals(printed.text());
        String words = "No whole count of " + Wording.count(base) + " prints as " + printed.text() + ": "
                + prints(counts.most(), base, decimals) + " and " + prints(counts.least(), base, decimals);
        int summands = summands(figure);
        if (summands > 1 && isSumOfRounded(printed, base, summands)) {
            String sum = "; it can be the sum of " + summands + " rounded percentages, one for each answer counted.";
            return Optional.of(AuditFinding.of(Severity.IMPRECISE, this, List.of(figure), words + sum));
        }
        boolean unsaid = AuditMaterial.namesNoStudy(figure);
        String rest = summands > 1 ? ", and no " + summands + " rounded percentages add up to it" : "";
        return Optional.of(AuditFinding.of(
                unsaid ? Severity.INCONSISTENT : Severity.IMPOSSIBLE,
                this,
                List.of(figure),
                words
                        + rest
                        + (unsaid ? "; only weighted respondents could give it, and no weighting is named. " : ". ")
                        + assumption(printed, base)));
    }

    /** What the base is taken for, and the nearest smaller base of which a whole count would print so. */
    private static String assumption(Printed printed, long base) {
        String assumed = "This assumes that all " + Wording.count(base) + " answered";
        for (long fewer = base - 1; fewer >= Math.max(1, base - MOST_LEFT_OUT); fewer--) {
            WholeCounts counts = WholeCounts.printing(printed, fewer);
            if (!counts.isEmpty()) {
                return assumed + "; of " + Wording.count(fewer) + ", " + Wording.count(counts.least())
                        + " would print so.";
            }
        }
        return assumed + ".";
    }

    /** How many rounded percentages may have been added up: one for each answer of a net, or each part of a sum. */
    private static int summands(PublishedFigure figure) {
        int answers = figure.query().map(q -> q.answers().size()).orElse(0);
        int parts = figure.claim().filter(c -> c == Claim.SUM).isPresent()
                ? figure.versus().size()
                : 0;
        return Math.max(1, Math.max(answers, parts));
    }

    private static String prints(long count, long base, int decimals) {
        return Wording.count(count) + " prints " + Wording.percent(count, base, decimals);
    }

    /** Whether so many percentages of the base, each rounded half up to the printed decimals, can add up to it. */
    static boolean isSumOfRounded(Printed printed, long base, int summands) {
        if (printed.value() < 0
                || printed.value() > summands
                || WholeCounts.printing(printed, base, summands).isEmpty()) {
            return false;
        }
        BigDecimal unit = BigDecimal.valueOf(printed.halfWidth()).multiply(BigDecimal.valueOf(2));
        if (unit.compareTo(FINEST) < 0) {
            return true;
        }
        int target =
                BigDecimal.valueOf(printed.value()).divideToIntegralValue(unit).intValueExact();
        BitSet rounded = rounded(unit, base, target);
        BitSet sums = new BitSet();
        sums.set(0);
        for (int i = 0; i < summands; i++) {
            sums = added(sums, rounded, target);
        }
        return sums.get(target);
    }

    /** The percentages that counts of the base round to, in units of the last decimal, up to a limit. */
    private static BitSet rounded(BigDecimal unit, long base, int limit) {
        BitSet rounded = new BitSet(limit + 1);
        long units = BigDecimal.ONE.divideToIntegralValue(unit).longValueExact();
        for (long count = 0; count <= base; count++) {
            long share = Math.floorDiv(2 * Math.multiplyExact(count, units) + base, 2 * base);
            if (share > limit) {
                break;
            }
            rounded.set((int) share);
        }
        return rounded;
    }

    private static BitSet added(BitSet sums, BitSet terms, int limit) {
        BitSet added = new BitSet(limit + 1);
        sums.stream()
                .forEach(sum ->
                        terms.stream().takeWhile(term -> sum + term <= limit).forEach(term -> added.set(sum + term)));
        return added;
    }
}
