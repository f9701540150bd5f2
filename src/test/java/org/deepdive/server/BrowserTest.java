package org.deepdive.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.deepdive.Installed;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

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

    @TempDir(cleanup = CleanupMode.NEVER)
    private static Path profile;

    private static boolean there;

    private final ServedSite site;

    BrowserTest(ServedSite site) {
        this.site = site;
    }

    @BeforeAll
    static void look_for_a_browser() {
        String untested = "the pages in a real browser";
        there = Installed.has("chromium", untested) && Installed.has("chromedriver", untested);
    }

    @AfterAll
    static void forget_the_profile() throws Exception {
        try (Stream<Path> files = java.nio.file.Files.walk(profile)) {
            files.sorted(java.util.Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }

    private static void browse(Consumer<ChromeDriver> test) {
        if (!there) {
            return;
        }
        ChromeOptions options = new ChromeOptions();
        options.setBinary(program("chromium"));
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + profile);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(new File(program("chromedriver")))
                .usingAnyFreePort()
                .build();
        ChromeDriver browser = new ChromeDriver(service, options);
        try {
            test.accept(browser);
        } finally {
            browser.quit();
        }
    }

    private static String program(String name) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> new File(folder, name))
                .filter(File::canExecute)
                .findFirst()
                .orElseThrow()
                .getPath();
    }

    private static void screen(ChromeDriver browser, int width) {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width < 600));
    }

    private static void colours(ChromeDriver browser, String scheme) {
        browser.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    private static Object run(JavascriptExecutor browser, String script) {
        return browser.executeScript(script);
    }

    private static long number(JavascriptExecutor browser, String script) {
        return ((Number) run(browser, script)).longValue();
    }

    private static List<String> complaints(ChromeDriver browser) {
        List<String> messages = new ArrayList<>();
        browser.manage().logs().get(LogType.BROWSER).forEach(entry -> messages.add(entry.getMessage()));
        return messages;
    }

    private static void until(JavascriptExecutor browser, String condition) {
        long end = System.nanoTime() + Duration.ofSeconds(40).toNanos();
        while (!Boolean.TRUE.equals(run(browser, "return " + condition))) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Did not come true in the browser: " + condition);
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void plots_come_alive_without_moving_the_page_or_being_refused_anything() {
        browse(browser -> {
            screen(browser, 1280);
            browser.get(site.uri("/deepdives/students").toString());
            long height = number(browser, "return document.documentElement.scrollHeight");
            until(
                    browser,
                    "(document.querySelector('.plot:not(.live)')?.scrollIntoView(),"
                            + " document.querySelectorAll('.plot').length"
                            + " === document.querySelectorAll('.plot.live').length)");
            assertThat(number(browser, "return document.documentElement.scrollHeight"))
                    .isEqualTo(height);
            assertThat(number(browser, "return document.querySelectorAll('.plot-live .main-svg').length"))
                    .isGreaterThan(10);
            assertThat(complaints(browser)).isEmpty();
        });
    }

    @Test
    void a_live_plot_prints_the_numbers_of_its_picture() {
        browse(browser -> {
            screen(browser, 1280);
            browser.get(site.uri(EXPLORE).toString());
            String printed = "return [...document.querySelectorAll('%s text')].map(t => t.textContent)"
                    + ".filter(t => /^\\d+%%$|^\\[c\\]/.test(t)).sort().join(' ')";
            Object picture = run(browser, printed.formatted(".plot-wide"));
            until(browser, "document.querySelector('.plot.live') !== null");
            assertThat(run(browser, printed.formatted(".plot-live"))).isEqualTo(picture);
            assertThat(picture.toString()).contains("%");
        });
    }

    @Test
    void a_switch_changes_the_colours_of_page_and_plot_and_is_remembered() {
        browse(browser -> {
            screen(browser, 1280);
            colours(browser, "light");
            browser.get(site.uri(EXPLORE).toString());
            until(browser, "document.querySelector('.plot.live') !== null");
            String bar = "getComputedStyle(document.querySelector('.plot-live .bars path')).fill";
            assertThat(run(browser, "return " + bar)).isEqualTo("rgb(18, 67, 109)");
            run(browser, "document.querySelector('button.theme').click()");
            until(browser, bar + " === 'rgb(107, 172, 230)'");
            browser.get(site.uri("/methods").toString());
            assertThat(run(browser, "return getComputedStyle(document.documentElement).backgroundColor"))
                    .isEqualTo("rgb(18, 20, 23)");
            assertThat(run(browser, "return document.querySelector('button.theme').textContent"))
                    .isEqualTo("Light");
            assertThat(complaints(browser)).isEmpty();
        });
    }

    @Test
    void without_scripts_the_pictures_stand_and_the_form_asks() {
        browse(browser -> {
            screen(browser, 1280);
            browser.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
            browser.get(site.uri(EXPLORE).toString());
            assertThat(number(browser, "return document.querySelectorAll('.plot.live').length"))
                    .isZero();
            assertThat(number(browser, "return document.querySelector('.plot-wide svg').getBoundingClientRect().width"))
                    .isGreaterThan(500);
            run(browser, "document.querySelector('select[name=by1]').value = 'sex'");
            run(browser, "document.querySelector('form.controls button').click()");
            until(browser, "location.pathname === '/explore/pcss/unsafe_local'");
            until(browser, "location.search === '?by=sex&waves=2021Q2..2023Q2'");
            assertThat(complaints(browser)).isEmpty();
        });
    }

    @Test
    void no_page_scrolls_sideways_or_complains_on_a_phone_in_the_dark() {
        browse(browser -> {
            screen(browser, 390);
            colours(browser, "dark");
            for (String path : PAGES) {
                browser.get(site.uri(path).toString());
                assertThat(number(browser, "return document.documentElement.scrollWidth"))
                        .as(path)
                        .isLessThanOrEqualTo(390);
                assertThat(complaints(browser).stream().filter(m -> !m.contains("status of 404")))
                        .as(path)
                        .isEmpty();
            }
            assertThat(run(browser, "return document.querySelector('script[src*=plotly]')"))
                    .isNull();
        });
    }

    @Test
    void every_text_stands_out_from_its_paper_in_both_schemes() {
        browse(browser -> {
            screen(browser, 1280);
            for (String scheme : List.of("light", "dark")) {
                colours(browser, scheme);
                for (String path : PAGES) {
                    browser.get(site.uri(path).toString());
                    assertThat((List<?>) run(browser, CONTRAST))
                            .as(path + ", " + scheme)
                            .isEmpty();
                }
            }
        });
    }

    /** Lists texts of the page whose contrast with the nearest painted background is under 4.5:1 (WCAG 2.2 AA). */
    private static final String CONTRAST = """
            const rgb = (s) => s.match(/[\\d.]+/g).map(Number);
            const light = (c) => { c /= 255; return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4; };
            const luminance = ([r, g, b]) => 0.2126 * light(r) + 0.7152 * light(g) + 0.0722 * light(b);
            const paper = (e) => {
              for (; e; e = e.parentElement) {
                const c = rgb(getComputedStyle(e).backgroundColor);
                if (c.length === 3 || c[3] > 0.99) return c;
              }
              return [255, 255, 255];
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
