package org.deepdive.practice;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.deepdive.study.Codebook;

/**
 * Invents who the respondents are: equal numbers in each district and wave, characteristics with plausible joint
 * structure, and weights that undo the unequal chances of being interviewed.
 *
 * <p>Shares of districts and ages are rounded from the 2021 Census; all else is made up.
 */
final class Sample {

    static final int PER_WAVE = 3250;

    /** Respondents of 2021Q2 to 2023Q2 who are students, as published. */
    private static final int STUDENTS_IN_PERIOD = 4352;

    private static final int STUDENT_WAVES_FIRST = 7;
    private static final int STUDENT_WAVES = 9;

    private static final double[] DISTRICT_POPULATION = {296, 194, 552, 242, 224, 270, 295, 231, 235, 329};
    private static final double[] MOST_DEPRIVED_SHARE = {.34, .20, .42, .38, .40, .36, .17, .30, .12, .24};
    private static final double[] AGE_POPULATION = {.155, .180, .170, .160, .145, .190};
    private static final double[] AGE_INTERVIEWED = {.130, .165, .165, .165, .165, .210};
    private static final double[] DISABLED_AT_AGE = {.19, .20, .22, .27, .35, .44};
    private static final double[] WHITE_SHARE = {.72, .83, .57, .68, .74, .82, .87, .85, .78, .95};
    private static final double[] STUDENT_PROPENSITY = {.72, .14, .06, .035, .015, .004};

    private final SplittableRandom random;
    private final Respondents people;

    private Sample(Codebook codebook, SplittableRandom random) {
        this.random = random;
        this.people =
                new Respondents(codebook, codebook.variable("wave").categories().size() * PER_WAVE);
    }

    static Respondents draw(Codebook codebook, SplittableRandom random) {
        Sample sample = new Sample(codebook, random);
        for (int i = 0; i < sample.people.size(); i++) {
            sample.place(i);
            sample.person(i);
            sample.disability(i);
        }
        sample.students();
        sample.weights();
        return sample.people;
    }

    private void place(int i) {
        people.column("wave")[i] = (byte) (i / PER_WAVE);
        people.column("district")[i] = (byte) (i % PER_WAVE * DISTRICT_POPULATION.length / PER_WAVE);
    }

    private void person(int i) {
        int district = people.column("district")[i];
        people.column("sex")[i] = pick(.512, .482, .003, .003);
        people.column("age_band")[i] = pick(AGE_INTERVIEWED);
        boolean young = people.column("age_band")[i] <= 1;
        double white = WHITE_SHARE[district] - (young ? .06 : -.03);
        double rest = 1 - white - .01;
        people.column("ethnicity")[i] = pick(white, .12 * rest, .58 * rest, .19 * rest, .11 * rest, .01);
        people.column("orientation")[i] =
                young ? pick(.868, .036, .058, .010, .028) : pick(.938, .018, .009, .004, .031);
        double most = MOST_DEPRIVED_SHARE[district];
        double others = 1 - most;
        people.column("deprivation")[i] = pick(most, .29 * others, .26 * others, .24 * others, .21 * others);
    }

    private void disability(int i) {
        int age = people.column("age_band")[i];
        boolean deprived = people.column("deprivation")[i] == 0;
        double share = DISABLED_AT_AGE[age] + (deprived ? .06 : -.02);
        people.column("disabled")[i] = pick(share, 1 - share - .015, .015);
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
        people.column(column)[i] = (byte) (random.nextDouble() < share ? 1 : 0);
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
                people.column("study_place")[i] =
                        people.column("age_band")[i] == 0 ? pick(.52, .22, .20, .06) : pick(.68, .22, .0, .10);
            }
        }
    }

    /** Makes students of those with the smallest waiting times, each waiting as long as its propensity is small. */
    private void enrol(int from, int to, int count) {
        double[] waiting = new double[to - from];
        for (int i = from; i < to; i++) {
            double propensity = STUDENT_PROPENSITY[people.column("age_band")[i]];
            waiting[i - from] = -StrictMath.log(1 - random.nextDouble()) / (propensity / (1 - propensity));
        }
        double[] sorted = waiting.clone();
        Arrays.sort(sorted);
        for (int i = from; i < to; i++) {
            if (waiting[i - from] < sorted[count]) {
                people.set(i, "student", "yes");
            }
        }
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
            double spread =
                    StrictMath.exp(.22 * (random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5) * 2);
            weights[i] = district * AGE_POPULATION[age] / AGE_INTERVIEWED[age] * spread;
            sums[i / PER_WAVE] += weights[i];
        }
        for (int i = 0; i < people.size(); i++) {
            weights[i] *= PER_WAVE / sums[i / PER_WAVE];
        }
    }

    private byte pick(double... shares) {
        double u = random.nextDouble();
        for (byte k = 0; k < shares.length - 1; k++) {
            u -= shares[k];
            if (u < 0) {
                return k;
            }
        }
        return (byte) (shares.length - 1);
    }
}
