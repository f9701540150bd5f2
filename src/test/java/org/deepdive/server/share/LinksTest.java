package org.deepdive.server.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.deepdive.PackagedStudies;
import org.deepdive.analysis.Fingerprint;
import org.deepdive.analysis.Workspace;
import org.deepdive.server.SetClock;
import org.deepdive.server.share.LinkException.Reason;
import org.deepdive.study.InputException;
import org.deepdive.study.Sha256;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links of real plots are saved, opened, edited, revoked and expire by a clock. */
class LinksTest {

    private static final String PLOT = "/explore/residents/q1_feel_safe";
    private static final Workspace WORKSPACE = PackagedStudies.workspace();
    private static final PresentData PRESENT = new PresentData(Results.of(WORKSPACE), WORKSPACE::fingerprints);

    @TempDir
    private Path folder;

    private final SetClock clock = new SetClock("2026-01-01T09:00:00Z");
    private Links links;

    private Path file() {
        return folder.resolve("links.db");
    }

    @BeforeEach
    void open() {
        links = new Links(LinkStore.open(file().toString()), clock);
    }

    @AfterEach
    void close() {
        links.close();
    }

    private static LinkTerms terms(String title) {
        return new LinkTerms(title, "", Optional.empty(), false);
    }

    private Links.Saved save(LinkTerms terms) {
        return links.save(PLOT, terms, Optional.empty(), "192.0.2.1", PRESENT);
    }

    private static void assertRefused(Reason reason, String problem, Runnable work) {
        LinkException refused = catchThrowableOfType(LinkException.class, work::run);
        assertThat(refused.problem()).isEqualTo(problem);
        assertThat(refused.reason()).isEqualTo(reason);
        assertThat(refused.remedy()).isNotBlank();
    }

    @Test
    void a_saved_plot_is_opened_with_the_numbers_of_its_day_and_is_current() {
        Links.Saved saved = save(terms("Feeling safe"));
        Links.Opened opened = links.open(saved.link().id(), PRESENT);
        assertThat(opened.link()).isEqualTo(saved.link());
        assertThat(opened.frozen()).isEqualTo(PRESENT.plot(PLOT).frozen());
        assertThat(opened.status()).isEqualTo(new LinkStatus.Current(true));
        assertThat(saved.link().created()).isEqualTo(clock.instant());
    }

    @Test
    void other_inputs_with_the_same_numbers_are_still_current_and_say_so() {
        String id = save(terms("Feeling safe")).link().id();
        PresentData later = new PresentData(Results.of(WORKSPACE), slug -> new Fingerprint("other", "other", "other"));
        assertThat(links.open(id, later).status()).isEqualTo(new LinkStatus.Current(false));
    }

    @Test
    void a_link_expires_at_its_moment_and_not_before() {
        Instant end = clock.instant().plus(Duration.ofDays(1));
        String id = save(new LinkTerms("For a day", "", Optional.of(end), false))
                .link()
                .id();
        clock.pass(Duration.ofDays(1).minusMillis(1));
        assertThat(links.open(id, PRESENT).link().id()).isEqualTo(id);
        clock.pass(Duration.ofMillis(1));
        assertRefused(Reason.EXPIRED, "This link expired on 2 January 2026.", () -> links.open(id, PRESENT));
        InputException past =
                catchThrowableOfType(InputException.class, () -> save(new LinkTerms("x", "", Optional.of(end), false)));
        assertThat(past.problem()).isEqualTo("The link would expire on 2 January 2026, which is past.");
    }

    @Test
    void the_owner_extends_what_expired_edits_and_takes_back_and_nobody_else_does() {
        Instant end = clock.instant().plus(Duration.ofDays(1));
        Links.Saved saved = save(new LinkTerms("Mine", "", Optional.of(end), true));
        String id = saved.link().id();
        OwnerKey key = saved.newKey().orElseThrow();
        OwnerKey other = save(terms("Theirs")).newKey().orElseThrow();
        clock.pass(Duration.ofDays(2));

        assertRefused(Reason.NOT_YOURS, "This link was saved with another key.", () -> links.revoke(id, other));
        assertRefused(
                Reason.NOT_YOURS,
                "This link was saved with another key.",
                () -> links.edit(id, other, "Stolen", "", Optional.empty()));
        assertRefused(
                Reason.KEY_UNKNOWN, "This key belongs to no links here.", () -> links.revoke(id, OwnerKey.fresh()));
        assertRefused(Reason.UNKNOWN, "There is no saved link of this name.", () -> links.revoke("nonexistent", key));

        SavedLink edited = links.edit(id, key, "Still mine", "A note", Optional.empty());
        assertThat(edited.terms()).isEqualTo(new LinkTerms("Still mine", "A note", Optional.empty(), true));
        assertThat(edited.edited()).contains(clock.instant());
        assertThat(links.open(id, PRESENT).link()).isEqualTo(edited);
        assertThat(links.revoke(id, key).revoked()).contains(clock.instant());
        assertRefused(
                Reason.REVOKED,
                "This link was taken back by its owner on 3 January 2026.",
                () -> links.open(id, PRESENT));
        assertThat(links.mine(key))
                .extracting(link -> link.state(clock.instant()))
                .containsExactly(SavedLink.State.REVOKED);
    }

    @Test
    void my_links_are_those_of_my_key_newest_first() {
        Links.Saved first = save(terms("First"));
        OwnerKey key = first.newKey().orElseThrow();
        clock.pass(Duration.ofHours(1));
        Links.Saved second = links.save(PLOT, terms("Second"), Optional.of(key), "192.0.2.1", PRESENT);
        save(terms("Of another"));
        assertThat(second.newKey()).isEmpty();
        assertThat(links.mine(key)).containsExactly(second.link(), first.link());
        assertRefused(Reason.KEY_UNKNOWN, "This key belongs to no links here.", () -> links.mine(OwnerKey.fresh()));
    }

    @Test
    void a_form_sent_twice_saves_one_link_and_another_question_another() {
        Links.Saved first = save(terms("Once"));
        Optional<OwnerKey> key = first.newKey();
        clock.pass(Duration.ofMinutes(9));
        assertThat(links.save(PLOT, terms("Once"), key, "192.0.2.1", PRESENT).link())
                .isEqualTo(first.link());
        assertThat(links.save(PLOT, terms("Other"), key, "192.0.2.1", PRESENT).link())
                .isNotEqualTo(first.link());
        clock.pass(Duration.ofMinutes(2));
        assertThat(links.save(PLOT, terms("Once"), key, "192.0.2.1", PRESENT).link())
                .isNotEqualTo(first.link());
        assertThat(links.mine(key.orElseThrow())).hasSize(3);
    }

    @Test
    void the_database_holds_the_keys_hash_and_never_the_key() throws IOException {
        OwnerKey key = save(terms("Secret")).newKey().orElseThrow();
        links.close();
        String bytes = Files.readString(file(), StandardCharsets.ISO_8859_1);
        assertThat(bytes.contains(key.text())).as("the key is in the file").isFalse();
        assertThat(bytes.contains(key.hash())).as("its hash is").isTrue();
        assertThat(key.hash()).matches("[0-9a-f]{64}").isEqualTo(Sha256.hex(key.text()));
        assertThat(key.toString()).doesNotContain(key.text());
    }

    @Test
    void keys_have_256_random_bits_and_a_form_token_of_their_own() {
        OwnerKey key = OwnerKey.fresh();
        assertThat(key.text()).hasSize(43).isNotEqualTo(OwnerKey.fresh().text());
        assertThat(OwnerKey.read("  " + key.text() + "\n")).contains(key);
        assertThat(OwnerKey.read(key.text() + "a")).isEmpty();
        assertThat(OwnerKey.read("")).isEmpty();
        assertThat(key.isFormToken(key.formToken())).isTrue();
        assertThat(key.isFormToken(OwnerKey.fresh().formToken())).isFalse();
        assertThat(key.formToken()).isNotEqualTo(key.hash()).doesNotContain(key.text());
    }

    @Test
    void an_address_saves_thirty_links_a_minute_and_no_more() {
        SaveLimit limit = new SaveLimit(clock);
        for (int i = 0; i < SaveLimit.MOST; i++) {
            limit.count("192.0.2.1");
            clock.pass(Duration.ofSeconds(1));
        }
        LinkException refused = catchThrowableOfType(LinkException.class, () -> limit.count("192.0.2.1"));
        assertThat(refused.reason()).isEqualTo(Reason.TOO_FAST);
        assertThat(refused.problem()).isEqualTo("From this address 30 links were saved within a minute.");
        assertThat(refused.retryAfter()).contains(Duration.ofSeconds(30));
        limit.count("192.0.2.2");
        clock.pass(Duration.ofSeconds(30));
        limit.count("192.0.2.1");
        assertThatThrownBy(() -> limit.count("192.0.2.1")).isInstanceOf(LinkException.class);
    }

    @Test
    void a_key_keeps_five_hundred_links_and_those_revoked_make_room() {
        OwnerKey key = OwnerKey.fresh();
        try (LinkStore store = LinkStore.open(file().toString())) {
            store.insertAll(
                    IntStream.range(0, Links.MOST_OF_AN_OWNER)
                            .mapToObj(i -> LinkSamples.kept("many" + (1000 + i), "Many", "", key.hash(), 1))
                            .toList(),
                    (at, id) -> {
                        throw new AssertionError(id);
                    });
        }
        assertRefused(
                Reason.TOO_MANY,
                "There are 500 links under this key, and no more are kept.",
                () -> links.save(PLOT, terms("One more"), Optional.of(key), "192.0.2.1", PRESENT));
        links.revoke("many1007", key);
        links.save(PLOT, terms("One more"), Optional.of(key), "192.0.2.1", PRESENT);
    }

    @Test
    void what_is_no_plot_is_refused_in_words_and_nothing_is_kept() {
        for (String path :
                new String[] {"/figures", "/explore/residents", "javascript:alert(1)", "", "/explore/x/y", "//x"}) {
            assertThatThrownBy(() -> links.save(path, terms("x"), Optional.empty(), "192.0.2.1", PRESENT))
                    .as(path)
                    .isInstanceOf(InputException.class);
        }
        assertThat(file()).doesNotExist();
        assertRefused(
                Reason.UNKNOWN, "There is no saved link of this name.", () -> links.open("../../etc/passwd", PRESENT));
    }

    @Test
    void terms_are_one_title_and_a_note_without_characters_that_steer_text() {
        LinkTerms terms = new LinkTerms(" a\u202e\u0000 b\n c ", "one\u2066 \r\ntwo\n\n", Optional.empty(), false);
        assertThat(terms.title()).isEqualTo("a b c");
        assertThat(terms.note()).isEqualTo("one\ntwo");
        assertThat(terms(" a \u200b b \u200b").title()).isEqualTo("a b");
        assertThat(terms("half \ud83d").title()).isEqualTo("half \ufffd");
        assertThatThrownBy(() -> terms(" \u200b ")).hasMessageContaining("The link has no title.");
        assertThatThrownBy(() -> terms("x".repeat(201)))
                .hasMessageContaining("The title has 201 characters; at most 200 are kept.");
        assertThatThrownBy(() -> new LinkTerms("x", "x".repeat(2001), Optional.empty(), false))
                .hasMessageContaining("The note has 2001 characters; at most 2000 are kept.");
    }
}
