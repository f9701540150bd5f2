package org.deepdive.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The search page, over the packaged studies, deep-dives and published figures. */
@ExtendWith(ServedSite.Shared.class)
class SearchPageTest {

    private final ServedSite site;

    SearchPageTest(ServedSite site) {
        this.site = site;
    }

    private static String escaped(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            safe local area          | found-measure  | /explore/pcss/safe_local
            unsafe place of study    | found-question | /studies/pcss#variable-safe_study
            bisexual                 | found-category | /studies/pcss#variable-orientation
            """)
    void each_kind_of_thing_is_found_first_where_its_words_are(String words, String group, String path) {
        Document page = site.page("/search?q=" + escaped(words));
        assertThat(page.select("#" + group)
                        .first()
                        .nextElementSibling()
                        .select("li a")
                        .attr("href"))
                .isEqualTo(path);
    }

    @Test
    void sections_of_deep_dives_are_found_with_the_label_of_their_numbers() {
        site.get("/deepdives/students");
        Document page = site.page("/search?q=" + escaped("women students unsafe"));
        Element hit = page.select("#found-section + ul li").stream()
                .filter(li -> li.selectFirst("a").attr("href").startsWith("/deepdives/students#"))
                .findFirst()
                .orElseThrow();
        assertThat(hit.select(".label").text()).isEqualTo("Practice data");
        assertThat(page.select(".practice-strip")).hasSize(1);
    }

    @Test
    void what_is_found_is_there() {
        Document page = site.page("/search?q=trust");
        List<String> links = page.select(".hits a").eachAttr("href");
        assertThat(links).hasSizeGreaterThan(10).allSatisfy(link -> {
            String[] parts = link.split("#");
            assertThat(site.get(parts[0]).statusCode()).as(link).isEqualTo(200);
            if (parts.length == 2) {
                assertThat(site.page(parts[0]).getElementById(parts[1]))
                        .as(link)
                        .isNotNull();
            }
        });
        assertThat(page.select("#found-figure .tally").text()).matches("\\d+");
        assertThat(page.select("#found-figure + ul li")).hasSizeLessThanOrEqualTo(SearchPage.MOST_LISTED);
    }

    @Test
    void the_twin_has_all_that_is_found() throws Exception {
        JsonNode json =
                new ObjectMapper().readTree(site.get("/search.json?q=trsut").body());
        assertThat(json.get("query").asText()).isEqualTo("trsut");
        assertThat(json.get("count").asInt()).isEqualTo(json.get("hits").size()).isGreaterThan(10);
        JsonNode first = json.get("hits").get(0);
        assertThat(first.get("kind").asText()).isEqualTo("measure");
        assertThat(first.get("title").asText()).containsIgnoringCase("trust");
        assertThat(first.get("path").asText()).startsWith("/");
    }

    @Test
    void nothing_looked_for_explains_and_nothing_found_says_so() {
        assertThat(site.page("/search").select(".note").text()).startsWith("Finds measures, questions");
        assertThat(site.page("/search?q=").select("h2")).isEmpty();
        assertThat(site.page("/search?q=qqqqqqqqqqqq").select(".page > p").text())
                .contains("Nothing has these words: qqqqqqqqqqqq");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "' OR 1=1 --",
                "%",
                "\u202Esafe",
                "😀"
            })
    void hostile_words_are_words(String words) {
        HttpResponse<String> answer = site.get("/search?q=" + escaped(words));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("<script>alert", "<img src=x");
        assertThat(site.get("/search.json?q=" + escaped(words)).statusCode()).isEqualTo(200);
    }

    @Test
    void too_long_or_repeated_words_are_refused_with_a_remedy() {
        HttpResponse<String> answer = site.get("/search?q=" + "x".repeat(101));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("more than 100 characters", "Look for fewer.");
        assertThat(site.get("/search?q=a&q=b").statusCode()).isEqualTo(400);
        assertThat(site.get("/search?words=a").statusCode()).isEqualTo(400);
    }

    @Test
    void every_page_has_the_search_box() {
        Element form = site.page("/methods").selectFirst("header form[role=search]");
        assertThat(form.attr("action")).isEqualTo("/search");
        assertThat(form.selectFirst("label").attr("for"))
                .isEqualTo(form.selectFirst("input[name=q]").id());
    }
}
