package org.deepdive.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.deepdive.analysis.Citation;
import org.deepdive.analysis.DeepDive;
import org.deepdive.analysis.DeepDives;
import org.deepdive.server.export.DeepDiveExport;
import org.deepdive.server.export.ExportFolder;
import org.deepdive.server.export.StaticSite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** What was taken along, opened again in a real browser: files from disk, and frames on pages of another origin. */
@ExtendWith(ServedSite.Shared.class)
class ExportsBrowserTest {

    private static final String EXPLORE = "/explore/pcss/unsafe_local%s?by=sex&waves=2021Q2..2023Q2";
    private static final String LOADED = "return performance.getEntriesByType('resource').map(e => e.name)";

    private final ServedSite site;

    @TempDir
    private Path folder;

    ExportsBrowserTest(ServedSite site) {
        this.site = site;
    }

    private static void requireReadable(Browser browser, int width) {
        browser.width(width);
        assertThat(browser.number("return document.documentElement.scrollWidth"))
                .as("nothing sticks out of " + width + " pixels")
                .isLessThanOrEqualTo(width);
        assertThat(browser.number("return [...document.querySelectorAll('svg.dd-plot')]"
                        + ".filter(s => s.getBoundingClientRect().width > 200).length"))
                .as("pictures shown")
                .isPositive();
    }

    @Test
    void a_plot_saved_as_a_page_opens_from_disk_and_loads_nothing() throws IOException {
        for (String path : List.of(
                EXPLORE.formatted(".html"),
                "/model/pcss/confident_emergency.html?terms=sex,age_band",
                "/deepdives/residents.html")) {
            Path file =
                    Files.write(folder.resolve("saved.html"), site.file(path).body());
            Browser.browse(browser -> {
                browser.open(file.toUri());
                assertThat(browser.list(LOADED)).as(path).isEmpty();
                assertThat(browser.complaints()).as(path).isEmpty();
                assertThat(browser.text("return document.querySelector('.data-label').textContent"))
                        .isNotBlank();
                requireReadable(browser, 1280);
                browser.screenshot("saved" + path.replaceAll("[^a-z]+", "-"));
                browser.colours("dark");
                requireReadable(browser, 390);
                browser.screenshot("saved-phone" + path.replaceAll("[^a-z]+", "-"));
                assertThat(browser.text("return getComputedStyle(document.body).backgroundColor"))
                        .isEqualTo("rgb(18, 20, 23)");
            });
        }
    }

    @Test
    void an_exported_folder_is_a_site_without_a_server() {
        Path out = folder.resolve("site");
        new StaticSite(new ExportFolder(out, false))
                .write(List.of("residents", "partners"), this::export, (step, done) -> {});
        Browser.browse(browser -> {
            browser.open(out.resolve("index.html").toUri());
            assertThat(browser.complaints()).isEmpty();
            browser.click(".index a");
            browser.until("location.pathname.endsWith('/residents/index.html')");
            assertThat(browser.list(LOADED)).isEmpty();
            assertThat(browser.complaints()).isEmpty();
            requireReadable(browser, 1280);
            requireReadable(browser, 390);
            List<?> links = browser.list("return [...document.querySelectorAll('a[href]')].map(a => a.href)");
            assertThat(links).hasSizeGreaterThan(10).allSatisfy(link -> {
                URI address = URI.create(link.toString().replaceFirst("#.*", ""));
                assertThat(address.getScheme()).isEqualTo("file");
                assertThat(Path.of(address)).exists();
            });
            String png = browser.text("return document.querySelector('.files a[href$=\".png\"]').href");
            browser.open(URI.create(png));
            assertThat(browser.number("return document.images[0].naturalWidth")).isEqualTo(1440);
        });
    }

    private DeepDiveExport export(String slug) {
        DeepDive dive = DeepDives.open(site.workspace(), slug);
        Citation citation = new Citation(
                dive.title(),
                dive.study(),
                dive.labels(),
                site.workspace().fingerprints(dive.study().slug()),
                Optional.empty(),
                LocalDate.of(2026, 3, 4),
                "test");
        return new DeepDiveExport(dive, citation);
    }

    @Test
    void a_page_of_an_origin_that_is_named_shows_the_plot_in_a_frame() throws IOException {
        try (OtherSite other = new OtherSite();
                ServedSite open = new ServedSite(site.workspace(), List.of(other.origin()))) {
            other.shows(snippet(open));
            Browser.browse(browser -> {
                browser.open(URI.create(other.origin() + "/"));
                browser.driver().switchTo().frame(0);
                browser.until("document.querySelector('h1') !== null");
                browser.screenshot("embedded");
                assertThat(browser.text("return document.querySelector('h1').textContent"))
                        .isEqualTo(open.page(EXPLORE.formatted("")).select("h1").text());
                assertThat(browser.number(
                                "return document.querySelector('.plot-wide svg').getBoundingClientRect().width"))
                        .isGreaterThan(500);
                assertThat(browser.text("return document.querySelector('.data-label').textContent"))
                        .startsWith("Practice data");
                assertThat(browser.number("return document.documentElement.scrollHeight - innerHeight"))
                        .as("the frame is high enough")
                        .isLessThanOrEqualTo(0);
                assertThat(browser.complaints().stream().filter(line -> !line.contains("favicon")))
                        .isEmpty();
                browser.click("main > p > a[target=_blank]");
                assertThat(browser.windows()).hasSize(2);
            });
        }
    }

    @Test
    void a_page_of_any_other_origin_does_not() throws IOException {
        try (OtherSite other = new OtherSite();
                ServedSite open = new ServedSite(site.workspace(), List.of("https://www.example.org"))) {
            other.shows(snippet(open));
            Browser.browse(browser -> {
                browser.open(URI.create(other.origin() + "/"));
                browser.driver().switchTo().frame(0);
                browser.until("location.protocol === 'chrome-error:'");
                assertThat(browser.number("return document.querySelectorAll('svg.dd-plot').length"))
                        .isZero();
            });
        }
    }

    private static String snippet(ServedSite site) {
        return site.page(EXPLORE.formatted("")).select("textarea.export-embed").text();
    }

    @Test
    void the_menu_is_opened_and_used_by_keyboard_alone_with_scripts_off() {
        Browser.browse(browser -> {
            browser.scriptsOff();
            browser.open(site.uri(EXPLORE.formatted("")));
            browser.run("document.querySelector('details.exports summary').focus()");
            browser.press(Keys.ENTER);
            browser.until("document.querySelector('details.exports').open");
            browser.screenshot("export-menu");
            browser.press(Keys.TAB);
            assertThat(browser.text("return document.activeElement.textContent"))
                    .startsWith("CSV of ");
            browser.press(Keys.TAB, Keys.TAB, Keys.ENTER);
            browser.until("location.pathname === '/explore/pcss/unsafe_local.svg'");
            assertThat(browser.complaints()).isEmpty();
        });
    }

    @Test
    void the_snippet_is_copied_from_a_field_that_a_key_selects() {
        Browser.browse(browser -> {
            browser.open(site.uri(EXPLORE.formatted("")));
            browser.run("document.querySelector('details.exports summary').focus()");
            browser.press(Keys.ENTER);
            browser.run("document.querySelector('textarea.export-embed').focus()");
            browser.driver().switchTo().activeElement().sendKeys(Keys.chord(Keys.CONTROL, "a"));
            assertThat(browser.text("const t = document.activeElement;"
                            + " return t.value.slice(t.selectionStart, t.selectionEnd)"))
                    .startsWith("<iframe src=")
                    .endsWith("</iframe>");
            browser.width(390);
            browser.screenshot("export-menu-phone");
            assertThat(browser.number("return document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(390);
        });
    }

    /** A page of another origin: the same machine at another port. */
    private static final class OtherSite implements AutoCloseable {

        private final HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        private volatile String content = "";

        OtherSite() throws IOException {
            server.createContext("/", exchange -> {
                byte[] page = ("<!doctype html><html lang=en><title>Other</title><p>Elsewhere</p>" + content)
                        .getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
                exchange.sendResponseHeaders(200, page.length);
                exchange.getResponseBody().write(page);
                exchange.close();
            });
            server.start();
        }

        void shows(String html) {
            content = html;
        }

        String origin() {
            return "http://127.0.0.1:" + server.getAddress().getPort();
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
