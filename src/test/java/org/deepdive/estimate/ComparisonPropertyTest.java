package org.deepdive.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** What holds for comparisons in any survey, whatever its numbers. */
class ComparisonPropertyTest {

    private static final int TRIES = 60;
    private static final Query SAFE = Query.of("small", "safe");
    private static final Query BY_AREA = SAFE.by(List.of("area"));

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

    /** How many of the areas a, b and c answer yes and no: six numbers. */
    @Provide
    Arbitrary<List<Integer>> counts() {
        return Arbitraries.integers().between(0, 12).list().ofSize(6);
    }

    private static SurveyEstimates survey(List<Integer> counts) {
        return new Neighbourhood(temp)
                .with("a", "2020Q1", counts.get(0) + 1, counts.get(1))
                .with("b", "2020Q1", counts.get(2) + 1, counts.get(3))
                .with("c", "2020Q1", counts.get(4), counts.get(5) + 1)
                .survey();
    }

    private static ComparisonRow.Tested test(SurveyEstimates survey, ComparisonPlan plan, String first) {
        return survey.comparisons(BY_AREA.where("area", "a", "b", "c"), plan).rows().stream()
                .filter(row -> row.first().code().equals(first))
                .findFirst()
                .flatMap(ComparisonRow::tested)
                .orElseThrow();
    }

    @Property(tries = TRIES)
    void a_difference_reversed_changes_its_sign_only(@ForAll("counts") List<Integer> counts) {
        SurveyEstimates survey = survey(counts);
        Comparison there = test(survey, ComparisonPlan.reference("b"), "a").comparison();
        Comparison back = test(survey, ComparisonPlan.reference("a"), "b").comparison();
        same(back.difference(), -there.difference());
        same(back.low(), -there.high());
        same(back.high(), -there.low());
        same(back.t(), -there.t());
        same(back.se(), there.se());
        same(back.p(), there.p());
        same(back.df(), there.df());
    }

    @Property(tries = TRIES)
    void a_ratio_reversed_is_its_reciprocal(@ForAll("counts") List<Integer> counts) {
        SurveyEstimates survey = survey(counts);
        RatioComparison there = test(survey, ComparisonPlan.reference("b").ratios(), "a")
                .ratio()
                .orElseThrow();
        RatioComparison back = test(survey, ComparisonPlan.reference("a").ratios(), "b")
                .ratio()
                .orElseThrow();
        same(back.ratio(), 1 / there.ratio());
        same(back.low(), 1 / there.high());
        same(back.high(), 1 / there.low());
        same(back.logSe(), there.logSe());
        same(back.t(), -there.t());
        same(back.p(), there.p());
    }

    @Property(tries = TRIES)
    void the_difference_to_the_rest_times_the_share_of_the_rest_is_that_to_the_whole(
            @ForAll("counts") List<Integer> counts) {
        SurveyEstimates survey = survey(counts);
        Comparison rest = test(survey, ComparisonPlan.complement(), "a").comparison();
        double whole = survey.estimate(SAFE).single().value();
        double toWhole = survey.compare(SAFE.where("area", "a"), SAFE).difference();
        double shareOfRest = 1 - shareOfA(survey);
        same(rest.difference() * shareOfRest, toWhole);
        same(rest.firstValue() - whole, toWhole);
    }

    /** The weighted share of an area, added up respondent by respondent. */
    private static double shareOfA(SurveyEstimates survey) {
        double a = 0;
        double all = 0;
        byte[] areas = survey.data().codes("area");
        for (int i = 0; i < areas.length; i++) {
            all += survey.data().weights()[i];
            a += areas[i] == 0 ? survey.data().weights()[i] : 0;
        }
        return a / all;
    }

    private static void same(double one, double other) {
        if (Double.isNaN(other)) {
            assertThat(one).isNaN();
        } else if (Double.isInfinite(other)) {
            assertThat(one).isEqualTo(other);
        } else {
            assertThat(one).isCloseTo(other, within(1e-9 + 1e-9 * Math.abs(other)));
        }
    }
}
