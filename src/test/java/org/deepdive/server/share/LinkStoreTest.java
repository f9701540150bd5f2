package org.deepdive.server.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.deepdive.server.share.LinkException.Reason;
import org.deepdive.server.share.LinkStore.Kept;
import org.deepdive.study.DataLabel;
import org.deepdive.study.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Links are kept in a real file of SQLite. */
class LinkStoreTest {

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("links.db");
    }

    private LinkStore store() {
        return LinkStore.open(file().toString());
    }

    private static boolean save(LinkStore store, Kept kept) {
        return store.insert(kept.link(), kept.frozen());
    }

    private static Connection sql(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    private static String asked(Path file, String question) throws SQLException {
        try (Connection connection = sql(file);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void told(Path file, String... commands) throws SQLException {
        try (Connection connection = sql(file);
                Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.executeUpdate(command);
            }
        }
    }

    /** What several threads do at once, each its number. */
    private static <T> List<T> together(int threads, IntFunction<Callable<T>> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<T>> done = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                done.add(pool.submit(work.apply(i)));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : done) {
                results.add(future.get(2, TimeUnit.MINUTES));
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void a_link_is_read_as_it_was_saved_also_by_another_process() {
        Kept plain = LinkSamples.kept("plainLink2", "Women & <men>", "Two\nlines", LinkSamples.OWNER, 1000);
        SavedLink link = plain.link();
        Kept full = new Kept(
                new SavedLink(
                        "fullLink23",
                        link.path(),
                        Set.of(DataLabel.values()),
                        new LinkTerms("Größe 😀", "", Optional.of(Instant.parse("9999-12-31T23:59:59.999Z")), true),
                        Instant.EPOCH,
                        Optional.of(LinkSamples.SAVED.plusMillis(1)),
                        Optional.of(LinkSamples.SAVED.plusMillis(2)),
                        "cd".repeat(32),
                        link.fingerprint()),
                plain.frozen());
        try (LinkStore store = store()) {
            assertThat(store.isThere()).isFalse();
            assertThat(save(store, plain)).isTrue();
            assertThat(save(store, full)).isTrue();
            assertThat(store.isThere()).isTrue();
        }
        try (LinkStore again = store()) {
            assertThat(again.find("plainLink2")).contains(plain);
            assertThat(again.find("fullLink23")).contains(full);
            assertThat(again.link("fullLink23")).contains(full.link());
            assertThat(again.all()).containsExactly(full.link(), plain.link());
            assertThat(again.find("unknown234")).isEmpty();
        }
    }

    @Test
    void a_taken_id_is_refused_and_its_link_stays() {
        try (LinkStore store = store()) {
            Kept first = LinkSamples.kept("takenLink2", "First");
            assertThat(save(store, first)).isTrue();
            assertThat(save(store, LinkSamples.kept("takenLink2", "Second"))).isFalse();
            assertThat(store.find("takenLink2")).contains(first);
        }
    }

    @Test
    void ids_are_unique_and_tell_nothing() {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 50_000; i++) {
            ids.add(LinkIds.fresh());
        }
        assertThat(ids)
                .hasSize(50_000)
                .allMatch(SavedLink::isId)
                .allMatch(id -> id.matches("[2-9A-HJ-NP-Za-km-z]{10}"));
    }

    @Test
    void links_are_listed_by_owner_newest_first_and_counted_without_those_revoked() {
        String other = "cd".repeat(32);
        try (LinkStore store = store()) {
            save(store, LinkSamples.kept("mineLink22", "A"));
            save(store, LinkSamples.kept("mineLink23", "B"));
            save(store, LinkSamples.kept("othersLink", "C", "", other, 1));
            told(file(), "update deepdive_link set created = created + 1000 where id = 'mineLink23'");
            assertThat(store.ofOwner(LinkSamples.OWNER))
                    .extracting(SavedLink::id)
                    .containsExactly("mineLink23", "mineLink22");
            assertThat(store.count(LinkSamples.OWNER)).isEqualTo(2);
            store.revoke("mineLink22", LinkSamples.SAVED);
            assertThat(store.count(LinkSamples.OWNER)).isEqualTo(1);
            assertThat(store.count(other)).isEqualTo(1);
            assertThat(store.ofOwner("ef".repeat(32))).isEmpty();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void an_edit_changes_terms_alone_and_a_link_taken_back_keeps_its_day() {
        try (LinkStore store = store()) {
            Kept kept = LinkSamples.kept("editLink22", "Before");
            save(store, kept);
            Instant end = Instant.parse("2027-01-01T00:00:00Z");
            Instant then = LinkSamples.SAVED.plusSeconds(5);
            assertThat(store.edit("editLink22", new LinkTerms("After", "A note", Optional.of(end), true), then))
                    .isTrue();
            Kept edited = store.find("editLink22").orElseThrow();
            assertThat(edited.link().terms()).isEqualTo(new LinkTerms("After", "A note", Optional.of(end), false));
            assertThat(edited.link().edited()).contains(then);
            assertThat(edited.link().created()).isEqualTo(LinkSamples.SAVED);
            assertThat(edited.frozen()).isEqualTo(kept.frozen());
            assertThat(store.edit("unknown234", kept.link().terms(), then)).isFalse();
            store.revoke("editLink22", then);
            store.revoke("editLink22", then.plusSeconds(99));
            assertThat(store.link("editLink22").orElseThrow().revoked()).contains(then);
        }
    }

    @Test
    void several_threads_of_two_servers_save_at_once_and_all_links_are_there() throws Exception {
        try (LinkStore first = store();
                LinkStore second = store()) {
            List<List<String>> saved = together(8, thread -> () -> {
                List<String> ids = new ArrayList<>();
                for (int i = 0; i < 6; i++) {
                    Kept kept = LinkSamples.kept(LinkIds.fresh(), "Of " + thread, "", LinkSamples.OWNER, 500);
                    assertThat(save(thread % 2 == 0 ? first : second, kept)).isTrue();
                    ids.add(kept.link().id());
                }
                return ids;
            });
            List<String> ids = saved.stream().flatMap(List::stream).toList();
            assertThat(ids).hasSize(48).doesNotHaveDuplicates();
            assertThat(first.all()).extracting(SavedLink::id).containsExactlyInAnyOrderElementsOf(ids);
            for (String id : ids) {
                assertThat(second.find(id).orElseThrow().frozen().checked(id).csv())
                        .isEqualTo(LinkSamples.csv(id, 500));
            }
        }
        assertThat(asked(file(), "pragma integrity_check")).isEqualTo("ok");
    }

    @Test
    void servers_that_start_together_make_one_database_between_them() throws Exception {
        for (int round = 0; round < 3; round++) {
            Path fresh = folder.resolve("fresh" + round + ".db");
            List<LinkStore> stores = together(6, thread -> () -> {
                LinkStore store = LinkStore.open(fresh.toString());
                save(store, LinkSamples.kept("together" + thread + "A", "At once"));
                return store;
            });
            assertThat(stores.get(0).all()).hasSize(6);
            stores.forEach(LinkStore::close);
            assertThat(asked(fresh, "select count(*) from deepdive_link_history where version is not null"))
                    .isEqualTo("2");
        }
    }

    @Test
    void once_a_save_is_acknowledged_a_copy_of_the_one_file_holds_the_link() throws Exception {
        try (LinkStore store = store()) {
            for (int i = 0; i < 15; i++) {
                Kept kept = LinkSamples.kept(LinkIds.fresh(), "Number " + i, "", LinkSamples.OWNER, 1000);
                save(store, kept);
                Path copy = Files.copy(file(), folder.resolve("copy" + i + ".db"));
                assertThat(asked(copy, "pragma integrity_check")).isEqualTo("ok");
                try (LinkStore copied = LinkStore.open(copy.toString())) {
                    assertThat(copied.all()).hasSize(i + 1);
                    assertThat(copied.find(kept.link().id())).contains(kept);
                }
            }
        }
    }

    @Test
    void a_back_up_made_while_saves_go_on_is_whole_and_holds_what_was_acknowledged() throws Exception {
        try (LinkStore store = store()) {
            store.prepare();
            together(3, thread -> () -> {
                for (int i = 0; i < 8; i++) {
                    Kept kept = LinkSamples.kept(LinkIds.fresh(), "Of " + thread, "", LinkSamples.OWNER, 1000);
                    save(store, kept);
                    if (thread == 0) {
                        Path copy = folder.resolve("copy" + i + ".db");
                        // What the README has whoever runs the server do: sqlite3 links.db ".backup copy.db".
                        told(file(), "pragma busy_timeout = 60000", "backup to '" + copy + "'");
                        assertThat(asked(copy, "pragma integrity_check")).isEqualTo("ok");
                        try (LinkStore copied = LinkStore.open(copy.toString())) {
                            assertThat(copied.find(kept.link().id())).contains(kept);
                        }
                    }
                }
                return thread;
            });
            assertThat(store.all()).hasSize(24);
        }
    }

    private Path firstVersion() throws IOException, SQLException {
        Path sql = Path.of("src", "test", "resources", "links", "first-version.sql");
        told(file(), Files.readString(sql, StandardCharsets.UTF_8));
        return file();
    }

    @Test
    void a_database_of_the_first_version_gets_the_present_shape_and_keeps_its_links() throws Exception {
        firstVersion();
        try (LinkStore store = store()) {
            assertThat(store.all()).extracting(SavedLink::id).containsExactly("firstLink2", "firstLink3");
            Kept kept = store.find("firstLink2").orElseThrow();
            assertThat(kept.link().terms().title()).isEqualTo("Women feel safe");
            assertThat(kept.link().terms().note()).isEqualTo("Its a \"note\"\nof two lines");
            assertThat(kept.link().terms().expires()).contains(Instant.parse("2100-01-01T00:00:00Z"));
            assertThat(kept.link().terms().locked()).isTrue();
            assertThat(kept.link().edited()).isEmpty();
            assertThat(kept.frozen().checked("firstLink2").csv()).isEqualTo("sex,estimate,se\nfemale,0.615,0.01\n");
            assertThat(store.link("firstLink3").orElseThrow().revoked()).isPresent();
            assertThat(save(store, LinkSamples.kept("presentLk2", "Now"))).isTrue();
            store.edit("firstLink2", kept.link().terms(), LinkSamples.SAVED);
            assertThat(store.link("firstLink2").orElseThrow().edited()).contains(LinkSamples.SAVED);
        }
        assertThat(asked(file(), "select max(version) from deepdive_link_history"))
                .isEqualTo("2");
    }

    @Test
    void a_database_of_a_newer_program_is_refused_in_words_and_stays_as_it_is() throws Exception {
        try (LinkStore store = store()) {
            save(store, LinkSamples.kept("olderLink2", "Older"));
        }
        told(
                file(),
                "insert into deepdive_link_history values (9, '7', 'later', 'SQL', 'V7__later.sql', 1, '', '', 1, 1)");
        byte[] before = Files.readAllBytes(file());
        try (LinkStore store = store()) {
            LinkException refused = catchThrowableOfType(LinkException.class, store::all);
            assertThat(refused.reason()).isEqualTo(Reason.NEWER);
            assertThat(refused.problem())
                    .isEqualTo("The saved links at " + file()
                            + " were changed by a newer version of this program, to version 7 of their tables.");
            assertThat(refused.remedy()).contains("Run that version");
        }
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
    }

    @Test
    void a_file_that_is_no_database_is_told_and_never_written() throws Exception {
        Files.writeString(file(), "my thesis\n".repeat(1000));
        try (LinkStore store = store()) {
            LinkException refused = catchThrowableOfType(LinkException.class, store::all);
            assertThat(refused.reason()).isEqualTo(Reason.UNAVAILABLE);
            assertThat(refused).hasStackTraceContaining("not a database");
        }
        assertThat(Files.readString(file())).startsWith("my thesis\nmy thesis");
    }

    @Test
    void a_database_that_was_away_is_used_once_it_is_there() throws Exception {
        Path folderAway = folder.resolve("disk");
        Files.writeString(folderAway, "not mounted");
        try (LinkStore store = LinkStore.open(folderAway.resolve("links.db").toString())) {
            assertThatThrownBy(store::all)
                    .hasMessageContaining("The folder of the saved links, " + folderAway + ", cannot be made.");
            Files.delete(folderAway);
            assertThat(store.all()).isEmpty();
        }
    }

    @Test
    void a_link_that_was_tampered_with_is_not_shown() throws Exception {
        try (LinkStore store = store()) {
            save(store, LinkSamples.kept("damagedLk2", "Numbers"));
            told(file(), "update deepdive_link set frozen = replace(frozen, '0.615', '0.999')");
            LinkStore.Kept kept = store.find("damagedLk2").orElseThrow();
            LinkException refused = catchThrowableOfType(
                    LinkException.class, () -> kept.frozen().checked("damagedLk2"));
            assertThat(refused.reason()).isEqualTo(Reason.DAMAGED);
            assertThat(refused.problem())
                    .isEqualTo("The saved link damagedLk2 is not shown, because its text does not have its hash.");
            told(file(), "update deepdive_link set labels = 'MADE_UP'");
            assertThatThrownBy(() -> store.find("damagedLk2"))
                    .isInstanceOf(LinkException.class)
                    .hasMessageContaining("The saved link damagedLk2 is not shown");
        }
    }

    @Test
    void a_closed_store_says_that_links_cannot_be_read() {
        LinkStore store = store();
        store.prepare();
        store.close();
        LinkException refused = catchThrowableOfType(LinkException.class, store::all);
        assertThat(refused.reason()).isEqualTo(Reason.UNAVAILABLE);
        assertThat(refused.retryAfter()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:mysql://localhost/links?password=secret",
                "jdbc:postgresql://localhost:many/links?password=secret",
                "postgresql://localhost:99999999/links?password=secret",
                "jdbc:h2:mem:links",
                " "
            })
    void an_address_of_no_database_that_links_can_be_kept_in_is_refused_without_its_password(String where) {
        assertThatThrownBy(() -> LinkStore.open(where))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("Saved links cannot be kept there.")
                .hasMessageContaining("Name a file, jdbc:sqlite:FILE")
                .hasMessageNotContaining("secret");
    }

    @Test
    void where_links_are_is_told_without_a_password() {
        assertThat(LinkStore.open("jdbc:postgresql://h.example/links?user=me&password=secret")
                        .told())
                .isEqualTo("postgresql://h.example/links");
        assertThat(LinkStore.open("postgres://h.example/links").told()).isEqualTo("postgresql://h.example/links");
        assertThat(LinkStore.open("jdbc:sqlite:" + file()).told()).isEqualTo(file().toString());
        assertThatThrownBy(() -> LinkStore.open("links.db?mode=memory"))
                .hasMessageContaining("Name a file without a question mark.");
    }
}
