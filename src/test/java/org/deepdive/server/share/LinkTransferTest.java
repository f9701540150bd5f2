package org.deepdive.server.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.deepdive.analysis.Fingerprint;
import org.deepdive.server.share.LinkStore.Kept;
import org.deepdive.server.share.LinkTransfer.Imported;
import org.deepdive.study.DataLabel;
import org.deepdive.study.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Links move between databases as text, whole and unchanged, or not at all. */
class LinkTransferTest {

    private static final Kept KEPT = LinkSamples.kept("goodLink22", "Good");
    private static final String GOOD = LinkTransfer.line(KEPT);

    @TempDir
    private Path folder;

    private LinkStore store(String name) {
        return LinkStore.open(folder.resolve(name).toString());
    }

    private static Imported read(LinkStore store, String lines) throws IOException {
        return new LinkTransfer(store).importFrom("links.jsonl", new BufferedReader(new StringReader(lines)));
    }

    private static String written(LinkStore store) throws IOException {
        StringWriter out = new StringWriter();
        new LinkTransfer(store).exportTo(out);
        return out.toString();
    }

    @Provide
    static Arbitrary<String> words() {
        return Arbitraries.oneOf(
                Arbitraries.strings().all().ofMaxLength(60),
                Arbitraries.strings().ascii().ofMaxLength(60),
                Arbitraries.of(
                        "'); drop table deepdive_link; --",
                        "</script><img src=x onerror=alert(1)>",
                        "\u202e\u2066 \u0000 \ufeff",
                        "\ud83d\ude00\ud83d",
                        "{\"id\":\"x\"}\n{\"id\":\"y\"}",
                        "a\u2028b\u2029c\u0085d\r\ne",
                        "\\u0000\\n\"",
                        "=cmd|'/c calc'!A1"));
    }

    /** Without halves of characters, which no numbers come with. */
    private static String whole(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    @Provide
    static Arbitrary<Optional<Instant>> times() {
        return Arbitraries.longs()
                .between(0, 253_402_300_799_999L)
                .map(Instant::ofEpochMilli)
                .optional();
    }

    @Provide
    static Arbitrary<Kept> links() {
        Arbitrary<LinkTerms> terms = Combinators.combine(words(), words(), times(), Arbitraries.of(true, false))
                .as((title, note, end, locked) -> new LinkTerms("t" + title, note, end, locked));
        Arbitrary<Frozen> plots = words().map(LinkTransferTest::whole)
                .map(text -> LinkSamples.frozen(
                        text, "sex,estimate\n\"" + text.replace("\"", "\"\"").replace("\n", " ") + "\",0.5\n"));
        Arbitrary<String> ids = Arbitraries.create(LinkIds::fresh);
        return Combinators.combine(
                        ids,
                        terms,
                        plots,
                        times(),
                        times(),
                        Arbitraries.of(DataLabel.class).set().ofMinSize(1))
                .as((id, term, plot, edited, revoked, labels) -> new Kept(
                        new SavedLink(
                                id,
                                "/explore/pcss/safe_local?by=sex",
                                labels,
                                term,
                                LinkSamples.SAVED,
                                edited,
                                revoked,
                                LinkSamples.OWNER,
                                new Fingerprint("da7a", "4u1e5", "c0de")),
                        FrozenText.of(plot)));
    }

    @Property(tries = 500)
    void a_line_is_one_line_and_reads_as_the_link_it_was(@ForAll("links") Kept kept) {
        String line = LinkTransfer.line(kept);
        assertThat(line).doesNotContain("\n", "\r");
        assertThat(LinkTransfer.kept(line)).isEqualTo(kept);
        assertThat(LinkTransfer.line(LinkTransfer.kept(line))).isEqualTo(line);
    }

    @Test
    void an_export_read_by_another_database_gives_the_same_export() throws IOException {
        try (LinkStore first = store("first.db");
                LinkStore second = store("second.db")) {
            List<Kept> links = links().sampleStream().limit(60).toList();
            assertThat(first.insertAll(links, (at, id) -> {})).isEqualTo(60);
            String lines = written(first);
            assertThat(lines.lines()).hasSize(60);
            assertThat(read(second, lines)).isEqualTo(new Imported(60, 0));
            assertThat(written(second)).isEqualTo(lines);
            for (Kept kept : links) {
                assertThat(second.find(kept.link().id())).contains(kept);
            }
            assertThat(read(second, "\n" + lines + "\n\n")).isEqualTo(new Imported(0, 60));
            assertThat(written(second)).isEqualTo(lines);
        }
    }

    /** What is wrong with a line, and the line. */
    private record Wrong(String problem, String line) {}

    static Stream<Wrong> wrong() {
        String markup = LinkTransfer.line(new Kept(
                KEPT.link(),
                FrozenText.of(new Frozen(
                        "x",
                        "",
                        List.of(),
                        "",
                        "<svg><script>alert(1)</script></svg>",
                        "<svg></svg>",
                        "<p>x</p>",
                        "a,estimate\nb,1\n",
                        "",
                        true,
                        "",
                        "",
                        ""))));
        return Stream.of(
                new Wrong("The line is not the JSON of a link", "words"),
                new Wrong("The line is not the JSON of a link", GOOD.substring(0, GOOD.length() / 2)),
                new Wrong("The line is not the JSON of a link", GOOD + GOOD),
                new Wrong("The line is not the JSON of a link", "\ufeff" + GOOD),
                new Wrong("Duplicate", GOOD.replaceFirst("\\{", "{\"id\":\"goodLink22\",")),
                new Wrong("does not have the fields of a link", "5"),
                new Wrong("does not have the fields of a link", "[]"),
                new Wrong("does not have the fields of a link", "null"),
                new Wrong("does not have the fields of a link", "{}"),
                new Wrong("does not have the fields of a link", GOOD.replaceFirst("\\{", "{\"more\":1,")),
                new Wrong("is no id", GOOD.replace("\"id\":\"goodLink22\"", "\"id\":\"../../etc\"")),
                new Wrong("The field id is not text", GOOD.replace("\"id\":\"goodLink22\"", "\"id\":12345678")),
                new Wrong("is no path", GOOD.replace("\"path\":\"/explore", "\"path\":\"javascript:alert(1)//explore")),
                new Wrong("is no path", GOOD.replace("?by=sex", "?by=\\u0000")),
                new Wrong("is no path", GOOD.replace("\"path\":\"/explore", "\"path\":\"//www.example.org/explore")),
                new Wrong("\"MADE_UP\" is no label of data", GOOD.replace("[\"PRACTICE\"]", "[\"MADE_UP\"]")),
                new Wrong("does not say what its numbers come from", GOOD.replace("[\"PRACTICE\"]", "[]")),
                new Wrong("The field labels is not a list", GOOD.replace("[\"PRACTICE\"]", "{\"a\":\"PRACTICE\"}")),
                new Wrong("The link has no title", GOOD.replaceFirst("\"title\":\"Good\"", "\"title\":\" \"")),
                new Wrong("is not a time", GOOD.replace("2026-01-31T12:00:00.123Z", "yesterday")),
                new Wrong("is not a time", GOOD.replace("2026-01-31T12:00:00.123Z", "+1000000000-12-31T23:59:59Z")),
                new Wrong(
                        "does not say when it was saved",
                        GOOD.replace("\"created\":\"2026-01-31T12:00:00.123Z\"", "\"created\":null")),
                new Wrong("The field expires is not text", GOOD.replace("\"expires\":null", "\"expires\":5")),
                new Wrong("is neither true nor false", GOOD.replace("\"locked\":false", "\"locked\":\"false\"")),
                new Wrong("is no owner", GOOD.replace(LinkSamples.OWNER, "me")),
                new Wrong("not the one that its hash was made of", GOOD.replace("0.615", "0.999")),
                new Wrong(
                        "The line has no frozen plot",
                        GOOD.replaceFirst("\"frozen\":\\{.*\\}\\}$", "\"frozen\":null}")),
                new Wrong(
                        "The line is not the JSON of a link",
                        GOOD.replaceFirst("\"frozen\":\\{.*\\}\\}$", "\"frozen\":[]}")),
                new Wrong("holds half a character", GOOD.replace("\"A chart.\"", "\"\\ud83d\"")),
                new Wrong("is no path", GOOD.replace("?by=sex", "?by=\\ud83d")),
                new Wrong("the element script is not allowed", markup));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void a_wrong_line_is_named_and_nothing_of_its_file_is_kept(Wrong wrong) {
        assertThat(wrong.line()).isNotEqualTo(GOOD);
        try (LinkStore store = store("links.db")) {
            String lines = Stream.of(
                            LinkTransfer.line(LinkSamples.kept("aboveLink2", "Above")),
                            "",
                            wrong.line(),
                            LinkTransfer.line(LinkSamples.kept("belowLink2", "Below")))
                    .collect(Collectors.joining("\n"));
            InputException refused = catchThrowableOfType(InputException.class, () -> read(store, lines));
            assertThat(refused).hasMessageStartingWith("links.jsonl, line 3: ").hasMessageContaining(wrong.problem());
            assertThat(store.all()).isEmpty();
        }
    }

    @Test
    void one_id_twice_in_a_file_is_refused_and_so_is_one_that_has_another_content_here() throws IOException {
        try (LinkStore store = store("links.db")) {
            InputException twice = catchThrowableOfType(InputException.class, () -> read(store, GOOD + "\n" + GOOD));
            assertThat(twice).hasMessageStartingWith("links.jsonl, line 2: The file has the id twice.");
            assertThat(store.all()).isEmpty();

            read(store, GOOD);
            String other = LinkTransfer.line(LinkSamples.kept("otherLink2", "Other"));
            String changed = GOOD.replaceFirst("\"title\":\"Good\"", "\"title\":\"Better\"");
            InputException clash =
                    catchThrowableOfType(InputException.class, () -> read(store, other + "\n" + changed));
            assertThat(clash).hasMessageStartingWith("links.jsonl, line 2: Another link has this id here.");
            assertThat(store.all()).containsExactly(KEPT.link());
        }
    }

    @Test
    void an_empty_file_brings_nothing() throws IOException {
        try (LinkStore store = store("links.db")) {
            assertThat(read(store, "")).isEqualTo(new Imported(0, 0));
            assertThat(written(store)).isEmpty();
        }
    }
}
