package org.deepdive.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.deepdive.PackagedStudies;
import org.deepdive.published.Commitment;
import org.deepdive.published.Engagement;
import org.deepdive.published.PlanPerformance;
import org.deepdive.published.Printed;
import org.deepdive.published.PublishedFigure;
import org.deepdive.published.ReportedProgress;
import org.deepdive.published.ScorecardIndicator;
import org.deepdive.published.Unit;
import org.deepdive.study.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tech.tablesaw.api.Table;

/** The deep-dives into documents as objects that a notebook can take apart. */
class DocumentReportsTest {

    private static final Workspace WORKSPACE = PackagedStudies.workspace();
    private static final PerformanceReport PERFORMANCE = PerformanceReport.of(WORKSPACE);
    private static final EngagementReport ENGAGEMENT = EngagementReport.of(WORKSPACE);

    private static PublishedFigure figure(String printed, Unit unit) {
        return new PublishedFigure(
                "made-up",
                "p",
                "",
                printed,
                "",
                Optional.empty(),
                Optional.of(Printed.parse(printed)),
                unit,
                OptionalLong.empty(),
                "",
                List.of(),
                Optional.empty(),
                PublishedFigure.Calibrated.NO,
                "");
    }

    private static Score score(String earlier, String latest, ScorecardIndicator.Better better, String sample) {
        return Score.of(new ScorecardIndicator(
                "Made up",
                1,
                Optional.empty(),
                Optional.of(figure(earlier, Unit.PERCENT)),
                Optional.of(figure(latest, Unit.PERCENT)),
                Optional.empty(),
                better,
                Optional.empty(),
                sample == null ? Optional.empty() : Optional.of(figure(sample, Unit.RESPONDENTS)),
                Optional.empty(),
                ""));
    }

    @ParameterizedTest(name = "{0} to {1} where {2} is better, of {3}")
    @CsvSource(nullValues = "none", textBlock = """
            40%,   50%,   UP,      none,  BETTER
            40%,   50%,   DOWN,    none,  WORSE
            50%,   40%,   DOWN,    none,  BETTER
            50%,   40%,   UP,      none,  WORSE
            50%,   40%,   NEITHER, none,  NOT_JUDGED
            50%,   51%,   UP,      none,  NO_CLEAR_CHANGE
            50%,   52%,   UP,      none,  BETTER
            50.0%, 52.0%, UP,      500,   NO_CLEAR_CHANGE
            50.0%, 52.0%, UP,      50000, BETTER
            """)
    void a_verdict_needs_a_change_beyond_rounding_and_beyond_the_largest_sample_s_error(
            String earlier, String latest, ScorecardIndicator.Better better, String sample, Score.Verdict verdict) {
        assertThat(score(earlier, latest, better, sample).verdict()).isEqualTo(verdict);
    }

    @Test
    void a_change_within_sampling_error_says_so() {
        assertThat(score("50.0%", "52.0%", ScorecardIndicator.Better.UP, "500").remarks())
                .containsExactly(
                        "Rounding alone: the difference is between +1.9 points and +2.1 points.",
                        "Within sampling error even if all 500 of each sample answered.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            none       | Nothing is reported under the headings of the 3 commitments.
            A          | Something is reported under the headings of 1 of the 3 commitments, all of Priority 1.
            B C        | Something is reported under the headings of 2 of the 3 commitments, all of Priorities 2 and 3.
            A B C      | Something is reported under the headings of 3 of the 3 commitments, all of Priorities 1, 2 and 3.
            """)
    void what_is_reported_names_the_priorities_of_its_commitments(String headings, String sentence) {
        List<Commitment> commitments = List.of(
                new Commitment(1, 1, "A", "Do it", "", "1. Do it"),
                new Commitment(2, 2, "B", "Do it", "", "2. Do it"),
                new Commitment(3, 3, "C", "Do it", "", "3. Do it"));
        List<ReportedProgress> progress = Stream.of(headings.split(" "))
                .map(asked -> new ReportedProgress(asked, ReportedProgress.Kind.REPORTED, List.of(), "Done"))
                .toList();
        assertThat(Performance.reported(new PlanPerformance(commitments, List.of(), progress, List.of(), List.of())))
                .isEqualTo(sentence);
    }

    @Test
    void the_scorecard_is_a_table() {
        Table table = PERFORMANCE.table();
        assertThat(table.columnNames())
                .containsExactly(
                        "indicator",
                        "priority",
                        "earlier",
                        "latest",
                        "change",
                        "relative",
                        "verdict",
                        "gap",
                        "remarks");
        assertThat(table.rowCount()).isEqualTo(10);
        assertThat(table.stringColumn("change").get(0)).isEqualTo("−24 seconds");
        assertThat(PERFORMANCE.standfirst())
                .contains("5 better and 1 worse, of 10", "27 of the 85 commitments, all of Priority 1.");
    }

    @Test
    void commitments_are_a_table_with_what_was_reported_under_their_heading() {
        Table table = PERFORMANCE.commitments();
        assertThat(table.rowCount()).isEqualTo(85);
        assertThat(table.stringColumn("reported").get(0))
                .startsWith("Investment in the Force Command Centre is now complete");
        assertThat(table.stringColumn("reported").get(84)).isEqualTo("Nothing reported in the sources.");
    }

    @Test
    void signs_of_success_lead_to_measures_and_figures_that_exist() {
        assertThat(PERFORMANCE.successMeasures().rowCount()).isEqualTo(17);
        assertThat(PERFORMANCE.success().get(1).measures())
                .extracting(m -> m.measure().name())
                .containsExactly("confident_emergency", "confident_non_emergency");
        assertThat(PERFORMANCE.success().get(6).figures())
                .extracting(PublishedFigure::id)
                .containsExactly("progress-satisfaction-2022", "progress-satisfaction-2023");
    }

    @Test
    void words_are_found_in_any_order_and_case_and_with_either_apostrophe() {
        assertThat(found("GMP contract commissioned")).isEmpty();
        assertThat(found("services commissioned contracts"))
                .singleElement()
                .satisfies(s -> assertThat(s.group().id()).isEqualTo("2021-csp-bury"));
        assertThat(found("young people's voices")).isNotEmpty().isEqualTo(found("young people’s voices"));
        assertThat(found("   ")).hasSize(ENGAGEMENT.heard().statements().size());
    }

    private static List<Engagement.Statement> found(String text) {
        return ENGAGEMENT.search(new EngagementSearch(text, Optional.empty(), Optional.empty()));
    }

    @Test
    void a_search_is_not_longer_than_it_may_be() {
        String text = "a".repeat(EngagementSearch.LONGEST + 1);
        Optional<Engagement.Theme> theme = Optional.empty();
        Optional<Engagement.Group> group = Optional.empty();
        assertThatThrownBy(() -> new EngagementSearch(text, theme, group))
                .isInstanceOf(InputException.class)
                .hasMessage("The words to look for have more than 100 characters. Look for fewer.");
    }

    @Test
    void the_matrix_counts_each_statement_once_a_theme() {
        ThemeMatrix matrix = ENGAGEMENT.byKind();
        assertThat(matrix.sizes().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(ENGAGEMENT.heard().statements().size());
        ThemeMatrix.Row drugs = matrix.rows().stream()
                .filter(row -> row.theme().id().equals("drugs"))
                .findFirst()
                .orElseThrow();
        assertThat(drugs.total()).isEqualTo((int) ENGAGEMENT.heard().statements().stream()
                .filter(s -> s.isAbout(drugs.theme()))
                .count());
        assertThat(matrix.table().columnNames()).first().isEqualTo("theme");
        assertThat(matrix.table().columnCount()).isEqualTo(matrix.columns().size() + 1);
        assertThat(matrix.rows().stream().map(ThemeMatrix.Row::total).toList()).isSortedAccordingTo((a, b) -> b - a);
    }

    @Test
    void matrices_of_groups_add_up_to_the_matrix_of_kinds() {
        ThemeMatrix kinds = ENGAGEMENT.byKind();
        List<ThemeMatrix> groups = ENGAGEMENT.byGroup();
        assertThat(groups).extracting(ThemeMatrix::title).containsExactlyElementsOf(kinds.columns());
        assertThat(groups.stream()
                        .map(m -> m.sizes().stream().mapToInt(Integer::intValue).sum())
                        .toList())
                .isEqualTo(kinds.sizes());
    }

    @Test
    void what_is_counted_is_counted_once() {
        assertThat(ENGAGEMENT.byKind()).isSameAs(ENGAGEMENT.byKind());
        assertThat(ENGAGEMENT.byGroup()).isSameAs(ENGAGEMENT.byGroup());
        ThemeMatrix kinds = ENGAGEMENT.byKind();
        assertThat(kinds.rows().stream().flatMap(row -> row.counts().stream()).max(Integer::compare))
                .contains(kinds.most());
        assertThat(ENGAGEMENT.heard().groups())
                .allSatisfy(group -> assertThat(ENGAGEMENT.statements(group))
                        .isEqualTo((int) ENGAGEMENT.heard().statements().stream()
                                .filter(s -> s.group().equals(group))
                                .count()));
        assertThat(ENGAGEMENT.notes())
                .anyMatch(note -> note.contains("read the result once") && note.contains("no second coder"));
    }

    @Test
    void groups_and_statements_are_tables() {
        assertThat(ENGAGEMENT.groups().rowCount()).isEqualTo(43);
        assertThat(ENGAGEMENT.groups().stringColumn("people").get(0)).isEqualTo("250");
        assertThat(ENGAGEMENT.table().rowCount()).isEqualTo(580);
        assertThat(ENGAGEMENT.table().columnNames())
                .containsExactly("group", "year", "kind", "themes", "quote", "source");
    }
}
