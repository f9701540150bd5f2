package org.deepdive.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deepdive.study.Codes;

/**
 * A column of codes, and what each code adds to the cell of a respondent.
 *
 * @param codes a code for each respondent
 * @param adds for each code what it adds, at least the number of cells for a code that puts the respondent outside; and at
 *     the end what a missing code adds
 */
record Lookup(Codes codes, int[] adds) {

    /** One more than the largest code, missing ones aside. */
    int size() {
        return adds.length - 1;
    }

    int add(int respondent) {
        return ofCode(codes.get(respondent));
    }

    private int ofCode(int code) {
        return adds[code < 0 ? adds.length - 1 : code];
    }

    /** Adds this lookup's share to the cells of the respondents from one place on. */
    void addTo(int[] cells, int from, int to) {
        if (codes instanceof Codes.Bytes narrow) {
            byte[] column = narrow.codes();
            for (int i = from; i < to; i++) {
                cells[i - from] += ofCode(column[i]);
            }
        } else {
            short[] column = ((Codes.Shorts) codes).codes();
            for (int i = from; i < to; i++) {
                cells[i - from] += ofCode(column[i]);
            }
        }
    }

    /** The same lookups, those of one column joined into one. */
    static List<Lookup> joined(List<Lookup> lookups) {
        List<Lookup> joined = new ArrayList<>();
        for (Lookup lookup : lookups) {
            int at = 0;
            while (at < joined.size() && !isOneColumn(joined.get(at).codes, lookup.codes)) {
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

    /** Whether codes are the same array, and not only equal. */
    static boolean isOneColumn(Codes one, Codes other) {
        return one == other
                || one instanceof Codes.Bytes a && other instanceof Codes.Bytes b && a.codes() == b.codes()
                || one instanceof Codes.Shorts c && other instanceof Codes.Shorts d && c.codes() == d.codes();
    }

    private Lookup and(Lookup other) {
        int[] both = adds.clone();
        Arrays.setAll(both, code -> adds[code] + other.adds[code]);
        return new Lookup(codes, both);
    }
}
