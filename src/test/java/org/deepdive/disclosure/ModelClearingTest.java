package org.deepdive.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.deepdive.estimate.Cell;
import org.deepdive.estimate.Flag;
import org.deepdive.estimate.SurveyEstimates;
import org.deepdive.estimate.regression.Coefficient;
import org.deepdive.estimate.regression.Model;
import org.deepdive.estimate.regression.ModelQuery;
import org.deepdive.estimate.regression.Regression;
import org.deepdive.study.DataFolder;
import org.deepdive.study.InputException;
import org.deepdive.study.MicrodataReader;
import org.deepdive.study.StudyFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which models may be shown, and with which digits. */
class ModelClearingTest {

    private static final Rules RULES = Rules.read(DataFolder.packaged());

    @TempDir
    Path temp;

    private final StringBuilder people = new StringBuilder("weight,area,age,answer\n");

    private ModelClearingTest with(String area, String age, int yes, int no) {
        people.append(String.join(",", "1", area, age, "yes\n").repeat(yes));
        people.append(String.join(",", "1", area, age, "no\n").repeat(no));
        return this;
    }

    private SurveyEstimates survey() {
        StudyFolder study = new StudyFolder(temp, "small")
                .study("""
                        design: {weight: weight}
                        measures:
                          - {name: safe, label: Safe, kind: percentage, variable: answer, net: ["yes"]}
                          - {name: score, label: Score, kind: mean, variable: answer, scores: {"yes": 5, "no": 1}}
                        """)
                .codebook(StudyFolder.variable("area", "nominal", List.of("a", "b", "c", "refused"))
                                .replace("refused,refused,valid", "refused,refused,refused")
                        + StudyFolder.variable("age", "ordinal", List.of("young", "old"))
                        + StudyFolder.variable("answer", "ordinal", List.of("yes", "no")));
        try {
            Path file = Files.writeString(temp.resolve("people.csv"), people);
            return new SurveyEstimates(MicrodataReader.read(study.read(), file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Model model(Audience audience, String query) {
        return new Gate(RULES, audience)
                .model(survey(), ModelQuery.parse("study=small&" + query))
                .value();
    }

    private ModelClearingTest enough() {
        return with("a", "young", 33, 21)
                .with("a", "old", 24, 33)
                .with("b", "young", 41, 22)
                .with("b", "old", 17, 26)
                .with("c", "young", 61, 62)
                .with("c", "old", 53, 51);
    }

    private void refused(String query, String code, String message) {
        for (Audience audience : Audience.values()) {
            assertThatThrownBy(() -> model(audience, query))
                    .isInstanceOfSatisfying(InputException.class, e -> {
                        assertThat(e.code()).isEqualTo(code);
                        assertThat(e.isWithheld()).isTrue();
                    })
                    .hasMessageContaining(message);
        }
    }

    @Test
    void a_model_with_enough_in_every_category_is_shown() {
        enough();
        assertThat(model(Audience.HOLDER, "measure=safe&terms=area,age").base()).isEqualTo(444);
    }

    @Test
    void a_category_of_nine_withholds_the_whole_model_and_says_which_filter_would_do() {
        with("a", "young", 50, 50)
                .with("a", "old", 50, 50)
                .with("b", "old", 50, 50)
                .with("c", "young", 5, 4);
        refused(
                "measure=safe&terms=age,area",
                "suppressed",
                "The model is withheld [c]: of area, too few respondents are counted, or are not, in: c.");
        refused("measure=score&terms=age,area", "suppressed", "in: c.");
        // One of the shown areas would protect the withheld one in a table, so a filter to both is not offered.
        with("b", "young", 50, 51);
        refused("measure=safe&terms=age,area", "suppressed", "Leave the term out, or ask about more respondents.");
    }

    @Test
    void a_category_that_the_filters_leave_out_is_not_asked_for() {
        enough().with("refused", "young", 8, 8);
        assertThat(model(Audience.HOLDER, "measure=safe&terms=area,age&where=area:a/b")
                        .coefficients())
                .extracting(Coefficient::name)
                .containsExactly("(intercept)", "area=b", "age=old");
    }

    @Test
    void a_category_with_too_few_counted_or_not_counted_withholds_the_model() {
        with("a", "young", 50, 50)
                .with("b", "young", 9, 91)
                .with("c", "old", 50, 50)
                .with("a", "old", 20, 20);
        refused("measure=safe&terms=age,area", "suppressed", "of area");
        people.setLength(people.indexOf("\n") + 1);
        with("a", "young", 50, 50)
                .with("b", "young", 91, 9)
                .with("c", "old", 50, 50)
                .with("a", "old", 20, 20);
        refused("measure=safe&terms=age,area", "suppressed", "of area");
    }

    @Test
    void why_a_model_has_no_solution_is_not_told_of_a_category_too_small_to_be_shown() {
        with("a", "young", 50, 50).with("b", "young", 5, 0).with("c", "old", 50, 50);
        assertThatThrownBy(() -> model(Audience.HOLDER, "measure=safe&terms=area"))
                .hasMessageContaining("[c]")
                .hasMessageNotContaining("Everybody");
    }

    @Test
    void every_cell_of_an_interaction_must_be_enough() {
        enough().with("b", "old", 0, 0);
        people.setLength(0);
        people.append("weight,area,age,answer\n");
        with("a", "young", 50, 50)
                .with("a", "old", 50, 50)
                .with("b", "young", 50, 50)
                .with("b", "old", 8, 50)
                .with("c", "young", 50, 50)
                .with("c", "old", 50, 50);
        assertThat(model(Audience.HOLDER, "measure=safe&terms=area,age").coefficients())
                .hasSize(4);
        refused(
                "measure=safe&terms=area,age,area:age",
                "suppressed",
                "of area × age, too few respondents are counted, or are not, in: b and old.");
    }

    @Test
    void a_model_that_leaves_out_a_few_is_refused_since_another_would_tell_of_them() {
        enough().with("refused", "young", 2, 3);
        refused(
                "measure=safe&terms=age,area",
                "remainder",
                "it leaves out those who did not answer one of its variables");
        with("refused", "old", 12, 13);
        assertThat(model(Audience.HOLDER, "measure=safe&terms=age,area").leftOut())
                .singleElement()
                .satisfies(left -> assertThat(left.count()).isEqualTo(30));
    }

    @Test
    void a_model_with_nearly_as_many_coefficients_as_respondents_is_withheld() {
        Rules strict = new Rules(10, 10, 10, 10, 30, 0.3, 100, 10, List.of());
        Rules stricter = new Rules(441, 1, 1, 1, 30, 0.3, 100, 10, List.of());
        enough();
        Model raw = new Regression(survey()).fit(ModelQuery.parse("study=small&measure=safe&terms=area,age"));
        assertThat(new ModelClearing(new Gate(strict, Audience.HOLDER), survey())
                        .shown(raw)
                        .base())
                .isEqualTo(444);
        assertThatThrownBy(() -> new ModelClearing(new Gate(stricter, Audience.HOLDER), survey()).shown(raw))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("it has nearly as many coefficients as respondents");
    }

    /** GateTest says which four decimals. */
    private static double four(double exact) {
        return new Gate(RULES, Audience.PUBLIC).digits(exact);
    }

    @Test
    void anyone_sees_rounded_bases_and_four_decimals() {
        enough().with("refused", "old", 11, 13);
        Model holder = model(Audience.HOLDER, "measure=safe&terms=area,age");
        Model anyone = model(Audience.PUBLIC, "measure=safe&terms=area,age");
        assertThat(holder.base()).isEqualTo(444);
        assertThat(anyone.base()).isEqualTo(440);
        assertThat(holder.leftOut().get(0).count()).isEqualTo(24);
        assertThat(anyone.leftOut().get(0).count()).isEqualTo(20);
        assertThat(holder.df()).isEqualTo(440);
        assertThat(anyone.coefficients()).zipSatisfy(holder.coefficients(), (rounded, exact) -> {
            assertThat(rounded.estimate()).isEqualTo(four(exact.estimate()));
            assertThat(rounded.se()).isEqualTo(four(exact.se()));
        });
        assertThat(anyone.groups().adjusted()).zipSatisfy(holder.groups().adjusted(), (rounded, exact) -> {
            Cell.Estimate public_ = (Cell.Estimate) rounded.cell();
            Cell.Estimate own = (Cell.Estimate) exact.cell();
            assertThat(public_.value()).isEqualTo(four(own.value()));
            assertThat(public_.base() % 10).isZero();
            assertThat(public_.counted() % 10).isZero();
            assertThat(public_.effectiveBase() % 10).isZero();
        });
        assertThat(anyone.groups().differences().get(0).difference())
                .isEqualTo(four(holder.groups().differences().get(0).difference()));
        assertThat(anyone.tests().get(0).f())
                .isEqualTo(four(holder.tests().get(0).f()));
    }

    @Test
    void adjusted_values_of_low_bases_and_wide_intervals_are_marked() {
        with("a", "young", 200, 200)
                .with("a", "old", 200, 150)
                .with("b", "young", 12, 13)
                .with("b", "old", 11, 12)
                .with("c", "young", 10, 5)
                .with("c", "old", 2, 8);
        Model model = model(Audience.PUBLIC, "measure=safe&terms=area,age");
        assertThat(model.groups().adjusted())
                .extracting(row -> row.cell().flags())
                .containsExactly(Set.of(), Set.of(Flag.LOW_BASE), Set.of(Flag.LOW_BASE, Flag.UNRELIABLE));
    }
}
