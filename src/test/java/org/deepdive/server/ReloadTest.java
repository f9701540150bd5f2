package org.deepdive.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.deepdive.analysis.Workspace;
import org.deepdive.practice.Progress;
import org.deepdive.study.DataFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A server whose data change while it serves. */
@ExtendWith(ServedSite.Shared.class)
@Timeout(300)
class ReloadTest {

    private static final List<String> QUESTIONS = List.of(
            "/explore/pcss/safe_local.json?by=sex",
            "/explore/pcss/safe_local.csv?by=age_band",
            "/explore/pcss/safe_local?by=district",
            "/explore/pcss/trust.json?by=sex");

    private final ServedSite packaged;

    @TempDir
    Path folder;

    ReloadTest(ServedSite packaged) {
        this.packaged = packaged;
    }

    /** A server of a file of its own, which looks at it 20 times a second. */
    private ServedSite serving(Path file) {
        return new ServedSite(
                Workspace.open(DataFolder.find(), Map.of("pcss", file), Progress.NONE),
                ServedSite.settings().run(ServedSite.settings().operation().reloading(Duration.ofMillis(50))));
    }

    /** Every fourth respondent of the practice data: enough to be asked, and read and computed sooner than all. */
    private List<String> respondents() throws Exception {
        List<String> all = Files.readAllLines(
                packaged.workspace().practice().ensure(packaged.workspace().study("pcss"), Progress.NONE));
        List<String> some = new ArrayList<>();
        for (int i = 0; i < all.size(); i += 4) {
            some.add(all.get(i));
        }
        return some;
    }

    /** Every tenth respondent is not there. */
    private static List<String> fewer(List<String> lines) {
        List<String> fewer = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (i % 10 != 5) {
                fewer.add(lines.get(i));
            }
        }
        return fewer;
    }

    private static void replace(Path file, List<String> lines) throws Exception {
        Path next = Files.write(file.resolveSibling("next.csv"), lines);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void await(BooleanSupplier there) throws Exception {
        for (int tries = 0; tries < 1200 && !there.getAsBoolean(); tries++) {
            Thread.sleep(50);
        }
        assertThat(there.getAsBoolean()).as("within a minute").isTrue();
    }

    private static Map<String, String> answers(ServedSite site) {
        Map<String, String> answers = new ConcurrentHashMap<>();
        QUESTIONS.forEach(question ->
                answers.put(question, withoutPort(site, site.get(question).body())));
        return answers;
    }

    private static String withoutPort(ServedSite site, String body) {
        return body.replace(site.server().url(), "/");
    }

    @Test
    void every_answer_is_of_one_state_while_the_file_is_replaced_and_the_old_state_is_let_go() throws Exception {
        List<String> all = respondents();
        Path file = Files.write(folder.resolve("pcss.csv"), all);
        Map<String, String> before;
        Map<String, String> after;
        try (ServedSite first = serving(Files.write(folder.resolve("first.csv"), all));
                ServedSite second = serving(Files.write(folder.resolve("second.csv"), fewer(all)))) {
            before = answers(first);
            after = answers(second);
        }
        QUESTIONS.forEach(q -> assertThat(before.get(q)).as(q).isNotEqualTo(after.get(q)));
        try (ServedSite site = serving(file)) {
            WeakReference<Site> old = new WeakReference<>(site.server().site());
            Map<String, Set<String>> seen = askWhile(site, () -> {
                replace(file, fewer(all));
                await(() -> site.server().site() != old.get());
            });
            QUESTIONS.forEach(question -> assertThat(seen.get(question))
                    .as(question)
                    .isSubsetOf(before.get(question), after.get(question))
                    .contains(before.get(question)));
            assertThat(answers(site)).as("from then on the new state answers").isEqualTo(after);
            assertThat(site.get("/healthz").body()).contains("\"status\":\"ok\"", "\"reloads\":1");
            await(() -> {
                System.gc();
                return old.get() == null;
            });
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    /** The different answers to the questions, asked by four readers while something is done. */
    private static Map<String, Set<String>> askWhile(ServedSite site, Work work) throws Exception {
        Map<String, Set<String>> seen = new ConcurrentHashMap<>();
        AtomicBoolean done = new AtomicBoolean();
        CountDownLatch asked = new CountDownLatch(40);
        ExecutorService readers = Executors.newFixedThreadPool(QUESTIONS.size());
        List<Future<?>> reading = new ArrayList<>();
        for (String question : QUESTIONS) {
            Set<String> bodies = seen.computeIfAbsent(question, q -> ConcurrentHashMap.newKeySet());
            reading.add(readers.submit(() -> {
                while (!done.get()) {
                    bodies.add(withoutPort(site, site.get(question).body()));
                    asked.countDown();
                }
            }));
        }
        assertThat(asked.await(60, TimeUnit.SECONDS)).isTrue();
        work.run();
        done.set(true);
        for (Future<?> reader : reading) {
            reader.get(30, TimeUnit.SECONDS);
        }
        readers.shutdown();
        return seen;
    }

    @Test
    void a_broken_file_leaves_the_old_state_served_and_says_so_without_what_is_in_it() throws Exception {
        List<String> all = respondents();
        Path file = Files.write(folder.resolve("pcss.csv"), all);
        try (ServedSite site = serving(file)) {
            Site served = site.server().site();
            Map<String, String> before = answers(site);
            List<String> broken = new ArrayList<>(all);
            broken.set(7, broken.get(7).replaceFirst("[^,]*$", "a secret answer"));
            replace(file, broken);
            await(() -> site.get("/healthz").body().contains("degraded"));
            assertThat(site.get("/healthz").body())
                    .contains("\"change\":\"A changed data file was refused; what was there before is served.\"")
                    .doesNotContain("secret", folder.toString());
            assertThat(site.get("/metrics").body())
                    .contains("deepdive_data_reloads_total{result=\"refused\"} 1.0")
                    .contains("deepdive_data_degraded 1.0");
            assertThat(site.server().site()).isSameAs(served);
            assertThat(answers(site)).isEqualTo(before);

            replace(file, fewer(all));
            await(() -> site.server().site() != served);
            assertThat(site.get("/healthz").body()).contains("\"status\":\"ok\"");
            assertThat(answers(site)).isNotEqualTo(before);
        }
    }

    @Test
    void a_file_that_is_touched_or_still_being_written_is_not_loaded() throws Exception {
        Path file = Files.write(folder.resolve("data.csv"), List.of("a"));
        DataWatch first = DataWatch.first(List.of(file));
        assertThat(first.look(List.of(file)).sameContent(first)).isTrue();
        Files.writeString(file, "ab");
        DataWatch second = first.look(List.of(file));
        assertThat(second.sameContent(first)).isFalse();
        Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.fromMillis(1_000_000));
        assertThat(second.look(List.of(file)).sameContent(second))
                .as("the same content at another time")
                .isTrue();
        Files.delete(file);
        assertThat(second.look(List.of(file)).sameContent(second)).isFalse();
    }
}
