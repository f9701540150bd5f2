package org.deepdive.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.deepdive.estimate.CellText.Unit;
import org.deepdive.study.Measure;
import org.deepdive.study.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values are printed as UK statistics print them. */
class CellTextTest {

    @ParameterizedTest
    @CsvSource({
        "0.57, 57%",
        "0.575, 58%",
        "0.285, 29%",
        "0.5749999, 57%",
        "0.005, 1%",
        "0.00499, *",
        "0.0000001, *",
        "0, –",
        "1, 100%",
        "0.996, 100%",
        "NaN, [x]"
    })
    void shares_are_whole_percentages_rounded_half_up(double share, String printed) {
        assertThat(new CellText(Unit.SHARE).of(share)).isEqualTo(printed);
    }

    @Test
    void scores_have_two_decimals_and_counts_separate_thousands() {
        assertThat(new CellText(Unit.SCORE).of(2.925)).isEqualTo("2.93");
        assertThat(new CellText(Unit.COUNT).of(12340)).isEqualTo("12,340");
    }

    @ParameterizedTest
    @CsvSource({"34, 34", "34.5, 34.5", "2.005, 2.01", "-0.001, 0", "1200, 1200", "NaN, [x]"})
    void quantiles_have_no_more_decimals_than_they_need(double value, String printed) {
        assertThat(new CellText(Unit.VALUE).of(value)).isEqualTo(printed);
    }

    @Test
    void the_printing_follows_from_the_measure() {
        Quantity age = new Quantity.Numeric("age");
        assertThat(CellText.of(new Measure.Total("t", "T", "T", age)).of(28678.6))
                .isEqualTo("28,679");
        assertThat(CellText.of(new Measure.Quantile("q", "Q", "Q", age, 0.5)).of(38))
                .isEqualTo("38");
        assertThat(CellText.of(new Measure.Ratio("r", "R", "R", age, age)).of(1.5))
                .isEqualTo("1.50");
        assertThat(CellText.of(new Measure.NumericMean("n", "N", "N", "age")).of(41.238))
                .isEqualTo("41.24");
        assertThat(CellText.of(new Measure.RankPoints("p", "P", "P", "first", 3))
                        .of(2))
                .isEqualTo("2.00");
        assertThat(CellText.of(new Measure.Chosen("c", "C", "C", "first")).of(0.5))
                .isEqualTo("50%");
        assertThat(CellText.of(new Measure.ResponseShare("s", "S", "S", "news")).of(0.5))
                .isEqualTo("50%");
    }

    @Test
    void marks_stand_behind_the_value_in_a_fixed_order() {
        Cell cell = new Cell.Estimate(0.57, 0.1, 0.4, 0.72, 40, 20, 30, 1, 39, Set.of(Flag.LOW_BASE, Flag.UNRELIABLE));
        assertThat(new CellText(Unit.SHARE).marked(cell)).isEqualTo("57% [u] [low]");
        assertThat(new CellText(Unit.SHARE).interval(cell)).isEqualTo("40% to 72%");
    }

    @Test
    void a_withheld_cell_is_its_mark_once() {
        assertThat(new CellText(Unit.SHARE).marked(new Cell.Withheld("base"))).isEqualTo("[c]");
        assertThat(new CellText(Unit.SHARE).interval(new Cell.Withheld("base"))).isEmpty();
    }
}
