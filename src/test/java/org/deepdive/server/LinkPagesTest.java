package org.deepdive.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.deepdive.PackagedStudies;
import org.deepdive.analysis.Workspace;
import org.deepdive.server.LinkTown.People;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Saving a plot from its page, and what anyone who has the link reads of it, then and later. */
class LinkPagesTest {

    private static final String NOON = "2026-03-03T12:00:00Z";
    private static final String HOSTILE = "\"'></title></h1><script>alert(1)</script><img src=x onerror=alert(1)>";

    @TempDir
    Path folder;

    private final SetClock clock = new SetClock(NOON);
    private Workspace town;
    private ServedSite site;
    private Visitor owner;
    private Visitor reader;

    @BeforeEach
    void start() {
        town = LinkTown.saved(folder.resolve("saved"));
        site = serve(town);
        owner = new Visitor(site);
        reader = new Visitor(site);
    }

    private ServedSite serve(Workspace workspace) {
        return new ServedSite(workspace, ServedSite.keepingLinks(folder.resolve("links.db"), Optional.empty()), clock);
    }

    /** The same links above other data. */
    private void restart(Workspace workspace) {
        site.close();
        site = serve(workspace);
        reader = new Visitor(site);
    }

    @AfterEach
    void stop() {
        site.close();
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElseThrow();
    }

    @Test
    void a_page_of_a_plot_has_the_form_that_saves_it() {
        Document page = owner.page(LinkTown.BY_AREA);
        Element form = page.selectFirst("form[action=/p]");
        assertThat(form.attr("method")).isEqualTo("post");
        assertThat(form.select("input[name=path]").attr("value")).isEqualTo(LinkTown.BY_AREA);
        assertThat(form.select("input[name=title]").attr("value")).isEqualTo("Agree, by area");
        assertThat(form.select("input, select, textarea").eachAttr("name"))
                .containsExactly("path", "title", "note", "expires", "day", "locked");
        assertThat(form.select("label").eachAttr("for"))
                .containsExactlyElementsOf(form.select("[id^=share-]").eachAttr("id"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/explore/town/agree?by=area",
                "/explore/town/agree",
                "/explore/town/answers?by=area&chart=bars",
                "/explore/town/agree?where=area:a/b",
                "/model/town/agree?terms=area,age",
                "/compare/town?title=Agree&of=Measure&first=young&second=old"
                        + "&row=agree;where=age:young~agree;where=age:old~Agree"
            })
    void a_plot_is_saved_from_its_page_and_is_the_same_for_anyone_who_has_the_link(String path) {
        HttpResponse<String> answered = owner.get(path);
        assertThat(answered.statusCode())
                .as(answered.headers().map() + answered.body())
                .isEqualTo(200);
        Document asked = Jsoup.parse(answered.body());
        Element form = asked.selectFirst("form[action=/p]");
        String link = owner.save(form.select("input[name=path]").attr("value"), "For the board");
        assertThat(link).matches("/p/[0-9A-Za-z]{8,20}");
        HttpResponse<String> answer = reader.get(link);
        assertThat(answer.statusCode()).isEqualTo(200);
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select("h1").text()).isEqualTo("For the board");
        assertThat(page.select(".frozen-plot .plot-wide svg.dd-plot").outerHtml())
                .isEqualTo(asked.select(".plot-wide svg.dd-plot").outerHtml())
                .isNotEmpty();
        assertThat(page.select(".frozen-plot .plot-narrow svg.dd-plot")).hasSize(1);
        assertThat(page.select("section.status h2").text()).isEqualTo("Current");
        assertThat(page.select("a:contains(Ask this question today)").attr("href"))
                .isEqualTo(path);
        assertThat(reader.get(link + ".csv").body()).isEqualTo(file(path, ".csv"));
        if (!path.startsWith("/compare")) {
            assertThat(reader.get(link + ".json").body()).isEqualTo(file(path, ".json"));
        }
        assertThat(header(reader.get(link + ".svg"), "content-type")).startsWith("image/svg+xml");
        assertThat(reader.get(link + ".svg").body())
                .startsWith("<svg")
                .contains("For the board", "Practice data", "As saved on ", link)
                .doesNotContain("<style>", "class=");
        HttpResponse<String> png = reader.get(link + ".png");
        assertThat(header(png, "content-type")).isEqualTo("image/png");
        assertThat(png.body()).contains("PNG");
        assertThat(page.select("ul.actions a[href$=.png]").attr("href")).isEqualTo(link + ".png");
    }

    /** The file beside a page. */
    private String file(String path, String extension) {
        int mark = path.indexOf('?');
        String query = mark < 0 ? "" : path.substring(mark).replaceAll("[?&]chart=[a-z]+", "");
        String page = mark < 0 ? path : path.substring(0, mark);
        HttpResponse<String> answer = reader.get(page + extension + query);
        assertThat(answer.statusCode()).as(page + extension + query).isEqualTo(200);
        return answer.body();
    }

    @Test
    void the_first_save_shows_the_owners_key_this_once_and_has_the_browser_keep_it() {
        HttpResponse<String> answer = owner.post("/p", "path", LinkTown.BY_AREA, "title", "First");
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(header(answer, "cache-control")).isEqualTo("no-store");
        Document page = Jsoup.parse(answer.body());
        String key = page.select("#saved-key").text();
        assertThat(key).matches("[A-Za-z0-9_-]{43}");
        assertThat(page.select("#saved-address").text())
                .isEqualTo(site.uri(header(answer, "location")).toString());
        assertThat(header(answer, "set-cookie"))
                .contains("deepdive-key=" + key, "HttpOnly", "SameSite=Strict", "Path=/;")
                .doesNotContain("Secure", "Domain");

        HttpResponse<String> next = owner.post("/p", "path", LinkTown.BY_AREA, "title", "Second");
        assertThat(next.headers().firstValue("set-cookie")).isEmpty();
        assertThat(next.body()).doesNotContain(key, "saved-key");
        assertThat(owner.page("/links").select("h2").eachText()).containsExactlyInAnyOrder("First", "Second");
        assertThat(owner.get("/links").body()).doesNotContain(key);
    }

    @Test
    void a_form_that_is_sent_twice_saves_one_link() {
        owner.save(LinkTown.BY_AREA, "First");
        String second = owner.save(LinkTown.BY_AREA, "Second", "expires", "month");
        clock.pass(Duration.ofSeconds(20));
        assertThat(owner.save(LinkTown.BY_AREA, "Second", "expires", "month")).isEqualTo(second);
    }

    @Test
    void the_key_goes_over_https_alone_where_others_know_the_server_by_it() {
        try (ServedSite secure = new ServedSite(
                town,
                ServedSite.keepingLinks(folder.resolve("secure.db"), Optional.of("https://surveys.example.org/dd")))) {
            HttpResponse<String> answer =
                    new Visitor(secure).post("/p", "path", LinkTown.BY_AREA, "title", "Behind a proxy");
            assertThat(header(answer, "set-cookie")).contains("Secure", "HttpOnly", "SameSite=Strict", "Path=/dd");
            assertThat(header(answer, "location")).startsWith("/dd/p/");
            assertThat(Jsoup.parse(answer.body()).select("#saved-address").text())
                    .startsWith("https://surveys.example.org/dd/p/");
        }
    }

    @Test
    void a_reader_sees_when_and_from_what_the_numbers_were_made() {
        String link = owner.save(LinkTown.BY_AREA, "For the board", "note", "One line\n\nAnother", "expires", "month");
        HttpResponse<String> answer = reader.get(link);
        assertThat(header(answer, "x-robots-tag")).isEqualTo("noindex");
        assertThat(header(answer, "cache-control")).isEqualTo("no-cache");
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select(".page-header").text()).contains("Practice data", "One line", "Another");
        assertThat(page.select(".practice-strip").text()).contains("Invented respondents");
        assertThat(page.select("dl").text())
                .contains("Saved 3 March 2026, 12:00 UTC", "Expires 2 April 2026, 12:00 UTC")
                .contains("Practice data: Invented respondents", "Hash of the data", "Hash of the program");
        assertThat(page.select("dl.doors dd > code").eachText())
                .filteredOn(text -> text.matches("[0-9a-f]{8,64}"))
                .hasSizeGreaterThanOrEqualTo(3);
        assertThat(page.select("#numbers ~ *").text()).contains("60%", "50%", "40%");
        assertThat(page.select("section.status").text())
                .isEqualTo("Current Data, disclosure rules and program are those of the day it was saved,"
                        + " so the numbers are too.");
        assertThat(page.select("meta[property=og:title]").attr("content")).isEqualTo("For the board");
        assertThat(page.select("meta[property=og:description]").attr("content"))
                .startsWith("Practice data: Agree, by area");
        String picture = page.select("meta[property=og:image]").attr("content");
        assertThat(picture).isEqualTo(site.uri("/preview" + link + ".png").toString());
        assertThat(site.file("/preview" + link + ".png").body()).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void a_link_is_cited_by_its_day_and_hashes_and_has_a_frame_to_copy() {
        String link = owner.save(LinkTown.BY_AREA, "For the board");
        Document page = reader.page(link);
        String data = page.select("dt:contains(Hash of the data) + dd").text();
        String citation = page.select("dt:contains(Citation) + dd").text();
        assertThat(citation)
                .contains("For the board, as saved on 3 March 2026 [Practice data: invented respondents")
                .contains("Available at: " + site.uri(link), "Data " + data.substring(0, 12));
        assertThat(page.select("dt:contains(BibTeX) + dd").text())
                .startsWith("@misc{")
                .contains(link);
        Element frame = Jsoup.parse(
                        page.select("dt:contains(In a page of yours) + dd").text())
                .selectFirst("iframe");
        assertThat(frame.attr("src")).isEqualTo(site.uri("/embed" + link).toString());
        assertThat(frame.attr("title")).isEqualTo("For the board");
    }

    @Test
    void published_counts_are_not_called_practice_data() {
        Workspace packaged = PackagedStudies.workspace();
        restart(packaged);
        String link = new Visitor(site).save("/explore/residents/q1_feel_safe", "Published");
        Document page = reader.page(link);
        assertThat(page.select(".page-header .card-label").text()).startsWith("Published counts");
        assertThat(page.select(".practice-strip")).isEmpty();
        assertThat(page.select("dl").text()).contains("Published counts: Counts and chart scores");
    }

    @Test
    void titles_and_notes_are_text_and_nothing_else() {
        String link = owner.save(LinkTown.BY_AREA, HOSTILE, "note", HOSTILE + "\u202e\nnext");
        for (String path : List.of(link, "/links", "/embed" + link)) {
            HttpResponse<String> answer = owner.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            Document page = Jsoup.parse(answer.body());
            assertThat(page.select("main img, main script")).as(path).isEmpty();
            assertThat(page.select("[onerror]")).as(path).isEmpty();
            assertThat(page.text()).as(path).contains(HOSTILE).doesNotContain("\u202e");
        }
        assertThat(reader.page(link).title()).startsWith(HOSTILE);
        assertThat(owner.page("/links").select("input[name=title]").attr("value"))
                .isEqualTo(HOSTILE);
        assertThat(owner.page("/links").select("textarea").text()).contains(HOSTILE);
    }

    @Test
    void once_the_data_changed_the_link_says_what_and_whether_beyond_chance() {
        String link = owner.save(LinkTown.BY_AREA, "For the board");
        String csv = reader.get(link + ".csv").body();
        String svg = reader.get(link + ".svg").body();
        restart(LinkTown.of(
                folder.resolve("later"), new People("a", 20, 100), new People("b", 53, 100), new People("d", 45, 100)));
        Document page = reader.page(link);
        assertThat(page.select("section.status h2").text()).isEqualTo("Changed since");
        assertThat(page.select("section.status > p").eachText())
                .contains("The numbers below are those that were saved. Today 4 lines would read otherwise.")
                .contains("1 line changed by more than chance.");
        List<String> rows = page.select("section.status tbody tr").eachText();
        assertThat(rows).hasSize(4);
        assertThat(rows.get(0)).startsWith("a 60.0% (").contains(" 20.0% (", "Changed beyond chance (p < 0.001)");
        assertThat(rows.get(1)).startsWith("b 50.0% (").contains(" 53.0% (", "Changed within chance (p = 0.6");
        assertThat(rows.get(2)).startsWith("c 40.0% (").endsWith("– No longer there");
        assertThat(rows.get(3)).startsWith("d – 45.0% (").endsWith("New");
        assertThat(page.select("#numbers ~ *").text()).contains("60%").doesNotContain("53%");
        assertThat(reader.get(link + ".csv").body()).isEqualTo(csv);
        // The server that was started anew has another port, and so another address.
        assertThat(reader.get(link + ".svg").body().replaceAll("127.0.0.1:\\d+", ""))
                .isEqualTo(svg.replaceAll("127.0.0.1:\\d+", ""));
        assertThat(page.select("a:contains(Ask this question today)").attr("href"))
                .isEqualTo(LinkTown.BY_AREA);
    }

    @Test
    void a_line_that_is_withheld_today_is_said_to_be() {
        String link = owner.save(LinkTown.BY_AREA, "For the board");
        restart(LinkTown.of(
                folder.resolve("later"), new People("a", 60, 100), new People("b", 50, 100), new People("c", 4, 8)));
        List<String> rows = reader.page(link).select("section.status tbody tr").eachText();
        assertThat(rows)
                .anySatisfy(row -> assertThat(row)
                        .startsWith("c 40.0% (30.8% to 50.0%), base 100 [c]")
                        .endsWith("Withheld today"));
        assertThat(rows).noneMatch(row -> row.contains("8") && row.contains("base 8"));
    }

    @Test
    void data_that_changed_elsewhere_leave_the_numbers_current_and_say_so() {
        String link = owner.save("/explore/town/agree?where=area:a/b", "Two areas");
        restart(LinkTown.of(
                folder.resolve("later"), new People("a", 60, 100), new People("b", 50, 100), new People("c", 70, 100)));
        assertThat(reader.page(link).select("section.status").text())
                .isEqualTo("Current The data, the disclosure rules or the program changed since it was saved;"
                        + " the numbers come out the same.");
    }

    @Test
    void what_cannot_be_asked_any_more_says_why_and_keeps_the_numbers() {
        String area = owner.save("/explore/town/agree?where=area:a", "One area");
        restart(LinkTown.of(folder.resolve("few"), new People("a", 60, 100), new People("b", 2, 4)));
        Document withheld = reader.page(area);
        assertThat(withheld.select("section.status h2").text()).isEqualTo("Cannot be recomputed");
        assertThat(withheld.select("section.status").text())
                .contains("The rules of disclosure withhold the answer today: ");
        assertThat(withheld.select("#numbers ~ *").text()).contains("60%");

        restart(LinkTown.damaged(folder.resolve("damaged")));
        HttpResponse<String> damaged = reader.get(area);
        assertThat(damaged.statusCode()).isEqualTo(200);
        assertThat(Jsoup.parse(damaged.body()).select("section.status").text())
                .contains("Cannot be recomputed", "The data file of the study “A small survey” was refused.")
                .doesNotContain("secret");

        restart(PackagedStudies.workspace());
        assertThat(reader.page(area).select("section.status").text())
                .contains("The question cannot be answered today: There is no study \"town\".");
        assertThat(reader.page(area).select("#numbers ~ *").text()).contains("60%");
    }

    @Test
    void what_changed_is_named_as_the_codebook_does_not_by_its_codes() {
        String link = owner.save("/explore/town/answers?by=age", "For the board");
        restart(LinkTown.of(folder.resolve("later"), new People("a", 20, 100), new People("b", 53, 100)));
        assertThat(reader.page(link).select("section.status tbody th").eachText())
                .containsExactly("Young, Agree", "Young, Disagree", "Old, Agree", "Old, Disagree");
    }

    @ParameterizedTest
    @CsvSource({"expired, link-expired, This link has expired", "revoked, link-revoked, This link was revoked"})
    void what_expired_or_was_revoked_is_gone_with_all_its_numbers(String how, String code, String heading)
            throws Exception {
        String link = owner.save(LinkTown.BY_AREA, "For the board", "expires", "day", "day", "2026-03-31");
        clock.pass(Duration.between(clock.instant(), java.time.Instant.parse("2026-03-31T23:59:59Z")));
        assertThat(reader.get(link).statusCode()).isEqualTo(200);
        if (how.equals("expired")) {
            clock.pass(Duration.ofSeconds(1));
        } else {
            owner.post("/links/" + link.substring(3) + "/revoke", "token", owner.token());
        }
        for (String path : List.of(
                link,
                link + ".csv",
                link + ".json",
                link + ".svg",
                link + ".png",
                "/embed" + link,
                "/preview" + link + ".png",
                "/api/v1/links/" + link.substring(3))) {
            HttpResponse<String> answer = reader.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(410);
            assertThat(answer.body()).as(path).doesNotContain("60%", "0.6000", "For the board", "dd-plot");
        }
        assertThat(reader.page(link).select("h1").text()).isEqualTo(heading);
        assertThat(reader.page(link).select("main").text()).contains("Ask whoever sent it for a new one.");
        JsonNode error = new ObjectMapper().readTree(reader.get(link + ".json").body());
        assertThat(error.at("/error/code").asText()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/p/AbCdEf123456", "/p/short", "/p/AbCdEf123456.csv", "/p/..%2f..%2fetc", "/embed/p/AbCdEf123456"
            })
    void an_id_that_nobody_was_given_is_not_found_and_helps_on(String path) {
        HttpResponse<String> answer = reader.get(path);
        assertThat(answer.statusCode()).isEqualTo(404);
        if (!path.endsWith(".csv")) {
            Document page = Jsoup.parse(answer.body());
            assertThat(page.select("main").text()).contains("There is no saved link of this name.", "case");
            assertThat(page.select("main a").eachAttr("href"))
                    .contains(path.startsWith("/embed/") ? site.server().url() : "/");
        }
    }

    @Test
    void a_locked_link_leaves_the_breakdowns_to_its_readers_and_no_more() {
        String link = owner.save("/explore/town/agree?by=area&where=age:young", "The young", "locked", "on");
        Document page = reader.page(link);
        assertThat(page.select("section[aria-labelledby=locked]").text())
                .contains("Locked by whoever saved it", "the measure (Agree)", "Age (Young)");
        assertThat(page.select("main a").eachAttr("href"))
                .noneMatch(address -> address.startsWith("/explore") || address.startsWith("/model"));
        assertThat(page.select("main").text()).doesNotContain("Ask this question today", "Command line");
        Document other = reader.page(link + "?by1=&by2=");
        assertThat(other.select("section[aria-labelledby=today] h3").text()).isEqualTo("50% agree");
        assertThat(other.select("section[aria-labelledby=today]").text()).contains("Young");
        assertThat(other.select("main a").eachAttr("href")).noneMatch(address -> address.startsWith("/explore"));
        assertThat(reader.get(link + "?where=age:old").statusCode()).isEqualTo(400);
        assertThat(reader.get(link + "?by1=nothing").statusCode()).isEqualTo(400);
        HttpResponse<String> same = reader.get(link + "?by1=area&by2=");
        assertThat(header(same, "location")).isEqualTo(link);
    }

    @Test
    void a_locked_model_has_no_way_on() {
        String link = owner.save("/model/town/agree?terms=area,age", "Adjusted", "locked", "on");
        Document page = reader.page(link);
        assertThat(page.select("section[aria-labelledby=locked]").text()).contains("the whole question");
        assertThat(page.select("main form, main a[href^=/model]")).isEmpty();
    }
}
