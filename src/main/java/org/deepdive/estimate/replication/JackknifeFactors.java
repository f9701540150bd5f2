package org.deepdive.estimate.replication;

import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.deepdive.study.InputException;
import org.deepdive.study.SurveyDesign;

/**
 * The factors of a jackknife: 0 for the unit left out, n/(n - 1) for the others of its stratum, 1 elsewhere. They are
 * worked out when asked for, since their matrix has as many rows as columns.
 */
final class JackknifeFactors implements Factors {

    private final SamplingUnits units;
    private final int[] leftOut;
    private final double[] rscales;
    private int alone;
    private int averaged;

    /**
     * @throws InputException where a stratum has one unit and lonely is fail, or where every stratum is fully enumerated
     */
    JackknifeFactors(SamplingUnits units, SurveyDesign.Lonely lonely) {
        this.units = units;
        IntStream.Builder out = IntStream.builder();
        DoubleStream.Builder scales = DoubleStream.builder();
        for (int h = 0; h < units.strata(); h++) {
            double rscale = rscale(h, lonely);
            for (int unit = units.first(h); rscale > 0 && unit < units.first(h) + units.in(h); unit++) {
                out.add(unit);
                scales.add(rscale);
            }
        }
        this.leftOut = out.build().toArray();
        this.rscales = scales.build().toArray();
        if (leftOut.length == 0) {
            throw InputException.of(
                    "no-replicates",
                    "There is no sampling unit that a jackknife can leave out.",
                    units.count() + " sampling units",
                    "Where the whole population was asked, standard errors are 0; otherwise join strata.");
        }
    }

    /** What a replicate of a stratum counts; 0 for a stratum without replicates. */
    private double rscale(int stratum, SurveyDesign.Lonely lonely) {
        double n = units.in(stratum);
        return units.isEnumerated(stratum) || n > 1
                ? units.unsampledShare(stratum) * (n - 1) / n
                : rscaleOfLonely(stratum, lonely);
    }

    private double rscaleOfLonely(int stratum, SurveyDesign.Lonely lonely) {
        return switch (lonely) {
            case FAIL ->
                throw InputException.of(
                        "lonely-unit",
                        "Stratum " + (stratum + 1) + " has only one sampling unit, so a jackknife cannot leave it out.",
                        "stratum " + (stratum + 1),
                        "Set design, lonely in study.yaml to remove, adjust or average, or join strata.");
            case REMOVE -> 0;
            case ADJUST -> {
                alone++;
                yield (units.strata() - 1.0) / units.strata();
            }
            case AVERAGE -> {
                averaged++;
                yield 0;
            }
        };
    }

    double[] rscales() {
        return rscales.clone();
    }

    /** What makes up for units without replicates where lonely is average: 1 otherwise. */
    double scale() {
        return (double) (leftOut.length + averaged) / leftOut.length;
    }

    @Override
    public int replicates() {
        return leftOut.length;
    }

    @Override
    public int units() {
        return units.count();
    }

    @Override
    public double factor(int replicate, int unit) {
        int out = leftOut[replicate];
        int stratum = units.stratumOf(out);
        if (unit == out) {
            return 0;
        }
        int inStratum = units.in(stratum);
        if (inStratum == 1) {
            return units.strata() / (units.strata() - 1.0);
        }
        return units.stratumOf(unit) == stratum ? inStratum / (inStratum - 1.0) : 1;
    }

    /**
     * In closed form. A unit's row is 1 plus a row b that is not 0 within its own stratum only, and sums to 0 there; the
     * rows b of a stratum have one relation, that all of them sum to 0. Rows of units without replicates are 1, those of
     * lonely units left out are independent of all others. So the rank is the number of units held, less the relations: one
     * for each stratum held whole and each unit without replicates, but for one that the 1 takes up.
     */
    @Override
    public int rank(IntPredicate held) {
        if (alone == leftOut.length) {
            return RowRank.of(this, held, units.count());
        }
        int count = 0;
        int relations = 0;
        for (int h = 0; h < units.strata(); h++) {
            int inStratum = held(h, held);
            count += inStratum;
            if (!isReplicated(h)) {
                relations += inStratum;
            } else if (units.in(h) > 1 && inStratum == units.in(h)) {
                relations++;
            }
        }
        return count - Math.max(0, relations - 1);
    }

    private int held(int stratum, IntPredicate held) {
        int count = 0;
        for (int unit = units.first(stratum); unit < units.first(stratum) + units.in(stratum); unit++) {
            count += held.test(unit) ? 1 : 0;
        }
        return count;
    }

    private boolean isReplicated(int stratum) {
        return !units.isEnumerated(stratum) && (units.in(stratum) > 1 || alone > 0);
    }
}
