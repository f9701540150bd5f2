package org.deepdive.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Designs of two stages and replicate weights are read as R's survey package reads them: see reference/make-designs.R. */
class DesignReferenceTest {

    private static final Path REFERENCE = Path.of("src/test/resources/reference");
    private static final Map<String, String> STAGES = Map.of(
            "sizes", "cluster: [psu, ssu], fpc: [f1, f2]",
            "fractions", "cluster: [psu, ssu], fpc: [r1, r2]",
            "respondents", "cluster: [psu], fpc: [f1, people]");
    private static final Map<String, String> REPLICATES = Map.of(
            "JK1", "kind: JK1",
            "JKn", "kind: JKn, rscales: [0.5, 0.5, 0.75, 0.75, 0.75, 0.75]",
            "BRR", "kind: BRR",
            "Fay", "kind: Fay, rho: 0.3",
            "bootstrap", "kind: bootstrap",
            "factors", "kind: bootstrap, combined: false");

    @TempDir
    Path temp;

    /** R's numbers of a case, by item and statistic. */
    private static Map<String, Map<String, Double>> expected() throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder()
                .commentStrategy(CommentStrategy.SKIP)
                .ofNamedCsvRecord(REFERENCE.resolve("designs.expected.csv"))) {
            return reader.stream()
                    .collect(Collectors.groupingBy(
                            line -> line.getField("case"),
                            TreeMap::new,
                            Collectors.toMap(
                                    line -> line.getField("item") + " " + line.getField("statistic"),
                                    line -> Double.valueOf(line.getField("value")))));
        }
    }

    private Microdata read(String design) {
        Study study = new StudyFolder(temp, "small")
                .study("design: {weight: weight, strata: [stratum], nest: " + design.contains("cluster") + ", " + design
                        + "}\n")
                .codebook(StudyFolder.variable("stratum", "nominal", List.of("s1", "s2", "s3"))
                        + StudyFolder.variable("psu", "nominal", List.of("1", "2", "3", "4", "5")))
                .read();
        return MicrodataReader.read(study, REFERENCE.resolve("designs.respondents.csv"));
    }

    private static Offset<Double> near(double value) {
        return within(1e-9 * Math.abs(value));
    }

    @Test
    void units_and_populations_of_both_stages_are_those_of_r() throws IOException {
        Map<String, Map<String, Double>> expected = expected();
        int compared = 0;
        for (Map.Entry<String, String> design : STAGES.entrySet()) {
            Map<String, Double> ours = stages(read(design.getValue()));
            Map<String, Double> r = expected.get(design.getKey());
            assertThat(ours.keySet()).as(design.getKey()).isEqualTo(r.keySet());
            for (String key : r.keySet()) {
                assertThat(ours.get(key)).as(design.getKey() + ", " + key).isCloseTo(r.get(key), near(r.get(key)));
                compared++;
            }
        }
        assertThat(compared).isEqualTo(3 * 4 * 12);
    }

    private static Map<String, Double> stages(Microdata data) {
        Strata strata = data.strata();
        SecondStage second = strata.secondStage().orElseThrow();
        int[] first = strata.firstClusters().orElseThrow();
        Map<String, Double> found = new TreeMap<>();
        for (int h = 0; h < strata.count(); h++) {
            for (int c = first[h]; c < first[h + 1]; c++) {
                int respondent = strata.clusterStarts().orElseThrow()[c];
                String unit = "s" + (data.codes("stratum")[respondent] + 1) + "." + (data.codes("psu")[respondent] + 1);
                found.put(unit + " sampled1", (double) strata.units(h));
                found.put(unit + " population1", strata.populations().orElseThrow()[h]);
                found.put(unit + " sampled2", (double) second.units(c));
                found.put(unit + " population2", second.populations().orElseThrow()[c]);
            }
        }
        return found;
    }

    @Test
    void scales_and_weights_of_replicates_are_those_of_r() throws IOException {
        Map<String, Map<String, Double>> expected = expected();
        int compared = 0;
        for (Map.Entry<String, String> design : REPLICATES.entrySet()) {
            Map<String, Double> ours = replicates(read("replicates: {" + design.getValue() + ", columns: 'rep_*'}"));
            Map<String, Double> r = expected.get(design.getKey());
            assertThat(ours.keySet()).as(design.getKey()).isEqualTo(r.keySet());
            for (String key : r.keySet()) {
                assertThat(ours.get(key)).as(design.getKey() + ", " + key).isCloseTo(r.get(key), near(r.get(key)));
                compared++;
            }
        }
        assertThat(compared).isEqualTo(6 * (1 + 2 * 6));
        assertThat(expected.keySet()).hasSize(STAGES.size() + REPLICATES.size());
    }

    private static Map<String, Double> replicates(Microdata data) {
        ReplicateWeights replicates = data.replicates().orElseThrow();
        Map<String, Double> found = new TreeMap<>(Map.of("all scale", replicates.scale()));
        for (int r = 0; r < replicates.count(); r++) {
            found.put((r + 1) + " rscale", replicates.rscales()[r]);
            found.put(
                    (r + 1) + " weights", Arrays.stream(replicates.weights()[r]).sum());
        }
        return found;
    }
}
