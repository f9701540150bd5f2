package org.deepdive.estimate;

import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.deepdive.estimate.interval.Estimated;
import org.deepdive.estimate.interval.Interval;

/** The estimates of one value in the groups of a table. */
final class GroupCells {

    /** A design effect below this is a rounding residue. */
    private static final double RESIDUE = 1e-12;

    private final CellTable table;
    private final Measured value;
    private final Interval interval;
    private final double level;
    private final int groups;
    private final Optional<TableMeans> means;

    /**
     * @param table the table, answers first
     * @param value what is made of the answers
     * @param interval how intervals are made
     * @param level their confidence level
     */
    GroupCells(CellTable table, Measured value, Interval interval, double level) {
        this.table = table;
        this.value = value;
        this.interval = interval;
        this.level = level;
        this.groups = table.cells() / value.places();
        this.means = value.kind() == Measured.Kind.MEAN && table instanceof LinearisedTable sums
                ? Optional.of(sums.means(value.above()))
                : Optional.empty();
    }

    /**
     * The estimate of a group.
     *
     * @throws org.deepdive.study.InputException where a lonely sampling unit stands in the way and the design says fail
     */
    Cell of(int group) {
        Base base = base(group);
        if (base.count() == 0) {
            return new Cell.Estimate(
                    Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0, 0, 0, Double.NaN, 0, Set.of(Flag.NOT_AVAILABLE));
        }
        if (value.kind() == Measured.Kind.QUANTILE) {
            return quantile(group, base);
        }
        if (means.isPresent()) {
            return cell(
                    means.get().mean(group),
                    means.get().spread(group),
                    means.get().simpleVariance(group),
                    base);
        }
        Statistic statistic = value.statistic(table, cells(group), places());
        return cell(statistic.value(), table.spread(statistic), statistic.simpleVariance(), base);
    }

    /** The number of a group's respondents, and no estimate. */
    Cell count(int group) {
        Base base = base(group);
        return new Cell.Estimate(
                base.count(),
                0,
                Double.NaN,
                Double.NaN,
                base.count(),
                base.count(),
                base.kish(),
                Double.NaN,
                0,
                Set.of());
    }

    /**
     * The respondents of a group.
     *
     * @param count how many they are
     * @param counted how many of them have a number above 0
     * @param kish Kish's effective base, (sum w)^2 / sum w^2
     */
    private record Base(int count, int counted, double kish) {}

    private Base base(int group) {
        if (means.isPresent()) {
            TableMeans all = means.get();
            return new Base(all.count(group), all.counted(group), all.kishBase(group));
        }
        int count = 0;
        int counted = 0;
        double weight = 0;
        double squaredWeight = 0;
        for (int place = 0; place < value.places(); place++) {
            int cell = place * groups + group;
            count += table.count(cell);
            counted += value.above()[place] > 0 ? table.count(cell) : 0;
            weight += table.weight(cell);
            squaredWeight += table.squaredWeight(cell);
        }
        return new Base(count, counted, weight * weight / squaredWeight);
    }

    private int[] places() {
        return IntStream.range(0, value.places()).toArray();
    }

    private int[] cells(int group) {
        return IntStream.range(0, value.places())
                .map(place -> place * groups + group)
                .toArray();
    }

    private Cell cell(double estimate, Spread spread, double simpleVariance, Base base) {
        double variance = withoutResidue(spread.variance(), simpleVariance);
        double se = Math.sqrt(variance);
        Interval.Limits limits = interval.limits(new Estimated(estimate, se, spread.df(), base.count()), level);
        return cell(estimate, se, limits, variance / simpleVariance, spread.df(), base);
    }

    private Cell quantile(int group, Base base) {
        Quantile quantile = new Quantile(table, cells(group), value.above(), value.probability());
        Ratio below = quantile.shareBelow();
        Spread spread = table.spread(below);
        double variance = withoutResidue(spread.variance(), below.simpleVariance());
        Estimated share = new Estimated(below.value(), Math.sqrt(variance), spread.df(), base.count());
        Interval.Limits limits = quantile.limits(share, level);
        double se = Quantile.se(limits, spread.df(), level);
        return cell(quantile.value(), se, limits, variance / below.simpleVariance(), spread.df(), base);
    }

    /** A design effect exists where answers vary. */
    private static Cell cell(double value, double se, Interval.Limits limits, double deff, double df, Base base) {
        boolean varies = deff > 0 && Double.isFinite(deff);
        return new Cell.Estimate(
                value,
                se,
                limits.low(),
                limits.high(),
                base.count(),
                base.counted(),
                varies ? base.count() / deff : base.kish(),
                Double.isFinite(deff) ? deff : Double.NaN,
                df,
                Set.of());
    }

    /** 0 where a variance is what rounding leaves of 0, as where the domain lies in one sampling unit. */
    private static double withoutResidue(double variance, double simpleVariance) {
        return variance < RESIDUE * simpleVariance ? 0 : variance;
    }
}
