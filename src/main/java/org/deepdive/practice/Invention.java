package org.deepdive.practice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.deepdive.estimate.Query;
import org.deepdive.study.Codebook;

/**
 * How the respondents of one study are invented. What is drawn, fitted, weighted and written is the same for all; an
 * invention says who is drawn, in which order what is answered, and what else than the published figures is aimed at.
 */
sealed interface Invention permits PcssInvention, VictimsInvention {

    /** The inventions there are, in the order their files are made. */
    List<Invention> ALL = List.of(new PcssInvention(), new VictimsInvention());

    /** The slug of the study. */
    String study();

    /** What all its random numbers follow from. */
    long seed();

    /** Who the respondents are, with the weights before they are fitted. */
    Respondents sample(Codebook codebook, SplittableRandom random);

    /** The answers, in the order they are drawn; an answer may depend on those before it. */
    List<OutcomeModel> answers(Respondents people);

    /** The columns by which respondents stand in order when answers are drawn, the widest groups first. */
    List<String> order();

    /** The variables whose categories keep their weighted totals, each with how many of its last are left free. */
    Map<String, Integer> margins();

    /** Where within its rounding interval a published share is put, by the figure's id; the others go to the nearest end. */
    Map<String, Double> aims();

    /** Shares that no document prints: made up, so that findings without a number hold. */
    List<Level> levels();

    /** Further shares that answers and weights are both fitted to: printed in a document that is not about this survey. */
    List<Level> weightedLevels();

    /** The classes that only this study's practice data are made of; their code is part of its fingerprint. */
    List<Class<?>> code();

    /**
     * A made-up share.
     *
     * @param query what computes it, without the study
     * @param share the share aimed at
     */
    record Level(String query, double share) {}

    /** The invention of a study, if there is one. */
    static Optional<Invention> of(String study) {
        return ALL.stream().filter(invention -> invention.study().equals(study)).findFirst();
    }

    /** The published targets, moved to where the invention aims; those with the same query are one, and the weighted levels. */
    default List<Target> aimed(List<Target> published) {
        Map<Query, Target> targets = new LinkedHashMap<>();
        for (Target target : published) {
            Double aim = aims().get(target.figure());
            targets.merge(target.query(), aim == null ? target : target.at(aim), Target::and);
        }
        for (Level level : weightedLevels()) {
            Target target = Target.madeUp(study(), level);
            targets.merge(target.query(), target, Target::and);
        }
        return List.copyOf(targets.values());
    }

    /** The published targets where the invention aims, and the made-up ones after them. */
    default List<Target> steered(List<Target> published) {
        List<Target> targets = new ArrayList<>(aimed(published));
        levels().forEach(level -> targets.add(Target.madeUp(study(), level)));
        return targets;
    }
}
