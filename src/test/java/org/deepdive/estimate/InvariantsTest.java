package org.deepdive.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.deepdive.study.MicrodataReader;
import org.deepdive.study.StudyFolder;

/** What holds for estimates of any survey, whatever its numbers. */
class InvariantsTest {

    private static final int TRIES = 60;
    private static final double RELATIVE = 1e-9;
    private static final List<String> MEASURES = List.of("safe", "score", "answers", "news");

    private static Path temp;

    @BeforeContainer
    static void makeFolder() throws IOException {
        temp = Files.createTempDirectory("deepdive");
    }

    @AfterContainer
    static void removeFolder() throws IOException {
        try (Stream<Path> files = Files.walk(temp)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** A respondent; empty codes are missing answers. */
    private record Person(double weight, String region, int unit, String sex, String answer, int paper, int radio) {

        Person times(double factor) {
            return new Person(weight * factor, region, unit, sex, answer, paper, radio);
        }

        String line() {
            return weight + "," + region + "," + region + unit + "," + sex + "," + answer + "," + paper + "," + radio;
        }
    }

    /** A small survey; with clusters or without. */
    private record Sample(boolean clustered, List<Person> people) {

        Sample with(List<Person> others) {
            return new Sample(clustered, others);
        }

        SurveyEstimates estimates() {
            return estimates(List.of(people));
        }

        /** The estimates from several files, each with some of the people. */
        SurveyEstimates estimates(List<List<Person>> files) {
            String cluster = clustered ? ", cluster: unit" : "";
            StudyFolder study = new StudyFolder(temp, "small")
                    .study("design: {weight: weight, strata: [region], lonely: adjust" + cluster + "}\n" + """
                            measures:
                              - {name: safe, label: Safe, kind: percentage, variable: answer, net: [very, fairly],
                                 exclude: [dont_know]}
                              - {name: answers, label: Answers, kind: distribution, variable: answer}
                              - {name: score, label: Score, kind: mean, variable: answer,
                                 scores: {very: 3, fairly: 2.3, not: -1}}
                              - {name: news, label: News, kind: multiple, variable: news}
                            """)
                    .codebook(StudyFolder.variable("region", "nominal", List.of("n", "s"))
                            + StudyFolder.variable("sex", "nominal", List.of("female", "male", "other"))
                            + StudyFolder.variable("answer", "ordinal", List.of("very", "fairly", "not", "dont_know"))
                            + StudyFolder.variable("news", "multiple", List.of("paper", "radio")));
            try {
                Path folder = Files.createTempDirectory(temp, "people");
                for (int i = 0; i < files.size(); i++) {
                    StringBuilder text = new StringBuilder("weight,region,unit,sex,answer,news.paper,news.radio\n");
                    files.get(i).forEach(person -> text.append(person.line()).append('\n'));
                    Files.writeString(folder.resolve("part" + i + ".csv"), text);
                }
                return new SurveyEstimates(MicrodataReader.read(study.read(), folder));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Property(tries = TRIES)
    void weights_times_a_constant_change_no_estimate(
            @ForAll("samples") Sample sample, @ForAll @DoubleRange(min = 0.01, max = 500) double factor) {
        Sample scaled =
                sample.with(sample.people().stream().map(p -> p.times(factor)).toList());
        assertSameTables(sample.estimates(), scaled.estimates());
    }

    @Property(tries = TRIES)
    void the_order_of_respondents_changes_nothing(@ForAll("samples") Sample sample, @ForAll Random random) {
        List<Person> shuffled = new ArrayList<>(sample.people());
        Collections.shuffle(shuffled, random);
        assertSameTables(sample.estimates(), sample.with(shuffled).estimates());
    }

    @Property(tries = TRIES)
    void rows_of_a_stratum_spread_over_files_change_nothing(
            @ForAll("samples") Sample sample, @ForAll @IntRange(min = 2, max = 4) int files) {
        List<List<Person>> parts = new ArrayList<>();
        for (int file = 0; file < files; file++) {
            int number = file;
            parts.add(IntStream.range(0, sample.people().size())
                    .filter(i -> i % files == number)
                    .mapToObj(i -> sample.people().get(i))
                    .toList());
        }
        assertSameTables(sample.estimates(), sample.estimates(parts));
    }

    @Property(tries = TRIES)
    void the_counts_of_groups_add_up_to_the_whole(@ForAll("samples") Sample sample) {
        SurveyEstimates estimates = sample.estimates();
        Query known = Query.of("small", "safe").where("sex", "female", "male", "other");
        for (Query query : List.of(known, Query.of("small", "base").where("sex", "female", "male", "other"))) {
            Cell.Estimate whole = estimates.estimate(query).single();
            for (List<String> by : List.of(List.of("sex"), List.of("sex", "region"))) {
                List<Cell.Estimate> groups = cells(estimates, query.by(by));
                assertThat(groups.stream().mapToInt(Cell.Estimate::base).sum()).isEqualTo(whole.base());
                assertThat(groups.stream().mapToInt(Cell.Estimate::counted).sum())
                        .isEqualTo(whole.counted());
            }
        }
    }

    @Property(tries = TRIES)
    void a_whole_lies_between_its_groups(@ForAll("samples") Sample sample) {
        SurveyEstimates estimates = sample.estimates();
        for (String measure : List.of("safe", "score")) {
            double whole =
                    estimates.estimate(Query.of("small", measure)).single().value();
            double[] parts = cells(estimates, Query.of("small", measure).by(List.of("region"))).stream()
                    .mapToDouble(Cell.Estimate::value)
                    .filter(value -> !Double.isNaN(value))
                    .sorted()
                    .toArray();
            if (parts.length > 0) {
                assertThat(whole).isBetween(parts[0] - 1e-12, parts[parts.length - 1] + 1e-12);
            }
        }
    }

    @Property(tries = TRIES)
    void the_shares_of_a_distribution_add_up_to_one(@ForAll("samples") Sample sample) {
        SurveyEstimates estimates = sample.estimates();
        Query answers = Query.of("small", "answers");
        for (String sex : List.of("female", "male", "other")) {
            List<Cell.Estimate> shares = cells(estimates, answers.where("sex", sex));
            assertThat(shares).hasSize(4);
            if (shares.get(0).base() > 0) {
                assertThat(shares.stream().mapToDouble(Cell.Estimate::value).sum())
                        .isCloseTo(1, within(1e-12));
                assertThat(shares.stream().mapToInt(Cell.Estimate::counted).sum())
                        .isEqualTo(shares.get(0).base());
            }
        }
    }

    @Property(tries = TRIES)
    void a_domain_keeps_the_full_design(@ForAll("samples") Sample sample) {
        SurveyEstimates estimates = sample.estimates();
        for (String measure : List.of("safe", "score")) {
            for (EstimateRow row : estimates
                    .estimate(Query.of("small", measure).by(List.of("sex")))
                    .rows()) {
                Query filtered = Query.of("small", measure)
                        .where("sex", row.groups().get(0).code());
                assertSame(
                        (Cell.Estimate) row.cell(), estimates.estimate(filtered).single());
            }
        }
    }

    @Property(tries = TRIES)
    void a_share_and_its_complement_have_one_standard_error(@ForAll("samples") Sample sample) {
        SurveyEstimates estimates = sample.estimates();
        Cell.Estimate one =
                estimates.estimate(Query.of("small", "answers.very/fairly")).single();
        Cell.Estimate other =
                estimates.estimate(Query.of("small", "answers.not/dont_know")).single();
        assertSame(one.value(), 1 - other.value());
        assertSame(one.se(), other.se());
        assertSame(one.low(), 1 - other.high());
    }

    @Property(tries = TRIES)
    void reversing_a_comparison_changes_its_sign_only(@ForAll("samples") Sample sample) {
        forPairs(sample.estimates(), (there, back) -> {
            assertSame(back.difference(), -there.difference());
            assertSame(back.t(), -there.t());
            assertSame(back.low(), -there.high());
            assertSame(back.high(), -there.low());
            assertSame(back.se(), there.se());
            assertSame(back.p(), there.p());
            assertSame(back.df(), there.df());
            assertThat(back.firstBase()).isEqualTo(there.secondBase());
            assertThat(back.isSignificant()).isEqualTo(there.isSignificant());
        });
    }

    @Property(tries = TRIES)
    void a_comparison_of_the_same_people_is_zero(@ForAll("samples") Sample sample) {
        SurveyEstimates estimates = sample.estimates();
        for (String measure : List.of("safe", "score", "answers.not", "news.paper")) {
            Query query = Query.of("small", measure).where("sex", "female");
            String[] everybody =
                    estimates.study().codebook().variable("region").codes().toArray(String[]::new);
            Comparison same = estimates.compare(query, query.where("region", everybody));
            if (same.firstBase() > 0) {
                assertThat(same.difference()).isZero();
                assertThat(same.se()).isZero();
            }
            assertThat(same.isSignificant()).isFalse();
        }
    }

    @Property(tries = TRIES)
    void a_comparison_has_the_values_of_its_two_sides(@ForAll("samples") Sample sample) {
        SurveyEstimates estimates = sample.estimates();
        forPairs(estimates, (there, back) -> {
            assertSame(
                    there.firstValue(),
                    estimates.estimate(there.first()).single().value());
            assertSame(
                    there.secondValue(),
                    estimates.estimate(there.second()).single().value());
            assertThat(there.firstCounted())
                    .isEqualTo(estimates.estimate(there.first()).single().counted());
        });
    }

    /** Comparisons of groups, of a group with the whole and of two measures, there and back. */
    private static void forPairs(SurveyEstimates estimates, BiConsumer<Comparison, Comparison> check) {
        Query safe = Query.of("small", "safe");
        Query women = safe.where("sex", "female");
        for (Query[] pair : List.of(
                new Query[] {women, safe.where("sex", "male")},
                new Query[] {women, safe},
                new Query[] {Query.of("small", "score").where("sex", "female"), women},
                new Query[] {Query.of("small", "news.paper"), Query.of("small", "news.radio")})) {
            check.accept(estimates.compare(pair[0], pair[1]), estimates.compare(pair[1], pair[0]));
        }
    }

    private static List<Cell.Estimate> cells(SurveyEstimates estimates, Query query) {
        return estimates.estimate(query).rows().stream()
                .map(row -> (Cell.Estimate) row.cell())
                .toList();
    }

    private static void assertSameTables(SurveyEstimates one, SurveyEstimates other) {
        for (String measure : MEASURES) {
            for (List<String> by :
                    List.of(List.<String>of(), List.of("sex"), List.of("region", "sex"), List.of("news"))) {
                Query query = Query.of("small", measure).by(by);
                List<Cell.Estimate> cells = cells(one, query);
                List<Cell.Estimate> others = cells(other, query);
                assertThat(others).hasSameSizeAs(cells);
                for (int i = 0; i < cells.size(); i++) {
                    assertSame(cells.get(i), others.get(i));
                }
            }
        }
    }

    private static void assertSame(Cell.Estimate one, Cell.Estimate other) {
        assertSame(one.value(), other.value());
        assertSame(one.se(), other.se());
        assertSame(one.low(), other.low());
        assertSame(one.high(), other.high());
        assertSame(one.deff(), other.deff());
        assertSame(one.effectiveBase(), other.effectiveBase());
        assertThat(other.base()).isEqualTo(one.base());
        assertThat(other.counted()).isEqualTo(one.counted());
        assertThat(other.df()).isEqualTo(one.df());
    }

    private static void assertSame(double one, double other) {
        if (Double.isNaN(one)) {
            assertThat(other).isNaN();
        } else {
            assertThat(other).isCloseTo(one, within(1e-9 + RELATIVE * Math.abs(one)));
        }
    }

    @Provide
    Arbitrary<Sample> samples() {
        Arbitrary<Person> people = Combinators.combine(
                        Arbitraries.doubles().between(0.1, 5).ofScale(3),
                        Arbitraries.of("n", "s"),
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.of("female", "male", "other", ""),
                        Arbitraries.of("very", "fairly", "not", "dont_know", ""),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.integers().between(0, 1))
                .as(Person::new);
        return Combinators.combine(
                        Arbitraries.of(true, false), people.list().ofMinSize(1).ofMaxSize(60))
                .as(Sample::new);
    }
}
