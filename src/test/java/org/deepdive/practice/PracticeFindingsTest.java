package org.deepdive.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deepdive.estimate.Comparison;
import org.deepdive.estimate.EstimateRow;
import org.deepdive.estimate.Query;
import org.deepdive.estimate.SurveyEstimates;
import org.deepdive.estimate.regression.ModelQuery;
import org.deepdive.estimate.regression.Regression;
import org.deepdive.estimate.regression.TermTest;
import org.deepdive.published.Claim;
import org.deepdive.published.PublishedFigure;
import org.deepdive.published.PublishedFigure.Calibrated;
import org.deepdive.published.PublishedFigures;
import org.deepdive.study.Category;
import org.deepdive.study.DataFolder;
import org.deepdive.study.MicrodataReader;
import org.deepdive.study.Study;
import org.deepdive.study.StudyReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every finding that practice respondents are made for holds among them, by the test a survey statistician would use. */
class PracticeFindingsTest {

    private static final DataFolder DATA = DataFolder.packaged();
    private static final Map<String, PublishedFigure> FIGURES = PublishedFigures.read(DATA).figures().stream()
            .collect(Collectors.toMap(PublishedFigure::id, figure -> figure));
    private static final Map<String, SurveyEstimates> SURVEYS = new HashMap<>();

    /**
     * 13% and 11%, with some 150 gay or lesbian students in the sample; 57% and 51%, with some 580 who had contact in each wave:
     * at the printed values no test of these can be significant.
     */
    private static final Set<String> TOO_FEW_TO_TELL =
            Set.of("students-unsafe-local-gay-lesbian", "progress-satisfaction-2023");

    @TempDir
    static Path folder;

    @BeforeAll
    static void make() {
        PracticeData practice = new PracticeData(DATA, folder);
        for (String slug : PracticeData.studies()) {
            Study study = new StudyReader(DATA).read(slug);
            SURVEYS.put(slug, new SurveyEstimates(MicrodataReader.read(study, practice.ensure(study, Progress.NONE))));
        }
    }

    private static List<String> findings(Set<Claim> claims) {
        return FIGURES.values().stream()
                .filter(f -> f.calibrated() == Calibrated.YES && f.query().isPresent())
                .filter(f -> f.claim().filter(claims::contains).isPresent())
                .map(PublishedFigure::id)
                .sorted()
                .toList();
    }

    static List<String> higher() {
        return findings(Set.of(Claim.HIGHER, Claim.SIGNIFICANTLY_HIGHER));
    }

    static List<String> lower() {
        return findings(Set.of(Claim.LOWER, Claim.SIGNIFICANTLY_LOWER));
    }

    @ParameterizedTest
    @MethodSource("higher")
    void what_is_said_to_be_higher_is_significantly_so(String id) {
        assertDifference(id, test(figure(id)), 1);
    }

    @ParameterizedTest
    @MethodSource("lower")
    void what_is_said_to_be_lower_is_significantly_so(String id) {
        assertDifference(id, test(figure(id)), -1);
    }

    private static void assertDifference(String id, Comparison test, int sign) {
        assertThat(sign * test.difference()).as(words(test)).isPositive();
        if (!TOO_FEW_TO_TELL.contains(id)) {
            assertThat(test.isSignificant()).as(words(test)).isTrue();
        }
    }

    static List<String> slightlyHigher() {
        return findings(Set.of(Claim.SLIGHTLY_HIGHER));
    }

    static List<String> slightlyLower() {
        return findings(Set.of(Claim.SLIGHTLY_LOWER));
    }

    @ParameterizedTest
    @MethodSource("slightlyHigher")
    void what_is_said_to_be_slightly_higher_is_so_by_less_than_three_points(String id) {
        assertThat(test(figure(id)).difference()).isBetween(0.002, 0.03);
    }

    @ParameterizedTest
    @MethodSource("slightlyLower")
    void what_is_said_to_be_slightly_lower_is_so_by_less_than_three_points(String id) {
        assertThat(test(figure(id)).difference()).isBetween(-0.03, -0.002);
    }

    static List<String> similar() {
        return findings(Set.of(Claim.SIMILAR));
    }

    @ParameterizedTest
    @MethodSource("similar")
    void what_is_said_to_be_similar_is_not_significantly_different(String id) {
        Comparison test = test(figure(id));
        assertThat(test.isSignificant()).as(words(test)).isFalse();
    }

    static List<String> consistentlyHigher() {
        return findings(Set.of(Claim.CONSISTENTLY_HIGHER));
    }

    static List<String> consistentlyLower() {
        return findings(Set.of(Claim.CONSISTENTLY_LOWER));
    }

    @ParameterizedTest
    @MethodSource("consistentlyHigher")
    void what_is_said_to_be_consistently_higher_is_significantly_so_in_each_wave(String id) {
        waves(figure(id).query().orElseThrow()).forEach(wave -> assertDifference(id, test(figure(id), wave), 1));
    }

    @ParameterizedTest
    @MethodSource("consistentlyLower")
    void what_is_said_to_be_consistently_lower_is_significantly_so_in_each_wave(String id) {
        waves(figure(id).query().orElseThrow()).forEach(wave -> assertDifference(id, test(figure(id), wave), -1));
    }

    static List<String> highestWaves() {
        return findings(Set.of(Claim.HIGHEST_WAVE));
    }

    @ParameterizedTest
    @MethodSource("highestWaves")
    void the_highest_wave_is_significantly_above_every_other(String id) {
        otherWaves(id).forEach(test -> assertDifference(id, test, 1));
    }

    static List<String> lowestWaves() {
        return findings(Set.of(Claim.LOWEST_WAVE));
    }

    @ParameterizedTest
    @MethodSource("lowestWaves")
    void the_lowest_wave_is_below_every_other(String id) {
        otherWaves(id)
                .forEach(test -> assertThat(test.difference()).as(words(test)).isNegative());
    }

    static List<String> biggerDifferences() {
        return findings(Set.of(Claim.BIGGER_DIFFERENCE));
    }

    @ParameterizedTest
    @MethodSource("biggerDifferences")
    void the_bigger_of_two_differences_is_bigger_by_more_than_chance(String id) {
        PublishedFigure figure = figure(id);
        Comparison mine = FIGURES.values().stream()
                .filter(f -> f.query().equals(figure.query()) && !f.versus().isEmpty())
                .filter(f -> f.claim().isEmpty())
                .map(PracticeFindingsTest::test)
                .findFirst()
                .orElseThrow();
        Comparison other = test(figure(figure.versus().get(0)));
        double more = Math.abs(mine.difference()) - Math.abs(other.difference());
        assertThat(more / Math.hypot(mine.se(), other.se()))
                .as(words(mine) + " against " + words(other))
                .isGreaterThan(1.96);
    }

    @Test
    void differences_between_ethnic_groups_in_confidence_are_explained_by_age_finances_and_deprivation() {
        for (String measure : List.of("confident_emergency", "confident_non_emergency")) {
            assertThat(ethnicity(measure, "ethnicity").p()).as(measure).isLessThan(0.05);
            assertThat(ethnicity(measure, "ethnicity,age_band,finances,deprivation")
                            .p())
                    .as(measure)
                    .isGreaterThan(0.05);
        }
    }

    private static TermTest ethnicity(String measure, String terms) {
        ModelQuery query = ModelQuery.parse("study=pcss&measure=" + measure + "&waves=2020Q2..2021Q1&terms=" + terms);
        return new Regression(SURVEYS.get("pcss")).fit(query).tests().get(0);
    }

    @Test
    void minority_victims_are_less_satisfied_in_the_first_wave_only() {
        Query dissatisfied = Query.parse("study=victims&measure=dissatisfied&waves=w2..w2");
        Comparison second = survey(dissatisfied)
                .compare(
                        dissatisfied.where("orientation", "gay_lesbian", "bisexual"),
                        dissatisfied.where("orientation", "heterosexual"));
        assertThat(second.isSignificant()).as(words(second)).isFalse();
    }

    static List<String> majorities() {
        return findings(Set.of(Claim.MOST, Claim.MAJORITY));
    }

    @ParameterizedTest
    @MethodSource("majorities")
    void what_most_are_said_to_do_more_than_half_do(String id) {
        assertThat(value(figure(id).query().orElseThrow())).isGreaterThan(0.5);
    }

    static List<String> notHigher() {
        return findings(Set.of(Claim.NOT_HIGHER));
    }

    @ParameterizedTest
    @MethodSource("notHigher")
    void what_is_said_not_to_be_higher_is_not_significantly_so(String id) {
        Comparison test = test(figure(id));
        assertThat(test.isSignificant() && test.difference() > 0)
                .as(words(test))
                .isFalse();
    }

    @Test
    void no_finding_is_left_untested() {
        Set<String> tested = Stream.of(
                        higher(),
                        lower(),
                        slightlyHigher(),
                        slightlyLower(),
                        similar(),
                        notHigher(),
                        consistentlyHigher(),
                        consistentlyLower(),
                        highestWaves(),
                        lowestWaves(),
                        biggerDifferences(),
                        ranks(),
                        majorities())
                .flatMap(List::stream)
                .collect(Collectors.toSet());
        assertThat(findings(Set.of(Claim.values()))).isNotEmpty().allMatch(tested::contains);
    }

    static List<String> ranks() {
        return findings(Set.of(Claim.TOP_1, Claim.TOP_3, Claim.LARGEST));
    }

    @ParameterizedTest
    @MethodSource("ranks")
    void what_is_said_to_be_top_is_significantly_above_all_that_rank_lower(String id) {
        PublishedFigure figure = figure(id);
        Query query = figure.query().orElseThrow();
        int places = figure.claim().orElseThrow() == Claim.TOP_3 ? 3 : 1;
        List<Query> rivals = new ArrayList<>(rivals(query));
        rivals.sort(Comparator.comparingDouble(PracticeFindingsTest::value).reversed());
        for (Query rival : rivals.subList(places - 1, rivals.size())) {
            assertDifference(id, survey(query).compare(query, rival), 1);
        }
    }

    /** The other answers of a multiple response, or the other groups of the one filter. */
    private static List<Query> rivals(Query query) {
        if (!query.answers().isEmpty()) {
            return survey(query).estimate(query.answers(List.of())).rows().stream()
                    .map(EstimateRow::answer)
                    .flatMap(Optional::stream)
                    .map(Category::code)
                    .filter(code -> !query.answers().contains(code))
                    .map(code -> query.answers(List.of(code)))
                    .toList();
        }
        String variable = query.where().firstKey();
        return survey(query).study().codebook().variable(variable).categories().stream()
                .filter(category -> category.status() == Category.Status.VALID)
                .map(Category::code)
                .filter(code -> !query.where().get(variable).contains(code))
                .map(code -> query.withoutWhere(variable).where(variable, code))
                .toList();
    }

    private static double value(Query query) {
        return survey(query).estimate(query).single().value();
    }

    private static Stream<Comparison> otherWaves(String id) {
        Query query = figure(id).query().orElseThrow();
        String own = query.waves().orElseThrow().first();
        List<String> period = List.of(figure(id).period().split("\\.\\."));
        return waves(query.waves(period.get(0), period.get(1))).stream()
                .filter(wave -> !wave.equals(own))
                .map(wave -> survey(query).compare(query, query.waves(wave, wave)));
    }

    private static List<String> waves(Query query) {
        List<String> all = survey(query).study().codebook().variable("wave").codes();
        return query.waves()
                .map(range -> all.subList(all.indexOf(range.first()), all.indexOf(range.last()) + 1))
                .orElse(all);
    }

    private static Comparison test(PublishedFigure figure) {
        Query query = figure.query().orElseThrow();
        return survey(query).compare(query, other(figure));
    }

    private static Comparison test(PublishedFigure figure, String wave) {
        Query query = figure.query().orElseThrow();
        return survey(query).compare(query.waves(wave, wave), other(figure).waves(wave, wave));
    }

    private static Query other(PublishedFigure figure) {
        return figure(figure.versus().get(0)).query().orElseThrow();
    }

    private static PublishedFigure figure(String id) {
        return FIGURES.get(id);
    }

    private static SurveyEstimates survey(Query query) {
        return SURVEYS.get(query.study());
    }

    private static String words(Comparison test) {
        return String.format(
                "%s %.1f%% (%d) %s %.1f%% (%d) t %.2f",
                test.first().text(),
                100 * test.firstValue(),
                test.firstBase(),
                test.second().text(),
                100 * test.secondValue(),
                test.secondBase(),
                test.t());
    }
}
