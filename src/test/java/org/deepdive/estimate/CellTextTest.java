package org.deepdive.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.deepdive.estimate.CellText.Unit;
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
