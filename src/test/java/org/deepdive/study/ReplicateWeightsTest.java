package org.deepdive.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Replicate weights and base weights are read as the design describes them. */
class ReplicateWeightsTest {

    private static final String VARIABLES = """
            region,nominal,Region,,everyone,north,North,valid
            region,,,,,south,South,valid
            sex,nominal,Sex,,everyone,female,Women,valid
            sex,,,,,male,Men,valid
            news,multiple,News,,everyone,paper,Paper,valid
            """;
    private static final String PEOPLE = """
            region,rep_wt,sex,rep_1,rep_3,rep_2,base,news.paper
            south,1,female,2,0,1.5,4,1
            north,2,male,4,1,2,5,0
            south,3,male,0,6,3,6,
            """;

    @TempDir
    Path temp;

    private Study study(String design) {
        return new StudyFolder(temp.resolve("data"), "small")
                .study("design: {weight: rep_wt, strata: [region], lonely: adjust, " + design + "}\n")
                .codebook(VARIABLES)
                .read();
    }

    private Microdata read(String design, String text) throws IOException {
        return MicrodataReader.read(study(design), Files.writeString(temp.resolve("people.csv"), text));
    }

    private ReplicateWeights replicates(String replicates) throws IOException {
        return read("replicates: {" + replicates + "}", PEOPLE).replicates().orElseThrow();
    }

    private static void assertRefused(ThrowingCallable read, String message) {
        assertThatThrownBy(read).isInstanceOf(InputException.class).hasMessage(message);
    }

    @Test
    void columns_that_match_a_pattern_are_read_in_the_files_order_without_the_weight() throws IOException {
        ReplicateWeights replicates = replicates("kind: JK1, columns: 'rep_*'");
        assertThat(replicates.kind()).isEqualTo(Replication.Kind.JK1);
        assertThat(replicates.count()).isEqualTo(3);
        assertThat(replicates.weights()).isDeepEqualTo(new double[][] {{4, 2, 0}, {1, 0, 6}, {2, 1.5, 3}});
        assertThat(replicates.scale()).isEqualTo(2 / 3.0);
        assertThat(replicates.rscales()).containsExactly(1, 1, 1);
        assertThat(replicates.mse()).isFalse();
    }

    @Test
    void columns_that_are_listed_are_read_in_the_lists_order() throws IOException {
        ReplicateWeights replicates =
                replicates("kind: JKn, columns: [rep_1, rep_2, rep_3], rscales: [0.5, 0.5, 0.75], scale: 2, mse: true");
        assertThat(replicates.weights()[1]).containsExactly(2, 1.5, 3);
        assertThat(replicates.rscales()).containsExactly(0.5, 0.5, 0.75);
        assertThat(replicates.scale()).isEqualTo(2);
        assertThat(replicates.mse()).isTrue();
    }

    @Test
    void factors_are_multiplied_by_the_weight() throws IOException {
        assertThat(replicates("kind: bootstrap, columns: 'rep_*', combined: false")
                        .weights())
                .isDeepEqualTo(new double[][] {{8, 2, 0}, {2, 0, 18}, {4, 1.5, 9}});
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            kind: JK1                     | 0.66666666666666667
            kind: JK1, scale: 0.9         | 0.9
            kind: JKn, rscales: 0.5       | 1
            kind: BRR                     | 0.33333333333333333
            kind: Fay, rho: 0.5           | 1.33333333333333333
            kind: bootstrap               | 0.5
            kind: bootstrap, scale: 0.25  | 0.25
            """)
    void each_kind_has_the_scale_that_r_gives_it(String kind, double scale) throws IOException {
        assertThat(replicates(kind + ", columns: 'rep_*'").scale()).isEqualTo(scale, within(1e-15));
    }

    @Test
    void replicates_that_are_to_be_made_are_described_only() throws IOException {
        Microdata data = read("replicates: {kind: bootstrap, make: 200, seed: 42, mse: true}", PEOPLE);
        assertThat(data.replicates()).isEmpty();
        assertThat(data.study().requireDesign().replication())
                .contains(
                        new Replication.Made(Replication.Kind.BOOTSTRAP, Optional.of(200), 42, Optional.empty(), true));
        assertThat(study("replicates: {kind: Fay, make: true, rho: 0.3}")
                        .requireDesign()
                        .replication())
                .contains(new Replication.Made(Replication.Kind.FAY, Optional.empty(), 1, Optional.of(0.3), false));
        assertThat(read("population_size: 6", PEOPLE).replicates()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            kind: JK, columns: 'r*'                      | There is no kind of replicates "JK". Did you mean "jk1"? Allowed: jk1, jkn, brr, fay, bootstrap.
            kind: JK1, column: 'r*'                      | There is no setting of replicates "column". Did you mean "columns"? Allowed: kind, columns, make, seed, rho, scale, rscales, mse, combined.
            kind: JK1                                    | replicates need either "columns" or "make". Name the columns that hold the replicate weights, or write make: true to make them.
            kind: JK1, columns: 'r*', make: true         | replicates need either "columns" or "make". Name the columns that hold the replicate weights, or write make: true to make them.
            kind: JKn, columns: 'r*'                     | "rscales" are missing. Give for each replicate (n - 1)/n, with n the sampling units of its stratum; the file's documentation has them.
            kind: BRR, columns: 'r*', scale: 0.1         | "scale" has no meaning for BRR. Leave it out: it follows from the number of replicates.
            kind: BRR, columns: 'r*', rho: 0.1           | "rho" has no meaning for BRR. Leave it out, or write kind: Fay.
            kind: Fay, columns: 'r*', rho: 1             | "rho" is "1". Write a number from 0 to below 1.
            kind: JK1, columns: 'r*', scale: most        | "scale" has "most". Write a number of 0 or more.
            kind: JK1, columns: 'r*', seed: 1            | "seed" has no meaning with "columns". Leave it out: nothing is drawn.
            kind: JK1, make: 5                           | "make" is "5". Write make: true; the design tells how many replicates there are.
            kind: JKn, make: true, seed: 3               | "seed" has no meaning for JKn. Leave it out: nothing is drawn.
            kind: JKn, make: true, rscales: 1            | "rscales" has no meaning with "make". Leave it out: it follows from the design.
            kind: bootstrap, make: true                  | "make" is "true". Write how many replicates the bootstrap is to draw, from 10 to 99999, such as make: 200.
            kind: bootstrap, make: 200, seed: x          | "seed" is "x". Write a whole number, such as seed: 1.
            """)
    void replicates_that_cannot_be_are_refused(String replicates, String message) {
        assertRefused(
                () -> study("replicates: {" + replicates + "}"), "small/study.yaml, design, replicates: " + message);
    }

    @Test
    void fays_replicates_need_a_rho() {
        assertRefused(
                () -> study("replicates: {kind: Fay, columns: 'r*'}"),
                "small/study.yaml, design, replicates lacks \"rho\". Add it.");
    }

    @ParameterizedTest
    @CsvSource({"-1", "many", "''", "Inf", "NaN"})
    void a_replicate_weight_is_a_number_of_0_or_more(String weight) {
        assertThatThrownBy(() -> read(
                        "replicates: {kind: JK1, columns: 'rep_*'}", PEOPLE.replace("4,1,2", "4," + weight + ",2")))
                .isInstanceOf(InvalidDataException.class)
                .hasMessage(
                        "The data file \"people.csv\" was refused: 1 problem.\n  people.csv, line 3, column rep_3: \""
                                + weight + "\" is not allowed; allowed: a number of 0 or more");
    }

    @Test
    void missing_columns_of_replicates_are_told() {
        assertRefused(
                () -> replicates("kind: JK1, columns: [rep_1, rep_4, rep_5]"),
                "The data file \"people.csv\" lacks the columns rep_4, rep_5."
                        + " Add them, or map their names under microdata, columns in study.yaml.");
        assertRefused(
                () -> replicates("kind: JK1, columns: 'w*'"),
                "The data file \"people.csv\" has no column of replicate weights \"w*\"."
                        + " Correct design, replicates, columns in study.yaml; two replicates are the least.");
        assertRefused(
                () -> replicates("kind: JK1, columns: rep_1"),
                "The data file \"people.csv\" has one column of replicate weights \"rep_1\"."
                        + " Correct design, replicates, columns in study.yaml; two replicates are the least.");
        assertRefused(
                () -> replicates("kind: JKn, columns: 'rep_*', rscales: [1, 1]"),
                "The data file \"people.csv\" has 3 columns of replicate weights, the design 2 rscales."
                        + " Give one number for each replicate, or one for all.");
    }

    @Test
    void a_replicate_of_zeros_is_refused() {
        assertRefused(
                () -> read(
                        "replicates: {kind: JK1, columns: 'rep_*'}",
                        "region,rep_wt,sex,rep_1,rep_2,news.paper\nnorth,1,male,0,1,\nnorth,2,male,0.0,1,\n"),
                "The data file \"people.csv\" has nothing but zeros in the column \"rep_1\" of replicate weights."
                        + " Correct the column or leave the replicate out.");
    }

    @Test
    void replicates_that_look_like_factors_are_told() throws IOException {
        String text = "region,rep_wt,sex,rep_1,rep_2,news.paper\nnorth,100,male,0,2,\nnorth,200,male,2,0,\n";
        assertThat(read("replicates: {kind: JK1, columns: 'rep_*'}", text).warnings())
                .containsExactly(new DataWarning(
                        "replicate-weights",
                        "The replicate weights have the mean 1.00, the weight 150.00: they look like factors of it."
                                + " If they are, set combined: false in the design's replicates."));
        assertThat(read("replicates: {kind: JK1, columns: 'rep_*', combined: false}", text)
                        .warnings())
                .isEmpty();
    }

    @Test
    void base_weights_are_read_with_the_margins_they_were_calibrated_to() throws IOException {
        Microdata data = read("calibration: {base_weight: base, margins: [[sex, region], sex]}", PEOPLE);
        assertThat(data.baseWeights().orElseThrow()).containsExactly(5, 4, 6);
        assertThat(data.weights()).containsExactly(2, 1, 3);
        assertThat(data.study().requireDesign().calibration())
                .contains(new WeightCalibration("base", List.of(List.of("sex", "region"), List.of("sex"))));
        assertThat(read("population_size: 6", PEOPLE).baseWeights()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            {base_weight: base}                         | design, calibration lacks "margins". Name the variables that were calibrated to, such as margins: [[sex, age_band], [region]].
            {base_weight: base, margins: [[]]}          | design, calibration lacks "margins". Name the variables that were calibrated to, such as margins: [[sex, age_band], [region]].
            {base_weight: base, margins: sex}           | design, calibration: "margins" is not a list. Write it out there.
            {base_weight: base, margins: [[sx]]}        | design, calibration: There is no variable "sx". Did you mean "sex"? Allowed: region, sex, news.
            {base_weight: base, margins: [news]}        | design, calibration: "news" is not a variable with one answer a respondent. Name a nominal, ordinal or wave variable.
            {margins: [sex]}                            | design, calibration lacks "base_weight". Add it.
            {base: base, margins: [sex]}                | design, calibration: There is no setting of a calibration "base". Allowed: base_weight, margins.
            """)
    void a_calibration_must_name_what_the_codebook_holds(String calibration, String message) {
        assertRefused(() -> study("calibration: " + calibration), "small/study.yaml, " + message);
    }

    @Test
    void nobody_may_be_outside_a_margin_or_without_a_base_weight() {
        assertThatThrownBy(() -> read(
                        "calibration: {base_weight: base, margins: [sex]}",
                        PEOPLE.replace("2,male", "2,").replace("3,6,", "3,0,")))
                .isInstanceOf(InvalidDataException.class)
                .hasMessage("The data file \"people.csv\" was refused: 2 problems."
                        + "\n  people.csv, line 3, column sex: \"\" is not allowed; allowed: female, male"
                        + "\n  people.csv, line 4, column base: \"0\" is not allowed; allowed: a number above 0");
    }
}
