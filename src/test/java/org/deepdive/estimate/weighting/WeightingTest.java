package org.deepdive.estimate.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deepdive.study.CodedColumn;
import org.deepdive.study.InputException;
import org.junit.jupiter.api.Test;

/** Weighting of a few respondents whose numbers can be done by hand, and what is refused. */
class WeightingTest {

    private static final CodedColumn SEX =
            new CodedColumn("sex", List.of("female", "male"), new int[] {0, 0, 0, 1, 1, 1, 1, 1});
    private static final CodedColumn AGE =
            new CodedColumn("age", List.of("young", "old"), new int[] {0, 0, 1, 0, 1, 1, 1, 1});
    private static final List<CodedColumn> COLUMNS = List.of(SEX, AGE);
    private static final double[] ONES = {1, 1, 1, 1, 1, 1, 1, 1};

    private static Margin margin(String name, Object... targets) {
        Map<String, Double> map = new LinkedHashMap<>();
        for (int k = 0; k < targets.length; k += 2) {
            map.put((String) targets[k], ((Number) targets[k + 1]).doubleValue());
        }
        return Margin.of(name, map);
    }

    private static Weighted weigh(Weighting weighting, Margin... margins) {
        return weighting.weigh(ONES, COLUMNS, Targets.of(margins));
    }

    private static Weighting by(Method method) {
        return Weighting.by(method);
    }

    @Test
    void post_stratification_divides_each_target_by_its_category() {
        Weighted weighted = weigh(by(Method.POST_STRATIFY), margin("sex", "female", 50, "male", 50));
        assertThat(weighted.weights()[0]).isCloseTo(4 / 3.0, within(1e-15));
        assertThat(weighted.weights()[7]).isCloseTo(4 / 5.0, within(1e-15));
        assertThat(weighted.categories())
                .containsExactly(
                        new CategoryFit("sex", "female", 3, 3, 4, 4), new CategoryFit("sex", "male", 5, 5, 4, 4));
        assertThat(weighted.rounds()).isEqualTo(1);
        assertThat(weighted.trimmed()).isZero();
        assertThat(weighted.notPositive()).isZero();
    }

    @Test
    void the_spread_of_weights_is_kishs() {
        WeightSpread spread = WeightSpread.of(new double[] {1, 1, 2, 4});
        assertThat(spread).isEqualTo(new WeightSpread(8, 88 / 64.0, 4 / (88 / 64.0), Math.sqrt(24 / 64.0), 1, 4));
    }

    @Test
    void a_crossing_has_targets_for_its_cells_in_either_order_of_its_variables() {
        Weighted weighted = weigh(
                by(Method.POST_STRATIFY),
                margin("age*sex", "young*female", 100, "old*female", 300, "young*male", 200, "old*male", 400));
        assertThat(weighted.weights()).containsExactly(50, 50, 300, 200, 100, 100, 100, 100);
        assertThat(weighted.before().sum()).isEqualTo(8);
        assertThat(weighted.after().sum()).isEqualTo(1000);
    }

    @Test
    void totals_percentages_and_proportions_are_told_apart_by_their_sum() {
        double[] totals =
                weigh(by(Method.RAKE), margin("sex", "female", 4, "male", 4)).weights();
        double[] percents =
                weigh(by(Method.RAKE), margin("sex", "female", 50, "male", 50)).weights();
        double[] proportions = weigh(by(Method.RAKE), margin("sex", "female", 0.5, "male", 0.5))
                .weights();
        assertThat(percents).containsExactly(totals, within(1e-12));
        assertThat(proportions).containsExactly(totals, within(1e-12));
    }

    @Test
    void shares_beside_totals_are_shares_of_their_sum() {
        Weighted weighted = weigh(
                by(Method.RAKE), margin("sex", "female", 0.4, "male", 0.6), margin("age", "young", 300, "old", 700));
        assertThat(weighted.after().sum()).isCloseTo(1000, within(1e-9));
        assertThat(weighted.categories().get(0).after()).isCloseTo(400, within(1e-7));
        assertThat(weighted.categories().get(0).before()).isCloseTo(375, within(1e-9));
    }

    @Test
    void trimming_once_shares_out_what_is_cut_and_strict_trimming_repeats() {
        double[] weights = {1, 2, 3, 10};
        assertThat(new Trimming(0, 6, false).trim(weights).weights())
                .containsExactly(new double[] {1 + 4 / 3.0, 2 + 4 / 3.0, 3 + 4 / 3.0, 6}, within(1e-15));
        Trimming.Trimmed strict = new Trimming(0, 4.1, true).trim(weights);
        assertThat(strict.weights()).containsExactly(new double[] {3.7, 4.1, 4.1, 4.1}, within(1e-12));
        assertThat(WeightSpread.sum(strict.weights())).isCloseTo(16, within(1e-12));
        assertThat(strict.count()).isEqualTo(3);
        assertThat(new Trimming(0, 10, true).trim(weights).count()).isZero();
    }

    @Test
    void trimming_in_turn_keeps_limits_and_margins() {
        Margin[] margins = {margin("sex", "female", 50, "male", 50), margin("age", "young", 40, "old", 60)};
        double most = weigh(by(Method.RAKE), margins).after().most();
        Trimming limits = new Trimming(0.5, most - 0.03, false);
        double[] given = {1, 1.3, 1, 1, 1, 1.2, 1, 1};
        Weighted weighted = by(Method.RAKE).trimmedInTurn(limits).weigh(given, COLUMNS, Targets.of(margins));
        assertThat(weighted.after().most()).isLessThanOrEqualTo(limits.high());
        assertThat(Math.abs(weighted.farthest().gap())).isLessThanOrEqualTo(1e-8);
        assertThat(weighted.trimmed()).isPositive();
        Weighted once = by(Method.RAKE).trimmed(limits).weigh(given, COLUMNS, Targets.of(margins));
        assertThat(Math.abs(once.farthest().gap())).isGreaterThan(1e-4);
    }

    @Test
    void linear_weights_that_are_negative_are_counted() {
        double[] given = {1, 1, 1, 1, 9, 9, 9, 9};
        Weighted weighted = by(Method.LINEAR)
                .weigh(
                        given,
                        COLUMNS,
                        Targets.of(margin("sex", "female", 5, "male", 95), margin("age", "young", 40, "old", 60)));
        assertThat(weighted.notPositive()).isEqualTo(1);
        assertThat(weighted.weights()[2]).isNegative();
    }

    private static void assertRefused(Runnable weighting, String message) {
        assertThatThrownBy(weighting::run).isInstanceOf(InputException.class).hasMessage(message);
    }

    private static void assertRefused(Weighting weighting, String message, Margin... margins) {
        assertRefused(() -> weigh(weighting, margins), message);
    }

    @Test
    void bounds_that_a_category_cannot_be_met_within_name_it_with_its_target() {
        assertRefused(
                by(Method.LOGIT).within(new Bounds(0.8, 1.2)),
                "The margin sex=female cannot be met within the bounds 0.8 and 1.2: its target 4.8 is 1.6 times the 3 "
                        + "that its respondents weigh. Widen the bounds, or join the category with another.",
                margin("sex", "female", 60, "male", 40));
    }

    @Test
    void margins_that_bounds_cannot_meet_together_name_the_farthest_with_target_and_reached() {
        for (Method method : List.of(Method.LINEAR, Method.RAKING, Method.LOGIT)) {
            assertThatThrownBy(() -> weigh(
                            by(method).within(new Bounds(0.5, 1.5)),
                            margin("sex", "female", 56, "male", 44),
                            margin("age", "young", 20, "old", 80)))
                    .isInstanceOf(InputException.class)
                    .hasMessageMatching(
                            "After 200 rounds of " + method.word() + " the margin (sex|age)=\\w+ is at [0-9.]+ "
                                    + "and cannot be brought to its target [0-9.]+ together with the others\\. Widen the bounds, "
                                    + "join small categories, or drop a margin that contradicts the others\\.");
        }
    }

    @Test
    void margins_that_contradict_one_another_are_told_by_every_method() {
        Margin crossing = margin("sex*age", "female*young", 25, "female*old", 25, "male*young", 25, "male*old", 25);
        for (Method method : List.of(Method.RAKE, Method.LINEAR, Method.RAKING)) {
            assertThatThrownBy(() -> weigh(by(method), crossing, margin("sex", "female", 60, "male", 40)))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining(" of " + method.word() + " the margin sex")
                    .hasMessageContaining("drop a margin that contradicts the others");
        }
    }

    @Test
    void limits_that_trimming_in_turn_cannot_keep_are_told_with_the_category() {
        assertRefused(
                by(Method.RAKE).trimmedInTurn(new Trimming(0.9, 1.1, true)),
                "The margin sex=female cannot be met with weights between 0.9 and 1.1: its target 4.8 is 1.6 for each of its "
                        + "3 respondents. Widen the limits, or join the category with another.",
                margin("sex", "female", 60, "male", 40));
        assertThatThrownBy(() -> weigh(
                        by(Method.RAKE).trimmedInTurn(new Trimming(0.71, 1.4, true)),
                        margin("sex", "female", 51, "male", 49),
                        margin("age", "young", 27, "old", 73)))
                .isInstanceOf(InputException.class)
                .hasMessageMatching(
                        "Within the limits 0.71 and 1.4 the margin (sex|age)=\\w+ is at [0-9.]+ and cannot be "
                                + "brought to its target [0-9.]+ together with the others\\. Widen the limits, or join small "
                                + "categories\\.");
    }

    @Test
    void a_method_is_refused_what_it_cannot_have() {
        Margin sex = margin("sex", "female", 50, "male", 50);
        assertRefused(
                by(Method.POST_STRATIFY),
                "Post-stratification takes one margin; there are 2. Give the crossing of the variables as one margin, or "
                        + "rake.",
                sex,
                margin("age", "young", 50, "old", 50));
        assertRefused(by(Method.LOGIT), "The method logit needs bounds. Give bounds such as 0.3 and 3.", sex);
        assertRefused(
                () -> by(Method.RAKE).within(new Bounds(0.5, 2)),
                "The method rake has no bounds. Use raking, linear or logit, which have, or trim the weights.");
        assertRefused(
                () -> by(Method.LOGIT).within(new Bounds(0.5, 2)).trimmedInTurn(new Trimming(0, 2, true)),
                "Trimming in turn would not keep the bounds on the ratios. Trim once, or leave out the bounds.");
        assertRefused(
                () -> new Bounds(-1, 2),
                "The bounds -1.0 and 2.0 let weights become negative or endless. Take bounds such as 0.3 and 3.");
        assertRefused(
                () -> Method.of("rakking"),
                "There is no method \"rakking\". Did you mean \"raking\"? Allowed: rake, post-stratify, linear, raking, "
                        + "logit.");
    }

    @Test
    void limits_that_cannot_keep_the_sum_are_refused() {
        assertRefused(
                () -> new Trimming(2, 3, false).trim(ONES),
                "The limits 2 and 3 do not enclose the mean weight, 1, so trimming would change the sum. Give limits "
                        + "around it.");
        assertRefused(
                () -> new Trimming(4, 7, false).trim(new double[] {1, 10, 9}),
                "The limits 4 and 7 cut every weight, and leave none to take what is cut. Widen them.");
        assertRefused(() -> new Trimming(3, 2, true), "The limits 3 and 2 are not in order. Give the lower one first.");
    }

    @Test
    void given_weights_must_be_above_zero() {
        double[] given = ONES.clone();
        given[4] = -1;
        assertRefused(
                () -> by(Method.RAKE).weigh(given, COLUMNS, Targets.of(margin("sex", "female", 50, "male", 50))),
                "The weight of respondent 5 is -1.0. Weights are numbers above 0.");
    }

    @Test
    void targets_that_do_not_fit_the_respondents_name_the_category() {
        Weighting rake = by(Method.RAKE);
        assertRefused(
                rake,
                "There is no variable \"sx\". Did you mean \"sex\"? Allowed: sex, age.",
                margin("sx", "female", 50, "male", 50));
        assertRefused(
                rake,
                "There is no category of sex \"femal\". Did you mean \"female\"? Allowed: female, male.",
                margin("sex", "femal", 50, "male", 50));
        assertRefused(
                rake,
                "respondent 4, sex: The margin sex has no target for \"male\", and 5 respondents are in it. Give it a "
                        + "target, or another category in the data. Allowed: female.",
                margin("sex", "female", 100));
        assertRefused(
                rake,
                "respondent 3, sex: The margin sex*age has no target for \"female*old\", and 1 respondent is in it. Give "
                        + "it a target, or another category in the data. Allowed: female*young, male*young, male*old.",
                margin("sex*age", "female*young", 20, "male*young", 20, "male*old", 60));
        assertRefused(
                rake,
                "\"female\" is not a category of sex*age. Write one category of each variable, joined by *.",
                margin("sex*age", "female", 20, "male", 80));
        assertRefused(
                rake,
                "The target of sex=male is 0, and 5 respondents are in it. Give it a target, or leave them out of the "
                        + "data.",
                margin("sex", "female", 100, "male", 0));
    }

    @Test
    void a_target_for_nobody_is_refused_unless_it_is_zero() {
        CodedColumn empty = new CodedColumn("sex", List.of("female", "male", "other"), SEX.codes());
        Targets none = Targets.of(margin("sex", "female", 50, "male", 50, "other", 0, "unheard of", 0));
        assertThat(by(Method.RAKE).weigh(ONES, List.of(empty), none).categories())
                .hasSize(2);
        Targets some = Targets.of(margin("sex", "female", 50, "male", 49, "other", 1));
        assertRefused(
                () -> by(Method.RAKE).weigh(ONES, List.of(empty), some),
                "Nobody is in sex=other, whose target is 1. Join it with another category, in the targets and in the data.");
    }

    @Test
    void a_respondent_without_a_category_is_refused_with_its_place() {
        CodedColumn gaps = new CodedColumn("sex", List.of("female", "male"), new int[] {0, 0, 0, 1, -1, -1, 1, 1});
        assertRefused(
                () -> by(Method.RAKE).weigh(ONES, List.of(gaps), Targets.of(margin("sex", "female", 50, "male", 50))),
                "respondent 5, sex: sex is empty for 2 respondents. Every respondent needs a category of each margin: fill "
                        + "it in, or make it a category with a target.");
    }

    @Test
    void targets_that_do_not_agree_with_themselves_are_refused() {
        assertRefused(
                () -> margin("sex", "female", 50, "male", 45),
                "The targets of sex add up to 95, not to 100. Add what is missing, or give more decimals; where they are "
                        + "numbers of people, say so with the unit total.");
        assertRefused(
                () -> margin("sex", "female", 0.5, "male", 0.45),
                "The targets of sex add up to 0.95, not to 1. Add what is missing, or give more decimals; where they are "
                        + "numbers of people, say so with the unit total.");
        assertRefused(
                () -> Targets.of(margin("sex", "female", 500, "male", 500), margin("age", "young", 500, "old", 501)),
                "The totals of age add up to 1001, but the sum of sex is 1000. All margins must speak of the same people; "
                        + "give one of them as shares.");
        assertRefused(
                () -> Targets.of(margin("sex", "female", 500, "male", 500)).ofPopulation(2000),
                "The totals of sex add up to 1000, but the given population is 2000. All margins must speak of the same "
                        + "people; give one of them as shares.");
        assertRefused(
                () -> Targets.of(margin("sex*age", "a*b", 1), margin("age*sex", "b*a", 1)),
                "There are two margins over age*sex. Keep one.");
        assertRefused(
                () -> Targets.of(margin("sex", "female", 1)).ofPopulation(-3),
                "A population of -3 is nobody. Give a number above 0.");
        assertRefused(
                () -> margin("sex*sex", "a*b", 1),
                "\"sex*sex\" is not a margin. Name a variable, or different ones joined by *.");
    }
}
