package org.deepdive.estimate.replication;

import java.util.function.IntPredicate;

/**
 * How many sampling units a domain holds, and how many strata it holds whole.
 *
 * @param units the units held
 * @param wholeStrata the strata of which every unit is held
 */
record HeldUnits(int units, int wholeStrata) {

    static HeldUnits of(SamplingUnits units, IntPredicate held) {
        int count = 0;
        int whole = 0;
        for (int h = 0; h < units.strata(); h++) {
            int inStratum = 0;
            for (int unit = units.first(h); unit < units.first(h) + units.in(h); unit++) {
                inStratum += held.test(unit) ? 1 : 0;
            }
            count += inStratum;
            whole += inStratum == units.in(h) ? 1 : 0;
        }
        return new HeldUnits(count, whole);
    }

    /** Units less strata held whole, but for one: the most the rank of factors can be whose sum over a stratum is fixed. */
    int most() {
        return units - Math.max(0, wholeStrata - 1);
    }
}
