package org.deepdive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program, run from a folder that holds nothing else. */
class PackagedIT {

    private static final Path JAR = Path.of(System.getProperty("deepdive.jar")).toAbsolutePath();
    private static final Path REFERENCE =
            Path.of("src/test/resources/reference").toAbsolutePath();

    @TempDir
    static Path folder;

    @Test
    void it_reproduces_the_figures_with_the_data_packaged_inside() throws Exception {
        // Exit code 1: some printed figures contradict one another, so no data give them all.
        String csv = run(1, "reproduce", "--format", "csv");
        assertThat(csv).startsWith("id,publication,printed,computed,low,high,base,verdict,calibrated,");
        assertThat(csv.lines().filter(line -> line.contains(",reproduced,"))).hasSizeGreaterThan(140);
        assertThat(csv.lines().filter(line -> line.contains(",differs,"))).hasSize(6);
        assertThat(Files.exists(folder.resolve("cache/deepdive/practice/pcss.csv")))
                .isTrue();
    }

    @Test
    void an_estimate_equals_r_on_the_same_practice_file() throws Exception {
        List<String> ours = run(
                        "estimate",
                        "pcss",
                        "safe_local",
                        "--by",
                        "sex",
                        "--where",
                        "student=yes",
                        "--waves",
                        "2021Q2..2023Q2",
                        "--format",
                        "csv")
                .lines()
                .toList();
        if (!Installed.has("Rscript", "that estimates on the practice file equal R's survey package")) {
            return;
        }
        Path practice = folder.resolve("cache/deepdive/practice/pcss.csv");
        List<String> theirs = output(new ProcessBuilder(
                                "Rscript",
                                REFERENCE.resolve("estimate-practice.R").toString(),
                                practice.toString())
                        .start())
                .lines()
                .toList();
        int compared = 0;
        for (String line : theirs.subList(1, theirs.size())) {
            String[] r = line.split(",");
            String[] own = ours.stream()
                    .filter(l -> l.startsWith(r[0] + ","))
                    .findFirst()
                    .orElseThrow()
                    .split(",");
            for (int k = 1; k < r.length && !own[k].isEmpty(); k++) {
                double expected = Double.parseDouble(r[k]);
                assertThat(Double.parseDouble(own[k]))
                        .as(r[0] + " " + theirs.get(0).split(",")[k])
                        .isCloseTo(expected, within(1e-9 * Math.abs(expected)));
                compared++;
            }
        }
        assertThat(compared).isGreaterThanOrEqualTo(16);
    }

    @Test
    void without_a_command_it_prints_its_summary_and_serves_pages() throws Exception {
        Path printed = folder.resolve("main-job.txt");
        Process process = start(printed, "--port", "0");
        try {
            String url = addressIn(printed, process);
            HttpResponse<String> page = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(url + "/deepdives/students"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("Practice data").contains("<svg");
            assertThat(Files.readString(printed))
                    .contains("Published figures and findings: ")
                    .contains("Not reproducible, because:")
                    .contains("Audit of the printed numbers: 14 findings");
        } finally {
            process.destroy();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static String addressIn(Path printed, Process process) throws Exception {
        Pattern address = Pattern.compile("Open (http://127\\.0\\.0\\.1:\\d+)");
        for (int tries = 0; tries < 600 && process.isAlive(); tries++) {
            Matcher matcher = address.matcher(Files.readString(printed));
            if (matcher.find()) {
                return matcher.group(1);
            }
            Thread.sleep(100);
        }
        throw new AssertionError("The program did not say where it serves: " + Files.readString(printed));
    }

    private static String run(String... words) throws Exception {
        return run(0, words);
    }

    private static String run(int exitCode, String... words) throws Exception {
        Path printed = Files.createTempFile(folder, "out", ".txt");
        Process process = start(printed, words);
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(printed)).isEqualTo(exitCode);
        return Files.readString(printed);
    }

    private static Process start(Path printed, String... words) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx1g", "-jar", JAR.toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        builder.environment().remove("DEEPDIVE_DATA");
        return builder.redirectOutput(printed.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static String output(Process process) throws Exception {
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return text;
    }
}
