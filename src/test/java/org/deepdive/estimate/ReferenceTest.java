package org.deepdive.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deepdive.estimate.ReferenceDesign.Expected;
import org.deepdive.estimate.ReferenceDesign.Table;
import org.deepdive.estimate.interval.Estimated;
import org.deepdive.estimate.interval.Interval;
import org.deepdive.study.Category;
import org.deepdive.study.InputException;
import org.deepdive.study.SurveyDesign;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Deepdive says what R's survey package says, to 1e-9; {@code reference/README.md} tells how R was asked. */
class ReferenceTest {

    private static final double RELATIVE = 1e-9;
    private static final double ABSOLUTE = 1e-12;

    @TempDir
    Path temp;

    private int compared;

    @TestFactory
    Stream<DynamicTest> every_number_of_R_is_reproduced() throws URISyntaxException {
        List<ReferenceDesign> designs = ReferenceDesign.readAll(
                Path.of(ReferenceTest.class.getResource("/reference").toURI()));
        assertThat(designs).hasSize(7);
        Stream<DynamicTest> cases = designs.stream().flatMap(this::cases);
        return Stream.concat(cases, Stream.of(dynamicTest("no number was passed over", () -> {
            assertThat(compared)
                    .isEqualTo(
                            designs.stream().mapToInt(d -> d.expected().size()).sum());
            assertThat(compared).isGreaterThanOrEqualTo(3500);
        })));
    }

    private Stream<DynamicTest> cases(ReferenceDesign design) {
        Map<String, List<Expected>> byCase = design.expected().stream()
                .collect(Collectors.groupingBy(e -> e.table().name(), LinkedHashMap::new, Collectors.toList()));
        return byCase.entrySet().stream()
                .map(e -> dynamicTest(e.getKey(), () -> check(design, e.getKey(), e.getValue())));
    }

    private void check(ReferenceDesign design, String name, List<Expected> expected) {
        SurveyEstimates estimates =
                design.estimates(temp.resolve(name), expected.get(0).table().lonely());
        Map<Table, Map<String, Map<String, Double>>> tables = new LinkedHashMap<>();
        expected.forEach(e -> tables.computeIfAbsent(e.table(), t -> new LinkedHashMap<>())
                .computeIfAbsent(e.group(), g -> new LinkedHashMap<>())
                .put(e.statistic(), e.value()));
        List<String> disagreements = new ArrayList<>();
        tables.forEach((table, groups) -> {
            if (!table.isDifference() && !name.endsWith("/fail")) {
                checkGroups(estimates, table, groups);
            }
            groups.forEach((group, numbers) -> {
                Map<String, Double> ours = ours(estimates, table, group, numbers);
                assertThat(ours).containsOnlyKeys(numbers.keySet());
                numbers.forEach((statistic, value) -> {
                    compared++;
                    if (!agree(ours.get(statistic), value)) {
                        disagreements.add(
                                table + " " + group + " " + statistic + ": " + ours.get(statistic) + ", R: " + value);
                    }
                });
            });
        });
        assertThat(disagreements).isEmpty();
    }

    private static boolean agree(double ours, double expected) {
        if (Double.isNaN(expected)) {
            return Double.isNaN(ours);
        }
        return Math.abs(ours - expected) <= (expected == 0 ? ABSOLUTE : RELATIVE * Math.abs(expected));
    }

    private static Map<String, Double> ours(
            SurveyEstimates estimates, Table table, String group, Map<String, Double> numbers) {
        if (table.isDifference()) {
            String[] sides = group.split("-");
            return statistics(estimates.compare(table.query(sides[0]), table.query(sides[1])));
        }
        if (numbers.get("n") > 0
                && Double.isNaN(numbers.get("se"))
                && table.lonely().equals("fail")) {
            return refusal(estimates, table.query(group));
        }
        Cell.Estimate cell = table.lonely().equals("fail") && table.name().contains("/")
                ? estimates.estimate(table.query(group)).single()
                : cellOf(estimates, table, group);
        Map<String, Double> ours = statistics(cell, estimates, table.query(group));
        ours.keySet().retainAll(numbers.keySet());
        return ours;
    }

    /** The tables have R's groups in R's order; any other group, which R does not list, has nobody in it. */
    private static void checkGroups(SurveyEstimates estimates, Table table, Map<String, Map<String, Double>> groups) {
        List<EstimateRow> rows = table(estimates, table).rows();
        assertThat(rows).extracting(ReferenceTest::codes).containsSubsequence(groups.keySet());
        assertThat(rows)
                .filteredOn(row -> !groups.containsKey(codes(row)))
                .allSatisfy(row -> assertThat(((Cell.Estimate) row.cell()).base())
                        .as(codes(row))
                        .isZero());
    }

    private static EstimateTable table(SurveyEstimates estimates, Table table) {
        return estimates.estimate(table.query().by(table.variables()));
    }

    private static String codes(EstimateRow row) {
        return row.groups().stream().map(Category::code).collect(Collectors.joining(","));
    }

    private static Cell.Estimate cellOf(SurveyEstimates estimates, Table table, String group) {
        return table(estimates, table).rows().stream()
                .filter(row -> codes(row).equals(group))
                .map(row -> (Cell.Estimate) row.cell())
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Double> statistics(Cell.Estimate cell, SurveyEstimates estimates, Query query) {
        Map<String, Double> statistics = new LinkedHashMap<>();
        statistics.put("estimate", cell.value());
        statistics.put("se", cell.se());
        statistics.put("df", cell.df());
        statistics.put("deff", cell.deff());
        Estimated estimated = new Estimated(cell.value(), cell.se(), cell.df(), cell.base());
        Interval.Limits wald = Interval.WALD.limits(estimated, SurveyEstimates.LEVEL);
        boolean share = estimates.study().measure(query.measure()).isShare();
        if (share) {
            Interval.Limits logit = Interval.LOGIT.limits(estimated, SurveyEstimates.LEVEL);
            assertThat(logit).isEqualTo(new Interval.Limits(cell.low(), cell.high()));
            statistics.put("low_logit", cell.low());
            statistics.put("high_logit", cell.high());
        } else {
            assertThat(wald).isEqualTo(new Interval.Limits(cell.low(), cell.high()));
        }
        statistics.put("low_wald", wald.low());
        statistics.put("high_wald", wald.high());
        statistics.put("n", (double) cell.base());
        statistics.put("sumw", Domained.of(estimates, query).mean().weight());
        return statistics;
    }

    private static Map<String, Double> statistics(Comparison c) {
        Map<String, Double> statistics = new LinkedHashMap<>();
        statistics.put("estimate", c.difference());
        statistics.put("se", c.se());
        statistics.put("t", c.t());
        statistics.put("df", c.df());
        statistics.put("p", c.p());
        statistics.put("low_wald", c.low());
        statistics.put("high_wald", c.high());
        return statistics;
    }

    /** What is left where a lonely cluster makes R stop: Deepdive must refuse, and the sums exist all the same. */
    private static Map<String, Double> refusal(SurveyEstimates estimates, Query query) {
        assertThatThrownBy(() -> estimates.estimate(query))
                .isInstanceOf(InputException.class)
                .hasMessage("A stratum has only one sampling unit, so its variance cannot be estimated. "
                        + "Set design, lonely in study.yaml to remove, adjust or average, or join strata.");
        Map<String, Double> statistics = new LinkedHashMap<>();
        Stream.of("estimate", "se", "deff", "low_wald", "high_wald").forEach(s -> statistics.put(s, Double.NaN));
        if (estimates.study().measure(query.measure()).isShare()) {
            Stream.of("low_logit", "high_logit").forEach(s -> statistics.put(s, Double.NaN));
        }
        Domained domained = Domained.of(estimates, query);
        statistics.put("df", domained.df());
        statistics.put("n", (double) domained.mean().count());
        statistics.put("sumw", domained.mean().weight());
        return statistics;
    }

    /** A group's mean made from the sums of its own domain, without a breakdown. */
    private record Domained(Ratio mean, double df) {

        static Domained of(SurveyEstimates estimates, Query query) {
            Measured measured = estimates.measured(query).get(0);
            StratumFactors factors = StratumFactors.of(estimates.data().strata(), SurveyDesign.Lonely.REMOVE);
            Layout layout = new Layout(measured.axes());
            CellTable table = new LinearisedTable(
                    new Scan(estimates.data(), factors, 1).over(Domain.of(estimates.data(), query), layout),
                    factors,
                    estimates.data().strata().clusterStarts().isPresent());
            Ratio mean = Ratio.mean(table, IntStream.range(0, table.cells()).toArray(), measured.above());
            return new Domained(mean, table.spread(mean).df());
        }
    }
}
