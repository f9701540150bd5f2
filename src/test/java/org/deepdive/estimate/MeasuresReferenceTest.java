package org.deepdive.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deepdive.study.MicrodataReader;
import org.deepdive.study.Study;
import org.deepdive.study.StudyFolder;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of measure under every kind of design, from query to answer, as R has it: see reference/make-measures.R. */
class MeasuresReferenceTest {

    private static final double RELATIVE = 1e-9;
    private static final Path DATA = Path.of("src/test/resources/reference/measures.respondents.csv");

    private static final Map<String, String> DESIGNS = designs();

    private static final String MEASURES = """
            measures:
              - {name: safe, label: Safe, kind: percentage, variable: answer, net: [very, fairly]}
              - {name: mean_age, label: Age, kind: mean, variable: age}
              - {name: incidents, label: Incidents, kind: total, variable: incidents}
              - {name: safe_people, label: Safe people, kind: total, variable: answer, net: [very, fairly]}
              - {name: per_safe, label: Incidents per safe person, kind: ratio, numerator: {variable: incidents},
                 denominator: {variable: answer, net: [very, fairly]}}
              - {name: median_age, label: Median age, kind: quantile, variable: age}
              - {name: eighth_age, label: Age of four in five, kind: quantile, variable: age, probability: 0.8}
              - {name: lower_incidents, label: Incidents, kind: quantile, variable: incidents, probability: 0.25}
              - {name: news, label: News, kind: multiple, variable: news}
              - {name: news_share, label: News, kind: response_share, variable: news}
              - {name: priorities, label: Priorities, kind: rank, variable: priority}
              - {name: mentioned, label: Priorities, kind: chose, variable: priority}
            """;

    @TempDir
    Path temp;

    private int compared;

    private static Map<String, String> designs() {
        Map<String, String> designs = new LinkedHashMap<>();
        String clusters = "cluster: psu";
        String columns = "columns: ["
                + IntStream.rangeClosed(1, 30).mapToObj(r -> "rep_" + r).collect(Collectors.joining(", ")) + "]";
        designs.put("stratified", "lonely: fail");
        designs.put("clusters", clusters + ", fpc: f1");
        designs.put("two stages", "cluster: [psu, ssu], fpc: [f1, f2]");
        designs.put("calibrated", clusters + ", calibration: {base_weight: base, margins: [[sex], [age_band]]}");
        designs.put("given replicates", clusters + ", replicates: {kind: bootstrap, " + columns + "}");
        designs.put("given replicates, mse", clusters + ", replicates: {kind: bootstrap, mse: true, " + columns + "}");
        designs.put("JKn", clusters + ", replicates: {kind: JKn, make: true}");
        return designs;
    }

    @TestFactory
    Stream<DynamicTest> every_number_of_R_is_reproduced() {
        List<NamedCsvRecord> all = ReferenceFile.read("measures.expected.csv");
        Map<String, List<NamedCsvRecord>> byCase = all.stream()
                .collect(Collectors.groupingBy(line -> line.getField("case"), LinkedHashMap::new, Collectors.toList()));
        Stream<DynamicTest> cases =
                byCase.entrySet().stream().map(e -> dynamicTest(e.getKey(), () -> check(e.getKey(), e.getValue())));
        return Stream.concat(cases, Stream.of(dynamicTest("no number was passed over", () -> {
            assertThat(byCase.keySet()).isEqualTo(DESIGNS.keySet());
            assertThat(compared).isEqualTo(all.size()).isGreaterThan(2500);
        })));
    }

    private void check(String design, List<NamedCsvRecord> lines) {
        SurveyEstimates estimates = estimates(design);
        List<String> disagreements = new ArrayList<>();
        for (NamedCsvRecord line : lines) {
            double ours = ours(estimates, line);
            double expected = ReferenceFile.number(line, "value");
            compared++;
            if (!ReferenceFile.agree(ours, expected, RELATIVE)) {
                disagreements.add(line.getFields() + ": " + ours);
            }
        }
        assertThat(disagreements).isEmpty();
    }

    private static double ours(SurveyEstimates estimates, NamedCsvRecord line) {
        String statistic = line.getField("statistic");
        String measure = line.getField("measure");
        Query query = measure.equals("safe_dk_out")
                ? Query.of("small", "safe").dontKnows(QueryChoices.DontKnows.OUT)
                : Query.of("small", measure);
        if (line.getField("by").equals("difference")) {
            return statistic(estimates.compare(query.where("sex", "female"), query.where("sex", "male")), statistic);
        }
        if (line.getField("group").isEmpty()) {
            return statistic(estimates.estimate(query).single(), statistic);
        }
        EstimateTable table = estimates.estimate(query.by(List.of("sex")));
        return table.rows().stream()
                .filter(row -> row.groups().get(0).code().equals(line.getField("group")))
                .map(row -> statistic((Cell.Estimate) row.cell(), statistic))
                .findFirst()
                .orElseThrow();
    }

    private static double statistic(Cell.Estimate cell, String name) {
        return switch (name) {
            case "estimate" -> cell.value();
            case "se" -> cell.se();
            case "df" -> cell.df();
            case "n" -> cell.base();
            case "low" -> cell.low();
            case "high" -> cell.high();
            case "deff" -> cell.deff();
            default -> throw new AssertionError(name);
        };
    }

    private static double statistic(Comparison comparison, String name) {
        return switch (name) {
            case "estimate" -> comparison.difference();
            case "se" -> comparison.se();
            case "df" -> comparison.df();
            case "low" -> comparison.low();
            case "high" -> comparison.high();
            case "p" -> comparison.p();
            default -> throw new AssertionError(name);
        };
    }

    private SurveyEstimates estimates(String design) {
        Study study = new StudyFolder(temp.resolve(design.replaceAll("\\W", "")), "small")
                .study("design: {weight: weight, strata: [stratum], " + DESIGNS.get(design) + "}\n" + MEASURES)
                .codebook(StudyFolder.variable("stratum", "nominal", List.of("s1", "s2", "s3", "s4"))
                        + StudyFolder.variable("sex", "nominal", List.of("female", "male"))
                        + StudyFolder.variable("age_band", "ordinal", List.of("young", "middle", "old"))
                        + "age,numeric,Age,,everyone,,,\n"
                        + "incidents,numeric,Incidents,,everyone,,,\n"
                        + StudyFolder.variable("answer", "ordinal", List.of("very", "fairly", "not"))
                        + "answer,,,,,dont_know,Do not know,dont_know\n"
                        + StudyFolder.variable("news", "multiple", List.of("paper", "radio", "web"))
                        + StudyFolder.variable("priority", "ranked", List.of("roads", "crime", "parks", "noise")))
                .read();
        return new SurveyEstimates(MicrodataReader.read(study, DATA));
    }
}
