package org.deepdive.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.deepdive.study.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The four forms of a query, and what its text may not say. */
class QueryTest {

    private static final Query FULL = Query.of("pcss", "safe_local")
            .by(List.of("sex", "age_band"))
            .where("student", "yes")
            .where("deprivation", "q1", "q2")
            .waves("2021Q2", "2023Q2");

    @Test
    void a_query_has_one_text() {
        assertThat(FULL.text())
                .isEqualTo("study=pcss&measure=safe_local&by=sex,age_band&where=deprivation:q1/q2,student:yes"
                        + "&waves=2021Q2..2023Q2");
        assertThat(Query.of("pcss", "safe_local").text()).isEqualTo("study=pcss&measure=safe_local");
    }

    @Test
    void a_query_is_a_path_of_the_server() {
        assertThat(FULL.path())
                .isEqualTo("/explore/pcss/safe_local?by=sex,age_band&where=deprivation:q1/q2,student:yes"
                        + "&waves=2021Q2..2023Q2");
        assertThat(FULL.by(List.of()).path(".csv"))
                .isEqualTo("/explore/pcss/safe_local.csv?where=deprivation:q1/q2,student:yes&waves=2021Q2..2023Q2");
        assertThat(Query.of("residents", "q7_importance.4/5").path(""))
                .isEqualTo("/explore/residents/q7_importance.4+5");
    }

    @Test
    void a_query_is_a_command_line() {
        assertThat(FULL.cli())
                .isEqualTo("deepdive estimate pcss safe_local --by sex,age_band --where deprivation=q1/q2"
                        + " --where student=yes --waves 2021Q2..2023Q2");
    }

    @Test
    void a_query_is_a_java_expression() {
        assertThat(FULL.java())
                .isEqualTo("Studies.open(\"pcss\").measure(\"safe_local\").by(\"sex\", \"age_band\")"
                        + ".where(\"deprivation\", \"q1\", \"q2\").where(\"student\", \"yes\")"
                        + ".waves(\"2021Q2\", \"2023Q2\").estimate()");
    }

    @Test
    void the_order_of_filters_does_not_matter() {
        Query one = Query.of("pcss", "safe_local").where("sex", "male").where("student", "yes");
        Query other = Query.of("pcss", "safe_local").where("student", "yes").where("sex", "male");
        assertThat(one).isEqualTo(other);
        assertThat(one.text()).isEqualTo(other.text());
    }

    @Test
    void a_filter_can_be_replaced_and_dropped() {
        Query query = Query.of("pcss", "safe_local").where("sex", "male").where("sex", "female");
        assertThat(query.whereText()).isEqualTo("sex:female");
        assertThat(query.withoutWhere("sex")).isEqualTo(Query.of("pcss", "safe_local"));
    }

    @Test
    void answers_are_picked_from_a_measure_with_a_dot() {
        Query query = Query.parse("study=residents&measure=q7_importance.4/5");
        assertThat(query.measure()).isEqualTo("q7_importance");
        assertThat(query.answers()).containsExactly("4", "5");
        assertThat(query.measureText()).isEqualTo("q7_importance.4/5");
    }

    @Test
    void a_single_wave_is_a_range_of_one() {
        Query query = Query.parse("study=pcss&measure=safe_local&waves=2023Q2");
        assertThat(query.waves()).contains(new WaveRange("2023Q2", "2023Q2"));
        assertThat(query.text()).isEqualTo("study=pcss&measure=safe_local&waves=2023Q2");
    }

    @Test
    void a_part_may_be_percent_encoded_or_empty() {
        assertThat(Query.parse("study=pcss&measure=safe_local&by=&where=student%3Ayes&waves="))
                .isEqualTo(Query.of("pcss", "safe_local").where("student", "yes"));
    }

    @Test
    void a_query_is_read_from_its_parts() {
        assertThat(Query.parse(Map.of("study", "pcss", "measure", "safe_local", "by", "sex")))
                .isEqualTo(Query.of("pcss", "safe_local").by(List.of("sex")));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            study=pcss&measure=safe&bye=sex           | There is no part of a query "bye". Did you mean "by"? Allowed: study, measure, by, where, waves, dontknow, interval.
            study=pcss&measure=safe&                  | There is no part of a query "". Did you mean "by"? Allowed: study, measure, by, where, waves, dontknow, interval.
            study=pcss&study=pcss&measure=safe        | The query gives "study" twice. Give it once.
            measure=safe                              | The query does not say which study. Add study=...
            study=pcss&measure=                       | The query does not say which measure. Add measure=...
            study=pcss&measure=safe.                  | "" cannot be the name of an answer. Names have letters, digits and underscores.
            study=pcss&measure=sa fe                  | "sa fe" cannot be the name of a measure. Names have letters, digits and underscores.
            study=../etc&measure=safe                 | "../etc" cannot be the name of a study. Names have letters, digits and underscores.
            study=pcss&measure=safe&where=sex         | "sex" is not a filter. Write variable:category, on the command line variable=category; several as variable:one/other.
            study=pcss&measure=safe&where=sex:        | "sex:" is not a filter. Write variable:category, on the command line variable=category; several as variable:one/other.
            study=pcss&measure=safe&where=a:b:c       | "a:b:c" is not a filter. Write variable:category, on the command line variable=category; several as variable:one/other.
            study=pcss&measure=safe&where=sex:a,      | "" is not a filter. Write variable:category, on the command line variable=category; several as variable:one/other.
            study=pcss&measure=safe&where=sex:a//b    | "" cannot be the name of a category. Names have letters, digits and underscores.
            study=pcss&measure=safe&where=sex:a,sex:b | The query filters twice by "sex". Write the categories of one variable together, as variable:one/other, on the command line variable=one/other.
            study=pcss&measure=safe&by=a,b,c          | A query can break down by at most 2 variables; 3 were given. Filter with where= by the others.
            study=pcss&measure=safe&by=sex,sex        | The query breaks down twice by one variable.
            study=pcss&measure=safe&by=sex,,age       | "" cannot be the name of a variable. Names have letters, digits and underscores.
            study=pcss&measure=safe&by=sex,           | "" cannot be the name of a variable. Names have letters, digits and underscores.
            study=pcss&measure=safe&waves=a..b..c     | "a..b..c" is not a range of waves. Write one wave (2023Q2) or two with dots between (2021Q2..2023Q2).
            study=pcss&measure=safe&waves=2021Q2..    | "2021Q2.." is not a range of waves. Write one wave (2023Q2) or two with dots between (2021Q2..2023Q2).
            study=pcss&measure=safe&waves=a...b       | ".b" cannot be the name of a wave. Names have letters, digits and underscores.
            study=pcss&measure=safe&by=%zz            | "%zz" is not a valid part of a URL.
            """)
    void what_is_not_a_query_is_refused_in_words(String text, String message) {
        assertThatThrownBy(() -> Query.parse(text))
                .isInstanceOf(InputException.class)
                .hasMessage(message);
    }

    @Test
    void a_query_of_more_than_2000_characters_is_refused() {
        assertThatThrownBy(() -> Query.parse("study=pcss&measure=" + "a".repeat(2000)))
                .isInstanceOf(InputException.class)
                .hasMessage("The query has more than 2000 characters. Shorten it.");
    }

    @Test
    void a_filter_needs_a_category() {
        assertThatThrownBy(() -> Query.of("pcss", "safe").where("sex"))
                .isInstanceOf(InputException.class)
                .hasMessage("The filter by \"sex\" names no category. Name the categories that it lets through.");
    }

    @Test
    void words_that_would_change_the_text_cannot_be_put_in_from_java() {
        Query query = Query.of("pcss", "safe");
        assertThatThrownBy(() -> query.waves("2021Q2&by=sex", "2023Q2"))
                .hasMessageContaining("\"2021Q2&by=sex\" cannot be the name of a wave.");
        assertThatThrownBy(() -> query.where("sex", "a\").b(\""))
                .hasMessageContaining("cannot be the name of a category.");
        assertThatThrownBy(() -> query.by(List.of("sex&where")))
                .hasMessageContaining("\"sex&where\" cannot be the name of a variable.");
    }

    @Test
    void a_query_does_not_change_when_what_it_was_made_of_does() {
        TreeMap<String, List<String>> filters = new TreeMap<>();
        filters.put("sex", List.of("male"));
        Query query = new Query(
                "pcss", "safe", List.of(), List.of(), filters, java.util.Optional.empty(), QueryChoices.USUAL);
        filters.put("student", List.of("yes"));
        assertThat(query.whereText()).isEqualTo("sex:male");
        assertThatThrownBy(() -> query.where().remove("sex")).isInstanceOf(UnsupportedOperationException.class);
    }
}
