package org.deepdive.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.deepdive.analysis.SearchHit.Kind;
import org.deepdive.study.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found by words, and in which order. */
class SearchIndexTest {

    private static final SearchIndex INDEX = new SearchIndex(List.of(
            hit(Kind.MEASURE, "Feel very or fairly safe in the local area", "How safe do you feel?"),
            hit(Kind.MEASURE, "Trust in the police", "How safe is trust?"),
            hit(Kind.QUESTION, "Safety at night", ""),
            hit(Kind.CATEGORY, "Café owners’ children", ""),
            hit(Kind.FIGURE, "“Safety first”", ""),
            hit(Kind.FIGURE, "“Safe students: 89%”", "Students feel safe")));

    private static SearchHit hit(Kind kind, String title, String text) {
        return new SearchHit(kind, title, text, "A study", "/" + title.length(), Set.of());
    }

    private static List<String> found(String words) {
        return INDEX.find(words).hits().values().stream()
                .flatMap(List::stream)
                .map(SearchHit::title)
                .toList();
    }

    @Test
    void all_words_must_be_found_in_any_order_and_case() {
        assertThat(found("LOCAL safe")).containsExactly("Feel very or fairly safe in the local area");
        assertThat(found("local police")).isEmpty();
    }

    @Test
    void a_title_comes_before_a_text_and_a_whole_word_before_a_beginning() {
        assertThat(found("safe"))
                .containsExactly(
                        "Feel very or fairly safe in the local area",
                        "Trust in the police",
                        "Safety at night",
                        "“Safe students: 89%”",
                        "“Safety first”");
        assertThat(found("saf"))
                .containsExactly(
                        "Feel very or fairly safe in the local area",
                        "Trust in the police",
                        "Safety at night",
                        "“Safety first”",
                        "“Safe students: 89%”");
    }

    @ParameterizedTest
    @ValueSource(strings = {"saef local", "locla", "sfae local", "loal fairyl"})
    void a_slip_of_the_keyboard_is_forgiven_where_nothing_is_spelt_so(String words) {
        assertThat(found(words)).contains("Feel very or fairly safe in the local area");
    }

    @Test
    void short_words_are_not_guessed_at() {
        assertThat(found("loc")).isNotEmpty();
        assertThat(found("lpc")).isEmpty();
    }

    @Test
    void accents_apostrophes_and_common_words_do_not_matter() {
        assertThat(found("cafe owners'")).containsExactly("Café owners’ children");
        assertThat(found("children of the café")).containsExactly("Café owners’ children");
        assertThat(found("is it safe to study")).isEqualTo(found("safe study"));
    }

    @Test
    void nothing_looked_for_is_nothing_found() {
        assertThat(INDEX.find("").size()).isZero();
        assertThat(INDEX.find(" – !?").size()).isZero();
        assertThat(INDEX.size()).isEqualTo(6);
    }

    @Test
    void too_much_is_refused_with_a_remedy() {
        assertThatThrownBy(() -> INDEX.find("x".repeat(101)))
                .isInstanceOf(InputException.class)
                .hasMessage("The words to look for have more than 100 characters. Look for fewer.");
        assertThatThrownBy(() -> INDEX.find("a b c d e f g h i j k"))
                .isInstanceOf(InputException.class)
                .hasMessage("There are 11 words to look for; 10 are possible. Look for those that matter.");
    }

    @Property(tries = 300)
    void whatever_is_typed_is_answered(@ForAll @StringLength(max = 40) String words) {
        Stream<String> all = INDEX.find(words.replaceAll("\\s", "")).hits().values().stream()
                .flatMap(List::stream)
                .map(SearchHit::title);
        assertThat(all).doesNotHaveDuplicates();
    }
}
