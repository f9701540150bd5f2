package org.deepdive.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deepdive.estimate.comparison.Adjustment;
import org.deepdive.study.Category;
import org.deepdive.study.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Families of comparisons, waves, trends and associations are R's, to 1e-9, from the query to the result; {@code
 * make-differences.R} tells how R was asked.
 */
class DifferencesReferenceTest {

    private static final Path FOLDER = Path.of("src/test/resources/reference");
    private static final double RELATIVE = 1e-9;
    private static final List<String> ANSWERS =
            List.of("very_safe", "fairly_safe", "bit_unsafe", "very_unsafe", "dont_know");

    @TempDir
    Path temp;

    private final Map<String, SurveyEstimates> surveys = new HashMap<>();
    private final Map<List<Object>, ComparisonTable> families = new HashMap<>();

    @Test
    void every_comparison_of_R_is_reproduced() {
        List<NamedCsvRecord> lines = ReferenceFile.read("differences.expected.csv");
        List<String> disagreements = new ArrayList<>();
        int compared = 0;
        for (NamedCsvRecord line : lines) {
            double ours = ours(line);
            double expected = ReferenceFile.number(line, "value");
            compared++;
            if (!ReferenceFile.agree(ours, expected, RELATIVE)) {
                disagreements.add(line.getFields() + ", ours: " + ours);
            }
        }
        assertThat(disagreements).isEmpty();
        assertThat(compared).isEqualTo(lines.size()).isGreaterThan(1000);
    }

    private SurveyEstimates survey(String name) {
        return surveys.computeIfAbsent(name, key -> {
            String file = name.equals("waves") ? "waves.respondents.csv" : name + ".data.csv";
            return new ReferenceDesign(name, FOLDER.resolve(file), List.of()).estimates(temp.resolve(name), "fail");
        });
    }

    private static Query query(NamedCsvRecord line) {
        String measure = line.getField("measure");
        Query query = Query.of("reference", ANSWERS.contains(measure) ? "answers" : measure);
        String[] where = line.getField("where").split("=");
        return where.length == 2 ? query.where(where[0], where[1]) : query;
    }

    private double ours(NamedCsvRecord line) {
        SurveyEstimates survey = survey(line.getField("case"));
        Query query = query(line);
        String statistic = line.getField("statistic");
        String kind = line.getField("kind");
        if (kind.equals("association")) {
            return number(survey.association(query.by(List.of(line.getField("by")))), statistic);
        }
        if (kind.equals("trend")) {
            return number(trend(survey, query, line.getField("measure")), statistic);
        }
        if (kind.equals("pooled")) {
            return pooled(survey, query, line.getField("first"), statistic);
        }
        List<String> by = line.getField("by").isEmpty() ? List.of() : List.of(line.getField("by"));
        ComparisonTable family = families.computeIfAbsent(
                List.of(line.getField("case"), query.by(by), kind),
                key -> survey.comparisons(query.by(by), plan(kind)));
        return number(row(family, line).tested().orElseThrow(), statistic);
    }

    private static ComparisonPlan plan(String kind) {
        ComparisonPlan plan = switch (kind.replace("rolling-", "")) {
            case "pairs" -> ComparisonPlan.pairs();
            case "complement" -> ComparisonPlan.complement();
            case "previous" -> ComparisonPlan.previousWave();
            case "year" -> ComparisonPlan.yearBefore();
            case "first" -> ComparisonPlan.latestAndFirst();
            default -> throw new IllegalArgumentException(kind);
        };
        return (kind.startsWith("rolling") ? plan.rolling(4) : plan).ratios();
    }

    private static ComparisonRow row(ComparisonTable family, NamedCsvRecord line) {
        String measure = line.getField("measure");
        return family.rows().stream()
                .filter(row -> row.first().code().equals(line.getField("first")))
                .filter(row -> row.second().map(Category::code).orElse("").equals(line.getField("second")))
                .filter(row -> row.answer().map(Category::code).orElse(measure).equals(measure))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No row for " + line.getFields()));
    }

    private static double number(ComparisonRow.Tested test, String statistic) {
        Comparison c = test.comparison();
        RatioComparison r = test.ratio().orElseThrow();
        return switch (statistic) {
            case "difference" -> c.difference();
            case "se" -> c.se();
            case "t" -> c.t();
            case "df" -> c.df();
            case "p" -> c.p();
            case "low" -> c.low();
            case "high" -> c.high();
            case "ratio" -> r.ratio();
            case "log-se" -> r.logSe();
            case "ratio-t" -> r.t();
            case "ratio-p" -> r.p();
            case "ratio-low" -> r.low();
            case "ratio-high" -> r.high();
            default -> throw new IllegalArgumentException(statistic);
        };
    }

    private static Trend trend(SurveyEstimates survey, Query query, String measure) {
        return survey.trends(query, Adjustment.NONE).rows().stream()
                .filter(row -> row.answer().map(Category::code).orElse(measure).equals(measure))
                .findFirst()
                .flatMap(TrendRow::trend)
                .orElseThrow();
    }

    private static double number(Trend trend, String statistic) {
        return switch (statistic) {
            case "difference" -> trend.slope();
            case "se" -> trend.se();
            case "t" -> trend.t();
            case "df" -> trend.df();
            case "p" -> trend.p();
            case "low" -> trend.low();
            case "high" -> trend.high();
            default -> throw new IllegalArgumentException(statistic);
        };
    }

    private static double pooled(SurveyEstimates survey, Query query, String window, String statistic) {
        Cell.Estimate cell = RollingWaves.of(survey, query, 4, survey::estimate).rows().stream()
                .filter(row -> row.groups().get(0).code().equals(window))
                .map(row -> (Cell.Estimate) row.cell())
                .findFirst()
                .orElseThrow();
        return statistic.equals("se") ? cell.se() : cell.value();
    }

    private static double number(AssociationTest test, String statistic) {
        return switch (statistic) {
            case "F" -> test.f().statistic();
            case "F-df" -> test.f().df();
            case "F-denominator" -> test.f().denominatorDf();
            case "F-p" -> test.f().p();
            case "X2" -> test.pearson();
            case "first-p" -> test.firstOrder().p();
            case "second-p" -> test.secondOrder().p();
            case "V" -> test.cramersV();
            default -> throw new IllegalArgumentException(statistic);
        };
    }

    @Test
    void adjusted_probabilities_are_those_of_the_family() {
        SurveyEstimates survey = survey("stratified");
        Query query = Query.of("reference", "pct").by(List.of("age_band"));
        for (Adjustment adjustment : Adjustment.values()) {
            ComparisonTable family =
                    survey.comparisons(query, ComparisonPlan.pairs().adjusted(adjustment));
            double[] raw = family.rows().stream()
                    .mapToDouble(row -> row.tested().orElseThrow().p())
                    .toArray();
            assertThat(family.rows())
                    .extracting(row -> row.tested().orElseThrow().adjustedP())
                    .containsExactly(
                            Arrays.stream(adjustment.adjust(raw)).boxed().toArray(Double[]::new));
            assertThat(family.tests()).isEqualTo(6);
        }
    }

    @Test
    void each_row_of_a_family_is_what_comparing_its_two_queries_gives() {
        SurveyEstimates survey = survey("clustered-strata-fpc");
        Query query = Query.of("reference", "pctx").by(List.of("sex", "age_band"));
        ComparisonTable family = survey.comparisons(query, ComparisonPlan.pairs());
        List<Comparison> tests = family.rows().stream()
                .filter(row -> row.within().get(0).code().equals("female"))
                .map(row -> row.tested().map(ComparisonRow.Tested::comparison).orElseThrow())
                .toList();
        assertThat(tests)
                .hasSize(6)
                .allSatisfy(test -> assertThat(test)
                        .usingRecursiveComparison()
                        .withComparatorForType((a, b) -> ReferenceFile.agree(a, b, RELATIVE) ? 0 : 1, Double.class)
                        .isEqualTo(survey.compare(test.first(), test.second())));
        assertThat(family.within()).extracting("name").containsExactly("sex");
        assertThat(family.groups(family.rows().get(0), family.rows().get(0).first()))
                .extracting(Category::code)
                .containsExactly("female", "a16_24");
        assertThat(family.rows().get(0).answer()).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"remove", "adjust", "average"})
    void lonely_clusters_are_treated_as_the_design_says(String lonely) {
        SurveyEstimates survey =
                new ReferenceDesign("lonely", FOLDER.resolve("lonely.data.csv"), List.of()).estimates(temp, lonely);
        Query query = Query.of("reference", "pct").by(List.of("age_band"));
        List<Comparison> tests = survey.comparisons(query, ComparisonPlan.complement()).rows().stream()
                .map(row -> row.tested().map(ComparisonRow.Tested::comparison).orElseThrow())
                .toList();
        assertThat(tests).hasSize(4).allSatisfy(test -> {
            Comparison alone = survey.compare(test.first(), test.second());
            assertThat(ReferenceFile.agree(test.se(), alone.se(), RELATIVE)).isTrue();
            assertThat(test.df()).isEqualTo(alone.df()).isPositive();
        });
    }

    @Test
    void lonely_clusters_are_refused_where_the_design_says_fail() {
        SurveyEstimates survey =
                new ReferenceDesign("lonely", FOLDER.resolve("lonely.data.csv"), List.of()).estimates(temp, "fail");
        Query query = Query.of("reference", "pct").by(List.of("age_band"));
        assertThatThrownBy(() -> survey.comparisons(query, ComparisonPlan.pairs()))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("A stratum has only one sampling unit, so its variance cannot be estimated.");
    }
}
