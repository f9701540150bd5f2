package org.deepdive.estimate.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deepdive.estimate.ReferenceFile;
import org.deepdive.study.Strata;
import org.deepdive.study.SurveyDesign.Lonely;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Replicates and their variances are those of R's survey package. */
class ReplicationReferenceTest {

    private static final IntPredicate ALL = i -> true;
    private static final GivenScales FAY = GivenScales.of(Scheme.FAY).rho(0.3);

    private int compared;

    @TestFactory
    Stream<DynamicTest> every_number_of_R_is_reproduced() {
        List<NamedCsvRecord> lines = ReferenceFile.read("replication.expected.csv");
        Map<String, List<NamedCsvRecord>> cases = lines.stream()
                .collect(Collectors.groupingBy(line -> line.getField("case"), LinkedHashMap::new, Collectors.toList()));
        assertThat(cases).hasSize(20);
        return Stream.concat(
                cases.entrySet().stream().map(e -> dynamicTest(e.getKey(), () -> check(e.getKey(), e.getValue()))),
                Stream.of(dynamicTest(
                        "no number was passed over",
                        () -> assertThat(compared).isEqualTo(lines.size()).isGreaterThan(4000))));
    }

    private void check(String name, List<NamedCsvRecord> expected) {
        Case one = Case.of(name);
        Map<String, Double> ours = one.numbers();
        List<String> disagreements = new ArrayList<>();
        for (NamedCsvRecord line : expected) {
            String key = key(line.getField("quantity"), line.getField("i"), line.getField("j"));
            assertThat(ours).containsKey(key);
            if (!ReferenceFile.agree(ours.get(key), ReferenceFile.number(line, "value"), 1e-9)) {
                disagreements.add(key + ": " + ours.get(key) + ", R: " + line.getField("value"));
            }
            compared++;
        }
        assertThat(disagreements).isEmpty();
    }

    private static String key(String quantity, Object i, Object j) {
        return quantity + "[" + i + "," + j + "]";
    }

    /**
     * One design of R's script.
     *
     * @param respondents whom it is about
     * @param replication its replicates
     * @param unitOf the unit of a respondent, as the replication counts units
     * @param few domains of a few respondents
     */
    private record Case(
            Respondents respondents, Replication replication, IntUnaryOperator unitOf, List<IntPredicate> few) {

        static Case of(String name) {
            String kind = name.substring(0, name.indexOf(' '));
            String what = name.substring(name.indexOf(' ') + 1);
            return switch (kind) {
                case "jk1" ->
                    made(
                            "clustered.data.csv",
                            what.endsWith("of 100") ? Optional.of(100.0) : Optional.empty(),
                            Replication::jk1);
                case "jkn" ->
                    what.startsWith("lonely")
                            ? lonely(Lonely.valueOf(what.substring(7).toUpperCase(Locale.ROOT)))
                            : jackknife(what);
                case "brr" -> made("replication-pairs.respondents.csv", Optional.empty(), Replication::brr);
                case "fay" -> made("replication-pairs.respondents.csv", Optional.empty(), s -> Replication.fay(s, 0.3));
                case "bootstrap" ->
                    made("replication-pairs.respondents.csv", Optional.empty(), s -> Replication.bootstrap(s, 40, 1));
                case "population-bootstrap" ->
                    made(what + ".data.csv", Optional.empty(), s -> Replication.populationBootstrap(s, 40, 1));
                case "given" -> given(what);
                default -> throw new IllegalStateException(name);
            };
        }

        private static Case jackknife(String what) {
            String file = what.equals("pairs") ? "replication-pairs.respondents.csv" : what + ".data.csv";
            Case one = made(file, Optional.empty(), s -> Replication.jkn(s, Lonely.FAIL));
            Respondents r = one.respondents;
            return what.equals("stratified")
                    ? one.with(
                            i -> r.is(i, "sex", "other"), i -> r.is(i, "sex", "other") && r.is(i, "age_band", "a16_24"))
                    : one;
        }

        private static Case lonely(Lonely lonely) {
            Case one = made("lonely.data.csv", Optional.empty(), s -> Replication.jkn(s, lonely));
            return one.with(in(one.unitOf, 0, 2), i -> one.respondents.is(i, "sex", "other"));
        }

        private static Case given(String type) {
            Respondents respondents = new Respondents("replication-pairs.respondents.csv");
            BiFunction<GivenScales, String, Replication> of =
                    (scales, prefix) -> Replication.given(scales, respondents.weights(), respondents.columns(prefix));
            Replication replication = switch (Scheme.read(type)) {
                case BOOTSTRAP -> of.apply(GivenScales.of(Scheme.BOOTSTRAP), "b");
                case FAY -> of.apply(FAY, "f");
                case JKN -> of.apply(GivenScales.of(Scheme.JKN).rscales(0.5), "j");
                case BRR -> of.apply(GivenScales.of(Scheme.BRR), "f");
                case JK1 -> of.apply(GivenScales.of(Scheme.JK1), "j");
                case OTHER ->
                    of.apply(
                            GivenScales.of(Scheme.OTHER)
                                    .scale(0.02)
                                    .rscales(IntStream.range(0, 25)
                                            .mapToDouble(r -> r / 12.0)
                                            .toArray()),
                            "b");
                case SUCCESSIVE_DIFFERENCE -> of.apply(GivenScales.of(Scheme.SUCCESSIVE_DIFFERENCE), "f");
                case JK2 -> of.apply(GivenScales.of(Scheme.JK2), "j");
            };
            IntUnaryOperator clusters = Respondents.units(respondents.strata(Optional.empty()));
            return new Case(respondents, replication, IntUnaryOperator.identity(), few(clusters));
        }

        private static Case made(String file, Optional<Double> population, Function<Strata, Replication> maker) {
            Respondents respondents = new Respondents(file);
            Strata strata = respondents.strata(population);
            if (file.startsWith("clustered-strata") && maker.apply(strata).scheme() == Scheme.BOOTSTRAP) {
                strata = new Strata(
                        strata.starts(),
                        strata.clusterStarts(),
                        strata.firstClusters(),
                        Optional.empty(),
                        Optional.empty());
            }
            IntUnaryOperator unitOf = Respondents.units(strata);
            return new Case(respondents, maker.apply(strata), unitOf, few(unitOf));
        }

        private static List<IntPredicate> few(IntUnaryOperator unitOf) {
            return List.of(in(unitOf, 0), in(unitOf, 0, 2, 5));
        }

        private static IntPredicate in(IntUnaryOperator unitOf, Integer... units) {
            Set<Integer> chosen = Set.of(units);
            return i -> chosen.contains(unitOf.applyAsInt(i));
        }

        private Case with(IntPredicate... domains) {
            return new Case(respondents, replication, unitOf, List.of(domains));
        }

        Map<String, Double> numbers() {
            Map<String, Double> numbers = new LinkedHashMap<>();
            putFactors(numbers);
            double[] weights = respondents.weights();
            double[] totals = respondents.totals(weights, ALL);
            double[] means = respondents.means(weights, ALL);
            double[][] ofTotals = replicated(w -> respondents.totals(w, ALL));
            double[][] ofMeans = replicated(w -> respondents.means(w, ALL));
            put(numbers, "total", totals);
            put(numbers, "mean", means);
            put(numbers, "total-covariance", replication.covariance(ofTotals, totals));
            put(numbers, "own-total-covariance", replication.covariance(ofTotals, totals));
            put(numbers, "mean-covariance", replication.covariance(ofMeans, means));
            put(numbers, "mse-covariance", replication.withMse(true).covariance(ofMeans, means));
            double[] ratios =
                    Arrays.stream(ofTotals).mapToDouble(t -> t[1] / t[2]).toArray();
            numbers.put("ratio[,]", totals[1] / totals[2]);
            numbers.put(
                    "ratio-se[,]",
                    replication.variance(ratios, totals[1] / totals[2]).se(0));
            putDomain(numbers, "women", "", i -> respondents.is(i, "sex", "female"));
            for (int k = 0; k < few.size(); k++) {
                putDomain(numbers, "few", k, few.get(k));
            }
            return numbers;
        }

        private void putFactors(Map<String, Double> numbers) {
            numbers.put("scale[,]", replication.scale());
            numbers.put("df[,]", (double) replication.df());
            for (int r = 0; r < replication.replicates(); r++) {
                numbers.put(key("rscale", r, ""), replication.rscale(r));
                for (int i = 0; i < respondents.size(); i++) {
                    numbers.put(key("factor", i, r), replication.factor(r, unitOf.applyAsInt(i)));
                }
            }
        }

        private void putDomain(Map<String, Double> numbers, String name, Object i, IntPredicate domain) {
            double share = respondents.means(respondents.weights(), domain)[2];
            double[] shares = Arrays.stream(replicated(w -> respondents.means(w, domain)))
                    .mapToDouble(means -> means[2])
                    .toArray();
            ReplicateVariance variance = replication.variance(shares, share);
            Set<Integer> held = IntStream.range(0, respondents.size())
                    .filter(domain)
                    .map(unitOf)
                    .boxed()
                    .collect(Collectors.toSet());
            numbers.put(key(name, i, ""), share);
            numbers.put(key(name + "-se", i, ""), variance.se(0));
            numbers.put(key(name + "-df", i, ""), (double) replication.df(held::contains));
            numbers.put(key(name + "-discarded", i, ""), (double)
                    variance.discarded().size());
        }

        private double[][] replicated(Function<double[], double[]> statistics) {
            return IntStream.range(0, replication.replicates())
                    .mapToObj(r -> {
                        double[] w = respondents.weights().clone();
                        Arrays.setAll(w, i -> w[i] * replication.factor(r, unitOf.applyAsInt(i)));
                        return statistics.apply(w);
                    })
                    .toArray(double[][]::new);
        }

        private static void put(Map<String, Double> numbers, String name, double[] values) {
            for (int k = 0; k < values.length; k++) {
                numbers.put(key(name, k, 0), values[k]);
            }
        }

        private static void put(Map<String, Double> numbers, String name, ReplicateVariance variance) {
            for (int a = 0; a < variance.covariance().length; a++) {
                for (int b = 0; b < variance.covariance().length; b++) {
                    numbers.put(key(name, a, b), variance.covariance()[a][b]);
                }
            }
        }
    }
}
