package org.deepdive.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.deepdive.analysis.Workspace;
import org.deepdive.server.LinkTown.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;

/** Saving a link, sending it to somebody else, and looking after it, in a real browser. */
class LinksBrowserTest {

    private static final String WIDTH = "return document.documentElement.scrollWidth - innerWidth";

    @TempDir
    Path folder;

    private final SetClock clock = new SetClock("2026-03-03T12:00:00Z");
    private ServedSite site;

    @BeforeEach
    void start() {
        site = serve(LinkTown.saved(folder.resolve("saved")), 0);
    }

    private ServedSite serve(Workspace workspace, int port) {
        Settings usual = ServedSite.keepingLinks(folder.resolve("links.db"), Optional.empty());
        return new ServedSite(
                workspace,
                new Settings(
                        new ServerOptions(ServerOptions.LOOPBACK, port),
                        Optional.empty(),
                        usual.links(),
                        usual.embedOrigins(),
                        usual.corsOrigins(),
                        usual.operation()),
                clock);
    }

    @AfterEach
    void stop() {
        site.close();
    }

    private static void type(Browser browser, String selector, String text) {
        browser.driver().findElement(By.cssSelector(selector)).clear();
        browser.driver().findElement(By.cssSelector(selector)).sendKeys(text);
    }

    private static void choose(Browser browser, String id, String value) {
        browser.driver()
                .findElement(By.cssSelector("#" + id + " option[value='" + value + "']"))
                .click();
    }

    private static String heading(Browser browser) {
        return browser.driver().findElement(By.tagName("h1")).getText();
    }

    private static String text(Browser browser, String selector) {
        return browser.driver().findElement(By.cssSelector(selector)).getText();
    }

    /** Saves the plot of the page that is open, and gives the address of the link. */
    private static URI save(Browser browser, String title) {
        browser.click("#share summary");
        type(browser, "#share-title", title);
        type(browser, "#share-note", "What the board asked for in March.");
        browser.click("#share button");
        browser.until("document.querySelector('h1')?.textContent === 'Link saved'");
        return URI.create(text(browser, "#saved-address"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_link_is_saved_by_the_form_and_opened_by_another_visitor(boolean scripts) {
        Browser.browse(browser -> {
            browser.prefer("prefers-reduced-motion", "reduce");
            if (!scripts) {
                browser.scriptsOff();
            }
            browser.open(site.uri(LinkTown.BY_AREA));
            URI link = save(browser, "For the board");
            assertThat(text(browser, "#your-key")).isEqualTo("Your key, shown this once");
            assertThat(browser.driver().manage().getCookieNamed("deepdive-key").isHttpOnly())
                    .isTrue();
            browser.click("main a[href^='/p/']");
            assertThat(heading(browser)).isEqualTo("For the board");
            Browser.browse(other -> {
                if (!scripts) {
                    other.scriptsOff();
                }
                other.open(link);
                assertThat(heading(other)).isEqualTo("For the board");
                assertThat(text(other, ".status h2")).isEqualTo("Current");
                assertThat(text(other, ".page-header")).contains("What the board asked for in March.");
                assertThat(other.driver()
                                .findElement(By.cssSelector(".plot-wide svg.dd-plot"))
                                .isDisplayed())
                        .isTrue();
                assertThat(other.driver().manage().getCookies()).isEmpty();
                other.open(site.uri("/links"));
                assertThat(text(other, "main"))
                        .contains("A key is made when you first save")
                        .doesNotContain("board");
                assertThat(other.complaints()).isEmpty();
            });
            assertThat(browser.complaints()).isEmpty();
        });
    }

    @Test
    void what_is_saved_is_the_question_that_the_page_shows_by_then() {
        Browser.browse(browser -> {
            browser.prefer("prefers-reduced-motion", "reduce");
            browser.open(site.uri(LinkTown.BY_AREA));
            choose(browser, "by1", "age");
            browser.until("location.search === '?by=age'");
            browser.until("document.querySelector('h1').textContent.endsWith('by age')");
            URI link = save(browser, "By age");
            browser.open(link);
            assertThat(text(browser, "#numbers + .dd-scroll, #numbers ~ *")).contains("Young");
            assertThat(
                            browser.text(
                                    "return document.querySelector('.exhibit .actions a:last-of-type') === null ? ''"
                                            + " : [...document.querySelectorAll('.actions a')].map(a => a.getAttribute('href')).join(' ')"))
                    .endsWith("/explore/town/agree?by=age /explore/town/agree.ipynb?by=age");
        });
    }

    @Test
    void an_owner_edits_and_revokes_and_time_ends_a_link() {
        Browser.browse(browser -> {
            browser.prefer("prefers-reduced-motion", "reduce");
            browser.open(site.uri(LinkTown.BY_AREA));
            URI first = save(browser, "First");
            browser.open(site.uri(LinkTown.BY_AREA));
            URI second = save(browser, "Second");
            browser.open(site.uri("/links"));
            String id = second.getPath().substring(3);
            browser.click("section[aria-labelledby='link-" + id + "'] summary");
            type(browser, "#title-" + id, "Second, edited");
            choose(browser, "expires-" + id, "month");
            browser.screenshot("links-mine-editing");
            browser.click("section[aria-labelledby='link-" + id + "'] form button");
            browser.until("document.querySelector('#link-" + id + "')?.textContent.trim() === 'Second, edited'");
            assertThat(browser.driver().getCurrentUrl()).endsWith("/links");
            String other = first.getPath().substring(3);
            browser.click("section[aria-labelledby='link-" + other + "'] summary");
            browser.click("section[aria-labelledby='link-" + other + "'] button.revoke");
            browser.until("document.querySelector(\"section[aria-labelledby='link-" + other
                    + "'] .state\")?.textContent.trim() === 'Revoked on 3 March 2026'");
            browser.screenshot("links-mine");
            assertThat(browser.complaints()).isEmpty();

            browser.open(first);
            assertThat(heading(browser)).isEqualTo("This link was revoked");
            browser.screenshot("links-revoked");
            browser.open(second);
            assertThat(heading(browser)).isEqualTo("Second, edited");
            clock.pass(Duration.ofDays(31));
            browser.open(second);
            assertThat(heading(browser)).isEqualTo("This link has expired");
            assertThat(text(browser, "main")).doesNotContain("60%");
        });
    }

    @Test
    void the_pages_of_links_fit_screens_of_all_widths_light_and_dark() {
        Browser.browse(browser -> {
            browser.prefer("prefers-reduced-motion", "reduce");
            browser.open(site.uri(LinkTown.BY_AREA));
            browser.click("#share summary");
            shots(browser, "links-form");
            browser.open(site.uri(LinkTown.BY_AREA));
            URI link = save(browser, "What the board of the authority asked for, and what came of it");
            shots(browser, "links-saved");
            browser.open(link);
            shots(browser, "links-current");
            int port = site.server().port();
            site.close();
            site = serve(
                    LinkTown.of(
                            folder.resolve("later"),
                            new People("a", 20, 100),
                            new People("b", 53, 100),
                            new People("d", 45, 100)),
                    port);
            browser.open(link);
            assertThat(text(browser, ".status h2")).isEqualTo("Changed since");
            shots(browser, "links-changed");
            browser.open(site.uri("/links"));
            shots(browser, "links-list");
            browser.open(site.uri("/explore/town/agree?by=area"));
            browser.run("document.getElementById('share-locked').checked = true");
            URI locked = save(browser, "Locked");
            browser.open(locked);
            shots(browser, "links-locked");
        });
    }

    private static void shots(Browser browser, String name) {
        for (int width : new int[] {1280, 390}) {
            for (String colours : new String[] {"light", "dark"}) {
                browser.width(width);
                browser.colours(colours);
                assertThat(browser.number(WIDTH)).as(name + " at " + width).isLessThanOrEqualTo(0);
                browser.screenshot(name + "-" + width + "-" + colours);
            }
        }
        browser.width(1280);
        browser.colours("light");
    }
}
