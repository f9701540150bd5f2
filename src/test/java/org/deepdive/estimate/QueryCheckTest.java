package org.deepdive.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.deepdive.study.DataFolder;
import org.deepdive.study.InputException;
import org.deepdive.study.Study;
import org.deepdive.study.StudyReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a study says to a question that it cannot answer. */
class QueryCheckTest {

    private static final StudyReader STUDIES = new StudyReader(DataFolder.packaged());
    private static final Study PCSS = STUDIES.read("pcss");
    private static final Study RESIDENTS = STUDIES.read("residents");

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            study=pccs&measure=safe_local                                | There is no study "pccs". Did you mean "pcss"? Allowed: pcss.
            study=pcss&measure=safe_locl                                 | There is no measure "safe_locl". Did you mean "safe_local"? Allowed: safe_local, unsafe_local, safe_local_scale,
            study=pcss&measure=safe_local&by=sx                          | There is no variable "sx". Did you mean "sex"? Allowed: wave, district, sex,
            study=pcss&measure=safe_local&by=weight                      | There is no variable "weight". Allowed: wave, district, sex,
            study=pcss&measure=safe_local&where=studnt:yes               | There is no variable "studnt". Did you mean "student"? Allowed: wave, district,
            study=pcss&measure=safe_local&where=sex:femal                | There is no category of sex "femal". Did you mean "female"? Allowed: female, male, other, refused.
            study=pcss&measure=safe_local&where=sex:female/mail          | There is no category of sex "mail". Did you mean "male"? Allowed: female, male, other, refused.
            study=pcss&measure=safe_local&waves=2021Q5                   | There is no wave "2021Q5". Did you mean "2021Q1"? Allowed: 2019Q3, 2019Q4,
            study=pcss&measure=safe_local&waves=2021Q2..2031Q2           | There is no wave "2031Q2". Did you mean "2021Q2"? Allowed: 2019Q3, 2019Q4,
            study=pcss&measure=safe_local&waves=2023Q2..2021Q2           | The waves 2023Q2..2021Q2 run backwards. Write the earlier wave first: 2021Q2..2023Q2.
            study=pcss&measure=safe_local_scale.very_saf                 | There is no answer of safe_local_scale "very_saf". Did you mean "very_safe"? Allowed: very_safe, fairly_safe, bit_unsafe, very_unsafe, dont_know.
            study=pcss&measure=safe_local.yes                            | There is no answer of safe_local "yes": it has one value. Ask for safe_local. Allowed: safe_local_scale.very_safe, safe_local_scale.fairly_safe,
            study=pcss&measure=safe_local.very_safe                      | There is no answer of safe_local "very_safe": it has one value. Ask for safe_local_scale.very_safe.
            study=pcss&measure=base.yes                                  | There is no answer of base "yes": it has one value. Ask for base.
            study=pcss&measure=safe_study_reason.staff/busy              | The measure "safe_study_reason" cannot count several answers together. Ask for one answer at a time.
            """)
    void what_the_survey_does_not_have_is_named_with_the_nearest(String query, String message) {
        assertThatThrownBy(() -> new QueryCheck(PCSS).check(Query.parse(query)))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void long_lists_of_what_is_allowed_are_cut_with_a_count() {
        assertThatThrownBy(() ->
                        new QueryCheck(PCSS).check(Query.of("pcss", "safe").waves("2018Q1", "2018Q1")))
                .isInstanceOfSatisfying(InputException.class, e -> {
                    assertThat(e.allowed()).contains("safe_local", "base");
                    assertThat(e.getMessage()).contains(" and ").endsWith(" more.");
                });
    }

    @Test
    void an_error_keeps_its_parts() {
        assertThatThrownBy(() -> PCSS.measure("safe_locl")).isInstanceOfSatisfying(InputException.class, e -> {
            assertThat(e.code()).isEqualTo("unknown-measure");
            assertThat(e.given()).isEqualTo("safe_locl");
            assertThat(e.remedy()).isEqualTo("Did you mean \"safe_local\"?");
        });
    }

    @Test
    void a_name_that_is_near_to_nothing_gets_no_suggestion() {
        assertThatThrownBy(() -> new QueryCheck(RESIDENTS).check(Query.of("residents", "zzzzzzzzzzzz")))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("There is no measure \"zzzzzzzzzzzz\". Allowed: district, q1_feel_safe");
    }

    @Test
    void codes_and_answers_are_put_into_codebook_order_once() {
        Query checked = new QueryCheck(PCSS)
                .check(
                        Query.parse(
                                "study=pcss&measure=safe_local_scale.fairly_safe/very_safe/fairly_safe&where=sex:male/female/male"));
        assertThat(checked.text())
                .isEqualTo("study=pcss&measure=safe_local_scale.very_safe/fairly_safe&where=sex:female/male");
        assertThat(new QueryCheck(PCSS).check(checked)).isEqualTo(checked);
    }

    @ParameterizedTest
    @CsvSource({"by=district", "where=district:bury", "waves=2021Q2"})
    void a_study_of_counts_has_no_breakdown_filter_or_wave(String part) {
        Query query = Query.parse("study=residents&measure=district&" + part);
        assertThatThrownBy(() -> new QueryCheck(RESIDENTS).check(query))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "The study \"residents\" has published counts only, so it cannot be broken down, filtered or cut"
                                + " by wave. Ask for study=residents&measure=district.");
    }

    @Test
    void a_study_of_counts_answers_a_plain_query() {
        Query query = Query.parse("study=residents&measure=district.bury");
        assertThat(new QueryCheck(RESIDENTS).check(query)).isEqualTo(query);
    }
}
