package org.deepdive.practice;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.deepdive.study.Codebook;

/**
 * Invents who the victims are: equal waves, made-up characteristics, and weights that undo made-up chances of answering.
 */
final class VictimsSample {

    static final int PER_WAVE = 1000;

    private static final double[] DISTRICT = {.100, .058, .262, .085, .082, .104, .083, .081, .072, .073};
    private static final double[] AGE = {.150, .225, .205, .170, .140, .110};
    private static final double[] WHITE_SHARE = {.72, .83, .57, .68, .74, .82, .87, .85, .78, .95};
    private static final double[] DISABLED_AT_AGE = {.22, .24, .26, .31, .39, .46};
    private static final double[] CRIME = {.27, .12, .14, .19, .11, .05, .05, .07};

    /** The chance of an interview by age, relative to the middle; weights undo it. */
    private static final double[] ANSWERING_AT_AGE = {.62, .82, .96, 1.08, 1.22, 1.34};

    private final Dice dice;
    private final Respondents people;

    private VictimsSample(Codebook codebook, SplittableRandom random) {
        this.dice = new Dice(random);
        this.people =
                new Respondents(codebook, codebook.variable("wave").categories().size() * PER_WAVE);
    }

    static Respondents draw(Codebook codebook, SplittableRandom random) {
        VictimsSample sample = new VictimsSample(codebook, random);
        for (int i = 0; i < sample.people.size(); i++) {
            sample.person(i);
            sample.weigh(i);
        }
        sample.scale();
        return sample.people;
    }

    private void person(int i) {
        people.column("wave")[i] = (byte) (i / PER_WAVE);
        people.column("district")[i] = dice.pick(DISTRICT);
        people.column("sex")[i] = dice.pick(.505, .485, .005, .005);
        int age = dice.pick(interviewed());
        people.column("age_band")[i] = (byte) age;
        double white = WHITE_SHARE[people.column("district")[i]] + (age <= 1 ? -.07 : .03);
        double rest = 1 - white - .01;
        people.column("ethnicity")[i] = dice.pick(white, .13 * rest, .56 * rest, .20 * rest, .11 * rest, .01);
        people.column("orientation")[i] =
                age <= 1 ? dice.pick(.820, .058, .082, .010, .030) : dice.pick(.880, .046, .030, .006, .038);
        people.column("disabled")[i] = dice.pick(DISABLED_AT_AGE[age], 1 - DISABLED_AT_AGE[age] - .015, .015);
        people.column("crime_type")[i] = dice.pick(CRIME);
    }

    private static double[] interviewed() {
        double[] shares = new double[AGE.length];
        Arrays.setAll(shares, k -> AGE[k] * ANSWERING_AT_AGE[k]);
        double sum = Arrays.stream(shares).sum();
        Arrays.setAll(shares, k -> shares[k] / sum);
        return shares;
    }

    private void weigh(int i) {
        people.weights()[i] = StrictMath.exp(dice.spread(.25)) / ANSWERING_AT_AGE[people.column("age_band")[i]];
    }

    /** Each wave's weights add up to its respondents. */
    private void scale() {
        double[] weights = people.weights();
        double[] sums = new double[people.size() / PER_WAVE];
        for (int i = 0; i < weights.length; i++) {
            sums[i / PER_WAVE] += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= PER_WAVE / sums[i / PER_WAVE];
        }
    }
}
