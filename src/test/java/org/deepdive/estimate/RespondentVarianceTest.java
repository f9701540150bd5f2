package org.deepdive.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.deepdive.study.InputException;
import org.deepdive.study.Strata;
import org.deepdive.study.SurveyDesign;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Variances from respondents' influence values are those that are finished from sums. */
class RespondentVarianceTest {

    private static final Query MEAN = Query.of("reference", "mean");

    @TempDir
    Path temp;

    @TestFactory
    Stream<DynamicTest> a_mean_has_the_same_variance_from_respondents_as_from_sums() throws URISyntaxException {
        Path folder =
                Path.of(RespondentVarianceTest.class.getResource("/reference").toURI());
        return ReferenceDesign.readAll(folder).stream()
                .flatMap(design -> Stream.of("remove", "adjust", "average")
                        .map(lonely -> dynamicTest(design.name() + "/" + lonely, () -> check(design, lonely))));
    }

    private void check(ReferenceDesign design, String lonely) {
        SurveyEstimates estimates = design.estimates(temp.resolve(design.name() + lonely), lonely);
        for (Query query : List.of(MEAN, MEAN.where("sex", "female"), MEAN.where("age_band", "a65_plus", "a45_64"))) {
            Cell.Estimate expected = estimates.estimate(query).single();
            Patterns patterns = Patterns.of(estimates, query, List.of());
            double[] values = patterns.values();
            DMatrixRMaj linearised = new DMatrixRMaj(values.length, 2);
            for (int v = 0; v < values.length; v++) {
                linearised.set(v, 0, (values[v] - expected.value()) / patterns.weight(0));
                linearised.set(v, 1, 3 * linearised.get(v, 0));
            }
            RespondentVariance.Spread spread =
                    RespondentVariance.of(estimates).of(patterns.influence(linearised), patterns.present());
            double variance = expected.se() * expected.se();
            assertThat(spread.df()).isEqualTo((int) expected.df());
            assertThat(spread.covariance().get(0, 0)).isCloseTo(variance, within(1e-11 * variance));
            assertThat(spread.covariance().get(0, 1)).isCloseTo(3 * variance, within(1e-11 * variance));
            assertThat(spread.covariance().get(1, 0))
                    .isEqualTo(spread.covariance().get(0, 1));
            assertThat(spread.covariance().get(1, 1)).isCloseTo(9 * variance, within(1e-10 * variance));
        }
    }

    @Test
    void a_lonely_unit_is_refused_only_where_somebody_of_it_is_present() {
        Strata strata =
                new Strata(new int[] {0, 1, 3}, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        RespondentVariance variance = new RespondentVariance(strata, SurveyDesign.Lonely.FAIL);
        DMatrixRMaj influence = new DMatrixRMaj(3, 1, true, 0, 1, -1);
        RespondentVariance.Spread spread = variance.of(influence, new boolean[] {false, true, true});
        assertThat(spread.covariance().get(0, 0)).isEqualTo(4);
        assertThat(spread.df()).isEqualTo(1);
        assertThatThrownBy(() -> variance.of(influence, new boolean[] {true, true, true}))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("A stratum has only one sampling unit");
    }
}
