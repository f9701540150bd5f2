package org.deepdive.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A design says where strata, primary and secondary sampling units start, and how many there are in the population. */
class SurveyDesignTest {

    private static final String VARIABLES = """
            region,nominal,Region,,everyone,north,North,valid
            region,,,,,south,South,valid
            """;

    /** Of nine respondents, out of order: a and b in the north, c and d in the south. */
    private static final String TWO_STAGES = """
            weight,region,psu,ssu,f1,f2
            1,south,d,1,8,6
            2,north,a,2,10,4
            3,south,c,1,8,3
            4,north,b,1,10,2
            5,north,a,1,10,4
            6,north,b,2,10,2
            7,south,c,2,8,3
            8,north,a,2,10,4
            9,south,d,2,8,6
            """;

    @TempDir
    Path temp;

    private Microdata read(String design, String text) throws IOException {
        Study study = new StudyFolder(temp.resolve("data"), "small")
                .study("design: {weight: weight, strata: [region], " + design + "}\n")
                .codebook(VARIABLES)
                .read();
        return MicrodataReader.read(study, Files.writeString(temp.resolve("people.csv"), text));
    }

    private static void assertRefused(ThrowingCallable read, String message) {
        assertThatThrownBy(read).isInstanceOf(InputException.class).hasMessage(message);
    }

    @Test
    void secondary_units_are_sorted_within_primary_ones_and_have_populations_of_their_own() throws IOException {
        Microdata data = read("cluster: [psu, ssu], fpc: [f1, f2]", TWO_STAGES);
        Strata strata = data.strata();
        assertThat(strata.starts()).containsExactly(0, 5, 9);
        assertThat(strata.clusterStarts().orElseThrow()).containsExactly(0, 3, 5, 7, 9);
        assertThat(strata.firstClusters().orElseThrow()).containsExactly(0, 2, 4);
        assertThat(strata.populations().orElseThrow()).containsExactly(10, 8);
        assertThat(strata.unsampledShare(1)).isEqualTo(0.75);
        SecondStage second = strata.secondStage().orElseThrow();
        assertThat(second.starts().orElseThrow()).containsExactly(0, 1, 3, 4, 5, 6, 7, 8, 9);
        assertThat(second.firstUnits()).containsExactly(0, 2, 4, 6, 8);
        assertThat(second.count()).isEqualTo(8);
        assertThat(second.units(0)).isEqualTo(2);
        assertThat(second.start(2)).isEqualTo(3);
        assertThat(second.populations().orElseThrow()).containsExactly(4, 2, 6, 3);
        assertThat(second.unsampledShare(0)).isEqualTo(0.5);
        assertThat(second.unsampledShare(1)).isZero();
        assertThat(data.weights()).containsExactly(5, 2, 8, 4, 6, 1, 9, 3, 7);
    }

    @Test
    void respondents_are_the_secondary_units_where_only_primary_ones_have_a_name() throws IOException {
        Strata strata = read("cluster: [psu], fpc: [f1, f2]", TWO_STAGES).strata();
        SecondStage second = strata.secondStage().orElseThrow();
        assertThat(second.starts()).isEmpty();
        assertThat(second.firstUnits()).isEqualTo(strata.clusterStarts().orElseThrow());
        assertThat(second.count()).isEqualTo(9);
        assertThat(second.start(4)).isEqualTo(4);
        assertThat(second.units(0)).isEqualTo(3);
        assertThat(second.unsampledShare(0)).isEqualTo(0.25);
    }

    @Test
    void one_stage_is_a_design_without_a_second() throws IOException {
        assertThat(read("cluster: psu, fpc: f1", TWO_STAGES).strata().secondStage())
                .isEmpty();
        assertThat(read("cluster: [psu]", TWO_STAGES).strata().secondStage()).isEmpty();
    }

    @Test
    void a_second_stage_without_finite_population_has_no_sampled_share() throws IOException {
        SecondStage second =
                read("cluster: [psu, ssu]", TWO_STAGES).strata().secondStage().orElseThrow();
        assertThat(second.populations()).isEmpty();
        assertThat(second.unsampledShare(0)).isEqualTo(1);
    }

    @Test
    void fractions_of_units_sampled_stand_for_populations() throws IOException {
        Strata strata = read("cluster: [psu, ssu], fpc: [f1, f2]", """
                        weight,region,psu,ssu,f1,f2
                        1,north,a,1,0.25,1
                        1,north,a,2,0.25,1
                        1,north,b,1,0.25,0.5
                        1,south,c,1,1,0.1
                        """).strata();
        assertThat(strata.populations().orElseThrow()).containsExactly(8, 1);
        assertThat(strata.unsampledShare(0)).isEqualTo(0.75);
        assertThat(strata.secondStage().orElseThrow().populations().orElseThrow())
                .containsExactly(2, 2, 10);
    }

    @Test
    void a_population_may_be_infinite() throws IOException {
        Strata strata = read("fpc: f1", "weight,region,f1\n1,north,Inf\n2,north,Inf\n3,south,2\n")
                .strata();
        assertThat(strata.populations().orElseThrow()).containsExactly(Double.POSITIVE_INFINITY, 2);
        assertThat(strata.unsampledShare(0)).isEqualTo(1);
        assertThat(strata.unsampledShare(1)).isEqualTo(0.5);
    }

    @Test
    void fractions_beside_population_sizes_are_refused() {
        assertRefused(
                () -> read("cluster: [psu], fpc: [f1, f2]", TWO_STAGES.replace(",a,2,10,4", ",a,2,10,0.5")),
                "The data file \"people.csv\" has fpc numbers below and above 1: 0.5 and 10."
                        + " Give numbers of sampling units in all columns of fpc, or sampling fractions in all.");
    }

    @Test
    void two_populations_in_one_primary_unit_are_refused() {
        assertRefused(
                () -> read(
                        "cluster: [psu, ssu], fpc: [f1, f2]",
                        TWO_STAGES.replace("5,north,a,1,10,4", "5,north,a,1,10,5")),
                "The data file \"people.csv\" has two population sizes in cluster a: 5 and 4."
                        + " The number of sampling units in the population must be one number a cluster.");
    }

    @Test
    void more_secondary_units_than_their_primary_unit_has_are_refused() {
        assertRefused(
                () -> read("cluster: [psu], fpc: [f1, f2]", TWO_STAGES.replace(",10,4", ",10,2")),
                "The data file \"people.csv\" has 3 sampling units in cluster a, more than the population's 2."
                        + " The second column of fpc counts the secondary units that a primary unit has in the"
                        + " population.");
    }

    @Test
    void clusters_may_be_named_within_strata_where_the_design_says_so() throws IOException {
        String text = "weight,region,psu\n1,north,1\n2,south,1\n3,north,2\n4,south,2\n";
        assertRefused(
                () -> read("cluster: psu", text),
                "The data file \"people.csv\" has the cluster \"1\" in two strata: north and south."
                        + " Make the names of sampling units unique over the whole file; where they are unique within"
                        + " strata only, set nest: true in the design.");
        Strata strata = read("cluster: psu, nest: true", text).strata();
        assertThat(strata.clusterStarts().orElseThrow()).containsExactly(0, 1, 2, 3, 4);
        assertThat(strata.firstClusters().orElseThrow()).containsExactly(0, 2, 4);
    }

    @Test
    void a_mapping_may_rename_the_columns_of_both_stages() throws IOException {
        Study study = new StudyFolder(temp.resolve("data"), "small")
                .study("""
                        design: {weight: weight, cluster: [psu, ssu], fpc: [f1, f2]}
                        microdata: {columns: {ssu: household, f2: households}}
                        """)
                .codebook(VARIABLES)
                .read();
        Path file = Files.writeString(
                temp.resolve("people.csv"), "weight,region,psu,household,f1,households\n1,north,a,9,3,2\n1,,a,8,3,2\n");
        assertThat(MicrodataReader.read(study, file)
                        .strata()
                        .secondStage()
                        .orElseThrow()
                        .count())
                .isEqualTo(2);
        assertRefused(
                () -> MicrodataReader.read(study, Files.writeString(file, "weight,region,psu,f1\n1,north,a,3\n")),
                "The data file \"people.csv\" lacks the columns household, households."
                        + " Add them, or map their names under microdata, columns in study.yaml.");
    }
}
