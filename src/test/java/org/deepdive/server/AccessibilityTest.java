package org.deepdive.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * No page keeps anyone out, as far as axe-core can tell: the rules of WCAG 2.2 at levels A and AA and its rules of best
 * practice, with everything unfolded that can be.
 */
@ExtendWith(ServedSite.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessibilityTest {

    private static final List<String> PAGES = List.of(
            "/",
            "/deepdives/performance",
            "/deepdives/engagement?theme=asb",
            "/explore",
            "/search?q=safe",
            "/search?q=nothingofthekind",
            "/explore/pcss/unsafe_local?by=orientation&waves=2021Q2..2023Q2",
            "/explore/pcss/safe_local?by=wave,student",
            "/explore/pcss/safe_local?by=sex&chart=table",
            "/explore/pcss/safe_local/gaps",
            "/explore/pcss/safe_local/tests?by=sex",
            "/explore/residents/q1_feel_safe",
            "/embed/explore/pcss/safe_local?by=sex",
            "/links",
            "/api/v1",
            "/model/pcss/unsafe_local?terms=orientation,age_band",
            "/compare/pcss?title=Trust&of=Measure&first=men&second=women"
                    + "&row=trust;where=sex:male~trust;where=sex:female~Trust",
            "/figures?verdict=differs",
            "/audit",
            "/studies/pcss",
            "/studies/residents",
            "/methods",
            "/notebooks",
            "/notebooks/students",
            "/nowhere",
            "/explore/pcss/safe_locl",
            "/explore/pcss/safe_local?by=sexx");

    /** One page of each kind of layout, for the colours and the width that the other pages are not looked at in. */
    private static final List<String> KINDS = List.of(
            "/",
            "/deepdives/performance",
            "/explore/pcss/unsafe_local?by=orientation&waves=2021Q2..2023Q2",
            "/explore/pcss/safe_local?by=sex&chart=table",
            "/model/pcss/unsafe_local?terms=orientation,age_band",
            "/figures?verdict=differs",
            "/studies/residents",
            "/nowhere");

    /**
     * Says each violation in words: the rule, what it wants, and the element that breaks it. Colours are looked at last and
     * take longest, since each text's background is searched for; rows of a table whose elements have the same classes have
     * the same colours, so one row of each kind stays for that.
     */
    private static final String CHECK = """
            const done = arguments[arguments.length - 1];
            const said = ({ violations }) => violations.flatMap((rule) => rule.nodes.map((node) =>
                `${rule.id} (${rule.help}): ${node.target.join(' ')} ${node.html.slice(0, 200)} ${node.failureSummary}`));
            const classes = (row) => [row, ...row.querySelectorAll('*')].map((e) => `${e.tagName}.${e.className}`).join();
            const oneRowOfEachKind = (table) => {
              const seen = new Set();
              for (const row of [...table.rows]) {
                if (seen.has(classes(row))) row.remove();
                seen.add(classes(row));
              }
            };
            const run = (options) => axe.run(document, { ...options, resultTypes: ['violations'] }).then(said);
            document.querySelectorAll('details').forEach((d) => (d.open = true));
            run({
              runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
              rules: { 'color-contrast': { enabled: false } },
            }).then((found) => {
              document.querySelectorAll('table').forEach(oneRowOfEachKind);
              return run({ runOnly: { type: 'rule', values: ['color-contrast'] } }).then((colours) => [...found, ...colours]);
            }).then(done, (error) => done([String(error)]));
            """;

    /** A question whose plot is saved as a link. */
    private static final String SAVED = "/explore/pcss/safe_local?by=sex";

    private final ServedSite site;
    private final String axe;

    /** On a server of its own, where links can be saved and plots shown in frames. */
    AccessibilityTest(ServedSite packaged, @TempDir Path folder) throws IOException {
        this.site = new ServedSite(
                        packaged.workspace(),
                        new Settings(
                                new ServerOptions(ServerOptions.LOOPBACK, 0),
                                Optional.empty(),
                                Optional.of("jdbc:sqlite:" + folder.resolve("links.db")),
                                List.of("https://www.example.org"),
                                List.of(),
                                ServedSite.settings().operation()))
                .prepared();
        try (InputStream script = Objects.requireNonNull(getClass().getResourceAsStream("/axe.min.js"))) {
            this.axe = new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @AfterAll
    void stop() {
        site.close();
    }

    /** Each page at both widths and in both colours: narrow pages have other pictures, and colours are the same at any width. */
    @ParameterizedTest
    @CsvSource({"light,1280", "dark,390"})
    void no_page_breaks_a_rule(String colours, int width) {
        noneBreaksARule(PAGES, colours, width);
    }

    @ParameterizedTest
    @CsvSource({"dark,1280", "light,390"})
    void no_kind_of_page_breaks_a_rule_in_the_other_colours(String colours, int width) {
        noneBreaksARule(KINDS, colours, width);
    }

    private void noneBreaksARule(List<String> pages, String colours, int width) {
        Browser.browse(browser -> {
            List<String> broken = new ArrayList<>();
            start(browser, colours, width);
            for (String path : pages) {
                browser.open(site.uri(path));
                broken.addAll(broken(browser, path));
            }
            browser.open(site.uri(SAVED));
            browser.click("#share > summary");
            browser.click("#share button");
            broken.addAll(broken(browser, "a link just saved"));
            browser.click(".saved a[href^='/p/']");
            broken.addAll(broken(browser, "a saved link"));
            browser.open(site.uri("/links"));
            broken.addAll(broken(browser, "the links of a key"));
            assertThat(broken).as(colours + ", " + width + " pixels wide").isEmpty();
        });
    }

    /** They are of one template and take long, so one for each. */
    @ParameterizedTest
    @CsvSource({"trust,light,1280", "students,dark,1280", "residents,light,390", "victims,dark,390"})
    void no_long_deep_dive_breaks_a_rule(String slug, String colours, int width) {
        Browser.browse(browser -> {
            start(browser, colours, width);
            browser.open(site.uri("/deepdives/" + slug));
            assertThat(broken(browser, slug)).isEmpty();
        });
    }

    private static void start(Browser browser, String colours, int width) {
        browser.width(width);
        browser.colours(colours);
        browser.driver().manage().timeouts().scriptTimeout(Duration.ofMinutes(5));
    }

    /** What breaks a rule in the page that the browser shows. */
    private List<String> broken(Browser browser, String name) {
        browser.run(axe);
        List<?> found = (List<?>) browser.driver().executeAsyncScript(CHECK);
        return found.stream().map(violation -> name + ": " + violation).toList();
    }
}
