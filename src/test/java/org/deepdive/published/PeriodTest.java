package org.deepdive.published;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Periods as documents write them. */
class PeriodTest {

    private static Period period(String text) {
        return Period.parse(text).orElseThrow();
    }

    @Test
    void a_period_contains_and_overlaps_others_of_its_own_scale() {
        assertThat(period("waves 4-7").contains(period("wave 5"))).isTrue();
        assertThat(period("waves 4-7").contains(period("waves 7 to 8"))).isFalse();
        assertThat(period("waves 4-7").overlaps(period("waves 7 to 8"))).isTrue();
        assertThat(period("2020Q3..2021Q1").contains(period("2020Q4"))).isTrue();
    }

    @Test
    void quarters_and_numbered_waves_are_never_compared() {
        Period numbered = new Period("waves", Period.Scale.NUMBERED, 1, 9_000);
        assertThat(numbered.contains(period("2020Q4"))).isFalse();
        assertThat(numbered.overlaps(period("2020Q4"))).isFalse();
    }

    @Test
    void waves_are_numbered_from_one() {
        assertThat(period("wave 1").first()).isEqualTo(1);
        assertThat(Period.parse("wave 0")).isEmpty();
        assertThat(Period.parse("waves 0-3")).isEmpty();
        assertThat(Period.parse("waves 3-2")).isEmpty();
    }
}
