package org.deepdive.practice;

import java.util.SplittableRandom;

/** Draws from made-up probabilities. */
final class Dice {

    private final SplittableRandom random;

    Dice(SplittableRandom random) {
        this.random = random;
    }

    /** The position of one of several answers, each with its probability; the last has what is left of 1. */
    byte pick(double... shares) {
        double u = random.nextDouble();
        for (byte k = 0; k < shares.length - 1; k++) {
            u -= shares[k];
            if (u < 0) {
                return k;
            }
        }
        return (byte) (shares.length - 1);
    }

    /** 1 with a probability, else 0. */
    byte flag(double share) {
        return (byte) (random.nextDouble() < share ? 1 : 0);
    }

    /** An exponential waiting time: the smaller the share, the longer the wait. */
    double waiting(double share) {
        return -StrictMath.log(1 - random.nextDouble()) / (share / (1 - share));
    }

    /** About normal around 0; never beyond three standard deviations. */
    double spread(double deviation) {
        return deviation * 2 * (random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5);
    }
}
