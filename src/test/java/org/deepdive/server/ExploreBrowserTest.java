package org.deepdive.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;

/** Exploring in a real browser: the question changes without a page load, and its state is its address. */
@ExtendWith(ServedSite.Shared.class)
class ExploreBrowserTest {

    private static final String EXPLORE = "/explore/pcss/unsafe_local?by=orientation&waves=2021Q2..2023Q2";
    private static final String WANTED =
            "document.querySelector('.plot').dispatchEvent(new CustomEvent('deepdive:wanted', { bubbles: true }))";
    private static final String LOADED = "window.sameLoad === true";

    private final ServedSite site;

    ExploreBrowserTest(ServedSite site) {
        this.site = site;
    }

    private void open(Browser browser, String path) {
        browser.prefer("prefers-reduced-motion", "reduce");
        browser.open(site.uri(path));
        browser.run("window.sameLoad = true");
    }

    private static String address(Browser browser) {
        return browser.text("return location.pathname + location.search");
    }

    private static void choose(Browser browser, String name, String value) {
        browser.run(
                "const s = document.querySelector(`[name='${arguments[0]}']`); s.value = arguments[1];"
                        + " s.dispatchEvent(new Event('change', { bubbles: true }));",
                name,
                value);
    }

    private static void untilAt(Browser browser, String address) {
        browser.until("location.pathname + location.search === '" + address + "'");
    }

    @Test
    void a_question_is_changed_by_the_keyboard_alone_from_the_first_tab() {
        Browser.browse(browser -> {
            open(browser, EXPLORE);
            int tabs = 0;
            while (!"by1".equals(browser.text("return document.activeElement.id"))) {
                browser.press(Keys.TAB);
                assertThat(++tabs).isLessThan(25);
            }
            browser.press("Sex");
            untilAt(browser, "/explore/pcss/unsafe_local?by=sex&waves=2021Q2..2023Q2");
            browser.until("document.querySelector('h1').textContent.endsWith(', by sex')");
            assertThat(browser.text("return document.activeElement.id")).isEqualTo("by1");
            assertThat(browser.text("return document.activeElement.value")).isEqualTo("sex");
            assertThat(browser.list(
                            "return [...document.querySelectorAll('.plot-wide [data-cell]')].map(e => e.dataset.cell)"))
                    .map(Object::toString)
                    .contains("female", "male");
            assertThat(browser.text("return document.querySelector('.more .dd-table').textContent"))
                    .contains("Women", "Men");
            assertThat(browser.text("return document.querySelector('#doors').closest('section').textContent"))
                    .contains("study=pcss&measure=unsafe_local&by=sex&waves=2021Q2..2023Q2");
            assertThat(browser.text("return document.getElementById('live-status').textContent"))
                    .isEqualTo("Now shown: Feel a bit or very unsafe in the local area, by sex."
                            + " Percentage: Greater Manchester residents aged 16 and over, Q2 2021 to Q2 2023");
            assertThat(browser.text("return document.title")).contains("by sex");
            assertThat(browser.run("return " + LOADED)).isEqualTo(true);
            browser.run(WANTED);
            browser.until("document.querySelector('.plot.live') !== null");
            assertThat(browser.number("return document.querySelectorAll('.plot-live').length"))
                    .isEqualTo(1);
            assertThat(browser.complaints()).isEmpty();
        });
    }

    @Test
    void the_back_button_and_a_reload_keep_the_state() {
        Browser.browse(browser -> {
            open(browser, EXPLORE);
            choose(browser, "by1", "sex");
            untilAt(browser, "/explore/pcss/unsafe_local?by=sex&waves=2021Q2..2023Q2");
            choose(browser, "measure", "trust");
            untilAt(browser, "/explore/pcss/trust?by=sex&waves=2021Q2..2023Q2");
            browser.driver().navigate().back();
            browser.until("document.querySelector('h1').textContent.startsWith('Feel a bit or very unsafe')");
            assertThat(address(browser)).isEqualTo("/explore/pcss/unsafe_local?by=sex&waves=2021Q2..2023Q2");
            assertThat(browser.text("return document.getElementById('measure').value"))
                    .isEqualTo("unsafe_local");
            browser.driver().navigate().back();
            browser.until("document.getElementById('by1').value === 'orientation'");
            browser.driver().navigate().forward();
            browser.until("document.getElementById('by1').value === 'sex'");
            assertThat(browser.run("return " + LOADED)).isEqualTo(true);
            browser.driver().navigate().refresh();
            assertThat(browser.text("return document.getElementById('by1').value"))
                    .isEqualTo("sex");
            assertThat(browser.text("return document.querySelector('h1').textContent"))
                    .endsWith(", by sex");
            assertThat(browser.run("return " + LOADED)).isEqualTo(false);
            assertThat(browser.complaints()).isEmpty();
        });
    }

    @Test
    void several_categories_a_chart_and_an_interval_are_part_of_the_address() {
        Browser.browse(browser -> {
            open(browser, "/explore/pcss/safe_local_scale");
            browser.click("#control-filters > summary");
            browser.click("#filter-sex > summary");
            browser.click("input[name='where.sex'][value=female]");
            untilAt(browser, "/explore/pcss/safe_local_scale?where=sex:female");
            browser.click("input[name='where.sex'][value=male]");
            untilAt(browser, "/explore/pcss/safe_local_scale?where=sex:female/male");
            browser.until("document.querySelector('#filter-sex .chosen').textContent === ': Women or Men'");
            assertThat(browser.run("return document.getElementById('filter-sex').open"))
                    .isEqualTo(true);
            choose(browser, "chart", "bars");
            untilAt(browser, "/explore/pcss/safe_local_scale?where=sex:female/male&chart=bars");
            choose(browser, "interval", "beta");
            untilAt(browser, "/explore/pcss/safe_local_scale?where=sex:female/male&interval=beta&chart=bars");
            choose(browser, "measure", "safe_local");
            untilAt(browser, "/explore/pcss/safe_local?where=sex:female/male&interval=beta");
            assertThat(browser.run("return document.getElementById('chart')")).isNull();
            assertThat(browser.complaints()).isEmpty();
        });
    }

    @Test
    void another_study_brings_its_own_measures_and_its_own_data_label() {
        Browser.browse(browser -> {
            open(browser, EXPLORE);
            choose(browser, "study", "residents");
            browser.until("location.pathname.startsWith('/explore/residents/')");
            browser.until("document.querySelector('.card-label').textContent.trim() === 'Published counts'");
            assertThat(browser.number("return document.querySelectorAll('.practice-strip').length"))
                    .isZero();
            assertThat(browser.number("return document.querySelectorAll('#by1, #filters').length"))
                    .isZero();
            assertThat(browser.text("return document.querySelector('section[aria-labelledby=tests]').textContent"))
                    .contains("not a sample, so no test of a difference exists.");
            choose(browser, "study", "victims");
            browser.until("location.pathname.startsWith('/explore/victims/')");
            browser.until("document.querySelectorAll('.practice-strip').length === 1");
            assertThat(browser.run("return document.getElementById('by1') !== null"))
                    .isEqualTo(true);
            assertThat(browser.run("return " + LOADED)).isEqualTo(true);
        });
    }

    @Test
    void an_error_is_told_in_place_and_the_old_answer_stays_and_says_so() {
        Browser.browse(browser -> {
            open(browser, EXPLORE);
            choose(browser, "to", "2020Q1");
            browser.until("!document.getElementById('live-error').hidden");
            assertThat(browser.text("return document.getElementById('live-error').textContent"))
                    .isEqualTo("The waves 2021Q2..2020Q1 run backwards."
                            + "Write the earlier wave first: 2020Q1..2021Q2."
                            + "The plot below is still that of the question before."
                            + "Back to that question");
            assertThat(address(browser)).isEqualTo(EXPLORE);
            assertThat(browser.run("return document.querySelector('.answer').classList.contains('stale')"))
                    .isEqualTo(true);
            browser.click("#live-error button");
            assertThat(browser.text("return document.getElementById('to').value"))
                    .isEqualTo("2023Q2");
            assertThat(browser.run("return document.getElementById('live-error').hidden"))
                    .isEqualTo(true);
            choose(browser, "to", "2020Q1");
            browser.until("!document.getElementById('live-error').hidden");
            choose(browser, "from", "2019Q3");
            untilAt(browser, "/explore/pcss/unsafe_local?by=orientation&waves=2019Q3..2020Q1");
            browser.until("document.getElementById('live-error').hidden");
            assertThat(browser.complaints()).allMatch(message -> message.contains("status of 400"));
        });
    }

    @Test
    void a_server_that_is_gone_is_told_in_place() {
        Browser.browse(browser -> {
            open(browser, EXPLORE);
            browser.run("window.fetch = () => Promise.reject(new TypeError('gone'))");
            choose(browser, "by1", "sex");
            browser.until("!document.getElementById('live-error').hidden");
            assertThat(browser.text("return document.getElementById('live-error').textContent"))
                    .startsWith("The server cannot be reached.Try again when you are connected.");
            assertThat(address(browser)).isEqualTo(EXPLORE);
        });
    }

    @Test
    void the_last_change_wins_whatever_comes_first() {
        Browser.browse(browser -> {
            open(browser, EXPLORE);
            browser.run("const real = window.fetch; let first = true;"
                    + " window.fetch = (a, o) => { if (!first || !a.includes('by1=')) return real(a, o); first = false;"
                    + " return new Promise((done, fail) => { setTimeout(() => real(a, o).then(done, fail), 1500);"
                    + " o.signal?.addEventListener('abort', () => window.aborted = true); }); }");
            choose(browser, "by1", "sex");
            browser.until("document.querySelector('.page').classList.contains('busy')");
            choose(browser, "by1", "age_band");
            untilAt(browser, "/explore/pcss/unsafe_local?by=age_band&waves=2021Q2..2023Q2");
            browser.until("window.aborted === true");
            browser.run("window.later = false; setTimeout(() => window.later = true, 2000)");
            browser.until("window.later");
            assertThat(address(browser)).contains("by=age_band");
            assertThat(browser.text("return document.querySelector('h1').textContent"))
                    .endsWith(", by age");
            assertThat(browser.text("return document.querySelector('.answer').getAttribute('aria-busy') ?? 'false'"))
                    .isEqualTo("false");
        });
    }

    @Test
    void two_bars_of_the_picture_are_clicked_and_their_difference_is_tested_in_place() {
        Browser.browse(browser -> {
            browser.width(500);
            open(browser, EXPLORE);
            browser.click(".plot-narrow [data-cell=bisexual] rect");
            browser.until(
                    "document.querySelector('.pair-answer').textContent === 'Bisexual is chosen. Click another value.'");
            browser.click(".plot-narrow [data-cell=heterosexual] rect");
            browser.until("document.querySelector('.pair-answer li') !== null");
            assertThat(browser.text("return document.querySelector('.pair-answer li').textContent.trim()"))
                    .matches(
                            "Feel a bit or very unsafe in the local area: Bisexual \\d+\\.\\d% against Heterosexual or straight \\d+\\.\\d%: a difference of"
                                    + " \\d+\\.\\d percentage points \\(95% interval \\d+\\.\\d to \\d+\\.\\d, p < 0\\.001\\)\\.");
            assertThat(browser.text("return document.querySelector('.pair-answer a').getAttribute('href')"))
                    .contains("/compare/pcss?title=", "orientation:bisexual", "orientation:heterosexual");
            assertThat(address(browser)).isEqualTo(EXPLORE);
            assertThat(browser.complaints()).isEmpty();
        });
    }

    @Test
    void two_bars_of_the_live_plot_are_clicked_too() {
        Browser.browse(browser -> {
            open(browser, EXPLORE);
            browser.run(WANTED);
            browser.until("document.querySelector('.plot.live') !== null");
            for (int bar : List.of(0, 2)) {
                List<?> at = browser.list(
                        "const r = document.querySelectorAll('.plot-live .bars .point path')[arguments[0]]"
                                + ".getBoundingClientRect(); return [r.left + 10, r.top + r.height / 2]",
                        bar);
                mouse(browser, "mouseMoved", at);
                // plotly looks at where the pointer is a few times a second only, and takes a click for where it last
                // was.
                browser.until("document.querySelector('.plot-live .hoverlayer')?.textContent.includes('"
                        + (bar == 0 ? "Bisexual" : "Heterosexual") + "')");
                mouse(browser, "mousePressed", at);
                mouse(browser, "mouseReleased", at);
                if (bar == 0) {
                    browser.until("document.querySelector('.pair-answer').textContent.includes('is chosen')");
                }
            }
            browser.until("document.querySelector('.pair-answer li') !== null");
            assertThat(browser.text("return document.querySelector('.pair-answer li').textContent.trim()"))
                    .contains(": Bisexual ")
                    .contains(" against Heterosexual or straight ");
            assertThat(browser.complaints()).isEmpty();
        });
    }

    private static void mouse(Browser browser, String type, List<?> at) {
        browser.devTools(
                "Input.dispatchMouseEvent",
                Map.of("type", type, "x", at.get(0), "y", at.get(1), "button", "left", "clickCount", 1));
    }

    @Test
    void two_values_are_chosen_from_lists_by_the_keyboard_and_an_impossible_pair_is_told() {
        Browser.browse(browser -> {
            open(browser, EXPLORE);
            browser.run("document.getElementById('first').focus()");
            browser.press("Gay");
            browser.press(Keys.TAB);
            browser.press("Gay");
            browser.press(Keys.TAB, Keys.ENTER);
            browser.until("document.querySelector('.pair-answer .problem') !== null");
            assertThat(browser.text("return document.querySelector('.pair-answer').textContent"))
                    .isEqualTo("Both values are the same one, which does not differ from itself.Choose two values.");
            browser.run("document.getElementById('second').focus()");
            browser.press("Bisexual");
            browser.press(Keys.TAB, Keys.ENTER);
            browser.until("document.querySelector('.pair-answer li') !== null");
            assertThat(browser.text("return document.querySelector('.pair-answer li').textContent"))
                    .contains("Gay or lesbian", "against Bisexual", "no significant difference");
        });
    }

    @Test
    void tests_and_gaps_come_when_they_are_near() {
        Browser.browse(browser -> {
            open(browser, EXPLORE);
            browser.run("document.querySelector('section[aria-labelledby=gaps]').scrollIntoView()");
            browser.until("document.querySelectorAll('.more .tests li').length === 5");
            browser.until("document.querySelectorAll('.more .gaps li').length === 3");
            assertThat(browser.text("return document.querySelector('.more .tests li.significant').textContent"))
                    .contains("▼", "Lower. Heterosexual or straight are", "less likely than the rest");
            assertThat(browser.text("return document.querySelector('.more .gaps li a').getAttribute('href')"))
                    .startsWith("/explore/pcss/unsafe_local?by=");
            assertThat(browser.complaints()).isEmpty();
        });
    }

    @Test
    void without_scripts_every_control_is_a_plain_form() {
        Browser.browse(browser -> {
            browser.scriptsOff();
            browser.prefer("prefers-reduced-motion", "reduce");
            browser.open(site.uri("/explore/pcss/safe_local?interval=beta&chart=bars"));
            browser.run("document.getElementById('by1').value = 'sex'");
            browser.run("document.querySelector('#control-filters').open = true");
            browser.run("document.querySelector('#filter-student').open = true");
            browser.click("input[name='where.student'][value=yes]");
            browser.click("form.controls .show button");
            browser.until("location.search === '?by=sex&where=student:yes&interval=beta'");
            browser.click("a[href*='/tests?']");
            browser.until("document.querySelectorAll('.tests li').length > 1");
            browser.driver().navigate().back();
            browser.run("document.getElementById('second').value = 'male'");
            browser.click(".pair button");
            browser.until("location.pathname === '/compare/pcss'");
            assertThat(browser.text("return document.querySelector('[data-part=findings]').textContent"))
                    .contains("against Men", "95% interval");
            browser.driver().navigate().back();
            browser.click("a[href*='/gaps?']");
            browser.until("document.querySelectorAll('.gaps li').length > 3");
            assertThat(browser.complaints()).isEmpty();
        });
    }

    @Test
    void on_a_phone_the_controls_open_above_the_plot_and_nothing_scrolls_sideways() {
        Browser.browse(browser -> {
            browser.width(390);
            for (String scheme : List.of("light", "dark")) {
                browser.colours(scheme);
                open(browser, EXPLORE);
                assertThat(browser.run("return document.getElementById('by1').checkVisibility()"))
                        .isEqualTo(false);
                assertThat(browser.number(
                                "return Math.round(document.querySelector('.plot').getBoundingClientRect().top)"))
                        .isLessThan(900);
                browser.click(".controls-toggle summary");
                assertThat(browser.run("return document.getElementById('by1').checkVisibility()"))
                        .isEqualTo(true);
                choose(browser, "by1", "sex");
                untilAt(browser, "/explore/pcss/unsafe_local?by=sex&waves=2021Q2..2023Q2");
                assertThat(browser.run("return document.getElementById('by1').checkVisibility()"))
                        .isEqualTo(true);
                browser.run("document.querySelector('section[aria-labelledby=gaps]').scrollIntoView()");
                browser.until("document.querySelectorAll('.more .gaps li').length === 3");
                assertThat(browser.number("return document.documentElement.scrollWidth"))
                        .isLessThanOrEqualTo(390);
                browser.screenshot("explore-phone-" + scheme);
                assertThat(browser.complaints()).isEmpty();
            }
        });
    }

    @Test
    void a_search_from_any_page_leads_to_a_plot() {
        Browser.browse(browser -> {
            browser.open(site.uri("/methods"));
            browser.run("document.getElementById('site-search').focus()");
            browser.press("saef local");
            browser.press(Keys.ENTER);
            browser.until("location.pathname === '/search'");
            assertThat(browser.text("return document.getElementById('q').value"))
                    .isEqualTo("saef local");
            browser.click("#found-measure + ul a");
            browser.until("location.pathname.startsWith('/explore/pcss/')");
            assertThat(browser.complaints()).isEmpty();
        });
    }
}
