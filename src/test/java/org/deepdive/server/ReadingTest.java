package org.deepdive.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** Pages as people read them: on a wide screen, on a phone, on paper, with the keyboard, for the first time and again. */
@ExtendWith(ServedSite.Shared.class)
class ReadingTest {

    private static final String STUDENTS = "/deepdives/students";
    private static final String EXPLORE = "/explore/pcss/safe_local?by=sex";

    /** The focused element: what it is, and whether a reader sees that it is focused. */
    private static final String FOCUSED = """
            const e = document.activeElement;
            if (!e || e === document.body) return null;
            const s = getComputedStyle(e), box = e.getBoundingClientRect();
            const seen = s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2;
            const shown = box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight;
            const id = [...document.querySelectorAll('*')].indexOf(e);
            return `${id}|${seen && shown}|${e.outerHTML.slice(0, 120)}`;
            """;

    private final ServedSite site;

    ReadingTest(ServedSite site) {
        this.site = site;
    }

    @Test
    void the_contents_stand_beside_the_text_and_mark_what_is_read() {
        Browser.browse(browser -> {
            browser.width(1440);
            browser.prefer("prefers-reduced-motion", "reduce");
            browser.open(site.uri(STUDENTS));
            String marked = "return document.querySelector('.contents [aria-current]').hash";
            assertThat(browser.text(marked)).isEqualTo("#safety");
            assertThat(browser.number("return document.querySelector('.contents').getBoundingClientRect().left"))
                    .isGreaterThan(browser.number(
                            "return document.querySelector('.bulletin-body').getBoundingClientRect().right"));
            for (String section : List.of("sex", "drivers", "sources")) {
                browser.click(".contents a[href='#" + section + "']");
                browser.until("document.querySelector('.contents [aria-current]').hash === '#" + section + "'");
                assertThat(browser.number("return document.querySelectorAll('.contents [aria-current]').length"))
                        .isOne();
            }
            browser.screenshot("contents-1440");
        });
    }

    @Test
    void lines_of_text_are_no_longer_than_is_read_with_ease() {
        Browser.browse(browser -> {
            browser.width(1440);
            for (String path : List.of(STUDENTS, "/methods", "/", "/figures?verdict=differs")) {
                browser.open(site.uri(path));
                assertThat(browser.list(LONG_LINES)).as(path).isEmpty();
            }
        });
    }

    /** Paragraphs of several lines, of running text, whose lines have on average over 75 characters. */
    private static final String LONG_LINES = """
            return [...document.querySelectorAll('main p:not(.reproduction-note), main li > p')].filter((p) => {
              const lines = Math.round(p.getBoundingClientRect().height / parseFloat(getComputedStyle(p).lineHeight));
              return lines > 2 && p.textContent.trim().length / lines > 75;
            }).map((p) => p.textContent.trim().slice(0, 90));
            """;

    @ParameterizedTest
    @CsvSource({"/deepdives/students,light", "/explore/pcss/safe_local?by=sex,dark"})
    void paper_has_the_text_the_pictures_and_the_numbers_and_nothing_to_click(String path, String colours) {
        Browser.browse(browser -> {
            browser.colours(colours);
            browser.open(site.uri(path));
            browser.paper(true);
            assertThat(browser.list("""
                    return ['.site-header nav', 'button.theme', '.contents', '.controls', '.actions', '.to-top', '.exports',
                        '.plot-narrow'].filter((s) => document.querySelector(s)?.getClientRects().length)""")).isEmpty();
            assertThat(browser.list("""
                    return [...document.querySelectorAll('table, .plot-wide svg')].filter((t) =>
                        !t.closest('.exports') && t.getBoundingClientRect().height < 20).map((t) => t.outerHTML.slice(0, 80))""")).isEmpty();
            assertThat(browser.text("return getComputedStyle(document.querySelector('svg.dd-plot text')).fill"))
                    .isEqualTo("rgb(0, 0, 0)");
            assertThat(browser.text("return getComputedStyle(document.querySelector('.dd-navy')).fill"))
                    .isEqualTo("rgb(18, 67, 109)");
            assertThat(browser.text("return document.querySelector('.practice-strip').innerText"))
                    .contains("Practice data", "Invented respondents");
            assertThat(browser.text("return document.querySelector('.printed-from').innerText"))
                    .isEqualTo("Printed from " + site.uri(path));
            browser.screenshot("paper-" + colours);
            assertThat(pages(browser.print("paper-" + colours))).isGreaterThan(1);
        });
    }

    @Test
    void paper_is_light_for_who_switched_the_page_to_dark() {
        Browser.browse(browser -> {
            browser.open(site.uri(EXPLORE));
            browser.click("button.theme");
            assertThat(browser.text("return document.documentElement.dataset.theme"))
                    .isEqualTo("dark");
            browser.paper(true);
            assertThat(browser.text("return getComputedStyle(document.querySelector('.plot-wide .dd-navy')).fill"))
                    .isEqualTo("rgb(18, 67, 109)");
            assertThat(browser.text("return getComputedStyle(document.querySelector('svg.dd-plot text')).fill"))
                    .isEqualTo("rgb(0, 0, 0)");
        });
    }

    private static int pages(Path pdf) {
        try {
            return Files.readString(pdf, StandardCharsets.ISO_8859_1).split("/Type /Page\n", -1).length - 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", STUDENTS, EXPLORE, "/audit", "/nowhere"})
    void the_keyboard_reaches_everything_in_order_and_shows_where_it_is(String path) {
        Browser.browse(browser -> {
            browser.prefer("prefers-reduced-motion", "reduce");
            browser.open(site.uri(path));
            browser.until("document.readyState === 'complete'");
            long controls = browser.number("""
                    return [...document.querySelectorAll('a[href], button, select, input:not([type=hidden]), textarea,\
                     summary, [tabindex="0"]')].filter((e) => e.checkVisibility({ visibilityProperty: true })).length""");
            Set<Integer> reached = new LinkedHashSet<>();
            List<String> unseen = new ArrayList<>();
            for (long i = 0; i < controls; i++) {
                browser.press(Keys.TAB);
                String[] focused = String.valueOf(browser.run(FOCUSED)).split("\\|", 3);
                assertThat(focused)
                        .as("after " + i + " of " + controls + " controls")
                        .hasSize(3);
                if (!focused[1].equals("true")) {
                    unseen.add(focused[2]);
                }
                assertThat(reached.add(Integer.valueOf(focused[0])))
                        .as("reached twice: " + focused[2])
                        .isTrue();
            }
            assertThat(unseen).as("focus that cannot be seen").isEmpty();
            assertThat(List.copyOf(reached)).as("order of the page").isSorted();
        });
    }

    @Test
    void the_first_press_of_a_key_offers_the_way_past_the_head_of_the_page() {
        Browser.browse(browser -> {
            browser.open(site.uri(EXPLORE));
            browser.press(Keys.TAB);
            assertThat(browser.text("return document.activeElement.textContent"))
                    .isEqualTo("Skip to content");
            browser.press(Keys.ENTER);
            browser.until("document.activeElement.id === 'content'");
        });
    }

    @ParameterizedTest
    @CsvSource({"/deepdives/students,110000", "/explore/pcss/safe_local?by=sex,40000"})
    void a_chart_is_there_at_once_nothing_moves_and_the_second_visit_costs_next_to_nothing(String path, long most) {
        Browser.browse(browser -> {
            browser.open(site.uri("/healthz"));
            browser.open(site.uri(path));
            browser.until("document.readyState === 'complete'");
            long first = browser.number(TRANSFERRED);
            browser.driver().executeAsyncScript(WATCH);
            browser.point(".plot");
            browser.until("document.querySelector('.plot.live') !== null");
            List<?> movers = browser.list("return window.movers");
            double moved = ((Number) browser.run("return window.moved")).doubleValue();
            browser.open(site.uri("/healthz"));
            browser.open(site.uri(path));
            browser.until("document.readyState === 'complete'");
            long second = browser.number(TRANSFERRED);
            assertThat(first).isBetween(1000L, most);
            assertThat(moved).as("moved: " + movers).isZero();
            assertThat(second).isBetween(1L, 30_000L);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"<form class=\"site-search\"", "<main", "</main>"})
    void a_page_that_comes_in_two_pieces_over_a_slow_line_does_not_move_when_the_second_comes(String second)
            throws IOException {
        try (SlowLine line = SlowLine.to(site.uri("/"), second)) {
            Browser.browse(browser -> {
                browser.open(line.uri("/healthz"));
                browser.open(line.uri(STUDENTS));
                browser.until("document.readyState === 'complete'");
                browser.driver().executeAsyncScript(WATCH);
                double moved = ((Number) browser.run("return window.moved")).doubleValue();
                assertThat(moved)
                        .as("moved: " + browser.list("return window.movers"))
                        .isZero();
            });
        }
    }

    /** All bytes of a visit: the page and everything that it loaded, with their headers. */
    private static final String TRANSFERRED = """
            return [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
              .reduce((sum, entry) => sum + entry.transferSize, 0);
            """;

    /** Adds up how far anything moves that was painted, from the first paint on (cumulative layout shift). */
    private static final String WATCH = """
            const done = arguments[arguments.length - 1];
            window.moved = 0;
            window.movers = [];
            new PerformanceObserver((list) => list.getEntries().forEach((e) => { window.moved += e.value; window.movers.push(...e.sources.map((x) => x.node?.outerHTML?.slice(0, 120) ?? x.node?.textContent)); }))
              .observe({ type: 'layout-shift', buffered: true });
            requestAnimationFrame(() => setTimeout(done, 100));
            """;
}
