package org.deepdive.estimate.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.deepdive.estimate.ReferenceFile;
import org.deepdive.study.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IntervalTest {

    private static final double LEVEL = 0.95;

    /** svyciprop reads its likelihood limits off a spline through about ten points. */
    private static final String BY_SPLINE = "likelihood-by-spline";

    @Test
    void every_interval_of_R_is_reproduced() {
        List<NamedCsvRecord> expected = ReferenceFile.read("intervals.expected.csv");
        Map<String, Integer> compared = new TreeMap<>();
        List<String> disagreements = new ArrayList<>();
        for (NamedCsvRecord line : expected) {
            String method = line.getField("method");
            boolean bySpline = method.equals(BY_SPLINE);
            Interval.Limits ours = Interval.read(bySpline ? "likelihood" : method)
                    .limits(estimated(line), ReferenceFile.number(line, "level"));
            double low = ReferenceFile.number(line, "low");
            double high = ReferenceFile.number(line, "high");
            boolean same = bySpline
                    ? Math.abs(ours.low() - low) < 5e-3 && Math.abs(ours.high() - high) < 5e-3
                    : ReferenceFile.agree(ours.low(), low, 1e-9) && ReferenceFile.agree(ours.high(), high, 1e-9);
            compared.merge(method, 2, Integer::sum);
            if (!same) {
                disagreements.add(line + ": " + ours);
            }
        }
        assertThat(disagreements).isEmpty();
        assertThat(compared.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(2 * expected.size());
        assertThat(compared)
                .hasSize(Interval.values().length + 1)
                .allSatisfy((m, n) -> assertThat(n).as(m).isGreaterThan(50));
    }

    private static Estimated estimated(NamedCsvRecord line) {
        return new Estimated(
                ReferenceFile.number(line, "p"),
                ReferenceFile.number(line, "se"),
                ReferenceFile.number(line, "df"),
                Integer.parseInt(line.getField("n")));
    }

    @Test
    void beta_and_wilson_take_the_base_for_the_effective_base_where_nobody_is_counted() {
        Estimated nobody = new Estimated(0, 0, 30, 50);
        assertThat(Interval.BETA.limits(nobody, LEVEL).low()).isZero();
        assertThat(Interval.BETA.limits(nobody, LEVEL).high()).isCloseTo(1 - Math.pow(0.025, 1.0 / 50), within(1e-13));
        double t = TQuantile.twoSided(30, LEVEL);
        assertThat(Interval.WILSON.limits(nobody, LEVEL)).isEqualTo(new Interval.Limits(0, t * t / (50 + t * t)));
    }

    @Test
    void beta_and_wilson_of_everybody_mirror_those_of_nobody() {
        for (Interval interval : EnumSet.of(Interval.BETA, Interval.WILSON)) {
            Interval.Limits nobody = interval.limits(new Estimated(0, 0, 30, 50), LEVEL);
            Interval.Limits everybody = interval.limits(new Estimated(1, 0, 30, 50), LEVEL);
            assertThat(everybody.high()).isEqualTo(1);
            assertThat(everybody.low()).isCloseTo(1 - nobody.high(), within(1e-13));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LOGIT", "ARCSINE", "LIKELIHOOD"})
    void the_other_methods_have_no_limits_at_0_and_100_percent(Interval interval) {
        assertThat(interval.limits(new Estimated(0, 0, 30, 50), LEVEL)).isEqualTo(Interval.Limits.NONE);
        assertThat(interval.limits(new Estimated(1, 0, 30, 50), LEVEL)).isEqualTo(Interval.Limits.NONE);
    }

    @Test
    void wald_limits_at_0_and_100_percent_are_the_estimate() {
        assertThat(Interval.WALD.limits(new Estimated(0, 0, 30, 50), LEVEL)).isEqualTo(new Interval.Limits(0, 0));
        assertThat(Interval.WALD.limits(new Estimated(1, 0, 30, 50), LEVEL)).isEqualTo(new Interval.Limits(1, 1));
    }

    @ParameterizedTest
    @EnumSource
    void without_degrees_of_freedom_there_are_no_limits(Interval interval) {
        for (double df : new double[] {0, -1, Double.NaN}) {
            for (double p : new double[] {0, 0.3, 1}) {
                assertThat(interval.limits(new Estimated(p, 0.1, df, 50), LEVEL))
                        .isEqualTo(Interval.Limits.NONE);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_estimate_that_does_not_exist_has_no_limits(Interval interval) {
        assertThat(interval.limits(new Estimated(Double.NaN, Double.NaN, 10, 0), LEVEL))
                .isEqualTo(Interval.Limits.NONE);
        assertThat(interval.limits(new Estimated(0.5, Double.NaN, 10, 40), LEVEL))
                .isEqualTo(Interval.Limits.NONE);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WALD")
    void a_mean_outside_0_to_1_has_only_wald_limits(Interval interval) {
        assertThat(interval.limits(new Estimated(3.4, 0.1, 30, 50), LEVEL)).isEqualTo(Interval.Limits.NONE);
        assertThat(interval.limits(new Estimated(-0.2, 0.1, 30, 50), LEVEL)).isEqualTo(Interval.Limits.NONE);
    }

    @ParameterizedTest
    @EnumSource
    void both_limits_are_the_share_where_everybody_was_sampled(Interval interval) {
        Interval.Limits limits = interval.limits(new Estimated(0.3, 0, 30, 50), LEVEL);
        assertThat(limits.low()).isCloseTo(0.3, within(1e-15));
        assertThat(limits.high()).isCloseTo(0.3, within(1e-15));
    }

    @Test
    void one_respondent_has_no_beta_or_likelihood_limits_within_the_scale() {
        Estimated one = new Estimated(0.3, 0.2, 3, 1);
        assertThat(Interval.BETA.limits(one, LEVEL)).isEqualTo(Interval.Limits.NONE);
        assertThat(Interval.LIKELIHOOD.limits(one, LEVEL)).isEqualTo(Interval.Limits.NONE);
    }

    @Test
    void a_tiny_effective_base_makes_limits_that_span_nearly_everything_but_stay_on_the_scale() {
        Estimated tiny = new Estimated(0.3, 0.6, 1, 4);
        for (Interval interval : EnumSet.complementOf(EnumSet.of(Interval.WALD, Interval.WILSON))) {
            Interval.Limits limits = interval.limits(tiny, LEVEL);
            assertThat(limits.low()).as(interval.title()).isBetween(0.0, 0.01);
            assertThat(limits.high()).as(interval.title()).isBetween(0.99, 1.0);
        }
        Interval.Limits wilson = Interval.WILSON.limits(tiny, LEVEL);
        assertThat((wilson.low() + wilson.high()) / 2).isCloseTo(0.5, within(0.01));
    }

    @Test
    void arcsine_limits_stop_at_the_ends_of_the_scale() {
        assertThat(Interval.ARCSINE
                        .limits(new Estimated(0.02, 0.02, 5, 40), LEVEL)
                        .low())
                .isZero();
        assertThat(Interval.ARCSINE
                        .limits(new Estimated(0.98, 0.02, 5, 40), LEVEL)
                        .high())
                .isEqualTo(1);
    }

    @Property(tries = 200)
    void limits_enclose_the_share_and_those_of_the_complement_mirror_them(
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double p,
            @ForAll @DoubleRange(min = 0.3, max = 4) double designEffect,
            @ForAll @IntRange(min = 5, max = 5000) int base,
            @ForAll @IntRange(min = 3, max = 2000) int df) {
        double se = Math.sqrt(designEffect * p * (1 - p) / base);
        for (Interval interval : Interval.values()) {
            Interval.Limits limits = interval.limits(new Estimated(p, se, df, base), LEVEL);
            Interval.Limits mirrored = interval.limits(new Estimated(1 - p, se, df, base), LEVEL);
            assertThat(limits.low()).as(interval.title()).isLessThan(p);
            assertThat(limits.high()).as(interval.title()).isGreaterThan(p);
            assertThat(mirrored.low()).as(interval.title()).isCloseTo(1 - limits.high(), within(1e-9));
            assertThat(mirrored.high()).as(interval.title()).isCloseTo(1 - limits.low(), within(1e-9));
        }
    }

    @Property(tries = 100)
    void a_higher_level_makes_a_wider_interval(
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double p, @ForAll @IntRange(min = 3, max = 2000) int df) {
        Estimated estimated = new Estimated(p, 0.1 * p * (1 - p), df, 120);
        for (Interval interval : Interval.values()) {
            Interval.Limits narrow = interval.limits(estimated, 0.9);
            Interval.Limits wide = interval.limits(estimated, 0.99);
            assertThat(wide.low()).as(interval.title()).isLessThan(narrow.low());
            assertThat(wide.high()).as(interval.title()).isGreaterThan(narrow.high());
        }
    }

    @ParameterizedTest
    @EnumSource
    void methods_are_read_by_their_names_in_any_case(Interval interval) {
        assertThat(Interval.read(interval.word())).isEqualTo(interval);
        assertThat(Interval.read(interval.name())).isEqualTo(interval);
    }

    @Test
    void an_unknown_method_names_the_nearest() {
        assertThatThrownBy(() -> Interval.read("wilsen"))
                .isInstanceOf(InputException.class)
                .hasMessage("There is no interval \"wilsen\". Did you mean \"wilson\"? "
                        + "Allowed: logit, beta, wilson, wald, arcsine, likelihood.");
    }
}
