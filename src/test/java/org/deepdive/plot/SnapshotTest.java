package org.deepdive.plot;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deepdive.table.SmallSurvey;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures are drawn as they were when somebody last looked at them. */
class SnapshotTest {

    private static final Path KEPT = Path.of("src/test/resources/snapshots");
    private static final Path NEW = Path.of("target/snapshots");

    private static SmallSurvey survey;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void readTheSurvey() {
        survey = SmallSurvey.in(folder);
    }

    @ParameterizedTest
    @CsvSource({
        "bars, 720, measure=safe&by=area",
        "bars-narrow, 360, measure=safe&by=area",
        "bars-suppressed, 720, measure=safe&by=sex",
        "bars-unreliable, 720, 'measure=safe&by=area,age&waves=2023Q1..2023Q2'",
        "grouped-bars, 720, 'measure=safe&by=age,student'",
        "grouped-bars-narrow, 360, 'measure=safe&by=age,student'",
        "likert, 720, measure=safe_scale&by=age",
        "likert-narrow, 360, measure=safe_scale&by=age",
        "line, 720, 'measure=safe&by=wave,student'",
        "line-narrow, 360, 'measure=safe&by=wave,student'",
        "line-withheld, 720, 'measure=safe&by=wave,tenure'"
    })
    void a_picture_is_drawn_as_it_was(String name, int width, String query) throws IOException {
        requireAsKept(name, Plot.of(survey.ask(query)).svg(width));
    }

    @ParameterizedTest
    @CsvSource({"pairs, 720", "pairs-narrow, 360"})
    void a_picture_of_a_model_is_drawn_as_it_was(String name, int width) throws IOException {
        requireAsKept(
                name,
                ModelPlot.of(survey.model("measure=safe&terms=area,age,student"))
                        .svg(width));
    }

    @ParameterizedTest
    @CsvSource({"ranks, 720", "ranks-narrow, 360"})
    void a_picture_of_ranks_is_drawn_as_it_was(String name, int width) throws IOException {
        requireAsKept(
                name,
                Plot.of(SmallSurvey.ofResidents().ask("measure=q1_feel_safe")).svg(width));
    }

    @ParameterizedTest
    @CsvSource({"gaps, 720", "gaps-narrow, 360"})
    void a_picture_of_gaps_is_drawn_as_it_was(String name, int width) throws IOException {
        requireAsKept(
                name,
                GapPlot.of(
                                "Those of two ages who feel safe, by area",
                                "Area",
                                "aged 16 to 29",
                                "aged 65 and over",
                                List.of(gap("North", "north"), gap("Port", "port"), gap("Isle", "isle")))
                        .svg(width));
    }

    private static GapPlot.Gap gap(String label, String area) {
        String young = "measure=safe&where=age:a16,area:" + area;
        String old = "measure=safe&where=age:a65,area:" + area;
        return new GapPlot.Gap(label, survey.ask(young), survey.ask(old), survey.compare(young, old));
    }

    private static void requireAsKept(String name, String drawn) throws IOException {
        Path kept = KEPT.resolve(name + ".svg");
        if (Files.exists(kept) && Files.readString(kept).equals(drawn)) {
            return;
        }
        Path written = Files.createDirectories(NEW).resolve(name + ".svg");
        Files.writeString(written, drawn);
        fail("The picture differs from " + kept + ". The new one is " + written
                + ": look at it, and copy it over the old one if it is right.");
    }
}
