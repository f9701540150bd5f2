package org.deepdive.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.miachm.sods.SpreadSheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.deepdive.server.export.ExportFolder;
import org.deepdive.server.export.StaticSite;
import org.deepdive.study.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A deep-dive is exported as a whole folder or not at all, and nothing of anyone's is deleted. */
class ExportCommandTest {

    @TempDir
    private Path folder;

    private List<String> files(Path below) throws IOException {
        try (Stream<Path> all = Files.walk(below)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> below.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private static Run export(Path out, String... more) {
        return Run.of(Stream.concat(Stream.of("export", "residents", "--out", out.toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    @Test
    void a_folder_has_the_page_the_workbook_the_citations_and_every_figure_in_four_formats() throws IOException {
        Path out = folder.resolve("new/residents");
        Run run = export(out, "--address", "https://www.example.org/surveys/");
        assertThat(run.code()).isZero();
        List<String> files = files(out);
        assertThat(run.out())
                .startsWith(files.size() + " files of \"")
                .contains("start at " + out.resolve("index.html"));
        assertThat(files)
                .contains("index.html", "residents.ods", "citation.txt", "citation.bib", "deepdive-export.json");
        List<String> csv = files.stream().filter(name -> name.endsWith(".csv")).toList();
        assertThat(csv)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(files)
                        .contains(
                                name.replace(".csv", ".json"),
                                name.replace(".csv", ".svg"),
                                name.replace(".csv", ".png")));
        assertThat(Files.readString(out.resolve("citation.txt")))
                .contains("Available at: https://www.example.org/surveys/deepdives/residents (Accessed: ");
        assertThat(Files.readString(out.resolve("deepdive-export.json")))
                .contains("\"Published counts. Counts and chart scores as the source published them.\"");
        assertThat(files(folder)).as("nothing is left beside it").hasSameSizeAs(files);

        Run again = export(out);
        assertThat(again.code()).isEqualTo(2);
        assertThat(again.err()).contains("The folder \"" + out + "\" is not empty.", "add --force to replace it");
        Files.writeString(out.resolve("stale.txt"), "of an older version");
        assertThat(export(out, "--force").code()).isZero();
        assertThat(files(out)).isEqualTo(files);
    }

    @Test
    void a_folder_that_no_export_wrote_is_never_replaced() throws IOException {
        Files.writeString(folder.resolve("thesis.txt"), "mine");
        Run run = export(folder, "--force");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("It holds files that are no export, which are never deleted");
        assertThat(files(folder)).containsExactly("thesis.txt");
    }

    @Test
    void what_cannot_be_a_folder_of_its_own_is_refused_in_words() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThat(export(file).err()).contains("\"" + file + "\" is a file, not a folder.");
        assertThat(export(Path.of("/")).err()).contains("is not a folder that can be replaced");
        assertThat(export(file.resolve("below")).err()).contains("cannot be written");
    }

    @Test
    void an_unknown_deep_dive_and_an_address_that_is_none_are_told_before_anything_is_computed() {
        Run unknown = Run.of("export", "student", "--out", folder.resolve("x").toString());
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("student", "students");
        Run address = export(folder.resolve("x"), "--address", "javascript:alert(1)");
        assertThat(address.code()).isEqualTo(2);
        assertThat(address.err()).contains("\"javascript:alert(1)\" is not the address of a server.");
        assertThat(folder.resolve("x")).doesNotExist();
    }

    @Test
    void an_estimate_is_also_written_as_picture_and_spreadsheet() throws IOException {
        Path png = folder.resolve("safe.png");
        Path ods = folder.resolve("safe.ods");
        Run run = Run.of("estimate", "residents", "q1_feel_safe", "--plot", png.toString(), "--ods", ods.toString());
        assertThat(run.err()).isEmpty();
        assertThat(ImageIO.read(png.toFile()).getWidth()).isEqualTo(1440);
        assertThat(new SpreadSheet(ods.toFile())
                        .getSheet("Table_1")
                        .getRange(2, 0)
                        .getValue()
                        .toString())
                .startsWith("Published counts: ");
        Run wrong = Run.of("estimate", "residents", "q1_feel_safe", "--ods", "safe.xlsx");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err())
                .contains("The spreadsheet cannot be written to \"safe.xlsx\"", "Name a file that ends in .ods");
    }

    @Test
    void where_a_deep_dive_cannot_be_made_nothing_is_written_and_an_earlier_export_stays() throws IOException {
        Path out = folder.resolve("out");
        Files.createDirectories(out);
        Files.writeString(out.resolve("deepdive-export.json"), "{}");
        StaticSite site = new StaticSite(new ExportFolder(out, true));
        InputException refused = catchThrowableOfType(
                InputException.class,
                () -> site.write(
                        List.of("residents"),
                        slug -> {
                            throw InputException.of("made-up", "It cannot be made.", slug, "");
                        },
                        (step, done) -> {}));
        assertThat(refused).hasMessageContaining("It cannot be made.");
        assertThat(files(folder)).containsExactly("out/deepdive-export.json");
    }
}
