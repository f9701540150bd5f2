package org.deepdive.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deepdive.PackagedStudies;
import org.deepdive.analysis.Workspace;
import org.deepdive.server.share.LinkStore;
import org.deepdive.server.share.LinkTerms;
import org.deepdive.server.share.Links;
import org.deepdive.server.share.PresentData;
import org.deepdive.server.share.Results;
import org.deepdive.server.share.SavedLink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever runs a server lists, shows, revokes, exports and imports its links from the command line. */
class LinksCommandTest {

    private static final Workspace WORKSPACE = PackagedStudies.workspace();

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("links.db");
    }

    private SavedLink saved(String title, String note) {
        try (Links links = new Links(LinkStore.open(file().toString()), Clock.systemUTC())) {
            return links.save(
                            "/explore/residents/q1_feel_safe",
                            new LinkTerms(title, note, Optional.empty(), true),
                            Optional.empty(),
                            "192.0.2.1",
                            new PresentData(Results.of(WORKSPACE), WORKSPACE::fingerprints))
                    .link();
        }
    }

    private Run links(String... words) {
        return on(file(), words);
    }

    private static Run on(Path file, String... words) {
        List<String> all = new ArrayList<>(List.of("links"));
        all.addAll(List.of(words));
        all.addAll(List.of("--links", file.toString()));
        return Run.of(all.toArray(String[]::new));
    }

    private static void assertRefused(Run run, String... words) {
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCodes.USAGE);
        assertThat(run.err()).contains(words).doesNotContain("\tat ");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void links_are_listed_as_text_json_and_csv() throws IOException {
        SavedLink first = saved("Feeling \"safe\", day & night", "Two\nlines");
        SavedLink second = saved("Größe 😀", "");

        Run text = links("list");
        assertThat(text.code()).as(text.err()).isZero();
        assertThat(text.out().lines())
                .hasSize(2)
                .first()
                .isEqualTo(String.format(
                        "%-12s open     %s  Feeling \"safe\", day & night",
                        first.id(), first.created().toString().substring(0, 10)));

        JsonNode json =
                new ObjectMapper().readTree(links("list", "--format", "json").out());
        assertThat(json).hasSize(2);
        assertThat(json.get(0).get("id").textValue()).isEqualTo(first.id());
        assertThat(json.get(0).get("note").textValue()).isEqualTo("Two\nlines");
        assertThat(json.get(0).get("locked").booleanValue()).isTrue();
        assertThat(json.get(0).get("data").textValue()).isEqualTo("published");
        assertThat(json.get(1).get("title").textValue()).isEqualTo("Größe 😀");
        assertThat(json.toString()).doesNotContain(first.owner());

        var rows = CsvReader.builder()
                .ofNamedCsvRecord(links("list", "--format", "csv").out())
                .stream()
                .toList();
        assertThat(rows).extracting(row -> row.getField("id")).containsExactly(first.id(), second.id());
        assertThat(rows.get(0).getField("title")).isEqualTo("Feeling \"safe\", day & night");
        assertThat(rows.get(0).getField("state")).isEqualTo("open");
        assertThat(rows.get(0).getField("data_hash"))
                .isEqualTo(first.fingerprint().data());
    }

    @Test
    void a_link_is_shown_with_its_numbers_and_whether_they_are_current() throws IOException {
        SavedLink link = saved("Feeling safe", "");
        Run text = links("show", link.id());
        assertThat(text.code()).as(text.err()).isZero();
        assertThat(text.out())
                .contains(
                        "id          " + link.id(),
                        "title       Feeling safe",
                        "status      current",
                        "locked      true");
        Run csv = links("show", link.id(), "--format", "csv");
        assertThat(csv.code()).isZero();
        assertThat(text.out()).endsWith("\n\n" + csv.out());
        assertThat(CsvReader.builder().ofNamedCsvRecord(csv.out()).stream().toList())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.getField("data")).isEqualTo("published"));
        JsonNode json = new ObjectMapper()
                .readTree(links("show", link.id(), "--format", "json").out());
        assertThat(json.get("status").textValue()).isEqualTo("current");
        assertThat(json.get("csv").textValue()).isEqualTo(csv.out());
        assertThat(json.get("path").textValue()).isEqualTo("/explore/residents/q1_feel_safe");
    }

    @Test
    void links_are_taken_back_all_that_are_named_or_none() {
        SavedLink first = saved("First", "");
        SavedLink second = saved("Second", "");
        assertRefused(
                links("revoke", first.id(), "unknown234"),
                "There is no saved link \"unknown234\".",
                "deepdive links list");
        assertThat(links("list").out()).doesNotContain("revoked");

        Run run = links("revoke", first.id(), second.id());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out().lines()).hasSize(2).first().asString().startsWith(first.id() + " revoked 20");
        assertThat(links("list").out().lines()).allMatch(line -> line.contains(" revoked "));
        assertThat(links("revoke", first.id()).out().lines().toList())
                .containsExactly(run.out().lines().toList().get(0));
    }

    @Test
    void links_are_exported_and_imported_into_another_database() throws IOException {
        SavedLink link = saved("Größe 😀", "Two\nlines");
        Path lines = folder.resolve("links.jsonl");
        Run export = links("export", "--out", lines.toString());
        assertThat(export.code()).as(export.err()).isZero();
        assertThat(export.err()).contains("1 links written to " + lines);
        assertThat(export.out()).isEmpty();
        assertThat(links("export").out()).isEqualTo(Files.readString(lines));

        Path other = folder.resolve("other/links.db");
        Run first = on(other, "import", lines.toString());
        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.out()).isEqualTo("1 links added, 0 were there already\n");
        assertThat(on(other, "import", lines.toString()).out()).isEqualTo("0 links added, 1 were there already\n");
        assertThat(on(other, "show", link.id()).out())
                .isEqualTo(links("show", link.id()).out());

        links("revoke", link.id());
        assertThat(links("export", "--out", lines.toString()).code()).isZero();
        assertRefused(on(other, "import", lines.toString()), "links.jsonl, line 1: Another link has this id here.");
    }

    @Test
    void an_import_of_what_is_no_export_is_refused_whole_with_its_line() throws IOException {
        saved("Here", "");
        Path lines = folder.resolve("links.jsonl");
        links("export", "--out", lines.toString());
        Path other = folder.resolve("other.db");
        Files.writeString(lines, Files.readString(lines) + "{\"id\": 1}\n");
        assertRefused(on(other, "import", lines.toString()), "links.jsonl, line 2: The line does not have the fields");
        assertThat(on(other, "list").out()).isEmpty();
        Files.write(lines, "\u00e4".getBytes(StandardCharsets.ISO_8859_1));
        assertRefused(on(other, "import", lines.toString()), "is not text in UTF-8");
        assertRefused(on(other, "import", folder.resolve("none").toString()), "There is no file ");
        assertRefused(on(other, "import", folder.toString()), "cannot be read: Is a directory.");
    }

    @Test
    void a_damaged_link_is_told_and_keeps_no_other_out_of_the_export() throws Exception {
        SavedLink damaged = saved("Here", "");
        SavedLink whole = saved("There", "");
        Path lines = Files.writeString(folder.resolve("links.jsonl"), "yesterday's\n");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                var statement = connection.createStatement()) {
            statement.executeUpdate("update deepdive_link set frozen = 'damaged' where id = '" + damaged.id() + "'");
        }
        assertRefused(
                links("export", "--out", lines.toString()), "may hold them whole, so it stays as it is", damaged.id());
        assertThat(lines).hasContent("yesterday's\n");
        Files.delete(lines);
        Run export = links("export", "--out", lines.toString());
        assertThat(export.code()).isEqualTo(ExitCodes.FINDINGS);
        assertThat(export.err())
                .contains(
                        "1 links written to " + lines, "Not written: The saved link " + damaged.id() + " is not shown");
        assertThat(Files.readString(lines)).contains(whole.id()).doesNotContain(damaged.id());
        assertThat(links("export").code()).isEqualTo(ExitCodes.FINDINGS);
        try (var files = Files.list(folder)) {
            assertThat(files.map(Path::getFileName)).extracting(Path::toString).containsOnly("links.db", "links.jsonl");
        }
        assertRefused(
                links("export", "--out", folder.resolve("none/links.jsonl").toString()), "cannot be written");
    }

    @Test
    void what_is_not_there_is_told_and_nothing_is_made() {
        for (String[] words : new String[][] {{"list"}, {"show", "someLink22"}, {"revoke", "someLink22"}, {"export"}}) {
            assertRefused(links(words), "There are no saved links at " + file() + ".", "Name another with --links.");
        }
        assertThat(file()).doesNotExist();
        saved("Here", "");
        assertRefused(links("show", "../../etc/passwd"), "There is no saved link \"../../etc/passwd\".");
        assertThat(links("list", "--format", "xml").code()).isEqualTo(ExitCodes.USAGE);
        assertThat(links("show").code()).isEqualTo(ExitCodes.USAGE);
        assertThat(links("revoke").code()).isEqualTo(ExitCodes.USAGE);
    }

    @Test
    void a_file_that_is_no_database_is_told_with_what_the_database_says() throws IOException {
        Files.writeString(file(), "my thesis\n".repeat(100));
        assertRefused(links("list"), "Saved links cannot be read or written at the moment.", "file is not a database");
        assertThat(Files.readString(file())).isEqualTo("my thesis\n".repeat(100));
    }
}
