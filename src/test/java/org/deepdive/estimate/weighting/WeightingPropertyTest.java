package org.deepdive.estimate.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.deepdive.study.CodedColumn;

/** What holds for weights of any sample. */
class WeightingPropertyTest {

    private static final int TRIES = 80;
    private static final List<String> VARIABLES = List.of("a", "b", "c");

    /** Respondents with weights, and targets that some positive weights meet. */
    private record Sample(double[] weights, List<CodedColumn> columns, double[] wanted) {

        Targets targets(String... names) {
            return Targets.of(Arrays.stream(names).map(this::margin).toArray(Margin[]::new));
        }

        /** The margin as the wanted weights have it, as shares. */
        private Margin margin(String name) {
            List<CodedColumn> own = Arrays.stream(name.split("\\*"))
                    .map(variable -> columns.get(VARIABLES.indexOf(variable)))
                    .toList();
            Map<String, Double> shares = new LinkedHashMap<>();
            for (int row = 0; row < wanted.length; row++) {
                List<String> categories = new ArrayList<>();
                for (CodedColumn column : own) {
                    categories.add(column.categories().get(column.codes()[row]));
                }
                shares.merge(String.join("*", categories), wanted[row] / WeightSpread.sum(wanted), Double::sum);
            }
            return Margin.of(name, shares);
        }

        double[] weigh(Method method, Targets targets) {
            return Weighting.by(method).weigh(weights, columns, targets).weights();
        }
    }

    @Provide
    Arbitrary<Sample> samples() {
        return Arbitraries.longs().map(WeightingPropertyTest::sample);
    }

    private static Sample sample(long seed) {
        Random random = new Random(seed);
        int size = 30 + random.nextInt(200);
        List<CodedColumn> columns = new ArrayList<>();
        for (String variable : VARIABLES) {
            int categories = 2 + random.nextInt(3);
            int[] codes = random.ints(size, 0, categories).toArray();
            columns.add(new CodedColumn(variable, List.of("1", "2", "3", "4").subList(0, categories), codes));
        }
        double[] weights = random.doubles(size, 0.2, 5).toArray();
        double[] wanted = new double[size];
        Arrays.setAll(
                wanted,
                row -> weights[row]
                        * (1
                                + 0.3 * columns.get(0).codes()[row]
                                - 0.15 * columns.get(1).codes()[row])
                        * (0.8 + 0.4 * random.nextDouble()));
        return new Sample(weights, columns, wanted);
    }

    @Property(tries = TRIES)
    void raking_meets_its_margins(@ForAll("samples") Sample sample) {
        Targets targets = sample.targets("a", "b*c");
        Weighted weighted = Weighting.by(Method.RAKE).weigh(sample.weights(), sample.columns(), targets);
        assertThat(weighted.categories())
                .hasSizeGreaterThan(4)
                .allSatisfy(fit -> assertThat(fit.after()).isCloseTo(fit.target(), within(1e-8 * fit.target())));
    }

    @Property(tries = TRIES)
    void post_stratification_is_raking_to_one_margin(@ForAll("samples") Sample sample) {
        Targets targets = sample.targets("a*b");
        assertNear(sample.weigh(Method.POST_STRATIFY, targets), sample.weigh(Method.RAKE, targets), 1e-12);
        assertNear(sample.weigh(Method.POST_STRATIFY, targets), sample.weigh(Method.LINEAR, targets), 1e-9);
    }

    @Property(tries = TRIES)
    void raking_and_calibration_in_the_raking_distance_agree(@ForAll("samples") Sample sample) {
        Targets targets = sample.targets("a", "b", "c");
        assertNear(sample.weigh(Method.RAKE, targets), sample.weigh(Method.RAKING, targets), 1e-8);
    }

    @Property(tries = TRIES)
    void the_scale_of_given_weights_is_that_of_the_new_ones_where_targets_are_shares(
            @ForAll("samples") Sample sample, @ForAll @DoubleRange(min = 0.01, max = 1000) double factor) {
        Targets targets = sample.targets("a", "b");
        double[] scaled = Arrays.stream(sample.weights()).map(w -> w * factor).toArray();
        for (Method method : List.of(Method.RAKE, Method.LINEAR, Method.RAKING)) {
            double[] expected = Arrays.stream(sample.weigh(method, targets))
                    .map(w -> w * factor)
                    .toArray();
            assertNear(new Sample(scaled, sample.columns(), sample.wanted()).weigh(method, targets), expected, 1e-8);
        }
    }

    @Property(tries = TRIES)
    void weights_that_meet_the_targets_are_not_changed(@ForAll("samples") Sample sample) {
        Sample calibrated = new Sample(sample.wanted(), sample.columns(), sample.wanted());
        for (Method method : List.of(Method.RAKE, Method.LINEAR, Method.RAKING)) {
            assertNear(calibrated.weigh(method, sample.targets("a", "b", "a*c")), sample.wanted(), 1e-9);
        }
    }

    @Property(tries = TRIES)
    void logit_and_bounded_calibration_keep_ratios_within_their_bounds(@ForAll("samples") Sample sample) {
        Bounds bounds = new Bounds(0.15, 6);
        for (Method method : List.of(Method.LOGIT, Method.LINEAR, Method.RAKING)) {
            Weighted weighted = Weighting.by(method)
                    .within(bounds)
                    .weigh(sample.weights(), sample.columns(), sample.targets("a", "b*c"));
            assertThat(weighted.ratios())
                    .allSatisfy(one -> assertThat(one.ratio()).isBetween(0.15 - 1e-12, 6 + 1e-12));
            assertThat(Math.abs(weighted.farthest().gap())).isLessThan(1e-8);
        }
    }

    /** Ratios near both bounds, so that steps towards them cut whole categories on their way. */
    @Property(tries = TRIES)
    void totals_that_weights_within_the_bounds_can_meet_are_met(@ForAll("samples") Sample sample) {
        double low = 0.5;
        double high = 1.8;
        double[] wanted = new double[sample.weights().length];
        Arrays.setAll(
                wanted,
                row -> sample.weights()[row]
                        * (sample.columns().get(0).codes()[row] % 2 == 0 ? low + 0.01 : high - 0.01));
        double scale = WeightSpread.sum(sample.weights()) / WeightSpread.sum(wanted);
        Sample tight = new Sample(sample.weights(), sample.columns(), wanted);
        for (Method method : List.of(Method.LOGIT, Method.LINEAR, Method.RAKING)) {
            Weighted weighted = Weighting.by(method)
                    .within(new Bounds(low * scale, high * scale))
                    .weigh(tight.weights(), tight.columns(), tight.targets("a", "b", "c"));
            assertThat(Math.abs(weighted.farthest().gap())).isLessThan(1e-8);
        }
    }

    @Property(tries = TRIES)
    void residuals_are_orthogonal_to_every_margin_and_do_not_change_again(@ForAll("samples") Sample sample) {
        List<int[]> margins = List.of(
                sample.columns().get(0).codes(),
                sample.columns().get(1).codes(),
                sample.columns().get(0).codes());
        CalibrationResiduals calibration = new CalibrationResiduals(margins, sample.weights());
        double[] residuals = calibration.residuals(sample.wanted());
        for (int[] codes : margins) {
            double[] sums = new double[4];
            for (int row = 0; row < codes.length; row++) {
                sums[codes[row]] += sample.weights()[row] * residuals[row];
            }
            assertThat(sums).containsExactly(new double[4], within(1e-9));
        }
        double[] again = calibration.residuals(List.of(residuals)).get(0);
        for (int row = 0; row < again.length; row++) {
            assertThat(again[row]).isCloseTo(residuals[row], within(1e-10));
        }
    }

    private static void assertNear(double[] weights, double[] expected, double relative) {
        assertThat(weights).hasSameSizeAs(expected);
        for (int row = 0; row < weights.length; row++) {
            assertThat(weights[row]).isCloseTo(expected[row], within(relative * Math.abs(expected[row]) + 1e-12));
        }
    }
}
