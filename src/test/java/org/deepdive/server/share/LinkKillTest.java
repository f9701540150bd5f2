package org.deepdive.server.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.deepdive.server.share.LinkStore.Kept;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed while it saves has lost no link that it said was saved. */
class LinkKillTest {

    private static final int ROUNDS = 5;
    private static final int ROWS = 500;

    @TempDir
    private Path folder;

    /** Saves links from four threads until it is killed, and says the id of each that was saved. */
    static final class Saving {

        private Saving() {}

        public static void main(String[] words) {
            LinkStore store = LinkStore.open(words[0]);
            for (int thread = 0; thread < 4; thread++) {
                new Thread(() -> saveOn(store)).start();
            }
        }

        private static void saveOn(LinkStore store) {
            while (true) {
                Kept kept = LinkSamples.kept(LinkIds.fresh(), "Under load", "", LinkSamples.OWNER, ROWS);
                if (store.insert(kept.link(), kept.frozen())) {
                    synchronized (System.out) {
                        System.out.println(kept.link().id());
                        System.out.flush();
                    }
                }
            }
        }
    }

    private Process start(Path file) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Saving.class.getName(),
                        file.toString())
                .redirectError(folder.resolve("err.txt").toFile())
                .start();
    }

    /** The ids that a process said were saved, until it was killed after so many. */
    private static List<String> killedAfter(Process process, int most) throws Exception {
        List<String> ids = new ArrayList<>();
        try (BufferedReader said = process.inputReader()) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (line.length() == 10 && SavedLink.isId(line)) {
                    ids.add(line);
                }
                if (ids.size() == most) {
                    // By its handle, which leaves what it wrote to be read; it is a kill -9.
                    process.toHandle().destroyForcibly();
                }
            }
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return ids;
    }

    private static String integrity(Path file) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("pragma integrity_check")) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void every_link_that_was_acknowledged_before_a_kill_is_there_with_its_numbers() throws Exception {
        Path file = folder.resolve("links.db");
        List<String> acknowledged = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            Process process = start(file);
            List<String> said = killedAfter(process, 7 + 5 * round);
            assertThat(said).as("what round %s saved", round).hasSizeGreaterThanOrEqualTo(7 + 5 * round);
            assertThat(process.exitValue()).as("killed, and not ended").isEqualTo(128 + 9);
            acknowledged.addAll(said);
            try (LinkStore store = LinkStore.open(file.toString())) {
                assertThat(store.all()).extracting(SavedLink::id).containsAll(acknowledged);
                for (String id : acknowledged) {
                    assertThat(store.find(id).orElseThrow().frozen().checked(id).csv())
                            .isEqualTo(LinkSamples.csv(id, ROWS));
                }
                // At most the four that were under way were saved and could not be told.
                assertThat(store.all()).hasSizeLessThanOrEqualTo(acknowledged.size() + 4 * (round + 1));
            }
            assertThat(integrity(file)).isEqualTo("ok");
        }
        assertThat(acknowledged).doesNotHaveDuplicates();
    }
}
