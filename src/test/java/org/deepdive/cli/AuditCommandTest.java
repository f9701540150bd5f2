package org.deepdive.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deepdive.published.PublicationFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code deepdive audit --publication}: a file of figures alone. */
class AuditCommandTest {

    private static final String HEADER =
            "id,publication,section,quote,study,query,printed,unit,base,period,versus,claim,calibrated\n";

    @TempDir
    private Path folder;

    private Run audit(String text, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("my.csv"), text);
        String[] words = new String[3 + more.length];
        words[0] = "audit";
        words[1] = "--publication";
        words[2] = file.toString();
        System.arraycopy(more, 0, words, 3, more.length);
        return Run.of(words);
    }

    private static String readme(String language) throws IOException {
        Matcher block = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("README.md")));
        assertThat(block.find()).isTrue();
        return block.group(1);
    }

    @Test
    void the_readme_s_example_prints_what_the_readme_says() throws IOException {
        Run run = audit(readme("csv"));
        assertThat("$ deepdive audit --publication my.csv\n" + run.out()).isEqualTo(readme("console"));
        assertThat(run.code()).isEqualTo(ExitCodes.FINDINGS);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void json_shows_the_quotes_and_csv_keeps_its_columns() throws IOException {
        JsonNode first = new ObjectMapper()
                .readTree(audit(readme("csv"), "--format", "json").out())
                .get(0);
        assertThat(first.get("quotes").get(0).asText())
                .isEqualTo("Women are significantly more likely to feel unsafe than men (27.3% v 21.7%)");
        assertThat(audit(readme("csv"), "--format", "csv").out()).startsWith("severity,check,ids,finding\n");
    }

    @Test
    void a_consistent_file_is_met_with_silence_and_zero() throws IOException {
        Run run = audit(HEADER + "one,mine,,,,study=census&measure=age.old,12.5%,percent,7,,,largest,\n");
        assertThat(run.out()).isEqualTo("Audit of the printed numbers: nothing found\n");
        assertThat(run.code()).isZero();
    }

    @Test
    void all_that_is_wrong_in_a_file_is_told_with_line_and_column() throws IOException {
        Run run = audit(HEADER
                + "one,,,,,,many,percent,,,,,\n"
                + "two,,,,,,5%,percnt,3.5,,,,\n"
                + "two,,,,,study=pcss&measure=safe_locl,5%,percent,,,three,higer,maybe\n"
                + "four,,,,,study=pcss&measure=safe_local&where=sex:femal,5%,percent,,,five,,\n"
                + "six,,\n"
                + "seven,,,,,measure=base,5%,percent,,,,,\n");
        assertThat(run.code()).isEqualTo(ExitCodes.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines())
                .hasSize(13)
                .first()
                .isEqualTo("The published figures in my.csv were refused: 12 problems.");
        assertThat(run.err())
                .contains(
                        "my.csv, line 2, column printed: \"many\" is not allowed; allowed: a number as the document prints")
                .contains("my.csv, line 3, column unit: \"percnt\" is not allowed; allowed: percent, count,")
                .contains("Did you mean \"percent\"?")
                .contains("my.csv, line 3, column base: \"3.5\" is not allowed; allowed: a whole number")
                .contains(
                        "my.csv, line 4, column id: \"two\" is not allowed; allowed: a name of its own; it stands in my.csv,"
                                + " line 3 already")
                .contains("my.csv, line 4, column versus: \"three\" is not allowed; allowed: the id of another row")
                .contains("Did you mean \"higher\"?")
                .contains(
                        "my.csv, line 4, column calibrated: \"maybe\" is not allowed; allowed: yes, no, data or nothing")
                .contains("There is no measure \"safe_locl\"")
                .contains("Did you mean \"safe_local\"?")
                .contains("Did you mean \"female\"?")
                .contains("my.csv, line 6: \"3 fields\" is not allowed; allowed: 13 fields, as in the header")
                .contains("The query does not say which study.")
                .doesNotContain("Exception");
    }

    @Test
    void no_more_than_twenty_problems_are_listed_and_all_counted() throws IOException {
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i < 25; i++) {
            text.append("f").append(i).append(",,,,,,many,percent,,,,,\n");
        }
        Run run = audit(text.toString());
        assertThat(run.err()).startsWith("The published figures in my.csv were refused: 25 problems.");
        assertThat(run.err().strip().lines()).hasSize(22).last().isEqualTo("  and 5 more");
    }

    @Test
    void an_id_has_no_white_space_of_any_kind() throws IOException {
        Run run = audit(HEADER + "\"one\ntwo\",,,,,,5%,percent,,,,,\n");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("my.csv, line 2, column id:", "a name without spaces");
    }

    @Test
    void missing_columns_are_named_with_the_nearest() throws IOException {
        Run run = audit(HEADER.replace(",claim", ",claims").replace(",base", "") + "one,,,,,,5%,percent,,,,\n");
        assertThat(run.code()).isEqualTo(ExitCodes.USAGE);
        assertThat(run.err())
                .startsWith("my.csv lacks the columns base and claim. It has \"claims\". Did you mean \"claim\"?")
                .contains("Its columns are id,publication,");
    }

    @Test
    void files_that_cannot_be_read_are_told_in_words() throws IOException {
        assertThat(Run.of("audit", "--publication", folder.resolve("none.csv").toString())
                        .err())
                .contains("none.csv does not exist");
        assertThat(audit(HEADER).err()).contains("my.csv has no line below its header.");
        Path latin = Files.write(
                folder.resolve("latin.csv"),
                (HEADER + "one,,,£5,,,5%,percent,,,,,\n").getBytes(StandardCharsets.ISO_8859_1));
        assertThat(Run.of("audit", "--publication", latin.toString()).err())
                .contains("latin.csv is not UTF-8 text. Save it as CSV with UTF-8 encoding.");
        String large = HEADER + "x".repeat((int) PublicationFiles.MOST_BYTES);
        assertThat(audit(large).err()).contains("my.csv is too large: ", "at most 2000000 are read. Split it.");
    }

    @Test
    void several_files_are_read_as_one() throws IOException {
        Path one = Files.writeString(folder.resolve("one.csv"), HEADER + "a,,,,,,40%,percent,,,b,higher,\n");
        Path two = Files.writeString(folder.resolve("two.csv"), HEADER + "b,,,,,,50%,percent,,,,,\n");
        Run run = Run.of("audit", "--publication", one.toString(), "--publication", two.toString());
        assertThat(run.code()).isEqualTo(ExitCodes.FINDINGS);
        assertThat(run.out()).contains("Called higher, but printed 40% against 50%.");
    }

    @Test
    void hostile_numbers_and_words_do_no_harm() throws IOException {
        Run run = audit(HEADER
                + "a,,,\u001b[31mred,,,999999999999999%,percent,999999999999,,b,higher,\n"
                + "b,,,\u001b[31mred,,,999999999999999.5%,percent,3,,a,significantly higher,\n"
                + "c,,,,,study=residents&measure=q6_future.transparency_trust,999999999999999.5,score,999999999999,,,,\n"
                + "d,,,,,study=residents&measure=q6_future.transparency_trust,5%,percent-chosen,999999999999,,,,\n");
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).doesNotContain("\u001b");
        assertThat(audit(HEADER + "a,,,,,,99999999999999999999,count,,,,,\n").code())
                .isEqualTo(ExitCodes.USAGE);
    }
}
