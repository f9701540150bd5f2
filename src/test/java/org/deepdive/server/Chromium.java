package org.deepdive.server;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.devtools.Command;
import org.openqa.selenium.devtools.ConverterFunctions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * A process of the browser, which tests of a JVM use one after another, since starting one takes longer than most tests.
 * Each test has a browser context of its own, the same that a window of private browsing has, so nothing of a test is left
 * for the next: no cookie, no storage, no cache, no emulation. A test of two visitors at once takes two processes.
 */
final class Chromium {

    /** As long as the driver waits for a script unless it is told otherwise. */
    private static final Duration LONGEST_SCRIPT = Duration.ofSeconds(30);

    private static final Queue<Chromium> IDLE = new ConcurrentLinkedQueue<>();
    private static final Set<Chromium> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> RUNNING.forEach(Chromium::quit), "browsers"));
    }

    private final Path profile;
    private final ChromeDriver driver;
    private final String first;
    private String context = "";

    private Chromium() {
        this.profile = newProfile();
        this.driver = new ChromeDriver(service(), options(profile));
        this.first = driver.getWindowHandle();
    }

    /** A process that no test uses. */
    static Chromium take() {
        Chromium idle = IDLE.poll();
        if (idle != null) {
            return idle;
        }
        Chromium started = new Chromium();
        RUNNING.add(started);
        return started;
    }

    /** The driver, at an empty window of a visitor who never came before. */
    ChromeDriver visitor() {
        context = command("Target.createBrowserContext", Map.of(), "browserContextId");
        driver.switchTo()
                .window(command(
                        "Target.createTarget", Map.of("url", "about:blank", "browserContextId", context), "targetId"));
        driver.manage().timeouts().scriptTimeout(LONGEST_SCRIPT);
        // What a page of the test before said at last is not this one's.
        driver.manage().logs().get(LogType.BROWSER);
        return driver;
    }

    /** The visitor's windows, without the one that keeps the process running. */
    Set<String> windows() {
        Set<String> windows = new HashSet<>(driver.getWindowHandles());
        windows.remove(first);
        return windows;
    }

    /** Forgets the visitor; the next test may have this process. */
    void leave() {
        if (RUNNING.contains(this)) {
            driver.switchTo().window(first);
            driver.getDevTools()
                    .send(new Command<>("Target.disposeBrowserContext", Map.of("browserContextId", context)));
            IDLE.add(this);
        }
    }

    /** A command to the browser itself; the driver's own commands go to a page, which may not do this. */
    private String command(String name, Map<String, Object> parameters, String answer) {
        return driver.getDevTools().send(new Command<>(name, parameters, ConverterFunctions.map(answer, String.class)));
    }

    /** Ends the process. */
    void quit() {
        IDLE.remove(this);
        if (!RUNNING.remove(this)) {
            return;
        }
        driver.quit();
        try (Stream<Path> files = Files.walk(profile)) {
            // What the browser's last process still holds goes with the folder of temporary files.
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path newProfile() {
        try {
            return Files.createTempDirectory("deepdive-browser");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ChromeOptions options(Path profile) {
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
        return options;
    }

    private static ChromeDriverService service() {
        return new ChromeDriverService.Builder()
                .usingDriverExecutable(new File(program("chromedriver")))
                .usingAnyFreePort()
                .build();
    }

    private static String program(String name) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> new File(folder, name))
                .filter(File::canExecute)
                .findFirst()
                .orElseThrow()
                .getPath();
    }
}
