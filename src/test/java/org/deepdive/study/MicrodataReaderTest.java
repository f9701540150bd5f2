package org.deepdive.study;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file of respondents is read whole, or refused with what is wrong in it. */
class MicrodataReaderTest {

    private static final String HEADER = "id,weight,region,sex,news.paper,news.radio\n";
    private static final String VARIABLES = """
            id,id,Respondent,,everyone,,,
            weight,weight,Weight,,everyone,,,
            region,nominal,Region,,everyone,north,North,valid
            region,,,,,south,South,valid
            sex,nominal,Sex,,everyone,female,Women,valid
            sex,,,,,male,Men,valid
            news,multiple,News,,everyone,paper,Paper,valid
            news,,,,,radio,Radio,valid
            """;
    private static final String STRATIFIED = "design: {weight: weight, strata: [region]}\n";
    private static final String CLUSTERED =
            "design: {weight: weight, strata: [region], cluster: psu, fpc: population}\n";

    @TempDir
    Path temp;

    private Study study(String yaml) {
        return new StudyFolder(temp.resolve("data"), "small")
                .study(yaml)
                .codebook(VARIABLES)
                .read();
    }

    private Path file(String text) throws IOException {
        return Files.writeString(temp.resolve("people.csv"), text);
    }

    private Microdata read(String text) throws IOException {
        return MicrodataReader.read(study(STRATIFIED), file(text));
    }

    private Microdata readClustered(String text) throws IOException {
        return MicrodataReader.read(
                study(CLUSTERED), file("weight,region,psu,population,sex,news.paper,news.radio\n" + text));
    }

    private static byte[] gzip(byte[] text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text);
        }
        return bytes.toByteArray();
    }

    private static String people(int count) {
        Random random = new Random(7);
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 1; i <= count; i++) {
            text.append("r").append(i).append(',').append(0.5 + random.nextDouble());
            text.append(random.nextBoolean() ? ",north" : ",south");
            text.append(random.nextBoolean() ? ",female" : ",male").append(",1,0\n");
        }
        return text.toString();
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable read, String message) {
        assertThatThrownBy(read).isInstanceOf(InputException.class).hasMessage(message);
    }

    private static void assertProblem(org.assertj.core.api.ThrowableAssert.ThrowingCallable read, String problem) {
        assertThatThrownBy(read)
                .isInstanceOf(InvalidDataException.class)
                .hasMessage("The data file \"people.csv\" was refused: 1 problem.\n  people.csv, " + problem);
    }

    @Test
    void respondents_are_sorted_by_stratum_and_coded_by_the_codebook() throws IOException {
        Microdata data = read(HEADER + """
                a,1.5,south,male,1,0
                b,2,north,female,,
                c,3e0,south,,0,1
                """);
        assertThat(data.size()).isEqualTo(3);
        assertThat(data.weights()).containsExactly(2, 1.5, 3);
        assertThat(data.strata().starts()).containsExactly(0, 1, 3);
        assertThat(data.codes("region")).containsExactly(0, 1, 1);
        assertThat(data.codes("sex")).containsExactly(0, 1, -1);
        assertThat(data.codes("news", "paper")).containsExactly(-1, 1, 0);
        assertThat(data.codes("news", "radio")).containsExactly(-1, 0, 1);
        assertThat(data.label()).isEqualTo(DataLabel.REAL);
    }

    @Test
    void the_table_for_the_holder_has_labels_and_missing_values() throws IOException {
        assertThat(read(HEADER + "a,1.5,south,male,1,0\nb,2,north,,,\n").table().print())
                .contains("A small survey (survey data)")
                .containsPattern("North +\\| +\\| +\\| +\\| +2 ")
                .containsPattern("South +\\| +Men +\\| +Yes +\\| +No +\\| +1.5 ");
    }

    @Test
    void a_gzip_file_reads_like_the_plain_one() throws Exception {
        String text = people(500);
        Microdata plain = read(text);
        Path zipped = Files.write(temp.resolve("people.csv.gz"), gzip(text.getBytes(StandardCharsets.UTF_8)));
        Microdata data = MicrodataReader.read(study(STRATIFIED), zipped);
        assertThat(data.weights()).isEqualTo(plain.weights());
        assertThat(data.codes("sex")).isEqualTo(plain.codes("sex"));
        byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(zipped));
        assertThat(data.fingerprint())
                .isEqualTo(HexFormat.of().formatHex(sha256))
                .isNotEqualTo(plain.fingerprint());
    }

    @Test
    void a_bad_code_deep_in_a_big_file_is_named_with_its_place() throws IOException {
        String[] lines = people(50_000).split("\n");
        lines[40_000] = "r40000,1.0,north,femal,1,0";
        assertProblem(
                () -> read(String.join("\n", lines)),
                "line 40001, column sex: \"femal\" is not allowed; allowed: female, male");
    }

    @Test
    void many_problems_are_counted_and_the_first_twenty_listed() throws IOException {
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i < 1000; i++) {
            text.append("r,1,north,x").append(i).append(",1,2\n");
        }
        assertThatThrownBy(() -> read(text.toString())).isInstanceOfSatisfying(InvalidDataException.class, e -> {
            assertThat(e.total()).isEqualTo(2000);
            assertThat(e.problems()).hasSize(MicrodataReader.PROBLEMS_SHOWN).hasSize(20);
            assertThat(e.problems().get(0)).isEqualTo(new DataProblem("people.csv", 2, "sex", "x0", "female, male"));
            assertThat(e.problems().get(19)).isEqualTo(new DataProblem("people.csv", 11, "news.radio", "2", "0, 1"));
            assertThat(e)
                    .hasMessageStartingWith(
                            "The data file \"people.csv\" was refused: 2000 problems.\n  people.csv, line 2")
                    .hasMessageEndingWith("\n  and 1980 more");
        });
    }

    @Test
    void a_long_value_is_shown_in_part() throws IOException {
        assertProblem(
                () -> read(HEADER + "r,1,north," + "y".repeat(500) + ",1,0\n"),
                "line 2, column sex: \"" + "y".repeat(80) + "…\" is not allowed; allowed: female, male");
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 11, 400, -1})
    void a_truncated_gzip_file_is_refused(int length) throws IOException {
        byte[] whole = gzip(people(500).getBytes(StandardCharsets.UTF_8));
        Path cut = temp.resolve("cut.csv.gz");
        Files.write(cut, Arrays.copyOf(whole, length > 0 ? length : whole.length + length));
        assertRefused(
                () -> MicrodataReader.read(study(STRATIFIED), cut),
                "The data file \"" + cut + "\" ends too early: the gzip file is truncated. Copy or download it again.");
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 900, -6})
    void a_damaged_gzip_file_is_refused(int at) throws IOException {
        byte[] bytes = gzip(people(500).getBytes(StandardCharsets.UTF_8));
        bytes[at > 0 ? at : bytes.length + at] ^= 0x55;
        Path damaged = Files.write(temp.resolve("damaged.csv.gz"), bytes);
        assertThatThrownBy(() -> MicrodataReader.read(study(STRATIFIED), damaged))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("The data file \"" + damaged + "\" is a damaged gzip file (")
                .hasMessageEndingWith("). Copy or download it again.");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 30_000})
    void a_file_that_is_not_utf_8_is_refused(int respondentsBefore) throws IOException {
        String text = people(respondentsBefore).replaceFirst("\n", ",comment\n").replace(",1,0\n", ",1,0,\n")
                + "r,1,north,male,1,0,Zoë\n";
        Path latin1 = Files.write(temp.resolve("latin1.csv"), text.getBytes(StandardCharsets.ISO_8859_1));
        assertRefused(
                () -> MicrodataReader.read(study(STRATIFIED), latin1),
                "The data file \"" + latin1 + "\" is not UTF-8 text. Save it as CSV with UTF-8 encoding.");
    }

    @Test
    void missing_columns_are_all_named() throws IOException {
        assertRefused(
                () -> read("id,region,news.paper\n1,north,1\n"),
                "The data file \"people.csv\" lacks the columns weight, sex, news.radio."
                        + " Add them, or map their names under microdata, columns in study.yaml.");
        assertRefused(
                () -> read("id,region,sex,news.paper,news.radio\n1,north,male,1,0\n"),
                "The data file \"people.csv\" lacks the column weight."
                        + " Add them, or map their names under microdata, columns in study.yaml.");
    }

    @Test
    void a_column_that_stands_there_twice_is_refused() throws IOException {
        assertRefused(
                () -> read("id,weight,region,sex,sex,news.paper,news.radio\n1,1,north,male,female,1,0\n"),
                "The data file \"people.csv\" has the column \"sex\" twice. Keep one of the two, or rename one.");
    }

    @Test
    void a_line_with_another_number_of_fields_is_refused() throws IOException {
        assertProblem(
                () -> read(HEADER + "a,1,north,male,1,0\nb,1,north,male,1\n"),
                "line 3: \"5 fields\" is not allowed; allowed: 6 fields, as in the header");
        assertProblem(
                () -> read(HEADER + "a,1,north,male,1,0,7\n"),
                "line 2: \"7 fields\" is not allowed; allowed: 6 fields, as in the header");
    }

    @Test
    void an_empty_file_is_refused() throws IOException {
        Path empty = file("");
        assertRefused(
                () -> MicrodataReader.read(study(STRATIFIED), empty),
                "The data file \"" + empty + "\" is empty. It needs a header line and one line a respondent.");
    }

    @Test
    void a_file_with_a_header_only_is_refused() throws IOException {
        assertRefused(() -> read(HEADER), "The data file \"people.csv\" has no respondents. Check the file.");
    }

    @Test
    void a_file_that_is_not_there_is_refused() {
        Path missing = temp.resolve("missing.csv");
        assertRefused(
                () -> MicrodataReader.read(study(STRATIFIED), missing),
                "The data file \"" + missing + "\" does not exist. Check the path.");
    }

    @Test
    void a_folder_without_files_is_refused() {
        assertThatThrownBy(() -> MicrodataReader.read(study(STRATIFIED), temp))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "The data file \"" + temp + "\" is a folder without a CSV file. Name a file, or a folder with"
                                + " files of respondents.");
    }

    @Test
    void the_files_of_a_folder_are_read_as_one() throws IOException {
        Path folder = Files.createDirectory(temp.resolve("waves"));
        Files.writeString(folder.resolve("b.csv"), HEADER + "r3,3,north,male,0,1\n");
        Files.write(
                folder.resolve("a.csv.gz"),
                gzip((HEADER + "r1,1,south,male,0,1\nr2,2,north,male,0,1\n").getBytes(UTF_8)));
        Files.writeString(folder.resolve("notes.txt"), "not read");
        Microdata data = MicrodataReader.read(study(STRATIFIED), folder);
        assertThat(data.weights()).containsExactly(2, 3, 1);
        assertThat(data.fingerprint()).hasSize(64);
    }

    @Test
    void the_files_of_a_folder_need_the_same_columns_in_the_same_order() throws IOException {
        Path folder = Files.createDirectory(temp.resolve("waves"));
        Files.writeString(folder.resolve("a.csv"), HEADER + "r1,1,south,male,0,1\n");
        Files.writeString(folder.resolve("b.csv"), "id,region,weight,sex,news.paper,news.radio\nr3,3,north,male,0,1\n");
        assertRefused(
                () -> MicrodataReader.read(study(STRATIFIED), folder),
                "The data file \"b.csv\" has other columns than \"a.csv\", or in another order. Give the files of one"
                        + " folder the same header.");
    }

    @Test
    void a_problem_in_a_folder_names_its_file_and_line() throws IOException {
        Path folder = Files.createDirectory(temp.resolve("waves"));
        Files.writeString(folder.resolve("a.csv"), HEADER + "r1,1,south,male,0,1\n");
        Files.writeString(folder.resolve("b.csv"), HEADER + "r2,1,south,male,0,1\nr3,heavy,north,male,0,1\n");
        assertThatThrownBy(() -> MicrodataReader.read(study(STRATIFIED), folder))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("b.csv, line 3, column weight");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "NaN", "heavy", "", "Infinity", "1e400", "1d", "0x1p3", "1 000"})
    void a_weight_is_a_number_above_0(String weight) throws IOException {
        assertProblem(
                () -> read(HEADER + "a," + weight + ",north,male,1,0\n"),
                "line 2, column weight: \"" + weight + "\" is not allowed; allowed: a number above 0");
    }

    @Test
    void a_stratum_must_be_known() throws IOException {
        assertProblem(
                () -> read(HEADER + "a,1,,male,1,0\n"),
                "line 2, column region: \"\" is not allowed; allowed: north, south");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id,weight", "\"id\",\"weight\"", "weight,id"})
    void a_byte_order_mark_is_not_part_of_the_first_column(String start) throws IOException {
        Microdata data = read("\uFEFF" + start + ",region,sex,news.paper,news.radio\n1,1,north,male,1,0\n");
        assertThat(data.size()).isEqualTo(1);
    }

    @Test
    void lines_are_counted_where_quoted_fields_hold_line_breaks() throws IOException {
        assertProblem(
                () -> read("id,weight,region,sex,news.paper,news.radio,comment\n"
                        + "a,1,north,male,1,0,\"one\ntwo, \"\"three\"\"\nfour\"\n\n"
                        + "b,1,north,mail,1,0,\"\"\n"),
                "line 6, column sex: \"mail\" is not allowed; allowed: female, male");
    }

    @Test
    void windows_line_ends_are_read() throws IOException {
        assertThat(read((HEADER + "a,1,north,male,1,0\nb,2,north,male,1,0\n").replace("\n", "\r\n"))
                        .weights())
                .containsExactly(1, 2);
    }

    @Test
    void a_quote_that_never_ends_is_refused_with_its_line() throws IOException {
        assertThatThrownBy(() -> read(HEADER + "a,1,north,\"male,1,0\nb,2,north,male,1,0\n"))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining(
                        "people.csv, line 2: \"4 fields\" is not allowed; allowed: 6 fields, as in the header");
    }

    @Test
    void names_and_codes_of_the_file_are_mapped_by_the_study() throws IOException {
        Study study = study(STRATIFIED + """
                microdata:
                  columns: {sex: Q1, weight: wt_final, news.paper: Q2_1}
                  codes: {sex: {1: female, 2: male, 9: male}}
                """);
        Microdata data =
                MicrodataReader.read(study, file("wt_final,region,Q1,Q2_1,news.radio\n2,south,9,1,\n3,north,1,0,1\n"));
        assertThat(data.weights()).containsExactly(3, 2);
        assertThat(data.codes("sex")).containsExactly(0, 1);
        assertThat(data.codes("news", "paper")).containsExactly(0, 1);
        assertProblem(
                () -> MicrodataReader.read(study, file("wt_final,region,Q1,Q2_1,news.radio\n2,south,male,1,\n")),
                "line 2, column Q1: \"male\" is not allowed; allowed: 1, 2, 9");
        assertProblem(
                () -> MicrodataReader.read(study, file("wt_final,region,Q1,Q2_1,news.radio\nx,south,1,1,\n")),
                "line 2, column wt_final: \"x\" is not allowed; allowed: a number above 0");
        assertRefused(
                () -> MicrodataReader.read(study, file(HEADER)),
                "The data file \"people.csv\" lacks the columns wt_final, Q1, Q2_1."
                        + " Add them, or map their names under microdata, columns in study.yaml.");
    }

    @Test
    void clusters_and_populations_are_read() throws IOException {
        Strata strata = readClustered("""
                        1,south,c,4,,,
                        2,north,a,10,,,
                        3,south,d,4,,,
                        4,north,b,10,,,
                        5,north,a,10,,,
                        """).strata();
        assertThat(strata.starts()).containsExactly(0, 3, 5);
        assertThat(strata.clusterStarts().orElseThrow()).containsExactly(0, 2, 3, 4, 5);
        assertThat(strata.firstClusters().orElseThrow()).containsExactly(0, 2, 4);
        assertThat(strata.populations().orElseThrow()).containsExactly(10, 4);
        assertThat(strata.units(0)).isEqualTo(2);
        assertThat(strata.unsampledShare(1)).isEqualTo(0.5);
    }

    @Test
    void a_cluster_in_two_strata_is_refused() {
        assertRefused(
                () -> readClustered("1,south,c1,4,,,\n1,north,c2,4,,,\n1,north,c1,4,,,\n"),
                "The data file \"people.csv\" has the cluster \"c1\" in two strata: north and south."
                        + " Make the names of sampling units unique over the whole file; where they are unique within"
                        + " strata only, set nest: true in the design.");
    }

    @Test
    void two_population_sizes_in_one_stratum_are_refused() {
        assertRefused(
                () -> readClustered("1,north,a,4,,,\n1,south,c,5,,,\n1,south,d,6,,,\n"),
                "The data file \"people.csv\" has two population sizes in stratum south: 5 and 6."
                        + " The number of sampling units in the population must be one number a stratum.");
    }

    @Test
    void a_sample_larger_than_its_population_is_refused() {
        assertRefused(
                () -> readClustered("1,north,a,2,,,\n1,north,b,2,,,\n1,north,c,2,,,\n"),
                "The data file \"people.csv\" has 3 sampling units in stratum north, more than the population's 2."
                        + " The population's number counts sampling units: clusters where there are clusters.");
    }

    @Test
    void a_cluster_and_a_population_must_be_given() {
        assertProblem(
                () -> readClustered("1,north,,4,,,\n"),
                "line 2, column psu: \"\" is not allowed; allowed: the name of a sampling unit");
        assertProblem(
                () -> readClustered("1,north,a,none,,,\n"),
                "line 2, column population: \"none\" is not allowed; allowed: a number of sampling units above 0,"
                        + " or a sampling fraction");
    }
}
