package org.deepdive.published;

import java.util.List;
import java.util.Optional;
import org.deepdive.estimate.Query;
import org.deepdive.study.Measure;
import org.deepdive.study.Tally;

/**
 * An answer of a rank question with its points, and the bounds these put on the respondents behind them.
 *
 * <p>Of N respondents who rank k answers, C choose this one and F of them rank it first, giving k points; the other
 * C - F give between 1 and k - 1 points each. So its P points satisfy
 * {@code k F + (C - F) <= P <= k F + (k - 1)(C - F)} with {@code F <= C <= N}. From this,
 * {@code max(F, (P - F) / (k - 1)) <= C <= min(N, P - (k - 1) F)}; with F unknown, {@code P / k <= C <= P}; with C
 * unknown, {@code P - (k - 1) N <= F <= P / k}.
 *
 * @param choose k, at least 2
 * @param base N
 * @param points P, a range where only a rounded score is printed
 * @param scores the figures that print the score
 */
record RankedAnswer(int choose, long base, WholeCounts points, List<PublishedFigure> scores) {

    /** The answer that a query asks for, where its points are known. */
    static Optional<RankedAnswer> of(Query query, AuditMaterial material) {
        Optional<Measure.RankScore> measure = material.measure(query)
                .filter(Measure.RankScore.class::isInstance)
                .map(Measure.RankScore.class::cast)
                .filter(m -> m.choose() > 1);
        if (measure.isEmpty()) {
            return Optional.empty();
        }
        int choose = measure.get().choose();
        List<PublishedFigure> scores = material.asking(query).stream()
                .filter(f -> f.unit() == Unit.SCORE
                        && f.printed().isPresent()
                        && material.base(f).isPresent())
                .toList();
        Optional<Tally> tally = material.tally(query);
        if (tally.isPresent()) {
            WholeCounts points =
                    new WholeCounts(tally.get().count(), tally.get().count());
            return Optional.of(new RankedAnswer(choose, tally.get().respondents(), points, scores));
        }
        return scores.stream().findFirst().map(score -> {
            long base = material.base(score).orElseThrow();
            return new RankedAnswer(
                    choose, base, WholeCounts.printing(score.printed().orElseThrow(), base), scores);
        });
    }

    /** How many can have ranked it first. */
    WholeCounts first() {
        return new WholeCounts(
                Math.max(0, points.least() - (choose - 1) * base), Math.min(base, points.most() / choose));
    }

    /** How many can have chosen it when so many may have ranked it first. */
    WholeCounts chosen(WholeCounts first) {
        long least = base + 1;
        long most = 0;
        // The fewest fall and the most fall as more rank it first, so the ends decide; a few steps allow for whole
        // numbers.
        long ends = choose + 2L;
        for (long f = first.least(); f <= first.most(); f++) {
            if (f == first.least() + ends && first.most() - ends > f) {
                f = first.most() - ends;
            }
            long fewest = Math.max(f, -Math.floorDiv(f - points.least(), choose - 1));
            long all = Math.min(base, points.most() - (choose - 1) * f);
            if (fewest <= all) {
                least = Math.min(least, fewest);
                most = Math.max(most, all);
            }
        }
        return new WholeCounts(least, most);
    }
}
