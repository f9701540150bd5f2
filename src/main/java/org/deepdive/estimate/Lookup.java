package org.deepdive.estimate;

import java.util.ArrayList;
import java.util.List;

/**
 * A column of codes, and what each code adds to the cell of a respondent.
 *
 * @param codes a code for each respondent
 * @param size one more than the largest code, missing ones aside
 * @param adds for each of the {@value #CODES} values of a byte, taken without sign, what it adds; at least the number of
 *     cells for a code that puts the respondent outside
 */
record Lookup(byte[] codes, int size, int[] adds) {

    /** How many codes a byte has. */
    static final int CODES = 256;

    int add(int respondent) {
        return adds[codes[respondent] & 0xFF];
    }

    /** The same lookups, those of one column joined into one. */
    static List<Lookup> joined(List<Lookup> lookups) {
        List<Lookup> joined = new ArrayList<>();
        for (Lookup lookup : lookups) {
            int at = 0;
            while (at < joined.size() && joined.get(at).codes != lookup.codes) {
                at++;
            }
            if (at == joined.size()) {
                joined.add(lookup);
            } else {
                joined.set(at, joined.get(at).and(lookup));
            }
        }
        return joined;
    }

    private Lookup and(Lookup other) {
        int[] both = new int[CODES];
        for (int code = 0; code < CODES; code++) {
            both[code] = adds[code] + other.adds[code];
        }
        return new Lookup(codes, Math.max(size, other.size), both);
    }
}
