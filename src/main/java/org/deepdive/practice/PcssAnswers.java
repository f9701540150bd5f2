package org.deepdive.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.deepdive.practice.OutcomeModel.Part;

/**
 * The invented answers of the Policing and Community Safety Survey, in the order they are drawn.
 *
 * <p>Effects are on the log odds scale. Signs follow what the published findings say; sizes are made up, and where a
 * published figure exists the fit overrides them.
 */
final class PcssAnswers {

    private static final Map<String, Double> REASONS = Map.of(
            "secure",
            .26,
            "staff",
            .22,
            "familiar",
            .21,
            "no_incidents",
            .18,
            "busy",
            .15,
            "lighting_cctv",
            .13,
            "other",
            .07);

    /** By time lived in the area, from no answer through less than a year to ten and more, and refused. */
    private static final double[] NEWCOMER = {0, .40, .15, .05, -.10, 0};

    private static final double[] NEWCOMER_TRUST = {0, .55, .02, .0, -.05, 0};

    private final Respondents people;

    PcssAnswers(Respondents people) {
        this.people = people;
    }

    List<OutcomeModel> all() {
        List<OutcomeModel> models = new ArrayList<>();
        models.add(yesNo("victim", this::victim));
        models.add(safety("safe_local", this::unsafeLocally, false));
        models.add(safety("safe_study", this::unsafeWhereStudying, true));
        for (String reason : people.codebook().variable("safe_study_reason").codes()) {
            models.add(reason(reason));
        }
        models.add(yesNo("community_issue", this::communityIssue));
        models.add(yesNo("police_contact", this::policeContact));
        models.add(contactSatisfaction());
        models.add(confidence("confident_emergency", i -> .80 + confidence(i)));
        models.add(confidence("confident_non_emergency", i -> -.15 + confidence(i) + nonEmergency(i)));
        models.add(trust());
        models.add(agreement("good_area", this::goodArea));
        models.add(agreement("community", this::community));
        return models;
    }

    private OutcomeModel safety(String variable, IntToDoubleFunction logOdds, boolean studentsOnly) {
        return new OutcomeModel(
                variable,
                List.of(new Part("bit_unsafe", .76), new Part("very_unsafe", .24)),
                List.of(new Part("very_safe", .44), new Part("fairly_safe", .56)),
                .004,
                .001,
                i -> !studentsOnly || people.is(i, "student", "yes"),
                logOdds);
    }

    private OutcomeModel reason(String code) {
        return OutcomeModel.ticked(
                "safe_study_reason",
                code,
                i -> people.is(i, "safe_study", "very_safe") || people.is(i, "safe_study", "fairly_safe"),
                i -> logit(REASONS.get(code)));
    }

    private OutcomeModel yesNo(String variable, IntToDoubleFunction logOdds) {
        return new OutcomeModel(
                variable, List.of(new Part("yes", 1)), List.of(new Part("no", 1)), .005, .002, i -> true, logOdds);
    }

    private OutcomeModel confidence(String variable, IntToDoubleFunction logOdds) {
        return new OutcomeModel(
                variable,
                List.of(new Part("very_confident", .32), new Part("fairly_confident", .68)),
                List.of(new Part("not_very_confident", .62), new Part("not_at_all_confident", .38)),
                .03,
                .004,
                i -> true,
                logOdds);
    }

    private OutcomeModel contactSatisfaction() {
        return new OutcomeModel(
                "contact_satisfaction",
                List.of(new Part("very_satisfied", .42), new Part("fairly_satisfied", .58)),
                List.of(
                        new Part("neither", .26),
                        new Part("fairly_dissatisfied", .34),
                        new Part("very_dissatisfied", .40)),
                .01,
                .003,
                i -> people.is(i, "police_contact", "yes"),
                i -> .40
                        + effect(unsafe(i), -.45)
                        + effect(isVictim(i), -.30)
                        + effect(lessAffluent(i) >= 2, -.20)
                        + (people.column("age_band")[i] - 2.5) * .05);
    }

    private OutcomeModel trust() {
        return new OutcomeModel(
                "trust",
                List.of(new Part("great_deal", .22), new Part("fair_amount", .78)),
                List.of(new Part("not_much", .68), new Part("not_at_all", .32)),
                .04,
                .004,
                i -> people.is(i, "trust_asked", "yes"),
                i -> -.10
                        + effect(confident(i, "confident_emergency"), .75)
                        + effect(confident(i, "confident_non_emergency"), .55)
                        + effect(unsafe(i), -.40)
                        + effect(isVictim(i), -.20)
                        + effect(minority(i), -.70)
                        + NEWCOMER_TRUST[people.column("residence")[i] + 1]
                        - lessAffluent(i) * .10);
    }

    private OutcomeModel agreement(String variable, IntToDoubleFunction logOdds) {
        return new OutcomeModel(
                variable,
                List.of(new Part("strongly_agree", .38), new Part("tend_agree", .62)),
                List.of(new Part("neither", .45), new Part("tend_disagree", .36), new Part("strongly_disagree", .19)),
                .012,
                .002,
                i -> true,
                logOdds);
    }

    private double victim(int i) {
        return -2.05
                - people.column("age_band")[i] * .07
                + effect(people.is(i, "student", "yes"), .25)
                + effect(people.is(i, "disabled", "yes"), .20)
                + lessAffluent(i) * .15
                + (2 - people.column("deprivation")[i]) * .06;
    }

    private double unsafeLocally(int i) {
        int age = people.column("age_band")[i];
        return -3.10
                + effect(people.is(i, "sex", "female"), .08)
                + effect(people.is(i, "sex", "female") && age == 0, .45)
                + effect(age == 5, -.35)
                + effect(people.is(i, "disabled", "yes"), .30)
                + effect(people.column("disability.mental_health")[i] == 1, .70)
                + effect(minority(i), .45)
                + effect(isVictim(i), .95)
                + lessAffluent(i) * .42
                + (2 - people.column("deprivation")[i]) * .24;
    }

    private double unsafeWhereStudying(int i) {
        return -2.75
                + effect(people.is(i, "sex", "female"), -.22)
                + effect(people.column("disability.mental_health")[i] == 1, .35)
                + effect(unsafe(i), .80);
    }

    private double communityIssue(int i) {
        int age = people.column("age_band")[i];
        return -.85
                + effect(unsafe(i), .80)
                + effect(isVictim(i), 1.60)
                + effect(people.is(i, "disabled", "yes"), .30)
                + (2 - people.column("deprivation")[i]) * .12
                - age * .06;
    }

    private double policeContact(int i) {
        return -2.15
                + effect(people.is(i, "community_issue", "yes"), .80)
                + effect(isVictim(i), .90)
                + effect(unsafe(i), .45);
    }

    private double confidence(int i) {
        return effect(unsafe(i), -.50)
                + effect(isVictim(i), -.40)
                + effect(people.is(i, "police_contact", "yes"), isSatisfied(i) ? -.15 : -1.05)
                + effect(minority(i), -.35)
                + effect(people.is(i, "sex", "female"), .10)
                + effect(!people.is(i, "ethnicity", "white"), .05)
                + NEWCOMER[people.column("residence")[i] + 1]
                - lessAffluent(i) * .36
                + (2 - people.column("deprivation")[i]) * .13
                - (people.column("age_band")[i] - 2.5) * .16;
    }

    private double nonEmergency(int i) {
        return (2 - people.column("deprivation")[i]) * .16;
    }

    private double goodArea(int i) {
        return 2.15
                + effect(unsafe(i), -1.20)
                - lessAffluent(i) * .34
                - (2 - people.column("deprivation")[i]) * .22
                + (people.column("age_band")[i] - 2.5) * .06;
    }

    private double community(int i) {
        return .75
                + effect(people.is(i, "good_area", "strongly_agree"), .80)
                + effect(unsafe(i), -.50)
                - lessAffluent(i) * .30
                + effect(people.is(i, "residence", "10_plus"), .25)
                + (people.column("age_band")[i] - 2.5) * .05;
    }

    /** 0 for those who can afford luxuries to 3 for those who cannot always afford essentials; between for no answer. */
    private double lessAffluent(int i) {
        int finances = people.column("finances")[i];
        return finances > 3 ? 1.2 : finances;
    }

    private boolean isVictim(int i) {
        return people.is(i, "victim", "yes");
    }

    private boolean isSatisfied(int i) {
        return people.is(i, "contact_satisfaction", "very_satisfied")
                || people.is(i, "contact_satisfaction", "fairly_satisfied");
    }

    private boolean confident(int i, String question) {
        return people.is(i, question, "very_confident") || people.is(i, question, "fairly_confident");
    }

    private boolean unsafe(int i) {
        return people.is(i, "safe_local", "bit_unsafe") || people.is(i, "safe_local", "very_unsafe");
    }

    private boolean minority(int i) {
        return people.is(i, "orientation", "gay_lesbian") || people.is(i, "orientation", "bisexual");
    }

    private static double effect(boolean applies, double size) {
        return applies ? size : 0;
    }

    private static double logit(double share) {
        return StrictMath.log(share / (1 - share));
    }
}
