package org.deepdive.estimate.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deepdive.estimate.Cell;
import org.deepdive.estimate.EstimateRow;
import org.deepdive.estimate.SurveyEstimates;
import org.deepdive.study.InputException;
import org.deepdive.study.MicrodataReader;
import org.deepdive.study.StudyFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is in a model, what it adjusts, and what is said where it has no solution. */
class RegressionTest {

    @TempDir
    Path temp;

    private final StringBuilder people = new StringBuilder("weight,cluster,area,age,twin,answer,news.paper\n");
    private int psu;

    /** People of an area and an age: some answer yes, the others no, each a sampling unit. */
    private RegressionTest with(String area, String age, int yes, int no) {
        return answering(area, age, "yes", yes).answering(area, age, "no", no);
    }

    private RegressionTest answering(String area, String age, String answer, int count) {
        for (int i = 0; i < count; i++) {
            people.append(String.join(",", "1", "c" + psu++, area, age, age, answer, "1\n"));
        }
        return this;
    }

    private Regression survey() {
        StudyFolder study = new StudyFolder(temp, "small")
                .study("""
                        design: {weight: weight, cluster: cluster}
                        measures:
                          - {name: safe, label: Safe, kind: percentage, variable: answer, net: ["yes"], exclude: [refused]}
                          - {name: answers, label: Answers, kind: distribution, variable: answer, exclude: [refused]}
                          - {name: score, label: Score, kind: mean, variable: answer, scores: {"yes": 5, "no": 1}}
                          - {name: news, label: News, kind: multiple, variable: news}
                        """)
                .codebook(StudyFolder.variable("area", "nominal", List.of("a", "b", "c", "refused"))
                                .replace("refused,refused,valid", "refused,refused,refused")
                        + StudyFolder.variable("age", "ordinal", List.of("young", "middle", "old"))
                        + StudyFolder.variable("twin", "ordinal", List.of("young", "middle", "old"))
                        + StudyFolder.variable("answer", "ordinal", List.of("yes", "no", "refused"))
                        + StudyFolder.variable("news", "multiple", List.of("paper")));
        try {
            Path file = Files.writeString(temp.resolve("people.csv"), people);
            return new Regression(new SurveyEstimates(MicrodataReader.read(study.read(), file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Model fit(String query) {
        return survey().fit(ModelQuery.parse("study=small&" + query));
    }

    private static double value(List<EstimateRow> rows, int group) {
        return ((Cell.Estimate) rows.get(group).cell()).value();
    }

    /** Areas differ by their ages only: within each age, both have the same share. */
    private RegressionTest confounded() {
        return with("a", "young", 45, 5)
                .with("a", "old", 5, 5)
                .with("b", "young", 9, 1)
                .with("b", "old", 25, 25);
    }

    @Test
    void a_difference_that_is_only_one_of_age_goes_when_adjusted_for_age() {
        Model model = confounded().fit("measure=safe&terms=area,age");
        assertThat(value(model.groups().unadjusted(), 0)).isEqualTo(50 / 60.0);
        assertThat(value(model.groups().unadjusted(), 1)).isEqualTo(34 / 60.0);
        assertThat(value(model.groups().adjusted(), 0)).isCloseTo(0.7, within(1e-12));
        assertThat(value(model.groups().adjusted(), 1)).isCloseTo(0.7, within(1e-12));
        assertThat(model.groups().differences()).singleElement().satisfies(d -> {
            assertThat(d.first().code()).isEqualTo("b");
            assertThat(d.second().code()).isEqualTo("a");
            assertThat(d.difference()).isCloseTo(0, within(1e-12));
        });
        assertThat(model.groups().unadjustedTest().p()).isLessThan(0.01);
        assertThat(model.groups().adjustedTest().p()).isGreaterThan(0.99);
        assertThat(model.sentence())
                .startsWith(
                        "area: the groups are up to 26.7 percentage points apart (57% b to 83% a; significant, p = 0.003)"
                                + " as they are, and up to 0.0 percentage points apart (70% ")
                .endsWith("; not significant, p = 1.000) once adjusted for age.");
    }

    @Test
    void a_saturated_model_gives_back_the_cells() {
        Model model = confounded().fit("measure=safe&terms=area,age,area:age");
        double intercept = model.coefficients().get(0).estimate();
        assertThat(1 / (1 + Math.exp(-intercept))).isCloseTo(0.9, within(1e-12));
        assertThat(model.coefficients())
                .extracting(Coefficient::name)
                .containsExactly("(intercept)", "area=b", "age=old", "area=b:age=old");
        assertThat(model.references()).containsExactly("area: a", "age: young");
        assertThat(model.tests())
                .extracting(TermTest::name, TermTest::df)
                .containsExactly(tuple("area", 1), tuple("age", 1), tuple("area:age", 1));
        assertThat(model.groups().adjustedTest().df()).isEqualTo(2);
    }

    @Test
    void who_did_not_answer_is_left_out_and_counted_once_at_the_first_reason() {
        Model model = confounded()
                .with("refused", "old", 4, 3)
                .answering("refused", "young", "refused", 2)
                .answering("a", "", "yes", 5)
                .fit("measure=safe&terms=area,age");
        assertThat(model.base()).isEqualTo(120);
        assertThat(model.leftOut())
                .containsExactly(
                        new LeftOut("Safe: no answer, or not in the measure's base", 2),
                        new LeftOut("area: no answer, or \"refused\"", 7),
                        new LeftOut("age: no answer", 5));
    }

    @Test
    void refusals_can_be_kept_as_a_category() {
        confounded().with("refused", "old", 4, 3);
        Model model = fit("measure=safe&terms=area,age&nonanswers=keep");
        assertThat(model.base()).isEqualTo(127);
        assertThat(model.coefficients()).extracting(Coefficient::name).contains("area=refused");
    }

    @Test
    void a_trend_is_one_slope_per_category() {
        Model model = with("a", "young", 10, 30)
                .with("a", "middle", 20, 20)
                .with("a", "old", 30, 10)
                .with("b", "young", 10, 30)
                .with("b", "middle", 20, 20)
                .with("b", "old", 30, 10)
                .fit("measure=safe&terms=area,age.trend");
        assertThat(model.coefficients().get(2).label()).isEqualTo("age (each step)");
        assertThat(model.coefficients().get(2).estimate()).isCloseTo(Math.log(3), within(1e-12));
        assertThat(model.tests().get(1).label()).isEqualTo("age (trend)");
    }

    @Test
    void a_picked_answer_and_a_mean_are_outcomes_too() {
        confounded();
        assertThat(fit("measure=answers.yes&terms=area,age").outcome()).isEqualTo("Answers: yes");
        Model score = fit("measure=score&terms=area,age");
        assertThat(score.kind()).isEqualTo(ModelKind.LINEAR);
        assertThat(value(score.groups().adjusted(), 0)).isCloseTo(1 + 4 * 0.7, within(1e-12));
        assertThat(fit("measure=safe&terms=area&kind=logistic").query().kind())
                .as("the default kind is not written")
                .isEmpty();
        assertThat(fit("measure=safe&terms=area").sentence()).endsWith("; nothing was adjusted for.");
    }

    @Test
    void separation_is_told_with_its_term_and_category() {
        with("a", "young", 20, 20).with("b", "young", 20, 0).with("a", "old", 10, 10);
        assertThatThrownBy(() -> fit("measure=safe&terms=area,age"))
                .isInstanceOf(InputException.class)
                .hasMessage("Everybody in area: b is counted, so its odds have no finite ratio to others (separation)."
                        + " Filter that category out, leave the term \"area\" out, or ask for a linear model.");
        assertThat(fit("measure=safe&terms=area,age&kind=linear").coefficients())
                .hasSize(3);
    }

    @Test
    void separation_by_several_terms_together_is_told_too() {
        with("a", "young", 20, 0)
                .with("b", "young", 10, 10)
                .with("a", "old", 10, 10)
                .with("b", "old", 0, 20);
        assertThatThrownBy(() -> fit("measure=safe&terms=area,age"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("Some combination of the terms tells the answers apart without exception")
                .hasMessageMatching(".*\\(separation\\), (area: b|age: old) first\\..*");
    }

    @Test
    void collinear_terms_are_told_apart_by_name() {
        assertThatThrownBy(() -> confounded().fit("measure=safe&terms=area,age,twin"))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "twin: old is a combination of what stands before it in the model, so it has no coefficient of"
                                + " its own. Leave out the term \"twin\", or one that says the same.");
    }

    @Test
    void an_empty_cell_of_an_interaction_is_told() {
        confounded().with("c", "young", 10, 10);
        assertThatThrownBy(() -> fit("measure=score&terms=area,age,area:age"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("Nobody is in area: c × age: old, so it has no coefficient.")
                .hasMessageContaining("Leave out the term \"area:age\"");
    }

    @Test
    void too_few_sampling_units_are_told_with_their_number() {
        for (String cluster : List.of("one", "two", "three")) {
            for (String age : List.of("young", "old")) {
                for (String area : List.of("a", "b")) {
                    people.append(String.join(",", "1", cluster, area, age, age, "yes", "1\n"));
                    people.append(String.join(",", "1", cluster, area, age, age, "no", "1\n"));
                }
            }
        }
        assertThatThrownBy(() -> fit("measure=safe&terms=area,age"))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "The model has 3 coefficients, more than the design's 2 degrees of freedom (sampling units less"
                                + " strata) allow. Leave terms out, starting with \"age\", or ask about more respondents.");
    }

    @Test
    void words_that_are_not_the_studys_are_told_with_what_exists() {
        confounded();
        assertThatThrownBy(() -> fit("measure=safe&terms=aera")).hasMessageContaining("Did you mean \"area\"?");
        assertThatThrownBy(() -> fit("measure=safe&terms=area,news"))
                .hasMessageContaining("\"news\" allows several answers");
        assertThatThrownBy(() -> fit("measure=safe&terms=area&reference=area:z"))
                .hasMessageContaining("\"z\"");
        assertThatThrownBy(() -> fit("measure=safe&terms=area&reference=age:old"))
                .hasMessageContaining("\"age\" is given a reference category but is no term with categories.");
        assertThatThrownBy(() -> fit("measure=safe&terms=area&reference=area:c"))
                .hasMessageContaining("The reference category \"c\" of \"area\" has no respondents here.");
        assertThatThrownBy(() -> fit("measure=score&terms=area&kind=logistic"))
                .hasMessageContaining("A logistic model needs a percentage; \"score\" is a mean.");
        assertThatThrownBy(() -> fit("measure=base&terms=area")).hasMessageContaining("Name a measure.");
        assertThatThrownBy(() -> fit("measure=answers&terms=area")).hasMessageContaining("Pick one answer");
        assertThatThrownBy(() -> fit("measure=safe&where=area:a&terms=area"))
                .hasMessageContaining("\"area\" has fewer than two categories with respondents");
        assertThatThrownBy(() -> fit("measure=safe&where=area:refused&terms=area"))
                .hasMessageContaining("lets through nobody who answered it");
        assertThatThrownBy(() -> fit("measure=answers.yes&where=answer:yes&terms=area"))
                .hasMessageContaining("All respondents of the model have the same answer");
    }
}
