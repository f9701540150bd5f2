package org.deepdive.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.deepdive.estimate.Cell;
import org.deepdive.estimate.CellText;
import org.deepdive.estimate.EstimateTable;
import org.deepdive.study.Measure;
import org.deepdive.study.Quantity;
import org.deepdive.table.SmallSurvey;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of measure is called by its name beside an axis and above a chart. */
class MeasureWordsTest {

    private static final Quantity NET = new Quantity.Net("safe", List.of("very_safe"), List.of());
    private static final Quantity AGE = new Quantity.Numeric("age_years");

    @TempDir
    private static Path folder;

    private static SmallSurvey survey;

    @BeforeAll
    static void readTheSurvey() {
        survey = SmallSurvey.in(folder);
    }

    static Stream<Arguments> measures() {
        return Stream.of(
                Arguments.of(
                        new Measure.Total("m", "Very safe", "Very safe", NET),
                        "Estimated number of people: ",
                        "Estimated number of people"),
                Arguments.of(new Measure.Total("m", "Years", "Years", AGE), "Estimated total: ", "Estimated total"),
                Arguments.of(new Measure.Ratio("m", "Ratio", "Ratio", NET, NET), "Ratio: ", "Ratio"),
                Arguments.of(new Measure.Quantile("m", "Age", "Age", AGE, 0.5), "Median: ", "Median"),
                Arguments.of(new Measure.NumericMean("m", "Age", "Age", "age_years"), "Mean: ", "Mean"),
                Arguments.of(
                        new Measure.RankPoints("m", "First", "First", "first", 3),
                        "Mean points per respondent: ",
                        "Mean points per respondent"),
                Arguments.of(new Measure.Chosen("m", "First", "First", "first"), "Percentage: ", ""),
                Arguments.of(
                        new Measure.ResponseShare("m", "News", "News", "news"), "Percentage of all answers: ", ""));
    }

    /** The table of a share as if it were of another measure: words depend on the measure only. */
    private static EstimateTable table(Measure measure) {
        EstimateTable t = survey.raw("measure=safe&by=age");
        return new EstimateTable(
                t.study(),
                t.query(),
                measure,
                measure.label(),
                t.label(),
                t.fingerprint(),
                t.by(),
                t.rows(),
                t.interval(),
                t.level());
    }

    @ParameterizedTest
    @MethodSource("measures")
    void a_chart_says_what_its_values_are(Measure measure, String subtitle, String axis) {
        EstimateTable table = table(measure);
        Bars bars = (Bars) Picture.of(table, Chart.BARS);
        assertThat(new Words(table, bars).subtitle()).startsWith(subtitle + "Residents of Smallshire");
        assertThat(bars.scale().title()).isEqualTo(axis);
    }

    @Test
    void a_total_says_what_its_weights_add_up_to() {
        EstimateTable table = table(new Measure.Total("m", "Very safe", "Very safe", NET));
        assertThat(new Words(table, Picture.of(table, Chart.BARS)).caption())
                .contains("Weighted estimates of totals in the population that the weights add up to.")
                .doesNotContain("Weighted estimates.");
    }

    @Test
    void axes_of_totals_separate_thousands_and_axes_of_quantiles_do_not_name_decimals() {
        Cell cell = new Cell.Estimate(250_000, 1, 240_000, 260_000, 100, 50, 90, 1, 99, Set.of());
        Measure total = new Measure.Total("m", "M", "M", NET);
        Scale people = Scale.fromZero(total, List.of(new Mark("", cell, CellText.of(total))));
        assertThat(people.ticks().stream().map(people::label))
                .containsExactly("0", "50,000", "100,000", "150,000", "200,000", "250,000", "300,000");
        Cell median = new Cell.Estimate(38, 1, 36, 40, 100, 50, 90, 1, 99, Set.of());
        Measure quantile = new Measure.Quantile("m", "M", "M", AGE, 0.5);
        Scale years = Scale.fromZero(quantile, List.of(new Mark("", median, CellText.of(quantile))));
        assertThat(years.ticks().stream().map(years::label)).containsExactly("0", "10", "20", "30", "40");
    }
}
