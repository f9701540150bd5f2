package org.deepdive.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deepdive.analysis.DeepDives;
import org.deepdive.analysis.FigureLedger;
import org.deepdive.disclosure.Audience;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ServedSite.Shared.class)
class PagesTest {

    private final ServedSite site;

    PagesTest(ServedSite site) {
        this.site = site;
    }

    static Stream<String> pages() {
        Stream<String> deepDives = DeepDives.slugs().stream().map(slug -> "/deepdives/" + slug);
        return Stream.concat(
                deepDives,
                Stream.of(
                        "/",
                        "/figures",
                        "/figures?verdict=differs",
                        "/audit",
                        "/deepdives/performance",
                        "/deepdives/engagement",
                        "/deepdives/engagement?q=police&theme=mental-health&group=2021-csp-wigan",
                        "/studies/pcss",
                        "/studies/residents",
                        "/studies/partners",
                        "/methods",
                        "/explore/pcss/safe_local?by=sex&where=student:yes&waves=2021Q2..2023Q2",
                        "/explore/pcss/safe_local_scale.very_safe+fairly_safe?by=wave",
                        "/explore/pcss/base",
                        "/model/pcss/confident_emergency?terms=sex,age_band",
                        "/compare/pcss?title=Trust&of=Measure&first=women&second=men"
                                + "&row=trust;where=sex:female~trust;where=sex:male~Trust"
                                + "&row=trust;where=sex:female,student:yes~trust;where=sex:male,student:yes~Students",
                        "/explore/residents/q1_feel_safe"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_page_is_a_whole_document_with_landmarks(String path) {
        HttpResponse<String> answer = site.get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type").orElseThrow().replace(" ", ""))
                .isEqualTo("text/html;charset=utf-8");
        Document page = Jsoup.parse(answer.body());
        assertThat(page.title()).endsWith(" – Deepdive").hasSizeGreaterThan(15);
        assertThat(page.select("html").attr("lang")).isEqualTo("en-GB");
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("body > header, body > main#content, body > footer"))
                .hasSize(3);
        assertThat(page.select("a.skip").attr("href")).isEqualTo("#content");
        assertThat(page.select("link[rel=canonical]").attr("href"))
                .isEqualTo(site.server().url() + path.substring(1));
        assertThat(page.select("meta[name=description]").attr("content")).isNotBlank();
        assertThat(page.select("svg[role=img]")).allSatisfy(svg -> {
            assertThat(svg.select("title").text()).isNotBlank();
            assertThat(svg.select("desc").text()).isNotBlank();
        });
    }

    @ParameterizedTest
    @MethodSource("pages")
    void no_page_has_an_id_twice_or_a_fragment_that_leads_nowhere(String path) {
        Document page = site.page(path);
        List<String> ids = page.select("[id]").eachAttr("id");
        assertThat(ids).doesNotHaveDuplicates();
        page.select("a[href^=#]")
                .eachAttr("href")
                .forEach(href -> assertThat(ids).contains(href.substring(1)));
        assertThat(page.select("label[for]").eachAttr("for"))
                .allSatisfy(name -> assertThat(ids).contains(name));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void no_page_has_anything_inline_or_from_elsewhere(String path) {
        Document page = site.page(path);
        assertThat(page.select("style, [style], iframe, object, embed, base")).isEmpty();
        assertThat(page.select("script:not([src]):not([type=application/json])"))
                .isEmpty();
        assertThat(page.getAllElements().stream()
                        .flatMap(e -> e.attributes().asList().stream())
                        .map(a -> a.getKey().toLowerCase(java.util.Locale.ROOT))
                        .filter(name -> name.startsWith("on")))
                .isEmpty();
        assertThat(page.select("[src], link[href]:not([rel=canonical]), a[href], form[action]"))
                .allSatisfy(e -> {
                    String address = Stream.of("src", "href", "action")
                            .map(e::attr)
                            .filter(a -> !a.isEmpty())
                            .collect(Collectors.joining());
                    assertThat(address)
                            .startsWith(address.startsWith("#") ? "#" : "/")
                            .doesNotStartWith("//");
                });
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_page_forbids_what_it_does_not_need(String path) {
        var headers = site.get(path).headers();
        assertThat(headers.allValues("content-security-policy"))
                .containsExactly("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                        + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
                        + " frame-ancestors 'none'");
        assertThat(headers.firstValue("x-content-type-options")).hasValue("nosniff");
        assertThat(headers.firstValue("referrer-policy")).hasValue("same-origin");
        assertThat(headers.firstValue("cross-origin-opener-policy")).hasValue("same-origin");
        assertThat(headers.firstValue("cross-origin-resource-policy")).hasValue("same-origin");
        assertThat(headers.firstValue("permissions-policy")).isPresent();
        assertThat(headers.firstValue("server")).isEmpty();
        assertThat(headers.firstValue("set-cookie")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_plot_carries_a_specification_that_is_json(String path) throws Exception {
        for (Element spec : site.page(path).select("script[type=application/json]")) {
            var json = new ObjectMapper().readTree(spec.data());
            assertThat(json.fieldNames()).toIterable().contains("data", "layout", "config", "themes");
        }
    }

    @Test
    void pages_with_practice_data_say_so_at_their_top_and_in_every_picture() {
        for (String path : List.of("/", "/figures", "/deepdives/students", "/explore/pcss/safe_local?by=sex")) {
            Document page = site.page(path);
            assertThat(page.select(".practice-strip").text()).as(path).startsWith("Practice data");
            assertThat(page.select("svg.dd-plot"))
                    .allSatisfy(svg -> assertThat(svg.text()).contains("Practice data. Invented respondents"));
        }
        for (String path : List.of("/deepdives/residents", "/deepdives/partners")) {
            assertThat(site.page(path).select(".practice-strip")).as(path).isEmpty();
        }
    }

    @Test
    void figures_reproduced_from_data_fitted_to_them_are_counted_beside_the_verdict() {
        FigureLedger ledger = new FigureLedger(site.workspace().reproductions(Audience.PUBLIC));
        String evidence = " on practice data fitted to these same figures, which is evidence of nothing";
        assertThat(ledger.fitted()).isPositive().isLessThanOrEqualTo(ledger.count("reproduced"));
        for (String path : List.of("/", "/figures")) {
            assertThat(site.page(path).select(".verdict-reproduced").text())
                    .contains("Of which " + ledger.fitted() + evidence);
        }
        assertThat(site.page("/figures").select(".publication > p .fitted").eachText())
                .containsExactlyElementsOf(site.workspace().published().publications().stream()
                        .map(publication -> ledger.of(publication.id()).fitted())
                        .filter(fitted -> fitted > 0)
                        .map(fitted -> "(of which " + fitted + evidence + ")")
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/explore/pcss/safe_local?by=sex", "/figures.csv"})
    void a_head_request_gets_the_headers_of_the_page_without_the_page(String path) {
        HttpResponse<String> head = site.send(HttpRequest.newBuilder(site.uri(path))
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build());
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("content-type"))
                .isEqualTo(site.get(path).headers().firstValue("content-type"));
    }

    @Test
    void a_page_that_did_not_change_is_not_sent_again() {
        String tag = site.get("/methods").headers().firstValue("etag").orElseThrow();
        HttpResponse<String> again = site.send(HttpRequest.newBuilder(site.uri("/methods"))
                .header("If-None-Match", tag)
                .build());
        assertThat(again.statusCode()).isEqualTo(304);
    }

    @Test
    void assets_are_compressed_and_kept_for_ever() throws Exception {
        Document page = site.page("/");
        List<String> addresses = Stream.concat(
                        page.select("link[rel=stylesheet], link[rel=icon]").eachAttr("href").stream(),
                        Stream.of(
                                page.select("script[src]").attr("src"),
                                page.select("script[src]").attr("data-plotly")))
                .toList();
        assertThat(addresses).hasSize(4);
        for (String address : addresses) {
            HttpResponse<String> plain = site.get(address);
            assertThat(plain.statusCode()).isEqualTo(200);
            assertThat(plain.headers().firstValue("cache-control")).hasValue("public, max-age=31536000, immutable");
            assertThat(plain.headers().firstValue("content-encoding")).isEmpty();
            HttpResponse<String> zipped = site.send(HttpRequest.newBuilder(site.uri(address))
                    .header("Accept-Encoding", "gzip")
                    .build());
            assertThat(zipped.headers().firstValue("content-encoding")).hasValue("gzip");
        }
        assertThat(site.get(addresses.get(3)).headers().firstValue("content-type"))
                .hasValue("text/javascript; charset=utf-8");
        assertThat(site.get("/assets/none.css").statusCode()).isEqualTo(404);
    }

    @Test
    void every_link_of_the_ledger_to_a_plot_leads_to_one() {
        List<String> links = site.page("/figures").select("a[href^=/explore/]").eachAttr("href").stream()
                .distinct()
                .toList();
        assertThat(links).hasSizeGreaterThan(50);
        assertThat(links)
                .allSatisfy(
                        link -> assertThat(site.get(link).statusCode()).as(link).isEqualTo(200));
    }

    @Test
    void every_link_of_the_first_page_and_of_the_audit_leads_somewhere() {
        List<String> ids = site.page("/figures").select("[id]").eachAttr("id");
        Stream.of("/", "/audit", "/studies/pcss", "/studies/residents", "/methods", "/nowhere")
                .flatMap(path -> site.page(path).select("a[href^=/]").eachAttr("href").stream())
                .distinct()
                .forEach(link -> {
                    HttpResponse<String> answer = site.get(link.replaceAll("#.*", ""));
                    if (answer.statusCode() == 303) {
                        answer =
                                site.get(answer.headers().firstValue("location").orElseThrow());
                    }
                    assertThat(answer.statusCode()).as(link).isEqualTo(200);
                    if (link.startsWith("/figures#")) {
                        assertThat(ids).contains(link.substring("/figures#".length()));
                    }
                });
    }

    static Stream<String> deepDives() {
        return DeepDives.slugs().stream().map(slug -> "/deepdives/" + slug);
    }

    @ParameterizedTest
    @MethodSource("deepDives")
    void every_file_and_every_plot_that_a_deep_dive_links_to_is_there(String path) {
        Document page = site.page(path);
        List<String> files = page.select(".exhibit .actions a, .exhibit .open a").eachAttr("href").stream()
                .distinct()
                .toList();
        assertThat(files).anyMatch(file -> file.startsWith("/explore/"));
        assertThat(files)
                .allSatisfy(
                        file -> assertThat(site.get(file).statusCode()).as(file).isEqualTo(200));
        files.stream()
                .filter(file -> file.startsWith(path + "/") && file.endsWith(".csv"))
                .forEach(file -> assertThat(site.get(file).body()).as(file).containsAnyOf("practice", "published"));
        assertThat(site.get(path + "/respondents-99.csv").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @MethodSource("deepDives")
    void every_exhibit_of_a_deep_dive_has_a_table_and_its_question_in_other_forms(String path) {
        assertThat(site.page(path).select("figure.exhibit")).isNotEmpty().allSatisfy(figure -> {
            assertThat(figure.select("table.dd-table")).isNotEmpty();
            assertThat(figure.select("dl.doors pre code").eachText())
                    .hasSize(4)
                    .anyMatch(text -> text.startsWith("Studies.open("))
                    .anyMatch(text -> text.startsWith("deepdive "))
                    .anyMatch(text -> text.startsWith("@misc{") || text.startsWith("@dataset{"));
        });
    }

    @Test
    void health_is_json_with_the_version() throws Exception {
        var json = new ObjectMapper().readTree(site.get("/healthz").body());
        assertThat(json.path("status").asText()).isEqualTo("ok");
        assertThat(json.path("version").asText()).isNotBlank();
    }
}
