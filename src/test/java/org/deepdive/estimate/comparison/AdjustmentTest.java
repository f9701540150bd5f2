package org.deepdive.estimate.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.deepdive.estimate.ReferenceFile;
import org.deepdive.study.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdjustmentTest {

    @Test
    void every_adjusted_probability_of_R_is_reproduced() {
        Map<String, List<NamedCsvRecord>> families = ReferenceFile.read("adjustment.expected.csv").stream()
                .collect(Collectors.groupingBy(
                        line -> line.getField("family"), LinkedHashMap::new, Collectors.toList()));
        int compared = 0;
        for (List<NamedCsvRecord> family : families.values()) {
            double[] p = column(family, "p");
            for (Adjustment adjustment : Adjustment.values()) {
                double[] ours = adjustment.adjust(p);
                double[] expected = column(family, adjustment.word());
                for (int i = 0; i < p.length; i++) {
                    assertThat(ReferenceFile.agree(ours[i], expected[i], 1e-12))
                            .as(family.get(i) + ": " + ours[i])
                            .isTrue();
                    compared++;
                }
            }
        }
        assertThat(compared).isEqualTo(3 * (15 + 8 + 7 + 1 + 2 + 4));
    }

    private static double[] column(List<NamedCsvRecord> lines, String name) {
        return lines.stream()
                .mapToDouble(line -> ReferenceFile.number(line, name))
                .toArray();
    }

    @Property(tries = 100)
    void holm_is_never_below_benjamini_hochberg_nor_that_below_the_probability(
            @ForAll @Size(max = 30) List<@DoubleRange(max = 1) Double> probabilities) {
        double[] p = probabilities.stream().mapToDouble(Double::doubleValue).toArray();
        double[] holm = Adjustment.HOLM.adjust(p);
        double[] bh = Adjustment.BENJAMINI_HOCHBERG.adjust(p);
        for (int i = 0; i < p.length; i++) {
            assertThat(holm[i]).isBetween(bh[i], 1.0);
            assertThat(bh[i]).isGreaterThanOrEqualTo(p[i]);
        }
    }

    @Test
    void the_given_probabilities_are_left_as_they_are() {
        double[] p = {0.04, 0.01};
        assertThat(Adjustment.HOLM.adjust(p)).containsExactly(0.04, 0.02);
        assertThat(p).containsExactly(0.04, 0.01);
        assertThat(Adjustment.NONE.adjust(p)).isNotSameAs(p);
    }

    @Test
    void a_family_without_tests_stays_empty() {
        assertThat(Adjustment.BENJAMINI_HOCHBERG.adjust(new double[0])).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"none, NONE", "Holm, HOLM", "BH, BENJAMINI_HOCHBERG", "benjamini-hochberg, BENJAMINI_HOCHBERG"})
    void methods_are_read_by_the_words_of_R(String word, Adjustment adjustment) {
        assertThat(Adjustment.read(word)).isEqualTo(adjustment);
    }

    @Test
    void an_unknown_method_names_the_nearest() {
        assertThatThrownBy(() -> Adjustment.read("holms"))
                .isInstanceOf(InputException.class)
                .hasMessage("There is no adjustment \"holms\". Did you mean \"holm\"? Allowed: none, holm, bh.");
    }
}
