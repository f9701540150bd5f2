package org.deepdive.estimate.replication;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.deepdive.study.InputException;

/**
 * The factors of balanced half samples: rho for one unit of each stratum and 2 - rho for the other, by the signs of a
 * Hadamard matrix whose first row is left out, so that each unit is as often the one as the other.
 */
final class BalancedFactors implements Factors {

    private final SamplingUnits units;
    private final Hadamard hadamard;
    private final double rho;

    /**
     * @throws InputException where a stratum has not two units, or where rho is not at least 0 and below 1
     */
    BalancedFactors(SamplingUnits units, double rho) {
        requirePairs(units);
        if (!(rho >= 0 && rho < 1)) {
            throw InputException.of(
                    "rho",
                    "Fay's rho is " + rho + ".",
                    String.valueOf(rho),
                    "Choose one of at least 0 and below 1, such as 0.5.");
        }
        this.units = units;
        this.rho = rho;
        this.hadamard = Hadamard.atLeast(units.strata() + 1);
    }

    private static void requirePairs(SamplingUnits units) {
        List<String> unpaired = IntStream.range(0, units.strata())
                .filter(h -> units.in(h) != 2)
                .mapToObj(h -> "stratum " + (h + 1) + " has " + units.in(h))
                .toList();
        if (!unpaired.isEmpty()) {
            String first = String.join(", ", unpaired.subList(0, Math.min(5, unpaired.size())));
            String more = unpaired.size() > 5 ? ", and " + (unpaired.size() - 5) + " more have not two either" : "";
            throw InputException.of(
                    "unpaired-units",
                    "Balanced half samples need two sampling units in each stratum; " + first + more + ".",
                    unpaired.size() + " strata",
                    "Pair units into strata of two, or take the jackknife or the bootstrap.");
        }
    }

    double scale() {
        return 1 / (replicates() * (1 - rho) * (1 - rho));
    }

    @Override
    public int replicates() {
        return hadamard.order();
    }

    @Override
    public int units() {
        return units.count();
    }

    @Override
    public double factor(int replicate, int unit) {
        int stratum = units.stratumOf(unit);
        boolean second = unit > units.first(stratum);
        boolean keepsSecond = hadamard.entry(stratum + 1, replicate) > 0;
        return second == keepsSecond ? 2 - rho : rho;
    }

    /**
     * In closed form: a stratum's two rows are 1 plus and minus (1 - rho) times a row of the Hadamard matrix, all of which
     * are orthogonal to one another and to 1. A stratum held whole gives its row and the 1, half of one a row of its own.
     */
    @Override
    public int rank(IntPredicate held) {
        return HeldUnits.of(units, held).most();
    }
}
