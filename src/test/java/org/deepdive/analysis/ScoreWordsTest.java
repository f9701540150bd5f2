package org.deepdive.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.deepdive.PackagedStudies;
import org.deepdive.published.Printed;
import org.deepdive.published.PublishedFigure;
import org.deepdive.published.PublishedFigure.Calibrated;
import org.deepdive.published.ScorecardIndicator;
import org.deepdive.published.ScorecardIndicator.Better;
import org.deepdive.published.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    private static PublishedFigure respondents(String printed) {
        return new PublishedFigure(
                "sample",
                "made-up",
                "",
                printed,
                "",
                Optional.empty(),
                Printed.optional(printed),
                Unit.RESPONDENTS,
                OptionalLong.empty(),
                "",
                List.of(),
                Optional.empty(),
                Calibrated.NO,
                "");
    }

    /** A rise from 50.0% to 56.0%, of samples of so many, of whom a share is asked. */
    private static ScoreWords surveyed(String sample, String asked) {
        return new ScoreWords(new ScorecardIndicator(
                "Trust",
                1,
                Optional.empty(),
                Optional.of(figure("50.0%")),
                Optional.of(figure("56.0%")),
                Optional.empty(),
                Better.UP,
                Optional.empty(),
                Optional.of(respondents(sample)),
                Optional.of(asked).filter(a -> !a.isEmpty()).map(ScoreWordsTest::figure),
                ""));
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            500   | Within sampling error even if all 500 of each sample answered.
            600   | Beyond sampling error at 95% if at least 548 (design effect 1) of the 600 of each sample answered; not with design effect 1.5, even if all did; how many did is not printed.
            1,000 | Beyond sampling error at 95% if at least 548 (design effect 1) or 822 (design effect 1.5) of the 1,000 of each sample answered; how many did is not printed.
            """)
    void never_are_more_needed_than_a_sample_has(String sample, String remark) {
        assertThat(surveyed(sample, "").remarks()).last().isEqualTo(remark);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            50% | about 500, which is too few for the change of +6 points to be beyond sampling error.
            60% | about 600, which is enough for the change of +6 points to be beyond sampling error in a simple random sample, not with a design effect of 1.5.
            90% | about 900, which is enough for the change of +6 points to be beyond sampling error.
            """)
    void a_question_that_is_not_put_to_all_says_how_many_it_was_likely_put_to(String share, String outcome) {
        FigureNames names = new FigureNames(PackagedStudies.workspace());
        assertThat(surveyed("1,000", share).asked(names))
                .hasValueSatisfying(note -> assertThat(note)
                        .startsWith(
                                "Trust: not everyone in the sample is asked. Of 1,000, the " + share + " printed for")
                        .endsWith(outcome));
        assertThat(surveyed("1,000", "").asked(names)).isEmpty();
    }
}
