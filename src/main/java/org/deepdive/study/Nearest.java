package org.deepdive.study;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the name that a misspelt one was probably meant to be. */
final class Nearest {

    private Nearest() {}

    /** The allowed name with the fewest edits from the given one, if it is near enough to be worth suggesting. */
    static Optional<String> to(String given, List<String> allowed) {
        String wanted = given.toLowerCase(Locale.ROOT);
        if (wanted.length() > 100) {
            return Optional.empty();
        }
        int enough = Math.max(2, wanted.length() / 2);
        return allowed.stream()
                .filter(name -> distance(wanted, name) <= enough)
                .min(Comparator.comparingInt(name -> distance(wanted, name)));
    }

    private static int distance(String wanted, String name) {
        return LevenshteinDistance.getDefaultInstance().apply(wanted, name.toLowerCase(Locale.ROOT));
    }
}
