package org.deepdive.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every kernel with an adapter sends to the page, whichever library shows values in it. */
abstract class KernelDisplayTests extends SmallStudyTests {

    /** Has the kernel show results richly. */
    abstract void install();

    /** What the kernel makes of a value when a cell ends on it, by MIME type. */
    abstract Map<String, Object> shown(Object value);

    /** What it makes of a value that is asked for as one MIME type, by MIME type. */
    abstract Map<String, Object> shownAs(Object value, String type);

    @Test
    void every_kind_of_result_has_all_the_forms_that_it_has_in_the_other_kernels() {
        install();
        assertThat(EveryKind.of(study)).allSatisfy((name, value) -> {
            Map<String, Object> forms = shown(value);
            assertThat(forms).as(name).isEqualTo(RichDisplay.of(value).data());
            assertThat(forms).as(name).containsKeys("text/html", "text/plain");
            assertThat(forms.containsKey("image/svg+xml")).as(name).isEqualTo(name.endsWith("plot"));
        });
    }

    @Test
    void who_asks_for_one_form_gets_that_form() {
        install();
        Map<String, Object> text =
                shownAs(study.measure("agree").by("area").estimate().plot(), "text/plain");
        assertThat(text).doesNotContainKey("text/html");
        assertThat((String) text.get("text/plain")).contains("Practice data: ", "Middle");
        Map<String, Object> picture =
                shownAs(study.measure("agree").by("area").estimate().plot(), "image/svg+xml");
        assertThat((String) picture.get("image/svg+xml")).startsWith("<svg");
    }

    @Test
    void a_question_and_a_query_are_their_words() {
        install();
        assertThat(shown(study.measure("agree").by("area").query()))
                .isEqualTo(Map.of("text/plain", "study=small&measure=agree&by=area"));
    }

    @Test
    void before_it_is_installed_a_result_is_a_readable_table_all_the_same() {
        assertThat(shown(study.measure("agree").by("area").estimate()).get("text/plain"))
                .asString()
                .contains("Practice data: ", "Middle");
    }
}
