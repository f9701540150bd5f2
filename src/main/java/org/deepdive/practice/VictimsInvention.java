package org.deepdive.practice;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.deepdive.study.Codebook;

/** The Victims' Survey, invented. */
record VictimsInvention() implements Invention {

    @Override
    public String study() {
        return "victims";
    }

    @Override
    public long seed() {
        return 20_240_930L;
    }

    @Override
    public Respondents sample(Codebook codebook, SplittableRandom random) {
        return VictimsSample.draw(codebook, random);
    }

    @Override
    public List<OutcomeModel> answers(Respondents people) {
        return new VictimsAnswers(people).all();
    }

    @Override
    public List<String> order() {
        return List.of("wave", "orientation", "disabled", "age_band", "sex");
    }

    @Override
    public Map<String, Integer> margins() {
        return Map.of("wave", 0, "sex", 2, "age_band", 1);
    }

    @Override
    public Map<String, Double> aims() {
        return Map.of();
    }

    @Override
    public List<Level> levels() {
        return List.of();
    }

    @Override
    public List<Level> weightedLevels() {
        return List.of();
    }

    @Override
    public List<Class<?>> code() {
        return List.of(VictimsInvention.class, VictimsSample.class, VictimsAnswers.class);
    }
}
