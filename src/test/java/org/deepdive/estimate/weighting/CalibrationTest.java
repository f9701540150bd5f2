package org.deepdive.estimate.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.deepdive.study.InputException;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    private static final List<String> BANDS = List.of("a16_24", "a25_44", "a45_64", "a65_plus");

    private final List<NamedCsvRecord> respondents = read("stratified.data.csv");
    private final List<NamedCsvRecord> expected = read("calibration.expected.csv");
    private final double[] weights = respondents.stream()
            .mapToDouble(r -> Double.parseDouble(r.getField("weight")))
            .toArray();

    @Test
    void linear_calibration_gives_the_weights_of_r() {
        assertThatWeights(Calibration.linear().calibrate(weights, auxiliaries(1.1, 1.05)), "linear");
    }

    @Test
    void bounded_calibration_gives_the_weights_of_r_and_keeps_its_bounds() {
        double[] calibrated = Calibration.between(0.9, 1.155).calibrate(weights, auxiliaries(1.1, 1.05));
        assertThatWeights(calibrated, "bounded");
        for (int i = 0; i < weights.length; i++) {
            assertThat(calibrated[i] / weights[i]).isBetween(0.9 - 1e-12, 1.155 + 1e-12);
        }
    }

    @Test
    void totals_that_are_met_already_change_nothing() {
        assertThat(Calibration.linear().calibrate(weights, auxiliaries(1, 1))).isEqualTo(weights);
    }

    @Test
    void totals_out_of_reach_of_the_bounds_are_refused_with_the_farthest() {
        assertThatThrownBy(() -> Calibration.between(0.9, 1.1).calibrate(weights, auxiliaries(2, 2)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("cannot meet all totals")
                .hasMessageContaining("Widen the bounds");
    }

    @Test
    void bounds_must_enclose_one() {
        assertThatThrownBy(() -> Calibration.between(1.1, 2))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("do not enclose 1");
    }

    private void assertThatWeights(double[] calibrated, String column) {
        assertThat(expected).hasSameSizeAs(respondents);
        for (int i = 0; i < calibrated.length; i++) {
            double r = Double.parseDouble(expected.get(i).getField(column));
            assertThat(calibrated[i]).as(expected.get(i).getField("id")).isCloseTo(r, within(1e-9 * r));
        }
    }

    private Calibration.Auxiliaries auxiliaries(double ofBands, double ofWomen) {
        double[] totals = new double[BANDS.size() + 1];
        int[][] variables = new int[weights.length][];
        double[][] values = new double[weights.length][];
        for (int i = 0; i < weights.length; i++) {
            int band = BANDS.indexOf(respondents.get(i).getField("age_band"));
            boolean woman = respondents.get(i).getField("sex").equals("female");
            variables[i] = woman ? new int[] {band, BANDS.size()} : new int[] {band};
            values[i] = woman ? new double[] {1, 1} : new double[] {1};
            totals[band] += ofBands * weights[i];
            totals[BANDS.size()] += woman ? ofWomen * weights[i] : 0;
        }
        return new Calibration.Auxiliaries(variables, values, totals);
    }

    private static List<NamedCsvRecord> read(String file) {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder()
                .commentStrategy(CommentStrategy.SKIP)
                .ofNamedCsvRecord(Path.of("src/test/resources/reference", file))) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
