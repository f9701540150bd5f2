package org.deepdive.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.deepdive.estimate.Cell;
import org.deepdive.estimate.Query;
import org.deepdive.estimate.SurveyEstimates;
import org.deepdive.study.DataFolder;
import org.deepdive.study.DataLabel;
import org.deepdive.study.InputException;
import org.deepdive.study.Microdata;
import org.deepdive.study.MicrodataReader;
import org.deepdive.study.Study;
import org.deepdive.study.StudyReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PracticeDataTest {

    /** The files as they were committed to: a generator that gives other bytes on another machine fails here. */
    private static final Map<String, String> SHA256 = Map.of(
            "pcss", "8ba94f8521128605dd368ed3f79039c79054edd66e233a53ed825226f13ef328",
            "victims", "29893d3c9de99a0bdfa66914234ce145d40ad4ae16e7cba7cb2cb986766e2659");

    private static final DataFolder DATA = DataFolder.packaged();
    private static final Study PCSS = new StudyReader(DATA).read("pcss");
    private static final Study VICTIMS = new StudyReader(DATA).read("victims");
    private static final Map<String, List<String>> STEPS = new HashMap<>();

    @TempDir
    static Path folder;

    private static PracticeData practice;

    @BeforeAll
    static void make() {
        practice = new PracticeData(DATA, folder);
        for (Study study : List.of(PCSS, VICTIMS)) {
            List<String> steps = STEPS.computeIfAbsent(study.slug(), slug -> new ArrayList<>());
            practice.make(study, (step, done) -> steps.add(step + " " + done));
        }
    }

    private static Stream<Study> studies() {
        return Stream.of(PCSS, VICTIMS);
    }

    @Test
    void every_study_with_respondents_has_practice_data() {
        assertThat(PracticeData.studies())
                .containsExactlyInAnyOrderElementsOf(new StudyReader(DATA)
                        .readAll().stream()
                                .filter(study -> study.design().isPresent())
                                .map(Study::slug)
                                .toList());
    }

    @ParameterizedTest
    @MethodSource("studies")
    void the_file_has_the_same_bytes_on_every_run_and_machine(Study study) throws Exception {
        assertThat(sha256(practice.file(study))).isEqualTo(SHA256.get(study.slug()));
    }

    private static String sha256(Path file) throws Exception {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        return HexFormat.of().formatHex(sha256.digest(Files.readAllBytes(file)));
    }

    @ParameterizedTest
    @MethodSource("studies")
    void every_row_says_that_its_respondent_is_invented(Study study) throws IOException {
        List<String> lines = Files.readAllLines(practice.file(study));
        assertThat(lines.get(0)).startsWith("respondent_id,data_label,weight,");
        assertThat(lines.subList(1, lines.size()))
                .hasSize(study == PCSS ? 61_750 : 2_000)
                .allMatch(line -> line.startsWith("PRACTICE-") && line.contains(",practice,"));
    }

    @Test
    void it_is_read_as_practice_data_with_the_published_sample_sizes() {
        Microdata microdata = MicrodataReader.read(PCSS, practice.file(PCSS));
        SurveyEstimates estimates = new SurveyEstimates(microdata);
        assertThat(microdata.label()).isEqualTo(DataLabel.PRACTICE);
        assertThat(base(estimates, "study=pcss&measure=base&waves=2021Q2..2023Q2"))
                .isEqualTo(29_250);
        assertThat(base(estimates, "study=pcss&measure=base&where=student:yes&waves=2021Q2..2023Q2"))
                .isEqualTo(4_352);
        assertThat(base(estimates, "study=pcss&measure=base&where=trust_asked:yes&waves=2023Q3..2023Q4"))
                .isEqualTo(3_282);
        assertThat(base(estimates, "study=pcss&measure=base&where=trust_asked:yes"))
                .isEqualTo(3_282 + 3_282 / 2);
        for (String wave : PCSS.waves().orElseThrow().codes()) {
            assertThat(base(estimates, "study=pcss&measure=base&waves=" + wave)).isEqualTo(3_250);
        }
    }

    @Test
    void the_victims_have_the_published_sample_sizes_with_an_answer_from_each() {
        Microdata microdata = MicrodataReader.read(VICTIMS, practice.file(VICTIMS));
        SurveyEstimates estimates = new SurveyEstimates(microdata);
        assertThat(microdata.label()).isEqualTo(DataLabel.PRACTICE);
        assertThat(base(estimates, "study=victims&measure=base")).isEqualTo(2_000);
        for (String wave : VICTIMS.waves().orElseThrow().codes()) {
            String waves = "&waves=" + wave + ".." + wave;
            assertThat(base(estimates, "study=victims&measure=base" + waves)).isEqualTo(1_000);
            assertThat(base(estimates, "study=victims&measure=satisfied" + waves))
                    .isEqualTo(1_000);
        }
    }

    @Test
    void who_suggests_nothing_suggests_nothing_else() {
        SurveyEstimates estimates = new SurveyEstimates(MicrodataReader.read(VICTIMS, practice.file(VICTIMS)));
        Query none = Query.parse("study=victims&measure=suggestion&where=suggestion:none");
        assertThat(estimates.estimate(none).rows())
                .extracting(row -> row.answer().orElseThrow().code() + " " + ((Cell.Estimate) row.cell()).value())
                .filteredOn(answer -> !answer.endsWith(" 0.0"))
                .containsExactly("none 1.0");
    }

    /** Of the progress report; its document is about another subject, but its two shares are this survey's. */
    @ParameterizedTest
    @CsvSource({"2022Q1, 57.0", "2023Q1, 51.0"})
    void satisfaction_with_contact_prints_to_a_decimal_as_the_progress_report_has_it(String wave, String printed) {
        SurveyEstimates estimates = new SurveyEstimates(MicrodataReader.read(PCSS, practice.file(PCSS)));
        Query query = Query.parse("study=pcss&measure=contact_satisfied&waves=" + wave + ".." + wave);
        double value = estimates.estimate(query).single().value();
        assertThat(String.format(Locale.ROOT, "%.1f", 100 * value)).isEqualTo(printed);
    }

    private static int base(SurveyEstimates estimates, String query) {
        return estimates.estimate(Query.parse(query)).single().base();
    }

    @ParameterizedTest
    @MethodSource("studies")
    void every_fitted_figure_prints_as_published_with_a_moderate_design_effect(Study study) {
        PracticeReport report = practice.report(study);
        assertThat(report.targets()).isEqualTo(study == PCSS ? 54 : 2);
        assertThat(report.reproduced()).isEqualTo(report.targets());
        assertThat(report.largestGap()).isLessThan(0.005);
        assertThat(report.weightingEffect()).isBetween(1.1, 1.3);
        assertThat(report.medianDesignEffect()).isBetween(1.1, 1.3);
    }

    @ParameterizedTest
    @MethodSource("studies")
    void progress_goes_from_a_beginning_to_the_end(Study study) {
        assertThat(STEPS.get(study.slug())).first().asString().startsWith("Inventing respondents");
        assertThat(STEPS.get(study.slug())).last().isEqualTo("Done 1.0");
    }

    @Test
    void a_current_file_is_kept_and_a_changed_one_remade(@TempDir Path own) throws Exception {
        PracticeData data = new PracticeData(DATA, own);
        Files.createDirectories(own);
        Files.writeString(own.resolve("pcss.csv"), "old");
        Files.write(own.resolve("pcss.fingerprint"), List.of(data.fingerprint(PCSS), sha256(own.resolve("pcss.csv"))));
        FileTime before = Files.getLastModifiedTime(data.file(PCSS));
        data.ensure(PCSS, Progress.NONE);
        assertThat(data.isCurrent(PCSS)).isTrue();
        assertThat(Files.getLastModifiedTime(data.file(PCSS))).isEqualTo(before);
        Files.writeString(own.resolve("pcss.fingerprint"), "of another generator\n");
        data.ensure(PCSS, Progress.NONE);
        assertThat(Files.size(data.file(PCSS))).isGreaterThan(1_000_000);
        try (Stream<Path> files = Files.list(own)) {
            assertThat(files)
                    .extracting(f -> f.getFileName().toString())
                    .containsExactlyInAnyOrder("pcss.csv", "pcss.fingerprint", "pcss.lock");
        }
    }

    /** A process that holds a study's lock, as one that makes its file, until nothing more can be read. */
    static final class Holding {

        private Holding() {}

        public static void main(String[] words) throws IOException {
            try (FileChannel lock =
                    FileChannel.open(Path.of(words[0]), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                lock.lock();
                System.out.println("held");
                System.in.transferTo(OutputStream.nullOutputStream());
            }
        }
    }

    @Test
    void a_file_that_another_process_makes_is_waited_for(@TempDir Path own) throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holding.class.getName(),
                        own.resolve("victims.lock").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(other.inputReader().readLine()).isEqualTo("held");
            List<String> steps = new CopyOnWriteArrayList<>();
            CompletableFuture<Path> made = CompletableFuture.supplyAsync(
                    () -> new PracticeData(DATA, own).ensure(VICTIMS, (step, done) -> steps.add(step)));
            assertThatThrownBy(() -> made.get(500, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            assertThat(steps).as("nothing is made twice").isEmpty();
            Files.copy(practice.file(VICTIMS), own.resolve("victims.csv"));
            Files.copy(folder.resolve("victims.fingerprint"), own.resolve("victims.fingerprint"));
            other.outputWriter().close();
            assertThat(made.get(60, TimeUnit.SECONDS)).isEqualTo(own.resolve("victims.csv"));
            assertThat(steps).as("what the other made is taken").containsExactly("Done");
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void a_file_that_was_edited_or_cut_or_has_no_fingerprint_of_its_own_is_not_current(@TempDir Path own)
            throws Exception {
        PracticeData data = new PracticeData(DATA, own);
        Path file = Files.copy(practice.file(PCSS), own.resolve("pcss.csv"));
        Path fingerprint = Files.copy(folder.resolve("pcss.fingerprint"), own.resolve("pcss.fingerprint"));
        assertThat(data.isCurrent(PCSS)).isTrue();
        String text = Files.readString(file);
        Files.writeString(file, text.replaceFirst("bit_unsafe", "very_safe"));
        assertThat(data.isCurrent(PCSS)).isFalse();
        Files.writeString(file, text.substring(0, text.length() / 2));
        assertThat(data.isCurrent(PCSS)).isFalse();
        Files.writeString(file, text);
        assertThat(data.isCurrent(PCSS)).isTrue();
        Files.write(fingerprint, List.of(data.fingerprint(PCSS)));
        assertThat(data.isCurrent(PCSS)).isFalse();
        Files.write(fingerprint, new byte[] {(byte) 0xff});
        assertThat(data.isCurrent(PCSS)).isFalse();
    }

    @Test
    void a_folder_that_cannot_be_written_is_told_before_anything_is_made(@TempDir Path own) throws IOException {
        Path below = Files.writeString(own.resolve("file"), "no folder").resolve("practice");
        List<String> steps = new ArrayList<>();
        assertThatThrownBy(() -> new PracticeData(DATA, below).ensure(PCSS, (step, done) -> steps.add(step)))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("Practice data cannot be kept in the folder \"" + below + "\"")
                .hasMessageEndingWith("Make it writable, or set XDG_CACHE_HOME to a folder that is.");
        DataFolder checkout = new DataFolder(DATA.root(), true);
        assertThatThrownBy(() -> new PracticeData(checkout, below).make(PCSS, (step, done) -> steps.add(step)))
                .hasMessageEndingWith("or set DEEPDIVE_DATA to a copy of the data folder that is.");
        assertThat(steps).isEmpty();
    }

    @Test
    void the_fingerprint_is_the_same_in_every_run_and_another_where_a_target_moves(@TempDir Path copy)
            throws IOException {
        copyData(copy);
        PracticeData moved = new PracticeData(new DataFolder(copy, true), folder);
        assertThat(moved.fingerprint(PCSS)).isEqualTo(practice.fingerprint(PCSS));
        Path students = copy.resolve("published/students.csv");
        String text = Files.readString(students);
        Files.writeString(students, text.replaceFirst(",46%,percent", ",45%,percent"));
        assertThat(moved.fingerprint(PCSS)).isNotEqualTo(practice.fingerprint(PCSS));
        assertThat(moved.fingerprint(VICTIMS)).isEqualTo(practice.fingerprint(VICTIMS));
    }

    private static void copyData(Path to) throws IOException {
        try (Stream<Path> files = Files.walk(DATA.resolve("published"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve("published").resolve(file.getFileName().toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    @Test
    void a_study_without_a_generator_is_refused() {
        Study residents = new StudyReader(DATA).read("residents");
        assertThatThrownBy(() -> practice.ensure(residents, Progress.NONE))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("There is no study with practice data \"residents\"")
                .hasMessageContaining("Allowed: pcss, victims");
    }
}
