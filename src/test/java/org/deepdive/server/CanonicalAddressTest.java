package org.deepdive.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every question has one address. */
@ExtendWith(ServedSite.Shared.class)
class CanonicalAddressTest {

    private final ServedSite site;

    CanonicalAddressTest(ServedSite site) {
        this.site = site;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /explore/pcss/safe_local?waves=2021Q2..2021Q2         | /explore/pcss/safe_local?waves=2021Q2
            /explore/pcss/safe_local?by=                          | /explore/pcss/safe_local
            /explore/pcss/safe_local?waves=2022Q1&by=sex          | /explore/pcss/safe_local?by=sex&waves=2022Q1
            /explore/pcss/safe_local?where=student:yes,sex:male   | /explore/pcss/safe_local?where=sex:male,student:yes
            /explore/pcss/safe_local.csv?where=sex:male/female    | /explore/pcss/safe_local.csv?where=sex:female/male
            """)
    void another_spelling_of_a_question_leads_to_its_address(String given, String canonical) {
        HttpResponse<String> answer = site.get(given);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("location").orElseThrow()).endsWith(canonical);
        assertThat(site.get(canonical).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/explore/pcss/safe_local?by=sex%2Cage_band&where=student%3Ayes",
                "/explore/pcss/safe_local_scale.very_safe+fairly_safe",
                "/explore/pcss/safe_local_scale.very_safe%2Bfairly_safe"
            })
    void escapes_of_the_same_characters_do_not_redirect(String path) {
        assertThat(site.get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void a_page_tells_its_question_in_four_ways() {
        Document page = site.page("/explore/pcss/safe_local?by=sex&where=student:yes&waves=2021Q2..2023Q2");
        assertThat(page.select(".doors code").eachText())
                .containsExactly(
                        site.server().url() + "explore/pcss/safe_local?by=sex&where=student:yes&waves=2021Q2..2023Q2",
                        "Studies.open(\"pcss\").measure(\"safe_local\").by(\"sex\").where(\"student\", \"yes\")"
                                + ".waves(\"2021Q2\", \"2023Q2\").estimate()",
                        "deepdive estimate pcss safe_local --by sex --where student=yes --waves 2021Q2..2023Q2",
                        "study=pcss&measure=safe_local&by=sex&where=student:yes&waves=2021Q2..2023Q2");
    }

    @Test
    void a_form_leaves_out_the_answer_of_another_measure() {
        HttpResponse<String> answer = site.get(
                "/explore/pcss?was=safe_local_scale&answer=very_safe&measure=safe_study_scale&by1=sex&by2=sex");
        assertThat(answer.headers().firstValue("location").orElseThrow())
                .endsWith("/explore/pcss/safe_study_scale?by=sex");
    }

    @Test
    void a_study_without_a_question_leads_to_its_codebook() {
        assertThat(site.get("/explore/pcss").headers().firstValue("location").orElseThrow())
                .endsWith("/studies/pcss");
    }
}
