package org.deepdive.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be read but may be a mistake is said when it is read. */
class DataWarningTest {

    private static final String VARIABLES = """
            region,nominal,Region,,everyone,north,North,valid
            region,,,,,south,South,valid
            """;

    @TempDir
    Path temp;

    private Microdata read(String design, String text) throws IOException {
        Study study = new StudyFolder(temp.resolve("data"), "small")
                .study("design: {weight: weight, " + design + "}\n")
                .codebook(VARIABLES)
                .read();
        return MicrodataReader.read(study, Files.writeString(temp.resolve("people.csv"), text));
    }

    @Test
    void a_sound_design_has_no_warnings() throws IOException {
        assertThat(read(
                                "strata: [region], population_size: 100",
                                "weight,region\n20,north\n30,north\n25,south\n24,south\n")
                        .warnings())
                .isEmpty();
    }

    @Test
    void weights_that_are_all_the_same_are_told() throws IOException {
        String equal = "weight,region\n2.50,north\n2.5,north\n2.5,north\n";
        assertThat(read("strata: []", equal).warnings())
                .containsExactly(new DataWarning(
                        "equal-weights",
                        "The weight \"weight\" is 2.5 for every respondent, so that nothing is weighted."
                                + " Check that it is the survey's weight, unless all had the same chance."));
    }

    @Test
    void weights_far_from_the_population_are_told() throws IOException {
        assertThat(read("population_size: 2867800", "weight,region\n1000.4,north\n1999,north\n")
                        .warnings())
                .containsExactly(new DataWarning(
                        "population-size",
                        "The weights add up to 2,999, the design's population_size is 2,867,800."
                                + " Totals will be of the former, not of the population."));
        assertThat(read("population_size: 3300", "weight,region\n1000,north\n2000,north\n")
                        .warnings())
                .isEmpty();
    }

    @Test
    void a_stratum_of_one_unit_is_told_where_it_will_be_refused() throws IOException {
        String text = "weight,region,n\n1,north,5\n2,south,9\n3,south,9\n";
        DataWarning lonely = new DataWarning(
                "lonely-strata",
                "1 stratum has one sampling unit only (north): what needs a variance there will be refused."
                        + " Join strata, or set design, lonely to remove, adjust or average.");
        assertThat(read("strata: [region]", text).warnings()).containsExactly(lonely);
        assertThat(read("strata: [region], fpc: n", text).warnings()).containsExactly(lonely);
        assertThat(read("strata: [region], lonely: adjust", text).warnings()).isEmpty();
        assertThat(read("strata: [region], fpc: n", text.replace("north,5", "north,1"))
                        .warnings())
                .as("a stratum that is wholly in the sample")
                .isEmpty();
    }

    @Test
    void a_sample_of_one_cluster_is_told() throws IOException {
        assertThat(read("cluster: psu", "weight,region,psu\n1,north,a\n2,south,a\n")
                        .warnings())
                .containsExactly(new DataWarning(
                        "lonely-strata",
                        "The sample has one sampling unit only: what needs a variance there will be refused."
                                + " Join strata, or set design, lonely to remove, adjust or average."));
    }

    @Test
    void clusters_of_one_secondary_unit_are_told_where_their_variance_counts() throws IOException {
        String text = "weight,region,psu,f1,f2\n1,north,a,5,9\n2,north,b,5,9\n3,north,b,5,9\n1,north,c,5,1\n";
        assertThat(read("cluster: [psu], fpc: [f1, f2]", text).warnings())
                .containsExactly(new DataWarning(
                        "lonely-clusters",
                        "1 cluster has one secondary sampling unit only: what needs a variance there will be refused."
                                + " Leave the second stage out, or set design, lonely to remove, adjust or average."));
        assertThat(read("cluster: [psu], fpc: f1", text).warnings()).isEmpty();
    }
}
