package org.deepdive.estimate.replication;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.deepdive.study.InputException;

/**
 * What the makers of replicate weights say about them, as R's {@code svrepdesign} takes it.
 *
 * @param scheme the kind of replication
 * @param scale what the sum of squares is multiplied by; absent for the scheme's own: 1/R for BRR, 1/(R(1 − rho)²) for Fay,
 *     1/(R − 1) for the bootstrap, (R − 1)/R for JK1, 1 for JKn and JK2, 4/R for successive differences, with R replicates
 * @param rscales what each replicate's square is multiplied by, one number a replicate or one for all; absent for 1
 * @param rho the share of weight that Fay's method leaves to the other unit
 */
public record GivenScales(Scheme scheme, OptionalDouble scale, Optional<double[]> rscales, OptionalDouble rho) {

    /** A scheme with its own scale. */
    public static GivenScales of(Scheme scheme) {
        return new GivenScales(scheme, OptionalDouble.empty(), Optional.empty(), OptionalDouble.empty());
    }

    /** The same with a scale. */
    public GivenScales scale(double given) {
        return new GivenScales(scheme, OptionalDouble.of(given), rscales, rho);
    }

    /** The same with a scale for each replicate, or one for all. */
    public GivenScales rscales(double... given) {
        return new GivenScales(scheme, scale, Optional.of(given.clone()), rho);
    }

    /** The same with Fay's rho. */
    public GivenScales rho(double given) {
        return new GivenScales(scheme, scale, rscales, OptionalDouble.of(given));
    }

    double scaleOf(int replicates) {
        double own = ownScale(replicates);
        if (isFixed() && scale.isPresent() && Math.abs(scale.getAsDouble() - own) > 1e-9 * own) {
            throw InputException.of(
                    "scale",
                    "The scale of " + scheme.word() + " with " + replicates + " replicates is " + own + ", not "
                            + scale.getAsDouble() + ".",
                    String.valueOf(scale.getAsDouble()),
                    "Leave the scale out, or name the scheme other.");
        }
        double chosen = scale.orElse(own);
        if (!(chosen > 0 && Double.isFinite(chosen))) {
            throw InputException.of(
                    "scale", "The scale is " + chosen + ".", String.valueOf(chosen), "Give a number above 0.");
        }
        return chosen;
    }

    private boolean isFixed() {
        return switch (scheme) {
            case BRR, FAY, SUCCESSIVE_DIFFERENCE, JK2 -> true;
            case JK1, JKN, BOOTSTRAP, OTHER -> false;
        };
    }

    private double ownScale(int replicates) {
        return switch (scheme) {
            case BRR -> 1.0 / replicates;
            case FAY -> 1 / (replicates * (1 - requireRho()) * (1 - requireRho()));
            case BOOTSTRAP -> 1.0 / (replicates - 1);
            case JK1 -> (replicates - 1.0) / replicates;
            case SUCCESSIVE_DIFFERENCE -> 4.0 / replicates;
            case JKN, JK2 -> 1;
            case OTHER -> {
                if (scale.isEmpty() && rscales.isEmpty()) {
                    throw missing("a scale or rscales");
                }
                yield 1;
            }
        };
    }

    private double requireRho() {
        double given = rho.orElseThrow(() -> missing("rho"));
        if (!(given >= 0 && given < 1)) {
            throw InputException.of(
                    "rho",
                    "Fay's rho is " + given + ".",
                    String.valueOf(given),
                    "Give one of at least 0 and below 1, such as 0.5.");
        }
        return given;
    }

    double[] rscalesOf(int replicates) {
        if (rscales.isEmpty() && scheme == Scheme.JKN) {
            throw missing("rscales, (n - 1)/n of the replicate's stratum");
        }
        double[] given = rscales.orElse(new double[] {1});
        if (given.length != 1 && given.length != replicates) {
            throw InputException.of(
                    "rscales",
                    "There are " + given.length + " rscales for " + replicates + " replicates.",
                    given.length + " rscales",
                    "Give one a replicate, or one for all.");
        }
        if (!Arrays.stream(given).allMatch(x -> x >= 0 && Double.isFinite(x))) {
            throw InputException.of(
                    "rscales",
                    "The rscales are not all numbers of at least 0.",
                    Arrays.toString(given),
                    "Give (n - 1)/n, or 0 for a replicate that does not count.");
        }
        double[] each = new double[replicates];
        Arrays.setAll(each, r -> given[given.length == 1 ? 0 : r]);
        return each;
    }

    private InputException missing(String what) {
        return InputException.of(
                "replication",
                "Replicate weights of type " + scheme.word() + " need " + what + ".",
                scheme.word(),
                "The survey's documentation gives it.");
    }
}
