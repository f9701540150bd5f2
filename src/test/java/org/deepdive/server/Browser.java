package org.deepdive.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.deepdive.Installed;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;

/**
 * A window of a real browser, as a visitor's who never came before: it has cookies, storage and a cache of its own. It
 * starts at 1280 by 900 pixels in light colours. Windows share the browser's process.
 */
final class Browser implements AutoCloseable {

    /** Where pictures and printed pages go, for people to look at. */
    static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private static final int HEIGHT = 900;
    private static final int WIDEST_PHONE = 600;
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final Chromium chromium;
    private final ChromeDriver driver;
    private final Map<String, String> media = new LinkedHashMap<>();
    private String medium = "";

    private Browser(Chromium chromium) {
        this.chromium = chromium;
        this.driver = chromium.visitor();
        width(1280);
        colours("light");
    }

    /**
     * Runs a test in a new window, and closes it. Where no browser is installed, nothing is run: a local run says so, and
     * continuous integration fails.
     */
    static void browse(Consumer<Browser> test) {
        String untested = "the pages in a real browser";
        if (!Installed.has("chromium", untested) || !Installed.has("chromedriver", untested)) {
            return;
        }
        Chromium chromium = Chromium.take();
        try (Browser browser = new Browser(chromium)) {
            test.accept(browser);
        } catch (WebDriverException e) {
            // It may be the browser that broke; the next test is to have one that did not.
            chromium.quit();
            throw e;
        }
    }

    /** The driver, for what this class has no word for. */
    ChromeDriver driver() {
        return driver;
    }

    /** The windows that the visitor has open. */
    Set<String> windows() {
        return chromium.windows();
    }

    /** Opens an address. */
    void open(URI address) {
        driver.get(address.toString());
    }

    /** Gives the page a width in pixels; below 600 it is a phone's. */
    void width(int pixels) {
        devTools(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", pixels, "height", HEIGHT, "deviceScaleFactor", 1, "mobile", pixels < WIDEST_PHONE));
    }

    /** @param scheme what the reader prefers: {@code light} or {@code dark} */
    void colours(String scheme) {
        prefer("prefers-color-scheme", scheme);
    }

    /** A preference of the reader, such as {@code prefers-reduced-motion}; it holds beside those set before. */
    void prefer(String feature, String value) {
        media.put(feature, value);
        emulate();
    }

    /** Shows pages as they are on paper, or on the screen again. */
    void paper(boolean printed) {
        medium = printed ? "print" : "";
        emulate();
    }

    private void emulate() {
        List<Map<String, String>> features = media.entrySet().stream()
                .map(e -> Map.of("name", e.getKey(), "value", e.getValue()))
                .toList();
        devTools("Emulation.setEmulatedMedia", Map.of("media", medium, "features", features));
    }

    /** Switches the page's own scripts off; those of the test run still. */
    void scriptsOff() {
        devTools("Emulation.setScriptExecutionDisabled", Map.of("value", true));
    }

    /** A command of the Chrome DevTools protocol. */
    Map<String, Object> devTools(String command, Map<String, Object> parameters) {
        return driver.executeCdpCommand(command, parameters);
    }

    /** Runs a script in the page, and gives what it returns. */
    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** The whole number that a script returns. */
    long number(String script) {
        return ((Number) run(script)).longValue();
    }

    /** The text that a script returns. */
    String text(String script) {
        return (String) run(script);
    }

    /** The list that a script returns. */
    List<?> list(String script, Object... arguments) {
        return (List<?>) run(script, arguments);
    }

    /** Clicks what a CSS selector finds first, as a pointer does: where it is hidden or covered, that is an error. */
    void click(String selector) {
        // To the middle of the window, where nothing that stays at an edge covers it.
        run("document.querySelector(arguments[0]).scrollIntoView({ block: 'center', behavior: 'instant' })", selector);
        driver.findElement(By.cssSelector(selector)).click();
    }

    /** Moves the pointer to what a CSS selector finds first. */
    void point(String selector) {
        new Actions(driver)
                .moveToElement(driver.findElement(By.cssSelector(selector)))
                .perform();
    }

    /** Presses keys, wherever the focus is. */
    void press(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    /** What the browser's console says since it was last asked. */
    List<String> complaints() {
        List<String> messages = new ArrayList<>();
        driver.manage().logs().get(LogType.BROWSER).forEach(entry -> messages.add(entry.getMessage()));
        return messages;
    }

    /** Waits until an expression is true in the page; after a long while, that it never was is an error. */
    void until(String condition) {
        until(condition, PATIENCE);
    }

    /** Waits for what takes the server long by itself, such as computing everything. */
    void until(String condition, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (!Boolean.TRUE.equals(run("return " + condition))) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Did not come true in the browser: " + condition);
            }
            pause(Duration.ofMillis(50));
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A picture of the whole page in {@link #SCREENSHOTS}. */
    Path screenshot(String name) {
        Map<String, Object> shot =
                devTools("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
        return save(name + ".png", shot);
    }

    /** The page as it prints, a PDF of A4 pages in {@link #SCREENSHOTS}. */
    Path print(String name) {
        Map<String, Object> pdf = devTools(
                "Page.printToPDF",
                Map.of("preferCSSPageSize", true, "printBackground", false, "paperWidth", 8.27, "paperHeight", 11.69));
        return save(name + ".pdf", pdf);
    }

    private static Path save(String name, Map<String, Object> answer) {
        try {
            Files.createDirectories(SCREENSHOTS);
            return Files.write(
                    SCREENSHOTS.resolve(name),
                    Base64.getDecoder().decode(answer.get("data").toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        chromium.leave();
    }
}
