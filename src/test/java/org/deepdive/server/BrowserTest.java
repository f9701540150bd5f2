package org.deepdive.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The pages in a real browser: nothing is refused by the policy, nothing moves, and without scripts nothing is missing. */
@ExtendWith(ServedSite.Shared.class)
class BrowserTest {

    private static final String EXPLORE = "/explore/pcss/unsafe_local?by=orientation&waves=2021Q2..2023Q2";
    private static final List<String> PAGES = List.of(
            "/",
            "/deepdives/students",
            "/deepdives/residents",
            "/deepdives/partners",
            "/deepdives/performance",
            "/deepdives/engagement?theme=asb",
            EXPLORE,
            "/explore/pcss/safe_local?by=wave,student",
            "/figures",
            "/audit",
            "/studies/pcss",
            "/methods",
            "/nowhere");

    /** Makes the plots interactive as if each had been pointed at. */
    private static final String WANTED =
            "document.body.dispatchEvent(new CustomEvent('deepdive:wanted', {bubbles: true}))";

    private final ServedSite site;

    BrowserTest(ServedSite site) {
        this.site = site;
    }

    @Test
    void plots_come_alive_without_moving_the_page_or_being_refused_anything() {
        Browser.browse(browser -> {
            browser.open(site.uri("/deepdives/students"));
            long height = browser.number("return document.documentElement.scrollHeight");
            browser.run(WANTED);
            browser.until(
                    "document.querySelectorAll('.plot').length === document.querySelectorAll('.plot.live').length");
            assertThat(browser.number("return document.documentElement.scrollHeight"))
                    .isEqualTo(height);
            assertThat(browser.number("return document.querySelectorAll('.plot-live .main-svg').length"))
                    .isGreaterThan(10);
            assertThat(browser.complaints()).isEmpty();
        });
    }

    @Test
    void plotly_is_loaded_for_who_points_at_a_plot_and_for_nobody_who_reads() {
        Browser.browse(browser -> {
            // A page that still glides would move away from under the pointer.
            browser.prefer("prefers-reduced-motion", "reduce");
            browser.open(site.uri("/deepdives/students"));
            browser.until("document.readyState === 'complete'");
            browser.run("scrollTo(0, document.documentElement.scrollHeight / 2)");
            browser.run("document.querySelector('.exhibit a').focus()");
            assertThat(browser.run("return document.querySelector('script[src*=plotly]')"))
                    .isNull();
            browser.point(".plot");
            browser.until("document.querySelectorAll('.plot.live').length >= 1");
            assertThat(browser.number("return document.querySelectorAll('.plot:not(.live)').length"))
                    .isGreaterThan(10);
            assertThat(browser.complaints()).isEmpty();
        });
    }

    @Test
    void a_live_plot_prints_the_numbers_of_its_picture() {
        Browser.browse(browser -> {
            browser.open(site.uri(EXPLORE));
            String printed = "return [...document.querySelectorAll('%s text')].map(t => t.textContent)"
                    + ".filter(t => /^\\d+%%$|^\\[c\\]/.test(t)).sort().join(' ')";
            Object picture = browser.run(printed.formatted(".plot-wide"));
            browser.run(WANTED);
            browser.until("document.querySelector('.plot.live') !== null");
            assertThat(browser.run(printed.formatted(".plot-live"))).isEqualTo(picture);
            assertThat(picture.toString()).contains("%");
        });
    }

    @Test
    void a_switch_changes_the_colours_of_page_and_plot_and_is_remembered() {
        Browser.browse(browser -> {
            browser.colours("light");
            browser.open(site.uri(EXPLORE));
            browser.run(WANTED);
            browser.until("document.querySelector('.plot.live') !== null");
            String bar = "getComputedStyle(document.querySelector('.plot-live .bars path')).fill";
            assertThat(browser.run("return " + bar)).isEqualTo("rgb(18, 67, 109)");
            browser.run("document.querySelector('button.theme').click()");
            browser.until(bar + " === 'rgb(107, 172, 230)'");
            browser.open(site.uri("/methods"));
            assertThat(browser.run("return getComputedStyle(document.documentElement).backgroundColor"))
                    .isEqualTo("rgb(18, 20, 23)");
            assertThat(browser.run("return document.querySelector('button.theme').textContent"))
                    .isEqualTo("Light");
            assertThat(browser.complaints()).isEmpty();
        });
    }

    @Test
    void without_scripts_the_pictures_stand_and_the_form_asks() {
        Browser.browse(browser -> {
            browser.scriptsOff();
            browser.open(site.uri(EXPLORE));
            assertThat(browser.number("return document.querySelectorAll('.plot.live').length"))
                    .isZero();
            assertThat(browser.number("return document.querySelector('.plot-wide svg').getBoundingClientRect().width"))
                    .isGreaterThan(500);
            browser.run("document.querySelector('select[name=by1]').value = 'sex'");
            browser.run("document.querySelector('form.controls button').click()");
            browser.until("location.pathname === '/explore/pcss/unsafe_local'");
            browser.until("location.search === '?by=sex&waves=2021Q2..2023Q2'");
            assertThat(browser.complaints()).isEmpty();
        });
    }

    @Test
    void no_page_scrolls_sideways_or_complains_on_a_phone_in_the_dark() {
        Browser.browse(browser -> {
            browser.width(390);
            browser.colours("dark");
            for (String path : PAGES) {
                browser.open(site.uri(path));
                assertThat(browser.number("return document.documentElement.scrollWidth"))
                        .as(path)
                        .isLessThanOrEqualTo(390);
                assertThat(browser.complaints().stream().filter(m -> !m.contains("status of 404")))
                        .as(path)
                        .isEmpty();
            }
            assertThat(browser.run("return document.querySelector('script[src*=plotly]')"))
                    .isNull();
        });
    }

    @Test
    void every_text_stands_out_from_its_paper_in_both_schemes() {
        Browser.browse(browser -> {
            for (String scheme : List.of("light", "dark")) {
                browser.colours(scheme);
                for (String path : PAGES) {
                    browser.open(site.uri(path));
                    assertThat(browser.list(CONTRAST)).as(path + ", " + scheme).isEmpty();
                }
            }
        });
    }

    /** Lists texts of the page whose contrast with the nearest painted background is under 4.5:1 (WCAG 2.2 AA). */
    private static final String CONTRAST = """
            const rgb = (s) => s.match(/[\\d.]+/g).map(Number);
            const light = (c) => { c /= 255; return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4; };
            const luminance = ([r, g, b]) => 0.2126 * light(r) + 0.7152 * light(g) + 0.0722 * light(b);
            const papers = new Map();
            const paper = (e) => {
              if (!e) return [255, 255, 255];
              if (!papers.has(e)) {
                const c = rgb(getComputedStyle(e).backgroundColor);
                papers.set(e, c.length === 3 || c[3] > 0.99 ? c : paper(e.parentElement));
              }
              return papers.get(e);
            };
            const faint = [];
            document.querySelectorAll('body *').forEach((e) => {
              const own = [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim());
              if (!own || e.closest('svg, script, option') || !e.getClientRects().length) return;
              const [a, b] = [luminance(rgb(getComputedStyle(e).color)), luminance(paper(e))].sort((x, y) => y - x);
              if ((a + 0.05) / (b + 0.05) < 4.5) faint.push(e.className + ': ' + e.textContent.trim().slice(0, 40));
            });
            return faint;
            """;
}
