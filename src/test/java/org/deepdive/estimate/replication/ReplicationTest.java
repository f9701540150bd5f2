package org.deepdive.estimate.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.deepdive.study.InputException;
import org.deepdive.study.Strata;
import org.deepdive.study.SurveyDesign.Lonely;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplicationTest {

    @Property(tries = 100)
    void the_jackknife_variance_of_a_total_is_the_linearised_variance(
            @ForAll("sizes") List<Integer> sizes, @ForAll long seed) {
        double[] populations = sizes.stream().mapToDouble(n -> n * (1 + n % 3)).toArray();
        Strata strata = strata(sizes, Optional.of(populations));
        double[] totals = new Random(seed).doubles(units(sizes), 0, 10).toArray();
        double linearised = 0;
        for (int h = 0; h < strata.count(); h++) {
            double[] in = Arrays.copyOfRange(totals, strata.starts()[h], strata.starts()[h + 1]);
            double mean = Arrays.stream(in).average().orElseThrow();
            double squares = Arrays.stream(in).map(t -> (t - mean) * (t - mean)).sum();
            linearised += strata.unsampledShare(h) * in.length / (in.length - 1) * squares;
        }
        if (linearised > 0) {
            Replication jackknife = Replication.jkn(strata, Lonely.FAIL);
            double variance = ofTotal(jackknife, totals);
            assertThat(variance).isCloseTo(linearised, within(1e-9 * linearised));
        }
    }

    @Property(tries = 30)
    void half_samples_are_balanced_and_give_the_exact_variance_of_a_total(
            @ForAll @IntRange(min = 1, max = 60) int count,
            @ForAll @DoubleRange(min = 0, max = 0.9) double rho,
            @ForAll long seed) {
        Replication fay = Replication.fay(pairs(count), rho);
        for (int unit = 0; unit < fay.units(); unit++) {
            for (int other = 0; other < unit; other++) {
                boolean pair = unit / 2 == other / 2;
                double expected = pair ? rho * (2 - rho) : 1;
                assertThat(meanProduct(fay, unit, other)).isCloseTo(expected, within(1e-12));
            }
            int one = unit;
            assertThat(factors(fay, one).average().orElseThrow()).isCloseTo(1, within(1e-12));
        }
        double[] totals = new Random(seed).doubles(2L * count, 0, 10).toArray();
        double exact = IntStream.range(0, count)
                .mapToDouble(h -> Math.pow(totals[2 * h] - totals[2 * h + 1], 2))
                .sum();
        assertThat(ofTotal(fay, totals)).isCloseTo(exact, within(1e-9 * exact));
    }

    @Property(tries = 20)
    void fay_with_rho_0_is_brr(@ForAll @IntRange(min = 1, max = 60) int count) {
        Replication brr = Replication.brr(pairs(count));
        Replication fay = Replication.fay(pairs(count), 0);
        assertThat(fay.replicates()).isEqualTo(brr.replicates()).isGreaterThan(count);
        assertThat(fay.scale()).isEqualTo(brr.scale());
        for (int unit = 0; unit < brr.units(); unit++) {
            assertThat(factors(fay, unit).toArray())
                    .isEqualTo(factors(brr, unit).toArray());
        }
    }

    @Property(tries = 50)
    void bootstrap_factors_are_not_negative_and_add_up_to_the_units_of_each_stratum(
            @ForAll("sizes") List<Integer> sizes, @ForAll long seed) {
        Strata strata = strata(
                sizes, Optional.of(sizes.stream().mapToDouble(n -> 3.5 * n).toArray()));
        for (Replication bootstrap :
                List.of(Replication.bootstrap(strata, 5, seed), Replication.populationBootstrap(strata, 5, seed))) {
            for (int r = 0; r < 5; r++) {
                for (int h = 0; h < strata.count(); h++) {
                    int replicate = r;
                    double[] in = IntStream.range(strata.starts()[h], strata.starts()[h + 1])
                            .mapToDouble(unit -> bootstrap.factor(replicate, unit))
                            .toArray();
                    assertThat(Arrays.stream(in).sum()).isCloseTo(in.length, within(1e-9));
                    assertThat(Arrays.stream(in)).allMatch(factor -> factor >= 0);
                }
            }
        }
    }

    @Test
    void bootstrap_factors_have_a_mean_of_one_and_their_variance_is_near_the_linearised() {
        Strata strata = strata(List.of(5, 8, 12, 3), Optional.empty());
        double[] totals = new Random(5).doubles(28, 0, 10).toArray();
        double exact = ofTotal(Replication.jkn(strata, Lonely.FAIL), totals);
        Replication rescaled = Replication.bootstrap(strata, 4000, 7);
        for (int unit = 0; unit < 28; unit++) {
            assertThat(factors(rescaled, unit).average().orElseThrow()).isCloseTo(1, within(0.1));
        }
        assertThat(ofTotal(rescaled, totals) / exact).isCloseTo(1, within(0.1));
    }

    @Test
    void the_population_bootstrap_carries_the_finite_population_correction() {
        Strata strata = strata(List.of(20, 20), Optional.of(new double[] {40, 20}));
        double[] totals = new Random(5).doubles(40, 0, 10).toArray();
        double exact = ofTotal(Replication.jkn(strata, Lonely.FAIL), totals);
        Replication bootstrap = Replication.populationBootstrap(strata, 4000, 7);
        assertThat(ofTotal(bootstrap, totals) / exact).isCloseTo(1, within(0.15));
        assertThat(IntStream.range(0, 40).mapToDouble(unit -> bootstrap.factor(3, unit)))
                .allMatch(factor -> factor <= 2);
        assertThat(IntStream.range(20, 40).mapToDouble(unit -> bootstrap.factor(3, unit)))
                .allMatch(factor -> factor == 1);
        assertThat(bootstrap.notes()).isEmpty();
    }

    @Test
    void a_population_far_above_the_sample_is_drawn_from_with_replacement() {
        Strata large = strata(List.of(6), Optional.of(new double[] {1e9}));
        Strata endless = strata(List.of(6), Optional.empty());
        assertThat(matrix(Replication.populationBootstrap(large, 20, 3)))
                .isEqualTo(matrix(Replication.populationBootstrap(endless, 20, 3)));
    }

    @Test
    void the_seed_decides_the_bootstrap_and_a_longer_one_begins_with_a_shorter() {
        Strata strata = strata(List.of(5, 8), Optional.empty());
        double[][] shorter = matrix(Replication.bootstrap(strata, 10, 42));
        double[][] longer = matrix(Replication.bootstrap(strata, 25, 42));
        assertThat(Arrays.copyOf(longer, 10)).isEqualTo(shorter);
        assertThat(matrix(Replication.bootstrap(strata, 10, 43))).isNotEqualTo(shorter);
    }

    @Property(tries = 200)
    void degrees_of_freedom_in_closed_form_are_those_of_the_rank(
            @ForAll("sizesWithLonely") List<Integer> sizes, @ForAll Lonely lonely, @ForAll long seed) {
        Random random = new Random(seed);
        double[] populations = sizes.stream()
                .mapToDouble(n -> random.nextInt(4) == 0 ? n : n + 5)
                .toArray();
        SamplingUnits units = new SamplingUnits(strata(sizes, Optional.of(populations)));
        boolean[] held = new boolean[units(sizes)];
        double share = random.nextDouble() + 0.3;
        for (int unit = 0; unit < held.length; unit++) {
            held[unit] = random.nextDouble() < share;
        }
        assertClosedForm(() -> new JackknifeFactors(units, lonely), unit -> held[unit]);
        assertClosedForm(() -> new BalancedFactors(units, 0.4), unit -> held[unit]);
    }

    private static void assertClosedForm(Supplier<Factors> made, IntPredicate held) {
        Factors factors;
        try {
            factors = made.get();
        } catch (InputException refused) {
            assertThat(refused.code()).isIn("lonely-unit", "no-replicates", "unpaired-units");
            return;
        }
        assertThat(factors.rank(held)).isEqualTo(RowRank.of(factors, held, Integer.MAX_VALUE));
        assertThat(factors.rank(unit -> true)).isEqualTo(RowRank.of(factors, unit -> true, Integer.MAX_VALUE));
        assertThat(factors.rank(unit -> false)).isZero();
    }

    @Test
    void a_bootstrap_has_the_degrees_of_freedom_of_its_units_or_of_its_replicates() {
        Strata strata = strata(List.of(6, 9, 4), Optional.empty());
        assertThat(Replication.bootstrap(strata, 200, 1).df()).isEqualTo(19 - 3);
        assertThat(Replication.bootstrap(strata, 10, 1).df()).isEqualTo(10 - 1);
        assertThat(Replication.bootstrap(strata, 200, 1).df(unit -> unit < 4)).isEqualTo(3);
        assertThat(Replication.bootstrap(strata, 200, 1).df(unit -> false)).isEqualTo(-1);
    }

    @Test
    void a_large_jackknife_needs_no_matrix() {
        Strata strata = strata(List.of(40_000, 60_000), Optional.empty());
        Replication jackknife = Replication.jkn(strata, Lonely.FAIL);
        assertThat(jackknife.replicates()).isEqualTo(100_000);
        assertThat(jackknife.df()).isEqualTo(99_998);
        assertThat(jackknife.factor(50_000, 50_001)).isEqualTo(60_000.0 / 59_999);
    }

    @Test
    void weights_in_single_precision_give_the_same_replicates() {
        double[] weights = {2, 4, 8, 1};
        double[][] columns = {{0, 8, 8, 2}, {4, 0, 16, 0}, {1, 2, 8, 1}};
        float[][] singles = {{0, 8, 8, 2}, {4, 0, 16, 0}, {1, 2, 8, 1}};
        GivenScales scales = GivenScales.of(Scheme.BOOTSTRAP);
        Replication given = Replication.given(scales, weights, columns);
        assertThat(matrix(Replication.given(scales, weights, singles))).isEqualTo(matrix(given));
        assertThat(given.factor(0, 1)).isEqualTo(2);
        assertThat(given.scale()).isEqualTo(0.5);
        assertThat(given.df()).isEqualTo(2);
    }

    @Test
    void a_replicate_in_which_the_estimate_does_not_exist_is_discarded_and_told() {
        Replication given = threeReplicates();
        ReplicateVariance variance = given.variance(new double[] {1, Double.NaN, 3}, 5);
        assertThat(variance.discarded()).containsExactly(1);
        assertThat(variance.centre()).containsExactly(2);
        assertThat(variance.variance(0)).isEqualTo(0.5 * 2);
        assertThat(given.withMse(true)
                        .variance(new double[] {1, Double.NaN, 3}, 5)
                        .variance(0))
                .isEqualTo(0.5 * (16 + 4));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void an_estimate_that_exists_in_no_replicate_has_no_variance(boolean mse) {
        double[] thetas = {Double.NaN, Double.NaN, Double.NaN};
        assertThatThrownBy(() -> threeReplicates().withMse(mse).variance(thetas, 5))
                .isInstanceOf(InputException.class)
                .hasMessage("The estimate exists in none of the 3 replicates, so it has no variance. "
                        + "Ask for a larger group.");
    }

    @Test
    void replicates_that_do_not_count_do_not_shift_the_mean() {
        GivenScales scales = GivenScales.of(Scheme.OTHER).rscales(1, 1, 0);
        double[] weights = {1, 1, 1};
        Replication given = Replication.given(scales, weights, new double[][] {weights, weights, weights});
        ReplicateVariance variance = given.variance(new double[] {1, 3, 100}, 2);
        assertThat(variance.centre()).containsExactly(2);
        assertThat(variance.variance(0)).isEqualTo(2);
    }

    @Test
    void a_value_is_needed_for_each_replicate() {
        assertThatThrownBy(() -> threeReplicates().variance(new double[] {1, 2}, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2 values for 3 replicates");
    }

    @Test
    void balanced_half_samples_need_pairs_and_tell_the_strata_that_are_none() {
        assertRefused(
                () -> Replication.brr(strata(List.of(2, 3, 2, 1), Optional.empty())),
                "Balanced half samples need two sampling units in each stratum; stratum 2 has 3, stratum 4 has 1. "
                        + "Pair units into strata of two, or take the jackknife or the bootstrap.");
        assertRefused(
                () -> Replication.brr(strata(List.of(3, 3, 3, 3, 3, 4, 2, 4), Optional.empty())),
                "Balanced half samples need two sampling units in each stratum; stratum 1 has 3, stratum 2 has 3, "
                        + "stratum 3 has 3, stratum 4 has 3, stratum 5 has 3, and 2 more have not two either. "
                        + "Pair units into strata of two, or take the jackknife or the bootstrap.");
    }

    @Test
    void rho_is_below_one() {
        String remedy = "Choose one of at least 0 and below 1, such as 0.5.";
        assertRefused(() -> Replication.fay(pairs(3), 1), "Fay's rho is 1.0. " + remedy);
        assertRefused(() -> Replication.fay(pairs(3), Double.NaN), "Fay's rho is NaN. " + remedy);
    }

    @Test
    void a_dropped_finite_population_correction_is_told() {
        Strata corrected = strata(List.of(2, 2), Optional.of(new double[] {9, 9}));
        String note = "The finite population correction is dropped: these replicates cannot carry it.";
        assertThat(Replication.brr(corrected).notes()).containsExactly(note);
        assertThat(Replication.bootstrap(corrected, 10, 1).notes()).containsExactly(note);
        assertThat(Replication.jkn(corrected, Lonely.FAIL).notes()).isEmpty();
        assertThat(Replication.brr(pairs(2)).notes()).isEmpty();
    }

    @Test
    void the_jackknife_of_an_unstratified_sample_refuses_strata() {
        assertRefused(
                () -> Replication.jk1(pairs(3)),
                "The jackknife JK1 is for samples without strata; there are 3. Take JKn.");
    }

    @Test
    void a_lonely_unit_is_refused_where_the_design_says_fail() {
        Strata lonely = strata(List.of(3, 1, 1), Optional.empty());
        assertRefused(
                () -> Replication.jkn(lonely, Lonely.FAIL),
                "Stratum 2 has only one sampling unit, so a jackknife cannot leave it out. "
                        + "Set design, lonely in study.yaml to remove, adjust or average, or join strata.");
        assertRefused(
                () -> Replication.bootstrap(lonely, 10, 1),
                "The bootstrap needs two sampling units in each stratum; there is one in stratum 2 and 1 more. "
                        + "Join strata.");
        assertRefused(
                () -> Replication.populationBootstrap(strata(List.of(1, 1), Optional.empty()), 10, 1),
                "Every stratum has one sampling unit, so a bootstrap has nothing to draw from. Join strata.");
    }

    @Test
    void a_census_has_no_jackknife() {
        Strata census = strata(List.of(3, 2), Optional.of(new double[] {3, 2}));
        assertRefused(
                () -> Replication.jkn(census, Lonely.FAIL),
                "There is no sampling unit that a jackknife can leave out. "
                        + "Where the whole population was asked, standard errors are 0; otherwise join strata.");
        assertRefused(
                () -> Replication.jkn(strata(List.of(1), Optional.empty()), Lonely.ADJUST),
                "There is no sampling unit that a jackknife can leave out. "
                        + "Where the whole population was asked, standard errors are 0; otherwise join strata.");
    }

    @Test
    void one_replicate_is_too_few() {
        assertRefused(
                () -> Replication.bootstrap(pairs(3), 1, 1),
                "A bootstrap of 1 replicates has no variance. Ask for 2 or more; 200 to 1000 are usual.");
        assertRefused(
                () -> Replication.given(GivenScales.of(Scheme.BOOTSTRAP), new double[] {1}, new double[][] {{1}}),
                "A variance needs two columns of replicate weights; there are 1. Name all the columns.");
    }

    @Test
    void replicate_weights_must_be_there_for_every_respondent() {
        double[] weights = {1, 0};
        GivenScales scales = GivenScales.of(Scheme.BOOTSTRAP);
        assertRefused(
                () -> Replication.given(scales, weights, new double[][] {{1, 0}, {Double.NaN, 0}}),
                "The replicate weight of respondent 1 in column 2 is missing. "
                        + "Every respondent needs every replicate weight.");
        assertRefused(
                () -> Replication.given(scales, weights, new double[][] {{1, 3}, {1, 0}}),
                "The replicate weight of respondent 2 in column 1 is 3.0 where the weight is 0. "
                        + "Leave out respondents of weight 0, or give them a weight.");
        assertThatThrownBy(() -> Replication.given(scales, weights, new double[][] {{1}, {1}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A column of 1 replicate weights does not fit 2 respondents");
    }

    @Test
    void scales_that_contradict_the_kind_or_are_missing_are_refused() {
        assertGivenRefused(
                GivenScales.of(Scheme.BRR).scale(0.7),
                "The scale of BRR with 2 replicates is 0.5, not 0.7. Leave the scale out, or name the scheme other.");
        assertGivenRefused(
                GivenScales.of(Scheme.FAY),
                "Replicate weights of type Fay need rho. The survey's documentation gives it.");
        assertGivenRefused(
                GivenScales.of(Scheme.FAY).rho(1),
                "Fay's rho is 1.0. Give one of at least 0 and below 1, such as 0.5.");
        assertGivenRefused(
                GivenScales.of(Scheme.JKN),
                "Replicate weights of type JKn need rscales, (n - 1)/n of the replicate's stratum. "
                        + "The survey's documentation gives it.");
        assertGivenRefused(
                GivenScales.of(Scheme.OTHER),
                "Replicate weights of type other need a scale or rscales. The survey's documentation gives it.");
        assertGivenRefused(
                GivenScales.of(Scheme.JKN).rscales(1, 2, 3),
                "There are 3 rscales for 2 replicates. Give one a replicate, or one for all.");
        assertGivenRefused(
                GivenScales.of(Scheme.JKN).rscales(1, -2),
                "The rscales are not all numbers of at least 0. "
                        + "Give (n - 1)/n, or 0 for a replicate that does not count.");
        assertGivenRefused(GivenScales.of(Scheme.JK1).scale(0), "The scale is 0.0. Give a number above 0.");
    }

    @ParameterizedTest
    @EnumSource
    void schemes_are_read_by_the_names_of_R(Scheme scheme) {
        assertThat(Scheme.read(scheme.word())).isEqualTo(scheme);
    }

    @Test
    void an_unknown_scheme_names_the_nearest() {
        assertThatThrownBy(() -> Scheme.read("bootstrp"))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("There is no replication \"bootstrp\". Did you mean \"bootstrap\"?");
    }

    private static void assertGivenRefused(GivenScales scales, String message) {
        double[] weights = {1, 1};
        assertRefused(() -> Replication.given(scales, weights, new double[][] {weights, weights}), message);
    }

    private static void assertRefused(Supplier<Replication> made, String message) {
        assertThatThrownBy(made::get).isInstanceOf(InputException.class).hasMessage(message);
    }

    private static Replication threeReplicates() {
        double[] weights = {1, 1};
        return Replication.given(GivenScales.of(Scheme.BOOTSTRAP), weights, new double[][] {weights, weights, weights});
    }

    private static double ofTotal(Replication replication, double[] totals) {
        double[] thetas = IntStream.range(0, replication.replicates())
                .mapToDouble(r -> IntStream.range(0, totals.length)
                        .mapToDouble(unit -> totals[unit] * replication.factor(r, unit))
                        .sum())
                .toArray();
        return replication.variance(thetas, Arrays.stream(totals).sum()).variance(0);
    }

    private static DoubleStream factors(Replication replication, int unit) {
        return IntStream.range(0, replication.replicates()).mapToDouble(r -> replication.factor(r, unit));
    }

    private static double meanProduct(Replication replication, int unit, int other) {
        return IntStream.range(0, replication.replicates())
                .mapToDouble(r -> replication.factor(r, unit) * replication.factor(r, other))
                .average()
                .orElseThrow();
    }

    private static double[][] matrix(Replication replication) {
        double[][] matrix = new double[replication.replicates()][replication.units()];
        for (int r = 0; r < matrix.length; r++) {
            int replicate = r;
            Arrays.setAll(matrix[r], unit -> replication.factor(replicate, unit));
        }
        return matrix;
    }

    private static Strata pairs(int count) {
        return strata(Collections.nCopies(count, 2), Optional.empty());
    }

    /** Strata of so many respondents each, who are the sampling units. */
    private static Strata strata(List<Integer> sizes, Optional<double[]> populations) {
        int[] starts = new int[sizes.size() + 1];
        for (int h = 0; h < sizes.size(); h++) {
            starts[h + 1] = starts[h] + sizes.get(h);
        }
        return new Strata(starts, Optional.empty(), Optional.empty(), populations, Optional.empty());
    }

    private static int units(List<Integer> sizes) {
        return sizes.stream().mapToInt(Integer::intValue).sum();
    }

    @Provide
    Arbitrary<List<Integer>> sizes() {
        return Arbitraries.integers().between(2, 9).list().ofMinSize(1).ofMaxSize(6);
    }

    /** Mostly pairs, so that half samples are met too, with lonely units and larger strata. */
    @Provide
    Arbitrary<List<Integer>> sizesWithLonely() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(1, 4).list().ofMinSize(1).ofMaxSize(6),
                Arbitraries.just(2).list().ofMinSize(1).ofMaxSize(8));
    }
}
