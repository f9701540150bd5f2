package org.deepdive.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.deepdive.published.Printed;
import org.deepdive.published.PublishedFigure;
import org.deepdive.published.PublishedFigure.Calibrated;
import org.deepdive.published.ScorecardIndicator;
import org.deepdive.published.ScorecardIndicator.Better;
import org.deepdive.published.Unit;
import org.junit.jupiter.api.Test;

/** Changes in words. */
class ScoreWordsTest {

    private static PublishedFigure figure(String printed) {
        return new PublishedFigure(
                "id",
                "made-up",
                "",
                printed,
                "",
                Optional.empty(),
                Printed.optional(printed),
                Unit.PERCENT,
                OptionalLong.empty(),
                "",
                List.of(),
                Optional.empty(),
                Calibrated.NO,
                "");
    }

    private static ScoreWords words(String earlier, String latest, String stated) {
        return new ScoreWords(new ScorecardIndicator(
                "Trust",
                1,
                Optional.empty(),
                Optional.of(earlier).filter(e -> !e.isEmpty()).map(ScoreWordsTest::figure),
                Optional.of(latest).map(ScoreWordsTest::figure),
                Optional.of(stated).filter(s -> !s.isEmpty()).map(ScoreWordsTest::figure),
                Better.UP,
                Optional.empty(),
                Optional.empty(),
                ""));
    }

    @Test
    void a_change_is_told_in_points_and_as_a_share_of_the_earlier_figure() {
        assertThat(words("40%", "50%", "").change()).isEqualTo("+10 points");
        assertThat(words("40%", "50%", "").relative()).isEqualTo("+25%");
        assertThat(words("50%", "40%", "").relative()).isEqualTo("−20%");
    }

    @Test
    void a_change_from_nothing_has_no_percentage() {
        assertThat(words("0%", "5%", "").change()).isEqualTo("+5 points");
        assertThat(words("0%", "5%", "").relative()).isEmpty();
        assertThat(words("0%", "0%", "").relative()).isEmpty();
    }

    @Test
    void a_stated_change_keeps_its_own_sign() {
        assertThat(words("", "50%", "6%").relative()).isEqualTo("+6% (as printed)");
        assertThat(words("", "50%", "+6%").relative()).isEqualTo("+6% (as printed)");
        assertThat(words("", "50%", "-6%").relative()).isEqualTo("-6% (as printed)");
        assertThat(words("", "50%", "0%").relative()).isEqualTo("0% (as printed)");
    }
}
