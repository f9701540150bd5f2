package org.deepdive.server.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.BufferedReader;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.deepdive.server.share.LinkException.Reason;
import org.deepdive.server.share.LinkStore.Kept;
import org.deepdive.study.InputException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links are kept in a real PostgreSQL as they are in a file. */
class PostgresqlLinkStoreTest {

    private static Optional<Postgresql> installed = Optional.empty();

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws Exception {
        installed = Postgresql.start();
    }

    @AfterAll
    static void stop() throws Exception {
        if (installed.isPresent()) {
            installed.get().close();
        }
    }

    /** What is done with an empty database, where PostgreSQL is installed. */
    private interface Work {
        void with(Postgresql server, String address) throws Exception;
    }

    private static void on(String database, Work work) throws Exception {
        if (installed.isPresent()) {
            installed.get().create(database);
            work.with(installed.get(), installed.get().address(database));
        }
    }

    private static boolean save(LinkStore store, Kept kept) {
        return store.insert(kept.link(), kept.frozen());
    }

    @Test
    void stores_that_start_together_make_one_set_of_tables_and_all_links_are_there() throws Exception {
        on("together", (server, address) -> {
            List<LinkStore> stores =
                    IntStream.range(0, 6).mapToObj(i -> LinkStore.open(address)).toList();
            List<CompletableFuture<List<String>>> work = stores.stream()
                    .map(store -> CompletableFuture.supplyAsync(() -> {
                        List<String> ids = new ArrayList<>();
                        for (int i = 0; i < 10; i++) {
                            Kept kept = LinkSamples.kept(LinkIds.fresh(), "Of one", "", LinkSamples.OWNER, 300);
                            assertThat(save(store, kept)).isTrue();
                            ids.add(kept.link().id());
                        }
                        return ids;
                    }))
                    .toList();
            List<String> ids = new ArrayList<>();
            for (CompletableFuture<List<String>> done : work) {
                ids.addAll(done.get(2, TimeUnit.MINUTES));
            }
            assertThat(stores.get(0).all()).extracting(SavedLink::id).containsExactlyInAnyOrderElementsOf(ids);
            for (String id : ids) {
                assertThat(stores.get(5)
                                .find(id)
                                .orElseThrow()
                                .frozen()
                                .checked(id)
                                .csv())
                        .isEqualTo(LinkSamples.csv(id, 300));
            }
            stores.forEach(LinkStore::close);
            assertThat(asked(address, "select count(*) from deepdive_link_history where version in ('1', '2')"))
                    .isEqualTo("2");
        });
    }

    private static String asked(String address, String question) throws Exception {
        try (Connection connection = DriverManager.getConnection(address);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void a_link_is_read_edited_and_taken_back_by_another_store() throws Exception {
        on("shared", (server, address) -> {
            try (LinkStore first = LinkStore.open(address);
                    LinkStore second = LinkStore.open(address)) {
                Kept kept = LinkSamples.kept("sharedLink", "Größe 😀", "Two\nlines", LinkSamples.OWNER, 2);
                assertThat(save(first, kept)).isTrue();
                assertThat(second.find("sharedLink")).contains(kept);
                assertThat(save(second, kept)).isFalse();
                LinkTerms terms = new LinkTerms("After", "", Optional.of(LinkSamples.SAVED), false);
                assertThat(second.edit("sharedLink", terms, LinkSamples.SAVED)).isTrue();
                assertThat(first.link("sharedLink").orElseThrow().terms()).isEqualTo(terms);
                second.revoke("sharedLink", LinkSamples.SAVED);
                assertThat(first.link("sharedLink").orElseThrow().revoked()).contains(LinkSamples.SAVED);
                assertThat(first.count(LinkSamples.OWNER)).isZero();
            }
        });
    }

    @Test
    void links_move_from_a_file_to_postgresql_and_back_unchanged_and_a_clash_leaves_nothing_behind() throws Exception {
        on("moved", (server, address) -> {
            try (LinkStore file = LinkStore.open(folder.resolve("links.db").toString());
                    LinkStore database = LinkStore.open(address)) {
                save(file, LinkSamples.kept("movedLink2", "One"));
                save(file, LinkSamples.kept("movedLink3", "Größe 😀", "Note", "cd".repeat(32), 40));
                StringWriter from = new StringWriter();
                new LinkTransfer(file).exportTo(from);
                assertThat(imported(database, from.toString())).isEqualTo(new LinkTransfer.Imported(2, 0));
                assertThat(imported(database, from.toString())).isEqualTo(new LinkTransfer.Imported(0, 2));
                StringWriter back = new StringWriter();
                new LinkTransfer(database).exportTo(back);
                assertThat(back.toString()).isEqualTo(from.toString());

                String clash = LinkTransfer.line(LinkSamples.kept("movedLink4", "New")) + "\n"
                        + LinkTransfer.line(LinkSamples.kept("movedLink2", "Other"));
                InputException refused = catchThrowableOfType(InputException.class, () -> imported(database, clash));
                assertThat(refused).hasMessageContaining("links.jsonl, line 2: Another link has this id here.");
                assertThat(database.all()).extracting(SavedLink::id).containsExactly("movedLink2", "movedLink3");
            }
        });
    }

    private static LinkTransfer.Imported imported(LinkStore store, String lines) throws Exception {
        return new LinkTransfer(store).importFrom("links.jsonl", new BufferedReader(new StringReader(lines)));
    }

    @Test
    void while_the_database_is_away_that_is_said_soon_and_afterwards_links_are_saved_again() throws Exception {
        on("away", (server, address) -> {
            try (LinkStore store = LinkStore.open(address);
                    LinkStore late = LinkStore.open(address)) {
                save(store, LinkSamples.kept("beforePause", "Before"));
                server.down();
                try {
                    for (LinkStore either : List.of(store, late)) {
                        long start = System.nanoTime();
                        LinkException refused = catchThrowableOfType(
                                LinkException.class, () -> save(either, LinkSamples.kept("pauseLink2", "In it")));
                        assertThat(refused.reason()).isEqualTo(Reason.UNAVAILABLE);
                        assertThat(refused.reason().status()).isEqualTo(503);
                        assertThat(refused.retryAfter()).isPresent();
                        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start))
                                .isLessThan(1_500);
                    }
                } finally {
                    server.up();
                }
                for (LinkStore either : List.of(store, late)) {
                    assertThat(save(either, LinkSamples.kept(LinkIds.fresh(), "After")))
                            .isTrue();
                }
                assertThat(late.all()).hasSize(3).extracting(SavedLink::id).contains("beforePause");
            }
        });
    }
}
