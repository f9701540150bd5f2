package org.deepdive.estimate.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.deepdive.estimate.ReferenceFile;
import org.deepdive.study.InputException;
import org.junit.jupiter.api.Test;

class RaoScottTest {

    private static final double RELATIVE = 1e-9;
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    private final Map<String, List<NamedCsvRecord>> cases = ReferenceFile.read("association.expected.csv").stream()
            .collect(Collectors.groupingBy(line -> line.getField("case"), LinkedHashMap::new, Collectors.toList()));

    @Test
    void every_statistic_of_svychisq_is_reproduced() {
        int compared = 0;
        List<String> disagreements = new ArrayList<>();
        for (Map.Entry<String, List<NamedCsvRecord>> one : cases.entrySet()) {
            Map<String, Double> expected = statistics(one.getValue());
            RaoScott totals = test(one.getValue(), "total");
            RaoScott proportions = test(one.getValue(), "proportion");
            Map<String, Double> ours = new LinkedHashMap<>(wald(totals, ""));
            ours.putAll(wald(proportions, " known-size"));
            for (RaoScott test : List.of(totals, proportions)) {
                ours.putAll(raoScott(test));
                assertThat(ours).containsOnlyKeys(expected.keySet());
                expected.forEach((name, value) -> {
                    if (!ReferenceFile.agree(ours.get(name), value, RELATIVE)) {
                        disagreements.add(one.getKey() + " " + name + ": " + ours.get(name) + ", R: " + value);
                    }
                });
            }
            compared += expected.size();
        }
        assertThat(disagreements).isEmpty();
        assertThat(compared).isEqualTo(6 * 24);
    }

    private static Map<String, Double> raoScott(RaoScott test) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        numbers.put("X2", test.pearson());
        numbers.put("first-order df", test.firstOrder().df());
        numbers.put("first-order p", test.firstOrder().p());
        numbers.put("F", test.f().statistic());
        numbers.put("F df", test.f().df());
        numbers.put("F denominator-df", test.f().denominatorDf());
        numbers.put("F p", test.f().p());
        numbers.put("second-order p", test.secondOrder().p());
        return numbers;
    }

    private static Map<String, Double> wald(RaoScott test, String suffix) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        Map.of("Wald", test.wald(), "adjWald", test.adjustedWald()).forEach((name, wald) -> {
            numbers.put(name + suffix, wald.statistic());
            numbers.put(name + suffix + " df", wald.df());
            numbers.put(name + suffix + " denominator-df", wald.denominatorDf());
            numbers.put(name + suffix + " p", wald.p());
        });
        return numbers;
    }

    private static Map<String, Double> statistics(List<NamedCsvRecord> lines) {
        Map<String, Double> statistics = new LinkedHashMap<>();
        lines.stream()
                .filter(line -> line.getField("i").isEmpty())
                .forEach(line -> statistics.put(line.getField("quantity"), ReferenceFile.number(line, "value")));
        statistics.keySet().removeAll(List.of("n", "df"));
        return statistics;
    }

    private static RaoScott test(List<NamedCsvRecord> lines, String cells) {
        return RaoScott.of(
                matrix(lines, cells),
                matrix(lines, cells + "-covariance"),
                (int) matrix(lines, "n")[0][0],
                matrix(lines, "df")[0][0]);
    }

    private static double[][] matrix(List<NamedCsvRecord> lines, String quantity) {
        List<NamedCsvRecord> entries = lines.stream()
                .filter(line -> line.getField("quantity").equals(quantity))
                .toList();
        int rows = entries.stream().mapToInt(line -> place(line, "i")).max().orElseThrow() + 1;
        int columns = entries.stream().mapToInt(line -> place(line, "j")).max().orElseThrow() + 1;
        double[][] matrix = new double[rows][columns];
        entries.forEach(line -> matrix[place(line, "i")][place(line, "j")] = ReferenceFile.number(line, "value"));
        return matrix;
    }

    private static int place(NamedCsvRecord line, String index) {
        return line.getField(index).isEmpty() ? 0 : Integer.parseInt(line.getField(index));
    }

    @Test
    void empty_rows_are_dropped_and_told() {
        RaoScott test = test(cases.get("stratified without other"), "total");
        assertThat(test.emptyRows()).containsExactly(2);
        assertThat(test.emptyColumns()).isEmpty();
        assertThat(test.firstOrder().df()).isEqualTo(1);
    }

    @Test
    void an_empty_column_changes_no_statistic() {
        double[][] cells = {{0.3, 0, 0.2}, {0.1, 0, 0.4}};
        RaoScott with = RaoScott.of(cells, simple(cells, 100), 100, 60);
        double[][] dense = {{0.3, 0.2}, {0.1, 0.4}};
        RaoScott without = RaoScott.of(dense, simple(dense, 100), 100, 60);
        assertThat(with.emptyColumns()).containsExactly(1);
        assertThat(with.f()).isEqualTo(without.f());
        assertThat(with.wald()).isEqualTo(without.wald());
    }

    @Test
    void a_simple_random_sample_has_design_effects_of_one_and_the_ordinary_test() {
        double[][] cells = {{0.2, 0.1, 0.05}, {0.15, 0.25, 0.25}};
        RaoScott test = RaoScott.of(cells, simple(cells, 200), 200, INFINITE);
        assertThat(test.meanDesignEffect()).isCloseTo(1, within(1e-12));
        // chisq.test(200 * matrix(c(.2, .15, .1, .25, .05, .25), 2)) in R
        assertThat(test.pearson()).isCloseTo(25.222396650968079, within(1e-11));
        assertThat(test.firstOrder().statistic()).isCloseTo(test.pearson(), within(1e-10));
        assertThat(test.secondOrder().df()).isCloseTo(2, within(1e-10));
    }

    @Test
    void a_design_effect_of_two_halves_the_statistic() {
        double[][] cells = {{0.2, 0.1}, {0.3, 0.4}};
        RaoScott test = RaoScott.of(cells, simple(cells, 50), 100, 40);
        assertThat(test.meanDesignEffect()).isCloseTo(2, within(1e-12));
        assertThat(test.firstOrder().statistic()).isCloseTo(test.pearson() / 2, within(1e-12));
    }

    @Test
    void without_degrees_of_freedom_the_F_tests_have_no_probability() {
        double[][] cells = {{0.2, 0.1, 0.05}, {0.15, 0.25, 0.25}};
        RaoScott test = RaoScott.of(cells, simple(cells, 200), 200, 0);
        assertThat(test.f().p()).isNaN();
        assertThat(test.wald().p()).isNaN();
        assertThat(test.firstOrder().p()).isBetween(0.0, 1e-4);
        assertThat(RaoScott.of(cells, simple(cells, 200), 200, 1).adjustedWald().p())
                .isNaN();
    }

    @Test
    void a_table_without_sampling_error_has_no_test() {
        double[][] cells = {{0.2, 0.1}, {0.3, 0.4}};
        RaoScott census = RaoScott.of(cells, new double[4][4], 100, 40);
        assertThat(census.meanDesignEffect()).isZero();
        assertThat(census.secondOrder().p()).isNaN();
        assertThat(census.f().p()).isNaN();
    }

    @Test
    void one_row_with_respondents_is_no_table() {
        double[][] cells = {{0.2, 0.8}, {0, 0}};
        assertThatThrownBy(() -> RaoScott.of(cells, simple(cells, 100), 100, 60))
                .isInstanceOf(InputException.class)
                .hasMessage("A test of association needs two rows and two columns with respondents; there are 1 and 2. "
                        + "Choose another breakdown, or leave the filter out.");
    }

    @Test
    void a_covariance_without_rank_is_refused_by_the_wald_test() {
        double[][] cells = {{0.2, 0.1}, {0.3, 0.4}};
        assertThatThrownBy(() -> RaoScott.of(cells, new double[4][4], 100, 40).wald())
                .isInstanceOf(InputException.class)
                .hasMessageContaining("too few sampling units, for a test of association. Join categories");
    }

    @Test
    void a_table_needs_a_covariance_of_its_size() {
        assertThatThrownBy(() -> RaoScott.of(new double[2][3], new double[5][5], 100, 40))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A table of 2 x 3 cells needs a covariance matrix of 6 x 6");
    }

    /** The covariance of the proportions of a simple random sample with replacement. */
    private static double[][] simple(double[][] cells, int n) {
        double[] p = Arrays.stream(cells).flatMapToDouble(Arrays::stream).toArray();
        double[][] covariance = new double[p.length][p.length];
        for (int a = 0; a < p.length; a++) {
            for (int b = 0; b < p.length; b++) {
                covariance[a][b] = ((a == b ? p[a] : 0) - p[a] * p[b]) / n;
            }
        }
        return covariance;
    }
}
