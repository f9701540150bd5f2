package org.deepdive.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The deep-dives into documents: performance against the plan, and what people said. */
@ExtendWith(ServedSite.Shared.class)
class DocumentsTest {

    private static final String HOSTILE = "%3Cscript%3Ealert%281%29%3C%2Fscript%3E%22%20onfocus%3D%22alert%282%29";

    private final ServedSite site;

    DocumentsTest(ServedSite site) {
        this.site = site;
    }

    private Element score(String indicator) {
        return site.page("/deepdives/performance").select(".scores tbody tr").stream()
                .filter(row -> row.selectFirst("th").text().equals(indicator))
                .findFirst()
                .orElseThrow();
    }

    private static List<NamedCsvRecord> csv(String text) {
        return CsvReader.builder().ofNamedCsvRecord(text).stream().toList();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            Average time to answer a 999 call              | ✓ Better            | 29 seconds March 2022               | 5 seconds March 2023           | −24 seconds | −83%
            Average time to answer a non-emergency call    | ✓ Better            | 4 minutes and 58 seconds March 2022 | 1 minute and 9 seconds March 2023 | −229 seconds | −77%
            Grade 2 incidents attended within an hour      | ✓ Better            | 32% March 2022                      | 59% March 2023                 | +27 points  | +84%
            Satisfaction of service users with the police  | ✗ Worse as printed; whether beyond sampling error depends on how many answered | 57.0% 2022Q1                        | 51.0% 2023Q1                   | −6 points   | −11%
            Place in the league table of answering         | – No earlier figure | –                                   | 4th                            | –           | –
            County lines closed in year 1, of a target of 80 | – No earlier figure | –                                 | over 80 year 1, to March 2023  | –           | –
            Arrests                                        | ↔ Changed, not judged | –                                 | –                              | –           | +49.9% (as printed)
            """)
    void the_scorecard_has_each_change_in_its_own_unit_with_a_verdict_in_words(
            String indicator, String verdict, String earlier, String latest, String change, String relative) {
        assertThat(score(indicator).select("td").eachText())
                .containsExactly(verdict, earlier, latest, change, relative);
    }

    @Test
    void a_difference_from_others_within_rounding_is_said_to_be() {
        assertThat(score("Rape investigations that result in a charge").text())
                .contains("Beside others: −1 point from 5%");
        assertThat(site.page("/deepdives/performance").select(".score-about").text())
                .contains("lies within rounding: the difference is between −2 points and 0 points.");
    }

    @Test
    void the_fall_in_satisfaction_comes_with_how_many_must_have_answered() {
        Document page = site.page("/deepdives/performance");
        assertThat(page.select(".score-about").text())
                .contains("The change is printed as -6.0%, which agrees.")
                .contains(
                        "Beyond sampling error at 95% if at least 547 (design effect 1) or 820 (design effect 1.5) of the"
                                + " 3,250 of each sample answered; how many did is not printed.");
        assertThat(page.select("#method ~ ul").text())
                .contains("Satisfaction of service users with the police: not everyone in the sample is asked.")
                .contains("the 18% printed for “Contact with GMP or another organisation” would be about 585")
                .contains("for the change of −6 points to be")
                .contains("in a simple random sample, not with a design effect of 1.5.");
    }

    @Test
    void what_was_said_names_its_documents_with_the_years_they_quote_from() {
        assertThat(site.page("/deepdives/engagement").select("#sources + ul li").eachText())
                .hasSize(2)
                .allMatch(source -> source.startsWith("Greater Manchester Combined Authority, "))
                .anyMatch(source -> source.endsWith("consultation feedback, 2021. The statements of 2021."))
                .anyMatch(source -> source.endsWith("consultation report, 2024. The statements of 2024."));
    }

    @Test
    void commitments_keep_their_printed_numbers_and_say_where_nothing_was_reported() {
        Document page = site.page("/deepdives/performance");
        List<String> numbers = page.select(".commitments li").eachAttr("value");
        assertThat(numbers).hasSize(85).startsWith("1").endsWith("87").doesNotContain("28", "29");
        assertThat(page.select(".nothing").eachText()).hasSize(13).containsOnly("Nothing reported in the sources.");
        assertThat(page.select("#elsewhere ~ .asked h3").eachText()).endsWith("Governance and Accountability");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/deepdives/performance", "/deepdives/engagement?group=2024-moss-side"})
    void every_link_leads_somewhere(String path) {
        List<String> ids = site.page("/figures").select("[id]").eachAttr("id");
        Document page = site.page(path);
        List<String> own = page.select("[id]").eachAttr("id");
        assertThat(page.select("main a[href^=/]").eachAttr("href").stream().distinct())
                .hasSizeGreaterThan(20)
                .allSatisfy(link -> {
                    String target = link.replaceAll("#.*", "");
                    if (link.startsWith("/figures#")) {
                        assertThat(ids).contains(link.substring("/figures#".length()));
                    } else {
                        assertThat(site.get(target).statusCode()).as(link).isEqualTo(200);
                        if (link.contains("#")) {
                            assertThat(own).contains(link.replaceAll(".*#", ""));
                        }
                    }
                });
    }

    @Test
    void statements_are_found_by_words_theme_and_group_together() {
        Document found =
                site.page("/deepdives/engagement?q=POLICE+officer&theme=mental-health&group=2021-csp-manchester");
        assertThat(found.select(".statements blockquote").eachText())
                .singleElement()
                .asString()
                .startsWith("Mental health – underpins everything – 50% of police officer time");
        assertThat(found.select(".statements .quoted-section").text())
                .contains("Manchester Community Safety Partnership, 2021 (community safety partnership).")
                .contains("Mental health", "Partnership working");
        assertThat(found.select("#q").attr("value")).isEqualTo("POLICE officer");
        assertThat(found.select("#theme option[selected]").attr("value")).isEqualTo("mental-health");
        assertThat(found.select("#group option[selected]").attr("value")).isEqualTo("2021-csp-manchester");
        assertThat(found.select("link[rel=canonical]").attr("href"))
                .isEqualTo(site.server().url()
                        + "deepdives/engagement?q=POLICE+officer&theme=mental-health&group=2021-csp-manchester");
    }

    @Test
    void a_form_submitted_empty_is_the_page_itself() {
        Document page = site.page("/deepdives/engagement?q=&theme=&group=");
        assertThat(page.select("link[rel=canonical]").attr("href"))
                .isEqualTo(site.server().url() + "deepdives/engagement");
        assertThat(page.select(".statements li")).isEmpty();
        assertThat(page.select("#statements ~ p").text()).contains("There are 580 statements.");
    }

    @Test
    void what_is_not_found_is_answered_with_help() {
        HttpResponse<String> answer = site.get("/deepdives/engagement?q=zebra");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(site.page("/deepdives/engagement?q=zebra").select(".nothing").text())
                .startsWith("Nothing found. Look for fewer or shorter words");
    }

    @Test
    void words_of_an_attack_are_shown_as_words() {
        HttpResponse<String> answer = site.get("/deepdives/engagement?q=" + HOSTILE);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("<script>alert", "\" onfocus=");
        Document page = site.page("/deepdives/engagement?q=" + HOSTILE);
        assertThat(page.select("#q").attr("value")).isEqualTo("<script>alert(1)</script>\" onfocus=\"alert(2)");
        assertThat(page.select("[onfocus]")).isEmpty();
        assertThat(page.select("a[download]").attr("href"))
                .startsWith("/deepdives/engagement.csv?q=%3Cscript%3E")
                .doesNotContain("<", "\"");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            theme=mental-helth  | There is no theme "mental-helth".      | Did you mean "mental-health"?
            group=2021-csp-wign | There is no group "2021-csp-wign".     | Did you mean "2021-csp-wigan"?
            themes=asb          | There is no parameter "themes".        | Did you mean "theme"?
            q=a&q=b             | The address gives "q" twice.           | Give it once.
            """)
    void mistakes_in_the_address_are_told_with_what_to_do(String query, String problem, String remedy)
            throws JsonProcessingException {
        assertThat(site.get("/deepdives/engagement?" + query).statusCode()).isEqualTo(400);
        assertThat(site.page("/deepdives/engagement?" + query).select("main").text())
                .contains(problem, remedy);
        HttpResponse<String> csv = site.get("/deepdives/engagement.csv?" + query);
        assertThat(csv.statusCode()).isEqualTo(400);
        JsonNode error = new ObjectMapper().readTree(csv.body()).path("error");
        assertThat(error.path("message").asText()).isEqualTo(problem);
        assertThat(error.path("remedy").asText()).isEqualTo(remedy);
    }

    @Test
    void words_to_look_for_have_a_longest_length() {
        assertThat(site.get("/deepdives/engagement?q=" + "a".repeat(100)).statusCode())
                .isEqualTo(200);
        HttpResponse<String> answer = site.get("/deepdives/engagement?q=" + "a".repeat(101));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("The words to look for have more than 100 characters.");
    }

    @Test
    void a_page_shows_at_most_a_hundred_statements_and_the_csv_all() {
        Document page = site.page("/deepdives/engagement?q=e");
        assertThat(page.select(".statements li")).hasSize(EngagementPage.MOST_SHOWN);
        assertThat(page.select("#statements ~ p").text()).contains("the first 100 are shown");
        HttpResponse<String> all = site.get(page.select("a[download]").attr("href"));
        assertThat(csv(all.body())).hasSizeGreaterThan(500);
    }

    @Test
    void the_csv_has_what_the_page_found_word_for_word() {
        HttpResponse<String> answer = site.get("/deepdives/engagement.csv?theme=asb&group=2021-csp-trafford");
        assertThat(answer.headers().firstValue("content-type").orElseThrow()).startsWith("text/csv");
        List<NamedCsvRecord> rows = csv(answer.body());
        assertThat(rows.get(0).getHeader()).containsExactly("group", "year", "kind", "themes", "quote", "source");
        assertThat(rows).hasSizeGreaterThan(2).allSatisfy(row -> {
            assertThat(row.getField("group")).isEqualTo("Trafford Community Safety Partnership");
            assertThat(row.getField("themes")).contains("Anti-social behaviour");
            assertThat(row.getField("source")).isEqualTo("001_1fca271338c74049.txt");
        });
        assertThat(site.page("/deepdives/engagement?theme=asb&group=2021-csp-trafford")
                        .select(".statements blockquote")
                        .eachText())
                .containsExactlyElementsOf(
                        rows.stream().map(row -> row.getField("quote")).toList());
    }

    @Test
    void the_matrix_counts_the_statements_it_links_to() {
        Document page = site.page("/deepdives/engagement");
        Element matrix = page.selectFirst(".matrix");
        for (Element row : matrix.select("tbody tr")) {
            String total = row.select("td").last().text();
            String link = row.selectFirst("a").attr("href").replace("/engagement?", "/engagement.csv?");
            assertThat(csv(site.get(link.replaceAll("#.*", "")).body()))
                    .as(link)
                    .hasSize(Integer.parseInt(total));
        }
        assertThat(matrix.select("tfoot td").last().text()).isEqualTo("580");
        assertThat(page.select(".matrix td[class*=shade]"))
                .allSatisfy(cell -> assertThat(cell.text().toLowerCase(Locale.UK))
                        .as("a number, so that the shade is not needed")
                        .matches("–|\\d+"));
        assertThat(page.select("#method ~ ul").text())
                .contains("They measure neither how many people hold a view, nor how strongly, nor how common it is");
    }

    @Test
    void groups_say_how_many_people_only_where_it_is_printed() {
        List<String> people = site.page("/deepdives/engagement")
                .select("#groups ~ div tbody td:nth-child(4)")
                .eachText();
        assertThat(people).hasSize(43);
        assertThat(people.stream().filter(p -> !p.equals("not printed"))).containsExactly("250", "60", "790", "121");
    }

    @Test
    void both_are_on_the_first_page() {
        assertThat(site.page("/").select(".card a").eachAttr("href"))
                .endsWith("/deepdives/performance", "/deepdives/engagement");
    }
}
