package org.deepdive.plot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.deepdive.estimate.Cell;
import org.deepdive.estimate.EstimateTable;
import org.deepdive.table.SmallSurvey;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A withheld value is marked wherever a result is shown, and its numbers are in no payload. */
class SuppressionTest {

    private static SmallSurvey survey;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void readTheSurvey() {
        survey = SmallSurvey.in(folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "measure=safe&by=sex",
                "measure=safe&by=sex,age",
                "measure=safe_scale&by=sex",
                "measure=safe&by=wave,sex",
                "measure=reasons&by=sex"
            })
    void no_number_of_a_withheld_cell_is_in_any_payload(String query) {
        EstimateTable raw = survey.raw(query);
        Plot plot = Plot.of(survey.ask(query));
        Set<String> numbers = numbersOfWithheld(raw, plot.cleared().value());
        assertThat(numbers).isNotEmpty();
        Payloads.of(plot).forEach((name, payload) -> {
            assertThat(payload).as(name).contains("[c]");
            numbers.forEach(number -> assertThat(payload).as(name).doesNotContain(number));
        });
    }

    /** The leading digits of whatever was computed for the withheld cells. */
    private static Set<String> numbersOfWithheld(EstimateTable raw, EstimateTable cleared) {
        List<Double> numbers = new ArrayList<>();
        for (int i = 0; i < raw.rows().size(); i++) {
            if (cleared.rows().get(i).cell() instanceof Cell.Withheld
                    && raw.rows().get(i).cell() instanceof Cell.Estimate e) {
                numbers.addAll(List.of(e.value(), e.se(), e.low(), e.high()));
            }
        }
        return numbers.stream()
                .filter(n -> Double.isFinite(n) && n > 0 && n < 1)
                .map(n -> Double.toString(n))
                .filter(text -> text.length() > 10)
                .map(text -> text.substring(2, 9))
                .collect(Collectors.toSet());
    }

    @Test
    void a_withheld_bar_has_its_mark_in_place_and_no_bar() {
        Plot plot = Plot.of(survey.ask("measure=safe&by=sex"));
        assertThat(Payloads.texts(plot.svg()))
                .contains("Another way", "[c]")
                .filteredOn("[c]"::equals)
                .hasSize(2);
        assertThat(Payloads.xml(plot.svg()).getElementsByTagName("rect").getLength())
                .isEqualTo(1);
        JsonNode spec = Payloads.json(plot.json());
        assertThat(spec.path("data").path(0).path("x")).hasSize(1);
        assertThat(spec.path("layout").path("annotations").findValuesAsText("text"))
                .filteredOn("[c]"::equals)
                .hasSize(2);
    }

    @Test
    void a_net_with_a_withheld_part_is_withheld() {
        Plot plot = Plot.of(survey.ask("measure=safe_scale&by=sex"));
        assertThat(plot.kind()).isEqualTo(Chart.LIKERT);
        assertThat(plot.altText()).contains("Another way: Very safe [c]").contains("net [c]");
    }

    @Test
    void a_withheld_wave_is_marked_at_the_foot_and_breaks_the_line() {
        Plot plot = Plot.of(survey.ask("measure=safe&by=wave,tenure"));
        assertThat(plot.kind()).isEqualTo(Chart.LINE);
        assertThat(Payloads.texts(plot.svg())).contains("[c]");
        Map<String, String> payloads = Payloads.of(plot);
        assertThat(payloads.get("caption")).contains("[c] suppressed to protect confidentiality");
    }
}
