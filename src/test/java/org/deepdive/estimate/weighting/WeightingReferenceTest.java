package org.deepdive.estimate.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deepdive.study.CodedColumn;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Weights and standard errors are R's, to 1e-9; {@code weighting.expected.csv} tells how R was asked. */
class WeightingReferenceTest {

    private static final double RELATIVE = 1e-9;

    private static final Margin SEX = margin("sex", "female", 0.5, "male", 0.479, "other", 0.021);
    private static final Margin AGE =
            margin("age_band", "a16_24", 0.22, "a25_44", 0.27, "a45_64", 0.33, "a65_plus", 0.18);
    private static final Trimming LOOSE = new Trimming(40, 250, false);
    private static final Trimming STRICT = new Trimming(40, 250, true);

    private final Reference respondents = new Reference("stratified.data.csv");
    private final List<CodedColumn> columns =
            List.of(respondents.column("sex"), respondents.column("age_band"), respondents.column("stratum"));
    private final double[] given = respondents.numbers("weight");
    private final double[] score = respondents.numbers("score");
    private final Map<String, List<NamedCsvRecord>> expected = Reference.records("weighting.expected.csv").stream()
            .collect(Collectors.groupingBy(line -> line.getField("case"), LinkedHashMap::new, Collectors.toList()));
    private final Margin crossing = crossing();

    private int compared;

    @TestFactory
    Stream<DynamicTest> every_number_of_R_is_reproduced() {
        int all = expected.values().stream().mapToInt(List::size).sum();
        Stream<DynamicTest> cases = expected.entrySet().stream()
                .map(one -> dynamicTest(one.getKey(), () -> check(one.getKey(), one.getValue())));
        return Stream.concat(cases, Stream.of(dynamicTest("no number was passed over", () -> {
            assertThat(compared).isEqualTo(all);
            assertThat(all).isGreaterThan(5000);
        })));
    }

    private void check(String name, List<NamedCsvRecord> lines) {
        Map<String, Double> ours =
                name.equals("targets") ? shares() : statistics(asked(name), name.startsWith("equal"));
        List<String> disagreements = new ArrayList<>();
        for (NamedCsvRecord line : lines) {
            String key = line.getField("statistic") + " " + line.getField("key");
            assertThat(ours).containsKey(key);
            double r = Double.parseDouble(line.getField("value"));
            compared++;
            if (!(Math.abs(ours.get(key) - r) <= RELATIVE * Math.abs(r))) {
                disagreements.add(key + ": " + ours.get(key) + ", R: " + r);
            }
        }
        assertThat(disagreements).isEmpty();
    }

    /** A way to weight and the targets. */
    private record Asked(Weighting weighting, Targets targets) {}

    private Asked asked(String name) {
        Targets both = Targets.of(SEX, AGE);
        return switch (name) {
            case "linear" -> new Asked(Weighting.by(Method.LINEAR), both);
            case "linear-of-1000000" -> new Asked(Weighting.by(Method.LINEAR), both.ofPopulation(1e6));
            case "linear-bounded" -> new Asked(Weighting.by(Method.LINEAR).within(new Bounds(0.93, 1.2)), both);
            case "raking", "equal-raking" -> new Asked(Weighting.by(Method.RAKING), both);
            case "raking-of-1000000" -> new Asked(Weighting.by(Method.RAKING), both.ofPopulation(1e6));
            case "logit" -> new Asked(Weighting.by(Method.LOGIT).within(new Bounds(0.7, 1.5)), both);
            case "logit-narrow" -> new Asked(Weighting.by(Method.LOGIT).within(new Bounds(0.92, 1.2)), both);
            case "post-stratify-age" -> new Asked(Weighting.by(Method.POST_STRATIFY), Targets.of(AGE));
            case "post-stratify-crossing" -> new Asked(Weighting.by(Method.POST_STRATIFY), Targets.of(crossing));
            case "overlapping" -> new Asked(Weighting.by(Method.RAKING), overlapping());
            case "overlapping-linear" ->
                new Asked(Weighting.by(Method.LINEAR).within(new Bounds(0, 100)), overlapping());
            case "rake", "equal-rake" -> new Asked(Weighting.by(Method.RAKE), both);
            case "rake-of-1000000" -> new Asked(Weighting.by(Method.RAKE), both.ofPopulation(1e6));
            case "trim" -> new Asked(Weighting.by(Method.RAKING).trimmed(LOOSE), both);
            case "trim-strict" -> new Asked(Weighting.by(Method.RAKING).trimmed(STRICT), both);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private Map<String, Double> shares() {
        Map<String, Double> shares = new HashMap<>();
        crossing.targets().forEach(target -> shares.put("share " + target.category(), target.value()));
        assertThat(crossing.sum()).isCloseTo(1, within(1e-12));
        return shares;
    }

    private Map<String, Double> statistics(Asked asked, boolean equal) {
        double[] before = given.clone();
        if (equal) {
            Arrays.fill(before, 1);
        }
        MarginTotals totals = asked.targets().match(columns, before);
        Weighted weighted = asked.weighting().weigh(before, totals);
        CalibrationResiduals residuals = totals.residuals(before);
        Map<String, Double> statistics = new HashMap<>();
        List<String> ids = respondents.texts("id");
        for (int row = 0; row < before.length; row++) {
            statistics.put("weight " + ids.get(row), weighted.weights()[row]);
        }
        for (RatioPercentile ratio : weighted.ratios()) {
            statistics.put("ratio " + ratio.percent(), ratio.ratio());
        }
        for (String domain : List.of("all", "sex=male", "age_band=a16_24", "stratum=S02")) {
            Mean mean = new Mean(weighted.weights(), domain(domain));
            statistics.put("mean " + domain, mean.mean);
            statistics.put(
                    "se " + domain, Math.sqrt(variance(weighted.weights(), residuals.residuals(mean.influence()))));
        }
        return statistics;
    }

    private IntPredicate domain(String domain) {
        if (domain.equals("all")) {
            return row -> !Double.isNaN(score[row]);
        }
        List<String> values = respondents.texts(domain.split("=")[0]);
        return row -> !Double.isNaN(score[row]) && values.get(row).equals(domain.split("=")[1]);
    }

    /** The weighted mean score of a domain. */
    private final class Mean {
        private final IntPredicate domain;
        private final double mean;
        private final double weight;

        Mean(double[] weights, IntPredicate domain) {
            this.domain = domain;
            double sum = 0;
            double total = 0;
            for (int row = 0; row < weights.length; row++) {
                sum += domain.test(row) ? weights[row] : 0;
                total += domain.test(row) ? weights[row] * score[row] : 0;
            }
            this.weight = sum;
            this.mean = total / sum;
        }

        double[] influence() {
            double[] z = new double[score.length];
            Arrays.setAll(z, row -> domain.test(row) ? (score[row] - mean) / weight : 0);
            return z;
        }
    }

    /** The variance of a total over strata, with replacement within each. */
    private double variance(double[] weights, double[] residuals) {
        Map<String, List<Double>> strata = new LinkedHashMap<>();
        List<String> stratum = respondents.texts("stratum");
        for (int row = 0; row < weights.length; row++) {
            strata.computeIfAbsent(stratum.get(row), name -> new ArrayList<>()).add(weights[row] * residuals[row]);
        }
        double variance = 0;
        for (List<Double> values : strata.values()) {
            double n = values.size();
            double mean = values.stream().mapToDouble(v -> v).sum() / n;
            variance += n
                    / (n - 1)
                    * values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
        }
        return variance;
    }

    private Margin crossing() {
        Map<String, Double> shares = new LinkedHashMap<>();
        expected.get("targets")
                .forEach(line -> shares.put(line.getField("key"), Double.parseDouble(line.getField("value"))));
        return Margin.of("sex*age_band", shares);
    }

    /** The crossing, what follows from it for sex, and the strata as they are. */
    private Targets overlapping() {
        Map<String, Double> sexes = new LinkedHashMap<>();
        crossing.targets().forEach(t -> sexes.merge(t.category().split("\\*")[0], t.value(), Double::sum));
        Map<String, Double> strata = new LinkedHashMap<>();
        List<String> stratum = respondents.texts("stratum");
        for (int row = 0; row < given.length; row++) {
            strata.merge(stratum.get(row), given[row] / WeightSpread.sum(given), Double::sum);
        }
        return new Targets(
                List.of(crossing, Margin.of("sex", sexes), Margin.of("stratum", strata)), OptionalDouble.empty());
    }

    private static Margin margin(String name, Object... targets) {
        Map<String, Double> map = new LinkedHashMap<>();
        for (int k = 0; k < targets.length; k += 2) {
            map.put((String) targets[k], (Double) targets[k + 1]);
        }
        return Margin.of(name, map);
    }
}
