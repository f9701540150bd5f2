package org.deepdive.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import org.deepdive.practice.OutcomeModel.Part;

/**
 * The invented answers of the Victims' Survey, in the order they are drawn: what the police did, then how satisfied the
 * victim is with it, then why, then what should be better. Effects are on the log odds scale; their signs follow the
 * published findings, their sizes are made up.
 */
final class VictimsAnswers {

    /** Log odds of a chance that no draw meets. */
    private static final double NEVER = -60;

    private final Respondents people;

    VictimsAnswers(Respondents people) {
        this.people = people;
    }

    List<OutcomeModel> all() {
        List<OutcomeModel> models = new ArrayList<>();
        models.add(yesNo("fast_response", i -> .25 + effect(isCrime(i, "violence"), .25)));
        models.add(yesNo("action_taken", i -> .05 + had(i, "fast_response", .70) + effect(isCrime(i, "fraud"), -.40)));
        models.add(yesNo("kept_informed", i -> -.30 + had(i, "fast_response", .40) + had(i, "action_taken", .70)));
        models.add(yesNo("given_information", i -> -.25 + had(i, "kept_informed", 1.20)));
        models.add(yesNo("given_support", i -> -.10 + had(i, "given_information", .60) + supportByCrime(i)));
        models.add(satisfaction());
        models.addAll(reasonsForSatisfaction());
        models.addAll(reasonsForDissatisfaction());
        models.addAll(suggestions());
        return models;
    }

    private OutcomeModel yesNo(String variable, IntToDoubleFunction logOdds) {
        return new OutcomeModel(
                variable, List.of(new Part("yes", 1)), List.of(new Part("no", 1)), .03, .01, i -> true, logOdds);
    }

    private double supportByCrime(int i) {
        return effect(isCrime(i, "violence") || isCrime(i, "hate"), .50);
    }

    /** Nobody refuses: the published shares are of all respondents of a wave. */
    private OutcomeModel satisfaction() {
        return new OutcomeModel(
                "satisfaction",
                List.of(new Part("very_satisfied", .50), new Part("fairly_satisfied", .50)),
                List.of(
                        new Part("neither", i -> isMinorityInFirstWave(i) ? .20 : .28),
                        new Part("fairly_dissatisfied", i -> people.is(i, "disabled", "yes") ? .22 : .37),
                        new Part("very_dissatisfied", i -> people.is(i, "disabled", "yes") ? .60 : .31)),
                .008,
                0,
                i -> true,
                this::satisfied);
    }

    private double satisfied(int i) {
        return -1.65
                + had(i, "fast_response", .90)
                + had(i, "kept_informed", 1.30)
                + had(i, "action_taken", .85)
                + had(i, "given_information", .60)
                + had(i, "given_support", .60)
                + effect(isMinorityInFirstWave(i), -1.00)
                + effect(people.is(i, "disabled", "yes"), -.25)
                + (people.column("age_band")[i] - 2.5) * .06;
    }

    private List<OutcomeModel> reasonsForSatisfaction() {
        IntPredicate asked = i -> answered(i, "satisfaction", "very_satisfied", "fairly_satisfied");
        return List.of(
                reason("satisfied_reason", "fast_communication", asked, i -> -.55 + had(i, "kept_informed", .70)),
                reason("satisfied_reason", "fast_response", asked, i -> -1.50 + had(i, "fast_response", .80)),
                reason("satisfied_reason", "helpful", asked, i -> -1.00),
                reason("satisfied_reason", "action", asked, i -> -1.90 + had(i, "action_taken", .80)),
                reason("satisfied_reason", "support", asked, i -> -2.30 + had(i, "given_support", .90)),
                reason("satisfied_reason", "other", asked, i -> -2.70));
    }

    private List<OutcomeModel> reasonsForDissatisfaction() {
        IntPredicate asked = i -> answered(i, "satisfaction", "fairly_dissatisfied", "very_dissatisfied");
        return List.of(
                reason("dissatisfied_reason", "no_action", asked, i -> .25 + had(i, "action_taken", -.80)),
                reason("dissatisfied_reason", "no_information", asked, i -> -.05 + had(i, "given_information", -.80)),
                reason("dissatisfied_reason", "no_support", asked, i -> -.25 + had(i, "given_support", -.80)),
                reason("dissatisfied_reason", "slow", asked, i -> -1.40 + had(i, "fast_response", -.60)),
                reason("dissatisfied_reason", "attitude", asked, i -> -1.90),
                reason("dissatisfied_reason", "other", asked, i -> -2.60));
    }

    /** Those who suggest nothing come first, since they suggest nothing else. */
    private List<OutcomeModel> suggestions() {
        List<OutcomeModel> models = new ArrayList<>();
        models.add(reason("suggestion", "none", i -> true, i -> -2.20 + effect(isSatisfied(i), .60)));
        models.add(suggestion("communication", i -> -.25 + had(i, "kept_informed", -.50)));
        models.add(suggestion("response", i -> -.95 + had(i, "fast_response", -.50)));
        models.add(suggestion("action", i -> -.90 + had(i, "action_taken", -.50)));
        models.add(suggestion("support", i -> -1.60 + had(i, "given_support", -.30)));
        models.add(suggestion("visibility", i -> -1.90));
        models.add(suggestion("attitude", i -> -2.00 + effect(isSatisfied(i), -.40)));
        models.add(suggestion("other", i -> -2.50));
        return models;
    }

    private OutcomeModel suggestion(String code, IntToDoubleFunction logOdds) {
        return reason(
                "suggestion",
                code,
                i -> true,
                i -> people.column("suggestion.none")[i] == 1 ? NEVER : logOdds.applyAsDouble(i));
    }

    private static OutcomeModel reason(String variable, String code, IntPredicate asked, IntToDoubleFunction logOdds) {
        return OutcomeModel.ticked(variable, code, asked, logOdds);
    }

    private boolean isMinorityInFirstWave(int i) {
        return people.is(i, "wave", "w1") && answered(i, "orientation", "gay_lesbian", "bisexual");
    }

    private boolean isSatisfied(int i) {
        return answered(i, "satisfaction", "very_satisfied", "fairly_satisfied");
    }

    private boolean isCrime(int i, String type) {
        return people.is(i, "crime_type", type);
    }

    private boolean answered(int i, String variable, String one, String other) {
        return people.is(i, variable, one) || people.is(i, variable, other);
    }

    private double had(int i, String variable, double size) {
        return effect(people.is(i, variable, "yes"), size);
    }

    private static double effect(boolean applies, double size) {
        return applies ? size : 0;
    }
}
