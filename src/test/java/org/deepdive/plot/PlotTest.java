package org.deepdive.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deepdive.estimate.EstimateRow;
import org.deepdive.study.InputException;
import org.deepdive.table.SmallSurvey;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which chart a result gets, and what is said around it. */
class PlotTest {

    private static SmallSurvey survey;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void readTheSurvey() {
        survey = SmallSurvey.in(folder);
    }

    @ParameterizedTest
    @CsvSource({
        "BARS, measure=safe",
        "BARS, measure=safe&by=area",
        "BARS, 'measure=safe&by=age,student'",
        "LIKERT, measure=safe_scale",
        "LIKERT, measure=safe_scale&by=age",
        "LIKERT, measure=safe_scale&by=wave",
        "BARS, measure=safe_scale.very_safe&by=age",
        "BARS, measure=tenure_shares",
        "BARS, measure=reasons&by=student",
        "LINE, measure=safe&by=wave",
        "LINE, 'measure=safe&by=wave,student'",
        "LINE, 'measure=safe&by=student,wave'",
        "LINE, measure=reasons&by=wave",
        "LINE, 'measure=safe_score&by=wave,student'",
        "BARS, measure=safe&by=wave&waves=2023Q1..2023Q1",
        "BARS, measure=base&by=wave"
    })
    void a_result_chooses_the_chart_that_suits_it(Chart expected, String query) {
        assertThat(Plot.of(survey.ask(query)).kind()).isEqualTo(expected);
    }

    @Test
    void every_result_can_be_drawn_as_bars() {
        assertThat(Plot.bars(survey.ask("measure=safe&by=wave,student")).kind()).isEqualTo(Chart.BARS);
        assertThat(Plot.bars(survey.ask("measure=safe_scale&by=age,student")).svg())
                .contains("Very safe");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            measure=safe&by=area               | BARS
            measure=safe_scale&by=age          | LIKERT,BARS
            measure=safe_scale&by=wave         | LIKERT,BARS,LINE
            measure=safe&by=wave,student       | LINE,BARS
            """)
    void the_kinds_a_result_can_be_drawn_as_begin_with_its_own(String query, String kinds) {
        Plot plot = Plot.of(survey.ask(query));
        assertThat(plot.kinds()).extracting(Chart::name).containsExactly(kinds.split(","));
        assertThat(plot.kinds()).allSatisfy(kind -> {
            assertThat(plot.withKind(kind).kind()).isEqualTo(kind);
            assertThat(plot.withKind(kind).isUsual()).isEqualTo(kind == plot.kind());
            assertThat(Chart.read(kind.word())).isEqualTo(kind);
        });
    }

    @Test
    void the_picture_and_the_live_plot_tell_each_value_by_the_same_key() {
        for (String query :
                List.of("measure=safe&by=area", "measure=safe_scale&by=age", "measure=safe&by=wave,student")) {
            Plot plot = Plot.of(survey.ask(query));
            List<String> rows =
                    plot.cleared().value().rows().stream().map(EstimateRow::key).toList();
            List<String> drawn = Jsoup.parse(plot.svg()).select("[data-cell]").eachAttr("data-cell");
            List<String> live = new ArrayList<>();
            Payloads.json(plot.json())
                    .findValues("customdata")
                    .forEach(keys -> keys.forEach(k -> live.add(k.asText())));
            live.removeIf(String::isEmpty);
            assertThat(drawn).isNotEmpty();
            assertThat(rows).containsAll(drawn);
            assertThat(drawn).containsAll(live);
        }
    }

    @Test
    void a_chart_that_does_not_fit_is_refused_with_a_reason() {
        assertThatThrownBy(() -> Plot.line(survey.ask("measure=safe&by=age")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("lines need a breakdown by wave and at most one other")
                .hasMessageContaining("Draw it as bars");
        assertThatThrownBy(() -> Plot.likert(survey.ask("measure=safe")))
                .hasMessageContaining("stacked bars need the distribution of one question");
        assertThatThrownBy(() -> Plot.of(survey.ask("measure=safe")).svg(10))
                .hasMessageContaining("A chart cannot be 10 pixels wide")
                .hasMessageContaining("280 to 2000");
    }

    @Test
    void nominal_groups_stand_by_value_and_ordinal_ones_in_codebook_order() {
        List<String> areas =
                Payloads.texts(Plot.of(survey.ask("measure=safe&by=area")).svg());
        List<Integer> values = areas.stream()
                .filter(text -> text.matches("\\d+%.*") && !text.matches("(0|20|40|60|80|100)%"))
                .map(text -> Integer.valueOf(text.substring(0, 2)))
                .toList();
        assertThat(values).hasSize(6).isSortedAccordingTo((a, b) -> b - a);
        assertThat(Payloads.texts(Plot.of(survey.ask("measure=safe&by=age")).svg()))
                .containsSubsequence("16 to 29", "30 to 44", "45 to 64", "65 and over");
    }

    @Test
    void answers_that_are_none_come_last() {
        assertThat(Payloads.texts(Plot.of(survey.ask("measure=tenure_shares")).svg()))
                .containsSubsequence("Rent from a private landlord", "Don’t know");
        Plot districts = Plot.of(SmallSurvey.ofResidents().ask("measure=district"));
        assertThat(Payloads.texts(districts.svg()))
                .containsSubsequence("Bolton", "15%", "Manchester", "Trafford", "Prefer not to say", "1%", "*");
    }

    @Test
    void published_points_stand_in_rank_order_over_the_shares_they_allow() {
        Plot plot = Plot.of(SmallSurvey.ofResidents().ask("measure=q2_concerns"));
        assertThat(plot.kind()).isEqualTo(Chart.RANK);
        assertThat(Payloads.texts(plot.svg()))
                .containsSubsequence("1.32 points, 44% to 100% chose it", "0.76, 25% to 76%", "Points per respondent");
        JsonNode spec = Payloads.json(plot.json());
        double points = spec.at("/data/1/x/0").asDouble();
        assertThat(points).isBetween(1.315, 1.325);
        assertThat(spec.at("/data/0/base/0").asDouble()).isBetween(points / 3, points / 3 + 1.0 / 790);
        assertThat(spec.at("/data/0/base/0").asDouble() + spec.at("/data/0/x/0").asDouble())
                .isEqualTo(1, within(1e-12));
        assertThat(plot.footnotes()).anyMatch(line -> line.contains("at least its points divided by 3"));
        assertThat(plot.altText()).startsWith("Ranked dot plot.").contains("Neighbourhood policing");
    }

    @Test
    void published_counts_can_be_bars_and_have_no_intervals() {
        Plot plot = Plot.bars(SmallSurvey.ofResidents().ask("measure=q2_concerns"));
        assertThat(plot.svg()).doesNotContain("dd-halo\"").contains("1.32").contains("Mean points per respondent");
        assertThat(plot.caption())
                .contains("Published counts")
                .contains("Not weighted.")
                .doesNotContain("confidence");
    }

    @Test
    void the_title_claims_a_number_and_never_a_difference() {
        assertThat(Plot.of(survey.ask("measure=safe")).title())
                .matches("\\d\\d% feel very or fairly safe in the local area");
        assertThat(Plot.of(survey.ask("measure=safe&by=age,student")).title())
                .isEqualTo("Feel very or fairly safe in the local area, by age band and student");
        assertThat(Plot.of(survey.ask("measure=safe_scale.very_safe&by=age")).title())
                .isEqualTo("Feelings of safety in the local area: Very safe, by age band");
    }

    @Test
    void the_subtitle_names_quantity_population_filters_and_period() {
        assertThat(Plot.of(survey.ask("measure=safe&where=student:yes&waves=2021Q2..2022Q4"))
                        .subtitle())
                .isEqualTo(
                        "Percentage: Residents of Smallshire aged 16 and over, among student," + " Q2 2021 to Q4 2022");
    }

    @Test
    void the_caption_names_everything_a_reader_needs() {
        assertThat(Plot.of(survey.ask("measure=safe&by=age")).caption())
                .startsWith("Practice data. Invented respondents")
                .containsPattern("Base \\(unweighted\\): [\\d,]+ to [\\d,]+ a group\\.")
                .contains("Weighted estimates.")
                .contains("95% confidence intervals (logit)")
                .contains("Period: Q2 2021 to Q3 2023.")
                .contains("Question (wording assumed): “How safe do you feel in your local area?”")
                .contains("Population: Residents of Smallshire aged 16 and over.")
                .contains("Source: Small Safety Survey, Smallshire Council. Safety report 2023.")
                .contains("Deepdive ");
    }

    @Test
    void the_alternative_text_is_written_from_the_numbers() {
        assertThat(Plot.of(survey.ask("measure=safe&by=student")).altText())
                .startsWith("Bar chart. Feel very or fairly safe in the local area, by student.")
                .containsPattern("Student \\d\\d% \\(\\d\\d% to \\d\\d%\\)")
                .contains("Practice data");
        assertThat(Plot.of(survey.ask("measure=safe&by=wave")).altText())
                .startsWith("Line chart.")
                .containsPattern("in Q2 2021, then \\d\\d% .* in Q3 2023; lowest");
    }

    @Test
    void the_data_label_is_in_every_picture() {
        for (String query : List.of("measure=safe&by=area", "measure=safe_scale&by=age", "measure=safe&by=wave")) {
            Plot plot = Plot.of(survey.ask(query));
            assertThat(String.join(" ", Payloads.texts(plot.svg()))).contains("Practice data.");
            assertThat(Payloads.json(plot.json())
                            .path("layout")
                            .path("title")
                            .path("text")
                            .asText())
                    .contains("Practice data.");
        }
    }

    @Test
    void a_picture_is_named_for_screen_readers_and_two_pictures_share_no_name() {
        Plot plot = Plot.of(survey.ask("measure=safe&by=area"));
        var svg = Jsoup.parse(plot.svg()).selectFirst("svg");
        assertThat(svg.attr("role")).isEqualTo("img");
        assertThat(svg.selectFirst("title").text()).isEqualTo(plot.title());
        assertThat(svg.selectFirst("desc").text()).isEqualTo(plot.altText());
        assertThat(svg.attr("aria-labelledby").split(" "))
                .allSatisfy(id -> assertThat(svg.getElementById(id)).isNotNull());
        List<String> ids = Jsoup.parse(plot.html()).select("svg [id]").eachAttr("id");
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void a_line_breaks_at_a_missing_wave() {
        JsonNode line = Payloads.json(
                        Plot.of(survey.ask("measure=safe&by=wave")).json())
                .path("data")
                .path(2);
        assertThat(line.path("y")).hasSize(10);
        assertThat(line.path("y").path(4).isNull()).isTrue();
        assertThat(line.path("connectgaps").asBoolean()).isFalse();
    }

    @Test
    void groups_with_a_base_under_100_join_no_line() {
        Plot plot = Plot.of(survey.ask("measure=safe&by=wave,area&waves=2021Q2..2022Q4"));
        assertThat(plot.caption()).contains("Not drawn, since no wave has a base of 100: Port; Isle.");
        assertThat(plot.svg()).contains("dd-hollow").contains("[low]");
    }

    @Test
    void unreliable_values_are_hatched_and_marked() {
        Plot plot = Plot.of(survey.ask("measure=safe&by=area,age&waves=2023Q1..2023Q2"));
        assertThat(plot.svg()).contains("[u]").contains("-hatch)");
        assertThat(plot.json()).contains("[u]").contains("\"/\"");
    }

    @Test
    void hover_texts_give_estimate_interval_and_base() {
        JsonNode bars = Payloads.json(
                        Plot.of(survey.ask("measure=safe&by=student")).json())
                .path("data")
                .path(0);
        assertThat(bars.path("hovertext").path(0).asText())
                .matches("<b>.*</b><br>\\d\\d%, interval \\d\\d% to \\d\\d%, base [\\d,]+0");
        assertThat(bars.path("hoverinfo").asText()).isEqualTo("text");
    }

    @Test
    void means_have_bars_from_zero_and_lines_over_the_range_of_their_scores() {
        Bars bars = (Bars) Picture.of(survey.raw("measure=safe_score&by=age"), Chart.BARS);
        assertThat(bars.scale())
                .extracting(Scale::from, Scale::to, Scale::title)
                .containsExactly(0.0, 4.0, "Mean score");
        Lines lines = (Lines) Picture.of(survey.raw("measure=safe_score&by=wave,student"), Chart.LINE);
        assertThat(lines.scale()).extracting(Scale::from, Scale::to).containsExactly(1.0, 4.0);
    }

    @Test
    void a_figure_cannot_be_changed() {
        var figure = Plot.of(survey.ask("measure=safe&by=age")).figure();
        assertThatThrownBy(() -> figure.setTraces()).hasMessageContaining("cannot be changed");
        assertThat(figure.getLayout().getTitle()).contains("by age band");
        assertThat(figure.divString("x\"y")).contains("id=\"x&quot;y\"");
    }

    @Test
    void columns_of_different_lengths_make_no_trace() {
        assertThatThrownBy(() -> new BandTrace("A", List.of(1.0, 2.0), List.of(1.0), List.of(1.0, 2.0), Ink.NAVY))
                .hasMessageContaining("\"A\" have different lengths: [2, 1, 2]");
    }

    @Test
    void real_data_are_not_called_practice(@TempDir Path other) {
        Plot plot = Plot.of(SmallSurvey.in(other, java.util.Map.of(), false).ask("measure=safe&by=age"));
        assertThat(plot.caption()).startsWith("Survey data.");
        assertThat(plot.altText()).doesNotContain("Practice");
    }
}
