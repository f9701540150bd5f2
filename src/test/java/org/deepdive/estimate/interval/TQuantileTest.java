package org.deepdive.estimate.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;
import org.deepdive.estimate.ReferenceFile;
import org.junit.jupiter.api.Test;

class TQuantileTest {

    @Test
    void quantiles_are_those_of_R() {
        List<NamedCsvRecord> expected = ReferenceFile.read("t-quantiles.expected.csv");
        assertThat(expected).hasSize(25 * 7);
        for (NamedCsvRecord line : expected) {
            double quantile = ReferenceFile.number(line, "quantile");
            double df = ReferenceFile.number(line, "df");
            assertThat(TQuantile.twoSided(df, ReferenceFile.number(line, "level")))
                    .as(line.toString())
                    .isCloseTo(quantile, within(1e-13 * quantile));
        }
    }

    @Test
    void the_expansion_meets_the_library() {
        for (double df : new double[] {1001, 1100, 1999.5, 10_000, 1e6}) {
            for (double level : new double[] {0.1, 0.5, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.998, 0.999}) {
                double exact = TDistribution.of(df).inverseSurvivalProbability((1 - level) / 2);
                assertThat(TQuantile.twoSided(df, level))
                        .as(df + " at " + level)
                        .isCloseTo(exact, within(1e-13 * exact));
            }
        }
    }

    @Test
    void a_kept_quantile_is_not_given_for_another_df_or_level() {
        for (int round = 0; round < 2; round++) {
            for (int df = 1; df <= 1000; df += 7) {
                for (double level : new double[] {0.9, 0.95}) {
                    assertThat(TQuantile.twoSided(df, level))
                            .isEqualTo(TDistribution.of(df).inverseSurvivalProbability((1 - level) / 2));
                }
            }
        }
    }

    @Test
    void many_threads_get_the_same_quantiles() {
        assertThat(IntStream.range(0, 20_000)
                        .parallel()
                        .filter(i -> TQuantile.twoSided(1 + i % 300, i % 2 == 0 ? 0.9 : 0.95)
                                != TDistribution.of(1 + i % 300)
                                        .inverseSurvivalProbability((1 - (i % 2 == 0 ? 0.9 : 0.95)) / 2)))
                .isEmpty();
    }

    @Test
    void there_is_no_quantile_without_degrees_of_freedom_or_level() {
        for (double none : new double[] {0, -1, Double.NaN}) {
            assertThat(TQuantile.twoSided(none, 0.95)).isNaN();
            assertThat(TQuantile.twoSided(10, none)).isNaN();
        }
        assertThat(TQuantile.twoSided(10, 1)).isNaN();
    }

    @Test
    void a_known_quantile_takes_no_memory() {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        sum();
        long before = threads.getCurrentThreadAllocatedBytes();
        double sum = sum();
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(sum).isPositive();
        assertThat(allocated).isLessThan(1000);
    }

    private static double sum() {
        double sum = 0;
        for (int i = 0; i < 10_000; i++) {
            sum += TQuantile.twoSided(500 + i % 50, 0.95) + TQuantile.twoSided(1000 + i, 0.95);
        }
        return sum;
    }
}
