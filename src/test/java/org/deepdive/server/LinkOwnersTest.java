package org.deepdive.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.deepdive.server.LinkTown.People;
import org.deepdive.server.share.LinkTerms;
import org.deepdive.server.share.Links;
import org.deepdive.server.share.OwnerKey;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What owners can do with their links, and nobody else; and what a server refuses to save. */
class LinkOwnersTest {

    private static final String FORM = "application/x-www-form-urlencoded";

    private static final List<String> NO_PAGES_OF_PLOTS = List.of(
            "//evil.example/explore/town/agree",
            "https://evil.example/explore/town/agree",
            "/\\evil.example",
            "javascript:alert(1)",
            "/explore/../links",
            "/links",
            "/p/AbCdEf123456",
            "/explore/town/agree/tests",
            "/explore/town/agree.csv",
            "/explore/town/nothing",
            "/explore/town/agree?by=nothing",
            "/explore/town/agree?next=//evil.example",
            "/explore/town/agree?chart=pie",
            "/explore/town/agree\r\nLocation: https://evil.example",
            "explore/town/agree",
            "/model/town/agree",
            "/compare/town?row=agree&next=x");

    @TempDir
    Path folder;

    private final SetClock clock = new SetClock("2026-03-03T12:00:00Z");
    private ServedSite site;
    private Visitor owner;

    @BeforeEach
    void start() {
        site = new ServedSite(LinkTown.saved(folder.resolve("saved")), settings(), clock);
        owner = new Visitor(site);
    }

    private Settings settings() {
        return ServedSite.keepingLinks(folder.resolve("links.db"), Optional.empty());
    }

    @AfterEach
    void stop() {
        site.close();
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElseThrow();
    }

    private static JsonNode error(HttpResponse<String> answer) throws Exception {
        JsonNode json = new ObjectMapper().readTree(answer.body());
        assertThat(json.fieldNames()).toIterable().containsExactly("error");
        assertThat(json.path("error").fieldNames())
                .toIterable()
                .containsExactly("code", "message", "given", "allowed", "remedy");
        return json.path("error");
    }

    private static String forms(String link) {
        return "/links/" + link.substring("/p/".length());
    }

    /** A key as it was shown when a first link was saved. */
    private String key(Visitor visitor) {
        return Jsoup.parse(visitor.post("/p", "path", LinkTown.BY_AREA, "title", "First")
                        .body())
                .select("#saved-key")
                .text();
    }

    @Test
    void owners_see_their_links_and_what_became_of_each() {
        owner.save(LinkTown.BY_AREA, "Open", "note", "A note");
        owner.save(LinkTown.BY_AREA, "Over", "expires", "day", "day", "2026-03-03");
        String revoked = owner.save(LinkTown.BY_AREA, "Taken back");
        new Visitor(site).save(LinkTown.BY_AREA, "Of someone else");
        assertThat(owner.post(forms(revoked) + "/revoke", "token", owner.token())
                        .statusCode())
                .isEqualTo(303);
        clock.pass(Duration.ofHours(13));
        HttpResponse<String> answer = owner.get("/links");
        assertThat(header(answer, "cache-control")).isEqualTo("no-store");
        assertThat(header(answer, "x-robots-tag")).isEqualTo("noindex");
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select("section.link h2").eachText()).containsExactlyInAnyOrder("Open", "Over", "Taken back");
        assertThat(state(page, "Open")).isEqualTo("Current");
        assertThat(state(page, "Over")).isEqualTo("Expired");
        assertThat(state(page, "Taken back")).isEqualTo("Revoked on 3 March 2026");
        assertThat(page.select("section.link:contains(Taken back) form")).isEmpty();
        assertThat(page.select("section.link .label").eachText())
                .hasSize(3)
                .allSatisfy(label -> assertThat(label).startsWith("Practice data"));
        site.close();
        site = new ServedSite(
                LinkTown.of(folder.resolve("later"), new People("a", 20, 100), new People("b", 50, 100)),
                settings(),
                clock);
        Visitor returned = new Visitor(site).with(owner);
        assertThat(state(returned.page("/links"), "Open")).startsWith("Data, rules or program changed since");
    }

    private static String state(Document page, String title) {
        return page.select("section.link:has(h2:contains(" + title + ")) .state")
                .text();
    }

    @Test
    void title_note_and_end_can_be_edited_and_the_numbers_stay() {
        String link = owner.save(LinkTown.BY_AREA, "Old title", "note", "Old note");
        String csv = owner.get(link + ".csv").body();
        clock.pass(Duration.ofDays(1));
        HttpResponse<String> edited = owner.post(
                forms(link),
                "token",
                owner.token(),
                "title",
                "New title",
                "note",
                "New note",
                "expires",
                "day",
                "day",
                "2026-04-30");
        assertThat(edited.statusCode()).isEqualTo(303);
        assertThat(header(edited, "location")).isEqualTo("/links");
        Document page = new Visitor(site).page(link);
        assertThat(page.text()).contains("New title", "New note").doesNotContain("Old title", "Old note");
        assertThat(page.select("dl").text())
                .contains(
                        "Saved 3 March 2026",
                        "Title, note or end edited 4 March 2026",
                        "Expires 1 May 2026, 00:00 UTC");
        assertThat(owner.get(link + ".csv").body()).isEqualTo(csv);
        HttpResponse<String> past =
                owner.post(forms(link), "token", owner.token(), "title", "T", "expires", "day", "day", "2026-03-01");
        assertThat(past.statusCode()).isEqualTo(400);
        assertThat(past.body()).contains("The link would expire on 2 March 2026, which is past.");
    }

    @Test
    void a_revoked_link_stays_so_whatever_is_edited() {
        String link = owner.save(LinkTown.BY_AREA, "A title");
        String token = owner.token();
        owner.post(forms(link) + "/revoke", "token", token);
        owner.post(forms(link), "token", token, "title", "Again", "expires", "never");
        assertThat(owner.get(link).statusCode()).isEqualTo(410);
    }

    @Test
    void nobody_changes_the_link_of_another() throws Exception {
        String link = owner.save(LinkTown.BY_AREA, "Mine");
        Visitor other = new Visitor(site);
        assertThat(other.post(forms(link), "token", "", "title", "Theirs").statusCode())
                .as("without a key")
                .isEqualTo(401);
        other.save(LinkTown.BY_AREA, "Theirs");
        Visitor program = other.saying("Accept", "application/json");
        for (String path : List.of(forms(link), forms(link) + "/revoke")) {
            String[] fields = path.endsWith("revoke")
                    ? new String[] {"token", other.token()}
                    : new String[] {"token", other.token(), "title", "Theirs"};
            HttpResponse<String> answer = program.post(path, fields);
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(error(answer).path("code").asText()).isEqualTo("not-yours");
            assertThat(Jsoup.parse(other.post(path, fields).body()).select("h1").text())
                    .isEqualTo("This is not yours to change");
        }
        assertThat(owner.page(link).select("h1").text()).isEqualTo("Mine");
        assertThat(error(program.post("/links/AbCdEf123456", "token", other.token(), "title", "T"))
                        .path("code")
                        .asText())
                .isEqualTo("unknown-link");
    }

    @Test
    void a_key_opens_ones_links_in_another_browser_until_it_is_forgotten() {
        String key = key(owner);
        Visitor elsewhere = new Visitor(site);
        assertThat(elsewhere.page("/links").select("main").text())
                .contains("A key is made when you first save a plot as a link", "enter it here")
                .doesNotContain("First");
        HttpResponse<String> wrong = elsewhere.post("/links/key", "key", "x".repeat(43));
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(Jsoup.parse(wrong.body()).select("[role=alert]").text())
                .isEqualTo(
                        "This key belongs to no links here. Enter the key that was shown when you saved your first link.");
        assertThat(wrong.headers().firstValue("set-cookie")).isEmpty();
        assertThat(wrong.body()).doesNotContain("x".repeat(43));
        assertThat(elsewhere.post("/links/key", "key", "short").body()).contains("This is not a key.");

        HttpResponse<String> right = elsewhere.post("/links/key", "key", " " + key + " ");
        assertThat(right.statusCode()).isEqualTo(303);
        assertThat(header(right, "location")).isEqualTo("/links");
        assertThat(elsewhere.page("/links").select("section.link h2").eachText())
                .containsExactly("First");
        assertThat(elsewhere.post("/links/forget", "token", "wrong").statusCode())
                .isEqualTo(403);
        HttpResponse<String> forgotten = elsewhere.post("/links/forget", "token", elsewhere.token());
        assertThat(forgotten.statusCode()).isEqualTo(303);
        assertThat(elsewhere.page("/links").select("section.link")).isEmpty();
        assertThat(owner.page("/links").select("section.link")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Origin, https://evil.example",
        "Origin, null",
        "Origin, https://127.0.0.1.evil.example"
    })
    void forms_of_other_sites_are_refused(String header, String value) throws Exception {
        String link = owner.save(LinkTown.BY_AREA, "Mine");
        String token = owner.token();
        Visitor foreign =
                owner.saying("Sec-Fetch-Site", "").saying(header, value).saying("Accept", "application/json");
        List<HttpResponse<String>> answers = List.of(
                foreign.post("/p", "path", LinkTown.BY_AREA, "title", "Theirs"),
                foreign.post(forms(link), "token", token, "title", "Theirs"),
                foreign.post(forms(link) + "/revoke", "token", token),
                foreign.post("/links/key", "key", "x".repeat(43)),
                foreign.post("/links/forget", "token", token));
        for (HttpResponse<String> answer : answers) {
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(error(answer).path("code").asText()).isEqualTo("foreign-form");
            assertThat(answer.headers().firstValue("set-cookie")).isEmpty();
        }
        assertThat(owner.page("/links").select("section.link h2").eachText()).containsExactly("Mine");
        assertThat(owner.get(link).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0000000000000000000000000000000000000000000000000000000000000000"})
    void a_form_without_the_token_of_the_owners_page_is_refused(String token) throws Exception {
        String link = owner.save(LinkTown.BY_AREA, "Mine");
        Visitor program = owner.saying("Accept", "application/json");
        for (HttpResponse<String> answer : List.of(
                program.post(forms(link), "token", token, "title", "Theirs"),
                program.post(forms(link) + "/revoke", "token", token))) {
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(error(answer).path("code").asText()).isEqualTo("foreign-form");
        }
        assertThat(owner.page(link).select("h1").text()).isEqualTo("Mine");
    }

    @Test
    void a_body_that_is_no_form_is_refused_as_page_and_as_json() throws Exception {
        Visitor program = owner.saying("Accept", "application/json");
        assertThat(program.body("/p", "application/json", "{}").statusCode()).isEqualTo(415);
        assertThat(error(program.body("/p", "text/plain", "path=x"))
                        .path("code")
                        .asText())
                .isEqualTo("content-type");
        HttpResponse<String> large = program.body("/p", FORM, "note=" + "x".repeat(70_000));
        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(error(large).path("remedy").asText()).isEqualTo("Shorten it.");
        assertThat(Jsoup.parse(owner.body("/p", "text/plain", "path=x").body())
                        .select("h1")
                        .text())
                .isEqualTo("This request is not possible");
        assertThat(program.body("/p", FORM, "title=%zz&path=x").statusCode()).isEqualTo(400);
        assertThat(program.body("/p", FORM, "title=%ff&path=x").statusCode()).isEqualTo(400);
        assertThat(error(program.body("/p", FORM, "title=a&title=b"))
                        .path("code")
                        .asText())
                .isEqualTo("repeated-part");
        assertThat(error(program.body("/p", FORM, "titel=a")).path("code").asText())
                .isEqualTo("unknown-parameter");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            path      | ''                   | "" is not the page of a plot.
            title     | ''                   | The link has no title.
            title     | ' \u202e '           | The link has no title.
            expires   | soon                 | There is no end of a link "soon".
            day       | ''                   | "" is not a day.
            day       | 2026-02-30           | "2026-02-30" is not a day.
            day       | 999999999-01-01      | "999999999-01-01" is not a day.
            day       | 2026-03-02           | The link would expire on 3 March 2026, which is past.
            locked    | yes                  | There is no value of locked "yes".
            """)
    void a_field_that_says_nothing_possible_is_named(String field, String value, String problem) throws Exception {
        String[] fields = {
            "path", LinkTown.BY_AREA, "title", "A title", "expires", "day", "day", "2026-12-31", "locked", ""
        };
        for (int i = 0; i < fields.length; i += 2) {
            if (fields[i].equals(field)) {
                fields[i + 1] = value;
            }
        }
        HttpResponse<String> answer = owner.saying("Accept", "application/json").post("/p", fields);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(error(answer).path("message").asText()).isEqualTo(problem);
        assertThat(owner.post("/p", fields).body()).contains("<h1>This question cannot be asked</h1>");
    }

    @Test
    void only_pages_of_plots_are_saved_and_nothing_leads_elsewhere() {
        assertThat(NO_PAGES_OF_PLOTS).allSatisfy(path -> {
            HttpResponse<String> answer = owner.post("/p", "path", path, "title", "A title");
            assertThat(answer.statusCode()).isIn(400, 404);
            assertThat(answer.headers().firstValue("location")).isEmpty();
            assertThat(Jsoup.parse(answer.body()).select("main a").eachAttr("href"))
                    .allMatch(address -> address.startsWith("#") || address.matches("/([^/].*)?"));
        });
    }

    @Test
    void an_address_in_another_spelling_is_saved_in_its_canonical_one() {
        String link = owner.save("/explore/town/agree?where=area:b/a&by=age", "A title");
        assertThat(owner.page(link)
                        .select("a:contains(Ask this question today)")
                        .attr("href"))
                .isEqualTo("/explore/town/agree?by=age&where=area:a/b");
    }

    @Test
    void who_saves_too_fast_is_told_when_to_try_again() throws Exception {
        for (int i = 0; i < 30; i++) {
            owner.save(LinkTown.BY_AREA, "Link " + i);
        }
        HttpResponse<String> answer = owner.saying("Accept", "application/json")
                .post("/p", "path", LinkTown.BY_AREA, "title", "One too many");
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(header(answer, "retry-after"))).isBetween(1, 61);
        assertThat(error(answer).path("code").asText()).isEqualTo("too-fast");
        assertThat(owner.saying("X-Forwarded-For", "10.0.0.1")
                        .post("/p", "path", LinkTown.BY_AREA, "title", "One too many")
                        .statusCode())
                .as("without a proxy nobody is believed to be another")
                .isEqualTo(429);
        clock.pass(Duration.ofSeconds(61));
        assertThat(owner.save(LinkTown.BY_AREA, "Later")).startsWith("/p/");
    }

    @Test
    void an_owner_keeps_so_many_links_and_no_more() throws Exception {
        OwnerKey key = OwnerKey.read(key(owner)).orElseThrow();
        Site present = site.server().site();
        for (int i = 1; i < Links.MOST_OF_AN_OWNER; i++) {
            present.links()
                    .save(
                            LinkTown.BY_AREA,
                            new LinkTerms("Link " + i, "", Optional.empty(), false),
                            Optional.of(key),
                            "address " + i,
                            present.present());
        }
        HttpResponse<String> answer = owner.saying("Accept", "application/json")
                .post("/p", "path", LinkTown.BY_AREA, "title", "One too many");
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(error(answer).path("code").asText()).isEqualTo("too-many-links");
        Document page = owner.page("/links");
        assertThat(page.select("section.link")).hasSize(Links.MOST_OF_AN_OWNER);
        owner.post(
                "/links/" + page.selectFirst("section.link h2 a").attr("href").substring(3) + "/revoke",
                "token",
                owner.token());
        assertThat(owner.save(LinkTown.BY_AREA, "Room again")).startsWith("/p/");
    }

    @Test
    void a_server_without_links_says_so_and_offers_none() throws Exception {
        try (ServedSite without = new ServedSite(LinkTown.saved(folder.resolve("without")))) {
            Visitor visitor = new Visitor(without);
            assertThat(visitor.page(LinkTown.BY_AREA).select("form[action=/p], a[href=/links]"))
                    .isEmpty();
            Visitor program = visitor.saying("Accept", "application/json");
            for (HttpResponse<String> answer : List.of(
                    program.post("/p", "path", LinkTown.BY_AREA, "title", "T"),
                    program.get("/p/AbCdEf123456"),
                    program.get("/links"),
                    program.post("/links/key", "key", "x".repeat(43)),
                    program.get("/api/v1/links/AbCdEf123456"))) {
                assertThat(answer.statusCode()).isEqualTo(404);
                assertThat(error(answer).path("code").asText()).isEqualTo("links-off");
            }
        }
    }
}
