package org.deepdive.estimate.replication;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.deepdive.study.InputException;
import org.deepdive.study.Strata;
import org.deepdive.study.SurveyDesign;

/**
 * Replicates of a survey's weights, and the variance of any statistic from its values under each of them.
 *
 * <p>A statistic's variance is scale · Σ rscale(r) (θ(r) − centre)², where θ(r) is the statistic computed with the weights of
 * replicate r. The centre is the mean of the replicates whose rscale is above 0, or, for the mean squared error, the
 * full-sample estimate. Sources: Wolter (2007), <cite>Introduction to Variance Estimation</cite>, 2nd edition; Rust and Rao
 * (1996), Statistical Methods in Medical Research 5, 283-310; {@code svrVar} of R's survey package.
 *
 * <p>What a weight is multiplied by is held for each unit: for replicates made from a design, a unit is a sampling unit,
 * numbered as in {@link Strata} (clusters where there are clusters, respondents otherwise); for given replicate weights, a
 * respondent, in the order given.
 */
public final class Replication {

    private final Scheme scheme;
    private final Factors factors;
    private final double scale;
    private final double[] rscales;
    private final boolean mse;
    private final List<String> notes;

    private Replication(
            Scheme scheme, Factors factors, double scale, double[] rscales, boolean mse, List<String> notes) {
        this.scheme = scheme;
        this.factors = factors;
        this.scale = scale;
        this.rscales = rscales;
        this.mse = mse;
        this.notes = notes;
    }

    private static Replication even(Scheme scheme, Factors factors, double scale, List<String> notes) {
        double[] ones = new double[factors.replicates()];
        Arrays.fill(ones, 1);
        return new Replication(scheme, factors, scale, ones, false, notes);
    }

    /**
     * The jackknife of an unstratified sample: {@code as.svrepdesign(type = "JK1")}. The scale is (n − 1)/n, with finite
     * population correction.
     *
     * @throws InputException for a stratified sample, and where there are not two units of more in the population
     */
    public static Replication jk1(Strata strata) {
        if (strata.count() > 1) {
            throw InputException.of(
                    "stratified",
                    "The jackknife JK1 is for samples without strata; there are " + strata.count() + ".",
                    strata.count() + " strata",
                    "Take JKn.");
        }
        JackknifeFactors factors = new JackknifeFactors(new SamplingUnits(strata), SurveyDesign.Lonely.FAIL);
        return even(Scheme.JK1, factors, factors.rscales()[0], List.of());
    }

    /**
     * The stratified jackknife: {@code as.svrepdesign(type = "JKn")}. A stratum's rscales are (n − 1)/n, with finite
     * population correction; a fully enumerated stratum has no replicates.
     *
     * @param lonely what to do with strata of one unit: {@code remove} makes no replicate, {@code adjust} one that leaves the
     *     stratum out and scales the others up, {@code average} none but scales the variance by units over replicates
     * @throws InputException where a stratum has one unit and lonely is {@code fail}, and where no unit can be left out
     */
    public static Replication jkn(Strata strata, SurveyDesign.Lonely lonely) {
        JackknifeFactors factors = new JackknifeFactors(new SamplingUnits(strata), lonely);
        return new Replication(Scheme.JKN, factors, factors.scale(), factors.rscales(), false, List.of());
    }

    /**
     * Balanced half samples: {@code as.svrepdesign(type = "BRR")}. The number of replicates is the order of a Hadamard
     * matrix, the least multiple of 4 above the number of strata in most cases. A finite population correction is dropped.
     *
     * @throws InputException where a stratum has not two units, with the first of these strata
     */
    public static Replication brr(Strata strata) {
        return balanced(Scheme.BRR, strata, 0);
    }

    /**
     * Balanced half samples after Fay: {@code as.svrepdesign(type = "Fay", fay.rho = rho)}. Source: Judkins (1990), Journal of
     * Official Statistics 6, 223-239.
     *
     * @param rho the share of its weight that the half left out keeps: at least 0 and below 1, often 0.3 to 0.5
     * @throws InputException where a stratum has not two units, or rho is out of bounds
     */
    public static Replication fay(Strata strata, double rho) {
        return balanced(Scheme.FAY, strata, rho);
    }

    private static Replication balanced(Scheme scheme, Strata strata, double rho) {
        SamplingUnits units = new SamplingUnits(strata);
        BalancedFactors factors = new BalancedFactors(units, rho);
        return even(scheme, factors, factors.scale(), uncorrected(units));
    }

    /**
     * The rescaled bootstrap: n − 1 of a stratum's n units drawn with replacement, their factors n/(n − 1) times how often.
     * {@code as.svrepdesign(type = "subbootstrap")}, but for the generator. A finite population correction is dropped. Source:
     * Rao and Wu (1988), Journal of the American Statistical Association 83, 231-241; Rao, Wu and Yue (1992), Survey
     * Methodology 18, 209-217.
     *
     * @param replicates how many, 2 or more
     * @param seed the seed of a {@link java.util.SplittableRandom}, from which each replicate's generator is split off in
     *     order: the same seed gives the same factors, and the first replicates of a longer bootstrap are those of a shorter
     * @throws InputException where a stratum has one unit
     */
    public static Replication bootstrap(Strata strata, int replicates, long seed) {
        SamplingUnits units = new SamplingUnits(strata);
        return even(
                Scheme.BOOTSTRAP,
                BootstrapFactors.rescaled(units, replicates, seed),
                1.0 / (replicates - 1),
                uncorrected(units));
    }

    /**
     * The bootstrap from a population of copies of the sample: n units drawn without replacement from as many copies as make
     * the stratum's population, or with replacement without finite population correction and for populations above 100 times
     * the sample. The scale makes up for the missing n/(n − 1) by the harmonic mean of the strata's units.
     * {@code as.svrepdesign(type = "bootstrap")}, but for the generator. Source: Canty and Davison (1999), The Statistician 48,
     * 379-391.
     *
     * @param replicates how many, 2 or more
     * @param seed as for {@link #bootstrap}
     * @throws InputException where every stratum has one unit
     */
    public static Replication populationBootstrap(Strata strata, int replicates, long seed) {
        SamplingUnits units = new SamplingUnits(strata);
        double inverse = IntStream.range(0, units.strata())
                .mapToDouble(h -> 1.0 / units.in(h))
                .average()
                .orElseThrow();
        if (inverse == 1) {
            throw InputException.of(
                    "lonely-unit",
                    "Every stratum has one sampling unit, so a bootstrap has nothing to draw from.",
                    units.strata() + " strata",
                    "Join strata.");
        }
        return even(
                Scheme.BOOTSTRAP,
                BootstrapFactors.fromPopulation(units, replicates, seed),
                1 / ((1 - inverse) * (replicates - 1)),
                List.of());
    }

    private static List<String> uncorrected(SamplingUnits units) {
        return units.isCorrected()
                ? List.of("The finite population correction is dropped: these replicates cannot carry it.")
                : List.of();
    }

    /**
     * Replicate weights that come with a survey: {@code svrepdesign(combined.weights = TRUE)}.
     *
     * @param scales their kind and scales
     * @param weights the full-sample weights
     * @param columns for each replicate the respondents' weights; held as they are, not copied
     * @throws InputException where a scale is missing or contradicts the kind, or a replicate weight is missing
     */
    public static Replication given(GivenScales scales, double[] weights, double[][] columns) {
        for (double[] column : columns) {
            requireLength(weights, column.length);
        }
        return given(scales, new GivenFactors(weights, columns.length, (r, i) -> columns[r][i]));
    }

    /** The same for weights in single precision. */
    public static Replication given(GivenScales scales, double[] weights, float[][] columns) {
        for (float[] column : columns) {
            requireLength(weights, column.length);
        }
        return given(scales, new GivenFactors(weights, columns.length, (r, i) -> columns[r][i]));
    }

    private static Replication given(GivenScales scales, GivenFactors factors) {
        int replicates = factors.replicates();
        return new Replication(
                scales.scheme(), factors, scales.scaleOf(replicates), scales.rscalesOf(replicates), false, List.of());
    }

    private static void requireLength(double[] weights, int length) {
        if (length != weights.length) {
            throw new IllegalArgumentException(
                    "A column of " + length + " replicate weights does not fit " + weights.length + " respondents");
        }
    }

    /** The same replicates with squares about the full-sample estimate (true) or the replicates' mean (false, the default). */
    public Replication withMse(boolean aboutEstimate) {
        return new Replication(scheme, factors, scale, rscales, aboutEstimate, notes);
    }

    /** The kind of replication. */
    public Scheme scheme() {
        return scheme;
    }

    /** What the sum of squares is multiplied by. */
    public double scale() {
        return scale;
    }

    /** What a replicate's square is multiplied by. */
    public double rscale(int replicate) {
        return rscales[replicate];
    }

    /** What the maker of an estimate should tell beside it, in sentences. */
    public List<String> notes() {
        return notes;
    }

    /** How many replicates there are. */
    public int replicates() {
        return factors.replicates();
    }

    /** How many units factors are held for. */
    public int units() {
        return factors.units();
    }

    /**
     * What the weights of a unit's respondents are multiplied by.
     *
     * @param replicate from 0
     * @param unit from 0: see the class
     */
    public double factor(int replicate, int unit) {
        return factors.factor(replicate, unit);
    }

    /**
     * The degrees of freedom: the rank of the replicate weights less 1, as R's {@code degf}. For the jackknife that is units
     * less strata (of those with replicates), for balanced half samples the number of strata, both in closed form, proved
     * beside the formula; for the bootstrap and given weights it is found by elimination, at a cost of about replicates²
     * times units. The weights of made replicates are taken to be above 0 for some respondent of each unit.
     */
    public int df() {
        return df(unit -> true);
    }

    /**
     * The degrees of freedom of a domain: the rank of its respondents' replicate weights less 1, as {@code degf(subset())}.
     *
     * @param held whether the domain has respondents in a unit
     * @return −1 for a domain of nobody
     */
    public int df(IntPredicate held) {
        return factors.rank(held) - 1;
    }

    /**
     * The variance of one statistic.
     *
     * @param thetas its value in each replicate; NaN where it does not exist
     * @param estimate its full-sample value
     * @throws InputException where it exists in no replicate
     */
    public ReplicateVariance variance(double[] thetas, double estimate) {
        double[][] rows =
                Arrays.stream(thetas).mapToObj(theta -> new double[] {theta}).toArray(double[][]::new);
        return covariance(rows, new double[] {estimate});
    }

    /**
     * The covariance of several statistics.
     *
     * @param thetas for each replicate the values of the statistics; a replicate with a NaN is left out, and told
     * @param estimates their full-sample values
     * @throws InputException where no replicate has them all
     */
    public ReplicateVariance covariance(double[][] thetas, double[] estimates) {
        if (thetas.length != replicates()) {
            throw new IllegalArgumentException(thetas.length + " values for " + replicates() + " replicates");
        }
        boolean[] exists = new boolean[thetas.length];
        int count = 0;
        for (int r = 0; r < exists.length; r++) {
            exists[r] = Arrays.stream(thetas[r]).noneMatch(Double::isNaN);
            count += exists[r] && rscales[r] > 0 ? 1 : 0;
        }
        if (count == 0) {
            throw InputException.of(
                    "no-replicates",
                    "The estimate exists in none of the " + thetas.length + " replicates, so it has no variance.",
                    thetas.length + " replicates",
                    "Ask for a larger group.");
        }
        double[] centre = mse ? estimates.clone() : means(thetas, exists, count);
        double[][] covariance = new double[estimates.length][estimates.length];
        for (int r = 0; r < thetas.length; r++) {
            if (exists[r]) {
                addSquares(covariance, thetas[r], centre, scale * rscales[r]);
            }
        }
        return new ReplicateVariance(
                covariance,
                centre,
                IntStream.range(0, exists.length)
                        .filter(r -> !exists[r])
                        .boxed()
                        .toList());
    }

    private double[] means(double[][] thetas, boolean[] exists, int count) {
        double[] means = new double[thetas[0].length];
        for (int r = 0; r < thetas.length; r++) {
            if (exists[r] && rscales[r] > 0) {
                for (int k = 0; k < means.length; k++) {
                    means[k] += thetas[r][k] / count;
                }
            }
        }
        return means;
    }

    private static void addSquares(double[][] sums, double[] theta, double[] centre, double scale) {
        for (int a = 0; a < centre.length; a++) {
            double scaled = scale * (theta[a] - centre[a]);
            for (int b = 0; b < centre.length; b++) {
                sums[a][b] += scaled * (theta[b] - centre[b]);
            }
        }
    }
}
