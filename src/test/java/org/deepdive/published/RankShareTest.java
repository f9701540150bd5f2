package org.deepdive.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.deepdive.estimate.Cell;
import org.deepdive.estimate.RankShare;
import org.deepdive.study.Measure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shares that points allow are those that the audit's bounds allow, which are derived with first choices in mind. */
class RankShareTest {

    @ParameterizedTest
    @CsvSource({"3, 790, 1524", "3, 790, 73", "3, 790, 790", "3, 790, 2370", "2, 100, 1", "3, 790, 0", "2, 7, 13"})
    void a_share_lies_between_all_first_choices_and_all_last_ones(int choose, int base, long points) {
        Measure.RankScore measure = new Measure.RankScore("rank", "Rank", "Rank", "", choose);
        RankShare share = RankShare.of(measure, new Cell.Published((double) points / base, points, base));
        RankedAnswer answer = new RankedAnswer(choose, base, new WholeCounts(points, points), List.of());
        WholeCounts chosen = answer.chosen(answer.first());
        assertThat(share.low()).isEqualTo((double) chosen.least() / base, within(1e-12));
        assertThat(share.high()).isEqualTo((double) chosen.most() / base, within(1e-12));
    }
}
