package org.deepdive.estimate.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deepdive.estimate.Cell;
import org.deepdive.estimate.EstimateRow;
import org.deepdive.estimate.ReferenceDesign;
import org.deepdive.estimate.SurveyEstimates;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Models say what R's survey package says, to 1e-9; {@code make-regression.R} tells how R was asked. */
class RegressionReferenceTest {

    private static final double RELATIVE = 1e-9;

    @TempDir
    Path temp;

    private int compared;

    /**
     * One number of R's.
     *
     * @param design the design's name
     * @param lonely the treatment of lonely sampling units
     * @param query the question, without its study
     * @param statistic what the number is
     * @param item what it is about
     * @param value the number
     */
    private record Expected(String design, String lonely, String query, String statistic, String item, double value) {
        String model() {
            return design + "/" + lonely + " " + query;
        }
    }

    @TestFactory
    Stream<DynamicTest> every_number_of_R_is_reproduced() throws Exception {
        Path folder =
                Path.of(RegressionReferenceTest.class.getResource("/reference").toURI());
        List<Expected> expected = read(folder.resolve("regression.expected.csv"));
        Map<String, List<Expected>> models = expected.stream()
                .collect(Collectors.groupingBy(Expected::model, LinkedHashMap::new, Collectors.toList()));
        Stream<DynamicTest> tests =
                models.entrySet().stream().map(e -> dynamicTest(e.getKey(), () -> check(folder, e.getValue())));
        return Stream.concat(tests, Stream.of(dynamicTest("no number was passed over", () -> {
            assertThat(compared).isEqualTo(expected.size()).isGreaterThanOrEqualTo(1500);
        })));
    }

    private static List<Expected> read(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().commentStrategy(CommentStrategy.SKIP).ofNamedCsvRecord(file)) {
            return reader.stream()
                    .map(line -> new Expected(
                            line.getField("design"),
                            line.getField("lonely"),
                            line.getField("query"),
                            line.getField("statistic"),
                            line.getField("item"),
                            Double.parseDouble(line.getField("value"))))
                    .toList();
        }
    }

    private void check(Path folder, List<Expected> expected) throws URISyntaxException {
        Expected first = expected.get(0);
        Path data = folder.resolve(first.design() + ".data.csv");
        SurveyEstimates estimates = new ReferenceDesign(first.design(), data, List.of())
                .estimates(temp.resolve(first.model().replaceAll("[^A-Za-z0-9]", "-")), first.lonely());
        Map<String, Double> ours =
                numbers(new Regression(estimates), ModelQuery.parse("study=reference&" + first.query()));
        List<String> disagreements = new ArrayList<>();
        for (Expected number : expected) {
            compared++;
            String key = number.statistic() + " " + number.item();
            assertThat(ours).containsKey(key);
            double own = ours.get(key);
            if (!(Math.abs(own - number.value()) <= RELATIVE * Math.abs(number.value()) + 1e-13)) {
                disagreements.add(key + ": " + own + ", R: " + number.value());
            }
        }
        assertThat(disagreements).isEmpty();
        assertThat(ours).as("nothing of ours is left without R's number").hasSize(expected.size());
    }

    private static Map<String, Double> numbers(Regression regression, ModelQuery query) {
        Map<String, Double> numbers = new HashMap<>();
        Model model = regression.fit(query);
        numbers.put("base ", (double) model.base());
        numbers.put("df ", model.df());
        covariances(model, regression.fitOf(query), numbers);
        for (Coefficient c : model.coefficients()) {
            numbers.put("coefficient " + c.name(), c.estimate());
            numbers.put("se " + c.name(), c.se());
            numbers.put("low " + c.name(), c.low());
            numbers.put("high " + c.name(), c.high());
            numbers.put("t " + c.name(), c.t());
            numbers.put("p " + c.name(), c.p());
            if (model.kind() == ModelKind.LOGISTIC) {
                numbers.put("or " + c.name(), c.oddsRatio());
                numbers.put("or_low " + c.name(), c.oddsLow());
                numbers.put("or_high " + c.name(), c.oddsHigh());
            }
        }
        for (TermTest test : model.tests()) {
            numbers.put("F " + test.name(), test.f());
            numbers.put("F_df " + test.name(), (double) test.df());
            numbers.put("F_ddf " + test.name(), test.ddf());
            numbers.put("F_p " + test.name(), test.p());
        }
        groups(model.groups(), numbers);
        return numbers;
    }

    private static void covariances(Model model, Fit fit, Map<String, Double> numbers) {
        List<String> names =
                model.coefficients().stream().map(Coefficient::name).toList();
        Map<String, Integer> order = new LinkedHashMap<>();
        names.forEach(name -> order.put(name, names.indexOf(name)));
        // R lists the columns of an interaction in another order, so both orders of a pair are offered, one of them
        // asked.
        for (String a : names) {
            for (String b : names) {
                if (rank(a, names) >= rank(b, names)) {
                    numbers.put("vcov " + a + "|" + b, fit.covariance().get(order.get(a), order.get(b)));
                }
            }
        }
    }

    /** R's order: the first factor of an interaction changes fastest. */
    private static int rank(String name, List<String> names) {
        if (!name.contains(":")) {
            return names.indexOf(name);
        }
        List<String> interactions = names.stream().filter(n -> n.contains(":")).toList();
        List<String> sorted = interactions.stream()
                .sorted(Comparator.comparing(
                        n -> names.indexOf(n.split(":")[1]) * 100 + names.indexOf(n.split(":")[0])))
                .toList();
        return names.indexOf(interactions.get(0)) + sorted.indexOf(name);
    }

    private static void groups(Groups groups, Map<String, Double> numbers) {
        numbers.put(
                "F_unadjusted " + groups.variable().name(),
                groups.unadjustedTest().f());
        numbers.put(
                "F_unadjusted_p " + groups.variable().name(),
                groups.unadjustedTest().p());
        numbers.put(
                "F_adjusted " + groups.variable().name(), groups.adjustedTest().f());
        numbers.put(
                "F_adjusted_p " + groups.variable().name(),
                groups.adjustedTest().p());
        for (EstimateRow row : groups.unadjusted()) {
            Cell.Estimate cell = (Cell.Estimate) row.cell();
            numbers.put("unadjusted " + row.groups().get(0).code(), cell.value());
            numbers.put("unadjusted_se " + row.groups().get(0).code(), cell.se());
        }
        for (EstimateRow row : groups.adjusted()) {
            Cell.Estimate cell = (Cell.Estimate) row.cell();
            String code = row.groups().get(0).code();
            numbers.put("adjusted " + code, cell.value());
            numbers.put("adjusted_se " + code, cell.se());
            numbers.put("adjusted_low " + code, cell.low());
            numbers.put("adjusted_high " + code, cell.high());
        }
        for (AdjustedDifference difference : groups.differences()) {
            numbers.put("difference " + difference.first().code(), difference.difference());
            numbers.put("difference_se " + difference.first().code(), difference.se());
            numbers.put("difference_p " + difference.first().code(), difference.p());
        }
    }
}
