package org.deepdive.practice;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;
import java.util.function.IntToDoubleFunction;
import org.deepdive.study.Codebook;

/**
 * Invents who the respondents are: equal numbers in each district and wave, characteristics with plausible joint
 * structure, and weights that undo the unequal chances of being interviewed.
 *
 * <p>Shares of districts and ages are rounded from the 2021 Census; all else is made up.
 */
final class PcssSample {

    static final int PER_WAVE = 3250;

    /** Respondents of 2021Q2 to 2023Q2 who are students, as published. */
    private static final int STUDENTS_IN_PERIOD = 4352;

    /** Respondents of 2023Q3 and 2023Q4 who were asked about trust, as published. */
    private static final int ASKED_ABOUT_TRUST = 3282;

    private static final int TRUST_WAVE_FIRST = 16;
    private static final int TRUST_WAVES = 2;
    private static final int STUDENT_WAVES_FIRST = 7;
    private static final int STUDENT_WAVES = 9;

    private static final double[] DISTRICT_POPULATION = {296, 194, 552, 242, 224, 270, 295, 231, 235, 329};
    private static final double[] MOST_DEPRIVED_SHARE = {.34, .20, .42, .38, .40, .36, .17, .30, .12, .24};
    private static final double[] AGE_POPULATION = {.155, .180, .170, .160, .145, .190};
    private static final double[] AGE_INTERVIEWED = {.130, .165, .165, .165, .165, .210};
    private static final double[] DISABLED_AT_AGE = {.19, .20, .22, .27, .35, .44};
    private static final double[] WHITE_SHARE = {.72, .83, .57, .68, .74, .82, .87, .85, .78, .95};
    private static final double[] WHITER_AT_AGE = {-.15, -.11, -.05, .03, .10, .15};
    private static final double[] STUDENT_PROPENSITY = {.72, .14, .06, .035, .015, .004};

    /** The share who answer questions on their household. */
    private static final double ANSWERED = .988;

    private static final double[][] RESIDENCE_AT_AGE = {
        {.15, .28, .17, .40},
        {.14, .33, .22, .31},
        {.07, .22, .24, .47},
        {.04, .13, .17, .66},
        {.03, .08, .11, .78},
        {.02, .05, .08, .85}
    };

    private final Dice dice;
    private final Respondents people;

    private PcssSample(Codebook codebook, SplittableRandom random) {
        this.dice = new Dice(random);
        this.people =
                new Respondents(codebook, codebook.variable("wave").categories().size() * PER_WAVE);
    }

    static Respondents draw(Codebook codebook, SplittableRandom random) {
        PcssSample sample = new PcssSample(codebook, random);
        for (int i = 0; i < sample.people.size(); i++) {
            sample.place(i);
            sample.person(i);
            sample.disability(i);
        }
        sample.students();
        for (int i = 0; i < sample.people.size(); i++) {
            sample.residence(i);
            sample.finances(i);
        }
        sample.askAboutTrust();
        sample.weights();
        return sample.people;
    }

    private void place(int i) {
        people.column("wave")[i] = (byte) (i / PER_WAVE);
        people.column("district")[i] = (byte) (i % PER_WAVE * DISTRICT_POPULATION.length / PER_WAVE);
    }

    private void person(int i) {
        int district = people.column("district")[i];
        people.column("sex")[i] = dice.pick(.512, .482, .003, .003);
        people.column("age_band")[i] = dice.pick(AGE_INTERVIEWED);
        boolean young = people.column("age_band")[i] <= 1;
        double white = Math.min(.96, WHITE_SHARE[district] + WHITER_AT_AGE[people.column("age_band")[i]]);
        double rest = 1 - white - .01;
        people.column("ethnicity")[i] = dice.pick(white, .12 * rest, .58 * rest, .19 * rest, .11 * rest, .01);
        people.column("orientation")[i] =
                young ? dice.pick(.868, .036, .058, .010, .028) : dice.pick(.938, .018, .009, .004, .031);
        double most = MOST_DEPRIVED_SHARE[district] + (people.is(i, "ethnicity", "white") ? -.03 : .14);
        double others = 1 - most;
        people.column("deprivation")[i] = dice.pick(most, .29 * others, .26 * others, .24 * others, .21 * others);
    }

    private void disability(int i) {
        int age = people.column("age_band")[i];
        boolean deprived = people.column("deprivation")[i] == 0;
        double share = DISABLED_AT_AGE[age] + (deprived ? .06 : -.02);
        people.column("disabled")[i] = dice.pick(share, 1 - share - .015, .015);
        if (people.column("disabled")[i] != 0) {
            return;
        }
        double old = age / 5.0;
        flag(i, "disability.mobility", .26 + .30 * old);
        flag(i, "disability.sensory", .31 - .03 * old);
        flag(i, "disability.mental_health", .50 - .36 * old);
        flag(i, "disability.learning", .22 - .17 * old);
        flag(i, "disability.other", .34);
    }

    private void flag(int i, String column, double share) {
        people.column(column)[i] = dice.flag(share);
    }

    /** Exactly the published number of students in the published period, and the same rate in the other waves. */
    private void students() {
        byte[] student = people.column("student");
        Arrays.fill(student, (byte) 1);
        int first = STUDENT_WAVES_FIRST * PER_WAVE;
        int last = first + STUDENT_WAVES * PER_WAVE;
        enrol(first, last, STUDENTS_IN_PERIOD);
        double rate = (double) STUDENTS_IN_PERIOD / (last - first);
        enrol(0, first, (int) Math.round(rate * first));
        enrol(last, people.size(), (int) Math.round(rate * (people.size() - last)));
        for (int i = 0; i < people.size(); i++) {
            if (student[i] == 0) {
                people.column("study_place")[i] = people.column("age_band")[i] == 0
                        ? dice.pick(.52, .22, .20, .06)
                        : dice.pick(.68, .22, .0, .10);
            }
        }
    }

    private void enrol(int from, int to, int count) {
        choose(
                from,
                to,
                count,
                i -> STUDENT_PROPENSITY[people.column("age_band")[i]],
                i -> people.set(i, "student", "yes"));
    }

    /** Chooses those with the smallest waiting times, each waiting as long as its propensity is small. */
    private void choose(int from, int to, int count, IntToDoubleFunction propensity, IntConsumer chosen) {
        double[] waiting = new double[to - from];
        for (int i = from; i < to; i++) {
            waiting[i - from] = dice.waiting(propensity.applyAsDouble(i));
        }
        double[] sorted = waiting.clone();
        Arrays.sort(sorted);
        for (int i = from; i < to; i++) {
            if (waiting[i - from] < sorted[count]) {
                chosen.accept(i);
            }
        }
    }

    private void residence(int i) {
        double[] shares = RESIDENCE_AT_AGE[people.column("age_band")[i]].clone();
        if (people.is(i, "study_place", "university")) {
            shares[0] += .14;
            shares[1] += .16;
            shares[3] = Math.max(.05, shares[3] - .30);
        }
        people.column("residence")[i] = dice.pick(
                ANSWERED * shares[0], ANSWERED * shares[1], ANSWERED * shares[2], ANSWERED * shares[3], 1 - ANSWERED);
    }

    /** Affluence grows with age and falls with deprivation, disability, study and minority ethnicity. */
    private void finances(int i) {
        double affluence = .11 * (people.column("age_band")[i] - 2.5)
                + .24 * (people.column("deprivation")[i] - 1.6)
                - (people.is(i, "ethnicity", "white") ? 0 : .14)
                - (people.is(i, "disabled", "yes") ? .35 : 0)
                - (people.is(i, "student", "yes") ? .20 : 0);
        double luxuries = OutcomeFit.probability(affluence - 1.02);
        double someLuxuries = OutcomeFit.probability(affluence + .68) - luxuries;
        double notEssentials = 1 - OutcomeFit.probability(affluence + 2.20);
        people.column("finances")[i] = dice.pick(
                ANSWERED * luxuries,
                ANSWERED * someLuxuries,
                ANSWERED * (1 - luxuries - someLuxuries - notEssentials),
                ANSWERED * notEssentials,
                (1 - ANSWERED) / 2,
                (1 - ANSWERED) / 2);
    }

    /** Exactly the published number in the second half of 2023, and half of it in the wave after. */
    private void askAboutTrust() {
        byte[] asked = people.column("trust_asked");
        Arrays.fill(asked, (byte) people.codebook().variable("trust_asked").indexOf("no"));
        int first = TRUST_WAVE_FIRST * PER_WAVE;
        int last = first + TRUST_WAVES * PER_WAVE;
        choose(first, last, ASKED_ABOUT_TRUST, i -> .5, i -> people.set(i, "trust_asked", "yes"));
        choose(last, people.size(), ASKED_ABOUT_TRUST / TRUST_WAVES, i -> .5, i -> people.set(i, "trust_asked", "yes"));
    }

    /** Population share over sample share of district and age, times a moderate spread; each wave adds up to its size. */
    private void weights() {
        double districts = Arrays.stream(DISTRICT_POPULATION).sum();
        double[] weights = people.weights();
        double[] sums = new double[people.size() / PER_WAVE];
        for (int i = 0; i < people.size(); i++) {
            double district =
                    DISTRICT_POPULATION[people.column("district")[i]] / districts * DISTRICT_POPULATION.length;
            int age = people.column("age_band")[i];
            double spread = StrictMath.exp(dice.spread(.22));
            weights[i] = district * AGE_POPULATION[age] / AGE_INTERVIEWED[age] * spread;
            sums[i / PER_WAVE] += weights[i];
        }
        for (int i = 0; i < people.size(); i++) {
            weights[i] *= PER_WAVE / sums[i / PER_WAVE];
        }
    }
}
