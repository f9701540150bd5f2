package org.deepdive.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program serving in a process of its own, as it is run by whoever runs it. */
final class Served {

    private static final Pattern ADDRESS = Pattern.compile("Open (http://127\\.0\\.0\\.1:\\d+/)");

    private Served() {}

    /** Starts it with what it writes in a file. */
    static Process start(Path log, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Dlogback.configurationFile=logback.xml",
                "-cp",
                System.getProperty("java.class.path"),
                "org.deepdive.Main",
                "serve"));
        command.addAll(List.of(options));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    /** Where it listens, once it says so. */
    static URI address(Path log, Process process) throws Exception {
        for (int tries = 0; tries < 600 && process.isAlive(); tries++) {
            Matcher said = ADDRESS.matcher(Files.readString(log));
            if (said.find()) {
                return URI.create(said.group(1));
            }
            Thread.sleep(100);
        }
        throw new AssertionError("The program did not say where it serves: " + Files.readString(log));
    }

    /** Tells it to stop, and waits until it has. */
    static void stop(Process process) throws Exception {
        process.destroy();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
}
