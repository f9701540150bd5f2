package org.deepdive.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.deepdive.estimate.comparison.Adjustment;
import org.deepdive.study.Category;
import org.deepdive.study.InputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The letters and arrows of banner tables. */
class SignificanceLettersTest {

    private static final Query BY_AREA = Query.of("small", "safe").by(List.of("area"));

    @TempDir
    Path temp;

    private SurveyEstimates survey;

    @BeforeEach
    void make() {
        survey = new Neighbourhood(temp)
                .with("a", "2020Q1", 140, 60)
                .with("b", "2020Q1", 80, 120)
                .with("c", "2020Q1", 123, 77)
                .survey();
    }

    private List<String> letters(ComparisonPlan plan, double level, double lower) {
        SignificanceLetters letters = SignificanceLetters.of(survey.comparisons(BY_AREA, plan), level, lower);
        return survey.estimate(BY_AREA).rows().stream().map(letters::of).toList();
    }

    @Test
    void a_cell_has_the_letters_of_the_groups_it_is_significantly_higher_than() {
        assertThat(letters(ComparisonPlan.pairs(), 0.95, 0.95)).containsExactly("B", "", "B", "");
    }

    @Test
    void what_is_significant_at_the_lower_level_only_is_in_lower_case() {
        ComparisonPlan plan = ComparisonPlan.pairs().adjusted(Adjustment.NONE);
        double p = survey.comparisons(BY_AREA, plan)
                .rows()
                .get(1)
                .tested()
                .orElseThrow()
                .adjustedP();
        assertThat(p).isBetween(0.05, 0.1);
        assertThat(letters(plan, 0.95, 0.9)).containsExactly("Bc", "", "B", "");
    }

    @Test
    void letters_follow_the_adjustment() {
        assertThat(letters(ComparisonPlan.pairs(), 0.9, 0.9)).containsExactly("BC", "", "B", "");
        double adjusted = survey.comparisons(BY_AREA, ComparisonPlan.pairs())
                .rows()
                .get(1)
                .tested()
                .orElseThrow()
                .adjustedP();
        assertThat(adjusted).isLessThan(0.1);
        assertThat(letters(ComparisonPlan.pairs(), 1 - adjusted, 1 - adjusted)).containsExactly("B", "", "B", "");
    }

    @Test
    void letters_are_those_of_the_groups_in_order_and_of_each_answer() {
        Query query = Query.of("small", "answers").by(List.of("area"));
        ComparisonTable table = survey.comparisons(query, ComparisonPlan.pairs());
        SignificanceLetters letters = SignificanceLetters.of(table, 0.95);
        assertThat(letters.groups().stream().map(letters::letter)).containsExactly("A", "B", "C", "D");
        List<EstimateRow> rows = survey.estimate(query).rows();
        assertThat(rows.get(0).answer().orElseThrow().code()).isEqualTo("yes");
        assertThat(letters.of(rows.get(0))).isEqualTo("B");
        assertThat(letters.of(rows.get(1))).isEmpty();
        assertThat(letters.of(rows.get(3))).isEqualTo("AC");
        Category other = new Category("e", "E", Category.Status.VALID);
        assertThatThrownBy(() -> letters.letter(other))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("There is no group \"e\".");
    }

    @Test
    void after_z_letters_are_doubled_and_set_apart() {
        List<Category> many = IntStream.range(0, 30)
                .mapToObj(i -> new Category("g" + i, "Group " + i, Category.Status.VALID))
                .toList();
        ComparisonTable table = survey.comparisons(BY_AREA, ComparisonPlan.pairs());
        ComparisonRow real = table.rows().get(0);
        List<ComparisonRow> rows = IntStream.of(1, 25, 26, 29)
                .mapToObj(i -> new ComparisonRow(
                        List.of(), many.get(0), Optional.of(many.get(i)), Optional.empty(), real.outcome()))
                .toList();
        ComparisonTable wide = new ComparisonTable(
                table.study(),
                table.query(),
                table.plan(),
                table.measure(),
                table.label(),
                table.fingerprint(),
                List.of(),
                table.compared(),
                0,
                many,
                List.of(),
                rows);
        assertThat(SignificanceLetters.of(wide, 0.95).of(List.of(many.get(0)), Optional.empty()))
                .isEqualTo("B Z AA AD");
    }

    @Test
    void a_withheld_comparison_gives_no_letter() {
        ComparisonTable table = survey.comparisons(BY_AREA, ComparisonPlan.pairs());
        ComparisonTable withheld = table.with(table.rows().stream()
                .map(row -> row.with(new ComparisonRow.Withheld("base")))
                .toList());
        SignificanceLetters letters = SignificanceLetters.of(withheld, 0.5);
        assertThat(survey.estimate(BY_AREA).rows())
                .allSatisfy(row -> assertThat(letters.of(row)).isEmpty());
    }

    @Test
    void arrows_say_which_groups_are_above_and_below_the_rest() {
        SignificanceArrows arrows =
                SignificanceArrows.of(survey.comparisons(BY_AREA, ComparisonPlan.complement()), 0.95);
        assertThat(survey.estimate(BY_AREA).rows().stream()
                        .map(row -> arrows.of(row).sign()))
                .containsExactly("\u2191", "\u2193", "", "");
    }

    @Test
    void letters_need_pairs_and_arrows_the_rest() {
        ComparisonTable pairs = survey.comparisons(BY_AREA, ComparisonPlan.pairs());
        ComparisonTable rest = survey.comparisons(BY_AREA, ComparisonPlan.complement());
        assertThatThrownBy(() -> SignificanceLetters.of(rest, 0.95))
                .isInstanceOf(InputException.class)
                .hasMessage("Letters need every pair of groups compared. Ask for ComparisonPlan.pairs().");
        assertThatThrownBy(() -> SignificanceArrows.of(pairs, 0.95))
                .isInstanceOf(InputException.class)
                .hasMessage("Arrows need each group compared with the rest. Ask for ComparisonPlan.complement().");
    }
}
