package org.deepdive.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deepdive.PackagedStudies;
import org.deepdive.analysis.OpenStudy;
import org.deepdive.analysis.Studies;
import org.deepdive.notebook.RichDisplay;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** Outputs of a notebook in a real browser, on a page that says its theme as JupyterLab does. */
class NotebookOutputBrowserTest {

    private static final String THEME = "document.body.dataset.jpThemeLight = arguments[0]";
    private static final String PAINT =
            "return getComputedStyle(document.querySelector('.dd-figure svg .dd-navy, .dd-figure svg .dd-navy-edge')).fill";

    @TempDir
    Path temp;

    private OpenStudy study;

    @BeforeEach
    void open() {
        study = Studies.open(PackagedStudies.workspace(), "pcss");
    }

    private Path page(Object... values) throws IOException {
        String outputs = Stream.of(values)
                .map(value -> RichDisplay.of(value).html().orElseThrow())
                .collect(Collectors.joining("\n"));
        return Files.writeString(
                temp.resolve("page.html"),
                "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>Outputs</title><style>"
                        + "body{color:#111;background:#fff}"
                        + "body[data-jp-theme-light=false]{color:#eee;background:#111}</style>"
                        + "<body data-jp-theme-light=\"true\">" + outputs + "</body></html>");
    }

    private static List<?> rows(Browser browser) {
        return browser.list("return [...document.querySelectorAll('tbody tr th')].map(th => th.textContent)");
    }

    @Test
    void a_plot_becomes_a_part_of_the_page_and_follows_its_theme() throws IOException {
        Path page = page(study.measure("safe_local").by("sex").estimate().plot());
        Browser.browse(browser -> {
            browser.open(page.toUri());
            browser.until("document.querySelector('.dd-figure[data-live=svg][data-theme=light] svg') !== null");
            String light = browser.text(PAINT);
            browser.screenshot("notebook-plot-light");
            browser.run(THEME, "false");
            browser.until("document.querySelector('.dd-figure[data-theme=dark]') !== null");
            assertThat(browser.text(PAINT)).isNotEqualTo(light);
            browser.screenshot("notebook-plot-dark");
            browser.run(THEME, "true");
            browser.until("document.querySelector('.dd-figure[data-theme=light]') !== null");
            assertThat(browser.text(PAINT)).isEqualTo(light);
            browser.point(".dd-figure .dd-mark");
            browser.until("!document.querySelector('.dd-tip').hidden");
            assertThat(browser.text("return document.querySelector('.dd-tip').textContent"))
                    .contains("%");
            assertThat(browser.complaints()).isEmpty();
        });
    }

    @Test
    void a_table_sorts_by_a_click_and_by_the_keyboard_and_comes_back_to_its_order() throws IOException {
        Path page = page(study.measure("safe_local").by("age_band").estimate());
        Browser.browse(browser -> {
            browser.open(page.toUri());
            List<?> usual = rows(browser);
            assertThat(usual).hasSizeGreaterThan(3);
            browser.click("thead th.dd-number button");
            assertThat(browser.text("return document.querySelector('[aria-sort]').getAttribute('aria-sort')"))
                    .isEqualTo("ascending");
            assertThat(values(browser)).isSorted();
            browser.screenshot("notebook-table-sorted");
            browser.press(Keys.ENTER);
            assertThat(browser.text("return document.querySelector('[aria-sort]').getAttribute('aria-sort')"))
                    .isEqualTo("descending");
            assertThat(values(browser)).isSortedAccordingTo((a, b) -> Double.compare(b, a));
            browser.press(Keys.SPACE);
            assertThat(browser.number("return document.querySelectorAll('[aria-sort]').length"))
                    .isZero();
            assertThat(rows(browser)).isEqualTo((Object) usual);
            assertThat(browser.complaints()).isEmpty();
        });
    }

    private static List<Double> values(Browser browser) {
        return browser
                .list("return [...document.querySelectorAll('tbody tr')]"
                        + ".map(tr => tr.querySelector('.dd-number').textContent)")
                .stream()
                .map(text -> Double.valueOf(((String) text).replace("%", "").strip()))
                .toList();
    }

    @Test
    void the_rows_of_a_ledger_stay_below_their_quotes() throws IOException {
        Path page = page(study.reproduce("students"));
        String groups = "return [...document.querySelectorAll('tbody tr')].reduce((all, tr) => {"
                + " if (tr.querySelector('.dd-heading')) all.push([]);"
                + " else all[all.length - 1].push(tr.cells[0].textContent); return all; }, []).map(g => g.sort().join())";
        Browser.browse(browser -> {
            browser.open(page.toUri());
            List<?> before = browser.list(groups);
            List<?> usual = rows(browser);
            browser.click("thead th.dd-number button");
            assertThat(rows(browser)).isNotEqualTo((Object) usual);
            assertThat(browser.list(groups)).isEqualTo((Object) before);
        });
    }
}
