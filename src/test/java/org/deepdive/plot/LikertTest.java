package org.deepdive.plot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deepdive.estimate.Cell;
import org.deepdive.estimate.CellText;
import org.deepdive.estimate.Flag;
import org.deepdive.study.Category;
import org.deepdive.table.SmallSurvey;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stacked bars, parts of which are withheld or unreliable. */
class LikertTest {

    private static Words words;

    @BeforeAll
    static void take_the_words_of_some_result(@TempDir java.nio.file.Path folder) {
        var cleared = SmallSurvey.in(folder).ask("measure=safe_scale&by=age");
        words = new Words(cleared.value(), Picture.of(cleared.value(), Chart.LIKERT));
    }

    private static Likert.Part part(int answer, double value, Flag... flags) {
        Set<Flag> marks = EnumSet.noneOf(Flag.class);
        marks.addAll(List.of(flags));
        Cell cell = Double.isNaN(value)
                ? new Cell.Withheld("base")
                : new Cell.Estimate(value, 0.01, value, value, 100, 50, 100, 1, 50, marks);
        return new Likert.Part(answer, new Mark("", cell, new CellText(CellText.Unit.SHARE)));
    }

    private static Likert likert(String net, Likert.Part... parts) {
        List<Likert.Answer> answers = new ArrayList<>();
        List<Ink> inks = Ink.scale(parts.length, true);
        for (int i = 0; i < parts.length; i++) {
            answers.add(new Likert.Answer(new Category("a" + i, "Answer " + i, Category.Status.VALID), inks.get(i)));
        }
        return new Likert(
                answers,
                Optional.of(new Likert.Net("Both", List.of("a0", "a1"))),
                List.of(new Likert.Group("", "Everybody", List.of(parts), net, Double.NaN)));
    }

    @Test
    void the_mark_of_a_segment_withheld_stands_clear_of_the_net_on_every_width() {
        for (double second : new double[] {0.2, 0.42, 0.47, 0.495}) {
            Likert likert = likert("[c] [u] [low]", part(0, 0.5), part(1, second), part(2, Double.NaN));
            for (int width : new int[] {720, 520, 360, 280}) {
                Canvas canvas = new Canvas(width, "test");
                LikertSvg.draw(canvas, likert);
                Matcher mark = Pattern.compile("<text x=\"([0-9.]+)\" [^>]*class=\"dd-text\">\\[c]<")
                        .matcher(canvas.svg.toString());
                assertThat(mark.find()).isTrue();
                double nets = width < Canvas.STACKED_BELOW ? 0 : TextSize.width("[c] [u] [low]", canvas.fontSize, true);
                assertThat(Double.parseDouble(mark.group(1)) + canvas.textWidth("[c]"))
                        .as("%s at %s", second, width)
                        .isLessThanOrEqualTo(width - nets);
            }
        }
    }

    @Test
    void plotly_leaves_the_mark_room_before_the_net() {
        JsonNode little = layout(likert("[c]", part(0, 0.5), part(1, 0.495), part(2, Double.NaN)));
        JsonNode much = layout(likert("[c]", part(0, 0.2), part(1, 0.2), part(2, Double.NaN)));
        double mark = TextSize.width("[c]", Spec.FONT_SIZE, false);
        assertThat((double) shiftOfNet(little)).isGreaterThanOrEqualTo(4 + mark);
        assertThat(shiftOfNet(much)).isLessThan(shiftOfNet(little));
        assertThat(little.at("/margin/r").asInt() - much.at("/margin/r").asInt())
                .isEqualTo(shiftOfNet(little) - shiftOfNet(much));
    }

    private static JsonNode layout(Likert likert) {
        return LikertSpec.of(likert, words, false).layout();
    }

    private static int shiftOfNet(JsonNode layout) {
        for (JsonNode annotation : layout.path("annotations")) {
            if (annotation.path("text").asText().equals("<b>Net</b>")) {
                return annotation.path("xshift").asInt();
            }
        }
        throw new AssertionError("No heading of the nets");
    }

    @Test
    void numbers_on_hatching_stand_on_the_colour_of_the_page() {
        Likert likert = likert("90%", part(0, 0.5, Flag.UNRELIABLE), part(1, 0.4), part(2, 0.1));
        Canvas canvas = new Canvas(720, "test");
        LikertSvg.draw(canvas, likert);
        assertThat(canvas.svg.toString()).containsPattern("class=\"dd-hollow\"[^>]*/>\\s*<text[^>]*dd-text\">50%");
        JsonNode spec = Payloads.json(LikertSpec.of(likert, words, false).json());
        assertThat(spec.at("/data/0/insidetextfont/shadow").asText()).contains(Theme.LIGHT.paper());
        assertThat(spec.at("/themes/dark/data/0/insidetextfont.shadow").asText())
                .contains(Theme.DARK.paper());
        assertThat(spec.at("/themes/dark/data/0/insidetextfont.color").asText()).isEqualTo(Theme.DARK.ink());
        assertThat(spec.at("/data/1/insidetextfont").has("shadow")).isFalse();
    }

    @Test
    void an_answer_hatched_in_some_bars_is_named_once() {
        Likert one = likert("90%", part(0, 0.5), part(1, 0.4), part(2, 0.1));
        Likert other = likert("90%", part(0, 0.5, Flag.UNRELIABLE), part(1, 0.4), part(2, 0.1));
        Likert both = new Likert(
                one.answers(),
                one.net(),
                List.of(one.groups().get(0), other.groups().get(0)));
        List<SpecTrace> traces = LikertSpec.of(both, words, false).traces();
        assertThat(traces).extracting(SpecTrace::showLegend).containsExactly(true, false, true, true);
    }

    @Test
    void on_pages_plotly_takes_exactly_the_place_of_the_picture(@TempDir java.nio.file.Path folder) {
        SmallSurvey survey = SmallSurvey.in(folder);
        for (String query :
                List.of("measure=safe&by=area", "measure=safe_scale&by=age", "measure=safe&by=wave,student")) {
            Plot plot = Plot.of(survey.ask(query));
            int height = Payloads.json(plot.jsonForPage(Plot.WIDE))
                    .at("/layout/height")
                    .asInt();
            assertThat(plot.svgForPage(Plot.WIDE)).contains(" height=\"" + height + "\" ");
        }
    }
}
