package org.deepdive.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Gaps, and changes of gaps, in words: what is withheld is marked and is none of the tests adjusted for. */
class GapFindingsTest {

    private static final String TINY = "safe&where=estate:tiny";

    @TempDir
    Path temp;

    private Editor editor;

    @BeforeEach
    void open() {
        editor =
                new Editor(new Village(temp).says("any", "safe", "", "majority").workspace());
    }

    private String gaps(String... measures) {
        List<Editor.Gap> rows = Stream.of(measures)
                .map(m -> new Editor.Gap(m, of(m, "area:north", ""), of(m, "area:south", "")))
                .toList();
        return new GapFindings(editor.gaps("Gaps", "Measure", "north", "south", rows), "in", "north", "south", "All")
                .paragraph();
    }

    private String changes(String... measures) {
        List<List<String>> queries = Stream.of(measures)
                .map(m -> List.of(
                        of(m, "area:north", "2020Q2"),
                        of(m, "area:north", "2020Q1"),
                        of(m, "area:south", "2020Q2"),
                        of(m, "area:south", "2020Q1")))
                .toList();
        return new Divergence(editor, "north", "south", List.of(measures), queries).paragraph();
    }

    private static String of(String measure, String area, String wave) {
        String question = measure.contains("where=") ? measure + "," + area : measure + "&where=" + area;
        return "study=village&measure=" + question + (wave.isEmpty() ? "" : "&waves=" + wave + ".." + wave);
    }

    @Test
    void gaps_are_adjusted_over_the_rows_that_were_tested() {
        assertThat(gaps("safe", "trust", "safe&waves=2020Q2..2020Q2"))
                .startsWith("safe 70% v 51%, 19.3 points higher")
                .endsWith(" Design-based t tests, Holm-adjusted over the 3 rows tested.");
        assertThat(gaps("safe", "trust", TINY))
                .contains("; " + TINY + " [c].")
                .endsWith(" Design-based t tests, Holm-adjusted over the 2 rows tested.");
    }

    @Test
    void a_single_gap_that_was_tested_is_not_adjusted_and_none_names_no_test() {
        assertThat(gaps("safe", TINY)).endsWith(TINY + " [c]. Design-based t test.");
        assertThat(gaps(TINY)).isEqualTo(TINY + " [c].");
    }

    @Test
    void changes_are_adjusted_over_the_measures_that_were_tested() {
        assertThat(changes("safe", "trust", TINY))
                .startsWith("Changes of north v south: safe +20.0 v +0.0 points, no significant difference (p = 0.072)")
                .endsWith(TINY + " [c]. Design-based tests of the differences of differences, Holm-adjusted over 2 of"
                        + " them.");
        assertThat(changes("safe", TINY))
                .contains("+20.0 apart (95% interval", "; p = 0.036)")
                .endsWith(" Design-based test of the difference of differences.");
        assertThat(changes(TINY)).isEqualTo("Changes of north v south: " + TINY + " [c].");
    }
}
