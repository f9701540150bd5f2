package org.deepdive.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The form that changes a question, as a browser without scripts submits it. */
@ExtendWith(ServedSite.Shared.class)
class ExploreFormTest {

    private final ServedSite site;

    ExploreFormTest(ServedSite site) {
        this.site = site;
    }

    /** The address that a form leads to as it stands. */
    static String submitted(Element form) {
        List<String> fields = new ArrayList<>();
        form.select("input[type=hidden], input[checked]").forEach(field -> add(fields, field, field.attr("value")));
        for (Element select : form.select("select")) {
            Element chosen = select.selectFirst("option[selected]");
            add(fields, select, (chosen == null ? select.selectFirst("option") : chosen).attr("value"));
        }
        return form.attr("action") + "?" + String.join("&", fields);
    }

    private static void add(List<String> fields, Element field, String value) {
        fields.add(field.attr("name") + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    private String location(String path) {
        HttpResponse<String> answer = site.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("location").orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/explore/pcss/safe_local?by=sex,age_band&where=student:yes&waves=2021Q2..2023Q2",
                "/explore/pcss/safe_local_scale.very_safe+fairly_safe?where=sex:female/male",
                "/explore/pcss/safe_local?where=age_band:16_24/25_34/35_44,sex:female/male",
                "/explore/pcss/safe_local_scale?by=sex&dontknow=out&interval=beta&chart=bars",
                "/explore/pcss/safe_local?by=wave&chart=bars",
                "/explore/victims/satisfied?interval=wilson",
                "/explore/residents/q1_feel_safe"
            })
    void a_form_submitted_unchanged_asks_the_same_question(String path) {
        Document page = site.page(path);
        assertThat(location(submitted(page.selectFirst("form.controls")))).endsWith(path);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            study=victims&measure=safe_local&by1=sex                                    | /explore/victims/satisfied
            study=pcss&measure=trust&was=safe_local&interval=beta                       | /explore/pcss/trust?interval=beta
            study=pcss&measure=safe_local_score&was=safe_local&interval=beta            | /explore/pcss/safe_local_score
            study=pcss&measure=safe_local_score&was=safe_local&dontknow=out             | /explore/pcss/safe_local_score
            measure=safe_local&was=safe_local&where.sex=female&where.sex=male           | /explore/pcss/safe_local?where=sex:female/male
            measure=safe_local&was=safe_local_scale&chart=bars                          | /explore/pcss/safe_local
            measure=safe_local&was=safe_local&chart=likert                              | /explore/pcss/safe_local
            measure=safe_local&was=safe_local&by1=wave&chart=bars                       | /explore/pcss/safe_local?by=wave&chart=bars
            measure=safe_local&was=safe_local&by1=&by2=sex&from=2021Q2&to=&chart=       | /explore/pcss/safe_local?by=sex&waves=2021Q2..2024Q1
            """)
    void what_a_changed_form_asks_has_an_address(String fields, String address) {
        assertThat(location("/explore/pcss?" + fields)).endsWith(address);
        assertThat(site.get(address).statusCode()).isEqualTo(200);
    }

    @Test
    void exploring_starts_with_the_first_study_that_has_respondents() {
        assertThat(location("/explore")).endsWith("/explore/pcss/safe_local");
        assertThat(location("/explore?study=residents")).contains("/explore/residents/");
        assertThat(site.get("/explore?study=pcs").statusCode()).isEqualTo(404);
    }

    @Test
    void controls_are_offered_only_where_they_change_something() {
        Document share = site.page("/explore/pcss/safe_local_scale");
        assertThat(share.select("#dontknow option").eachText()).containsExactly("Counted, as usual", "Left out");
        assertThat(share.select("#interval option").eachText())
                .containsExactly("Logit, as usual", "Korn-Graubard", "Wilson", "Wald", "Arcsine", "Likelihood");
        assertThat(share.select("#chart option").eachText())
                .containsExactly("Stacked bar chart, as usual", "Bar chart");
        Document score = site.page("/explore/pcss/safe_local_score");
        assertThat(score.select("#dontknow, #interval, #chart")).isEmpty();
        Document counts = site.page("/explore/residents/q1_feel_safe");
        assertThat(counts.select("#by1, #control-filters, #from, #dontknow, #interval"))
                .isEmpty();
    }

    @Test
    void filters_in_force_are_open_and_say_whom_they_let_through() {
        Document page = site.page("/explore/pcss/safe_local?where=sex:female/male");
        assertThat(page.selectFirst("#control-filters").hasAttr("open")).isTrue();
        assertThat(page.select(".choose.active summary").eachText()).containsExactly("Sex: Women or Men");
        assertThat(page.select("input[checked]").eachAttr("value")).containsExactly("female", "male");
        assertThat(site.page("/explore/pcss/safe_local")
                        .selectFirst("#control-filters")
                        .hasAttr("open"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /explore/pcss/safe_local?chart=likert     | stacked bars need the distribution of one question
            /explore/pcss/safe_local?chart=pie        | There is no chart "pie". Did you mean
            /explore/pcss/safe_local?by=sex&chart=line | lines need a breakdown by wave
            /explore/pcss?measure=safe_local&measure=trust | twice
            """)
    void a_chart_that_cannot_be_drawn_is_refused_with_what_it_needs(String path, String words) {
        HttpResponse<String> answer = site.get(path, "application/json");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body().replace("\\\"", "\"")).contains(words.split(" Did")[0]);
    }

    @Test
    void the_chart_is_part_of_the_address_and_not_of_the_question() {
        String path = "/explore/pcss/safe_local_scale?by=sex&chart=bars";
        Document page = site.page(path);
        assertThat(page.select("link[rel=canonical]").attr("href")).endsWith(path);
        assertThat(page.select(".doors code").eachText())
                .contains("study=pcss&measure=safe_local_scale&by=sex")
                .anyMatch(code -> code.endsWith(path));
        assertThat(page.select(".answer a").eachAttr("href"))
                .contains(
                        "/explore/pcss/safe_local_scale.csv?by=sex",
                        "/explore/pcss/safe_local_scale.json?by=sex",
                        "/explore/pcss/safe_local_scale.svg?by=sex&chart=bars");
        assertThat(site.get("/explore/pcss/safe_local_scale.svg?by=sex&chart=bars")
                        .body())
                .isNotEqualTo(
                        site.get("/explore/pcss/safe_local_scale.svg?by=sex").body());
        assertThat(site.get("/explore/pcss/safe_local_scale?by=sex&chart=likert")
                        .headers()
                        .firstValue("location")
                        .orElseThrow())
                .endsWith("/explore/pcss/safe_local_scale?by=sex");
        assertThat(site.get("/explore/pcss/safe_local_scale.csv?by=sex&chart=bars")
                        .statusCode())
                .isEqualTo(302);
    }
}
