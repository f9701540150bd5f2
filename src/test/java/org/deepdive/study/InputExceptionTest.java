package org.deepdive.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was given is quoted so that it can neither steer a terminal nor fill it. */
class InputExceptionTest {

    @ParameterizedTest
    @ValueSource(strings = {"\u001b[2J", "\u009b31m", "\r", "\n", "\u0007", "\u202e", "\u2028", "\u0000", "\u007f"})
    void characters_that_steer_a_terminal_are_left_out(String steering) {
        InputException e = InputException.unknown("study", "a" + steering + "b", List.of("pc" + steering + "ss"));
        for (String shown : List.of(e.getMessage(), e.problem(), e.given(), e.remedy())) {
            assertThat(shown).doesNotContain(steering).doesNotContain("\u001b").doesNotContain("\n");
        }
        assertThat(new DataProblem("a.csv", 2, "sex", "a" + steering + "b", "female").sentence())
                .doesNotContain(steering);
    }

    @Test
    void what_was_given_is_cut_at_eighty_characters_wherever_it_is_shown() {
        String given = "x".repeat(5000);
        InputException e = InputException.unknown("study", given, List.of("pcss"));
        assertThat(e.given()).isEqualTo("x".repeat(80) + "…");
        assertThat(e).hasMessage("There is no study \"" + "x".repeat(80) + "…\". Allowed: pcss.");
        assertThat(Quote.text("x".repeat(80))).isEqualTo("x".repeat(80));
        assertThat(Quote.text("\u001b".repeat(10) + "x".repeat(80))).isEqualTo("x".repeat(80));
    }

    @Test
    void a_pair_of_surrogates_is_not_cut_in_two() {
        assertThat(Quote.text("x".repeat(79) + "😀y")).isEqualTo("x".repeat(79) + "…");
    }

    @Test
    void a_path_is_shown_whole_unless_nobody_would_name_a_file_so() {
        Path path = Path.of("/" + "folder/".repeat(30) + "data.csv");
        InputException e = InputException.of("file", "No \"" + path + "\".", path, "");
        assertThat(e).hasMessage("No \"" + path + "\".");
        assertThat(e.in("study.yaml")).hasMessage("study.yaml: No \"" + path + "\".");
        Path endless = Path.of("y".repeat(5000));
        assertThat(InputException.of("file", "No " + endless + ".", endless, ""))
                .hasMessage("No " + "y".repeat(400) + "….");
    }

    @Test
    void the_place_of_a_mistake_comes_first_and_once() {
        InputException e = InputException.of("name", "\"a b\" cannot be a name.", "a b", "");
        assertThat(e.in("study.yaml")).hasMessage("study.yaml: \"a b\" cannot be a name.");
        assertThat(e.in("study.yaml").in("study.yaml")).hasMessage("study.yaml: \"a b\" cannot be a name.");
    }
}
