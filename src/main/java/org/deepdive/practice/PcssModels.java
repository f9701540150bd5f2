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
final class PcssModels {

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

    private final Respondents people;

    PcssModels(Respondents people) {
        this.people = people;
    }

    List<OutcomeModel> all() {
        List<OutcomeModel> models = new ArrayList<>();
        models.add(safety("safe_local", this::unsafeLocally, false));
        models.add(safety("safe_study", this::unsafeWhereStudying, true));
        for (String reason : people.codebook().variable("safe_study_reason").codes()) {
            models.add(reason(reason));
        }
        models.add(yesNo("community_issue", this::communityIssue));
        models.add(yesNo("police_contact", this::policeContact));
        models.add(confidence("confident_emergency", .55, this::confidence));
        models.add(confidence("confident_non_emergency", -.35, this::confidence));
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
        return new OutcomeModel(
                "safe_study_reason." + code,
                List.of(new Part("1", 1)),
                List.of(new Part("0", 1)),
                0,
                0,
                i -> people.is(i, "safe_study", "very_safe") || people.is(i, "safe_study", "fairly_safe"),
                i -> logit(REASONS.get(code)));
    }

    private OutcomeModel yesNo(String variable, IntToDoubleFunction logOdds) {
        return new OutcomeModel(
                variable, List.of(new Part("yes", 1)), List.of(new Part("no", 1)), .005, .002, i -> true, logOdds);
    }

    private OutcomeModel confidence(String variable, double level, IntToDoubleFunction logOdds) {
        return new OutcomeModel(
                variable,
                List.of(new Part("very_confident", .32), new Part("fairly_confident", .68)),
                List.of(new Part("not_very_confident", .62), new Part("not_at_all_confident", .38)),
                .03,
                .004,
                i -> true,
                i -> level + logOdds.applyAsDouble(i));
    }

    private double unsafeLocally(int i) {
        int age = people.column("age_band")[i];
        return -2.35
                + effect(people.is(i, "sex", "female"), .18)
                + effect(people.is(i, "sex", "female") && age == 0, .45)
                + effect(age == 5, -.35)
                + effect(people.is(i, "disabled", "yes"), .30)
                + effect(people.column("disability.mental_health")[i] == 1, .70)
                + effect(minority(i), .45)
                + (2 - people.column("deprivation")[i]) * .32;
    }

    private double unsafeWhereStudying(int i) {
        return -2.75
                + effect(people.is(i, "sex", "female"), -.30)
                + effect(people.column("disability.mental_health")[i] == 1, .35)
                + effect(unsafe(i), .80);
    }

    private double communityIssue(int i) {
        int age = people.column("age_band")[i];
        return -.55
                + effect(unsafe(i), .90)
                + effect(people.is(i, "disabled", "yes"), .30)
                + (2 - people.column("deprivation")[i]) * .12
                - age * .06;
    }

    private double policeContact(int i) {
        return -1.75 + effect(people.is(i, "community_issue", "yes"), .95) + effect(unsafe(i), .25);
    }

    private double confidence(int i) {
        int age = people.column("age_band")[i];
        return effect(unsafe(i), -.60)
                + effect(people.is(i, "police_contact", "yes"), -.30)
                + effect(minority(i), -.25)
                + (2 - people.column("deprivation")[i]) * .06
                - (age - 2.5) * .08;
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
