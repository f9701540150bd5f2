package org.deepdive.estimate.comparison;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.deepdive.study.InputException;

/** How the probabilities of a family of tests are adjusted for there being several, as R's {@code p.adjust} does. */
public enum Adjustment {
    /** Not at all. */
    NONE("none") {
        @Override
        void adjustSorted(double[] sorted) {
            // Each probability stands by itself.
        }
    },
    /**
     * Keeps the probability of any false rejection in the family at the level, whatever the dependence of the tests: the
     * k-th smallest of m is multiplied by m − k + 1, and never falls below a smaller one's. Source: Holm (1979),
     * Scandinavian Journal of Statistics 6, 65-70; {@code p.adjust(method = "holm")} in R.
     */
    HOLM("holm") {
        @Override
        void adjustSorted(double[] sorted) {
            double most = 0;
            for (int k = 0; k < sorted.length; k++) {
                most = Math.max(most, (sorted.length - k) * sorted[k]);
                sorted[k] = Math.min(1, most);
            }
        }
    },
    /**
     * Keeps the expected share of false rejections among the rejections at the level, for tests that are independent or
     * positively dependent: the k-th smallest of m is multiplied by m / k, and never exceeds a larger one's. Source:
     * Benjamini and Hochberg (1995), Journal of the Royal Statistical Society B 57, 289-300; {@code p.adjust(method =
     * "BH")} in R.
     */
    BENJAMINI_HOCHBERG("bh") {
        @Override
        void adjustSorted(double[] sorted) {
            double least = 1;
            for (int k = sorted.length - 1; k >= 0; k--) {
                least = Math.min(least, (double) sorted.length / (k + 1) * sorted[k]);
                sorted[k] = least;
            }
        }
    };

    private final String word;

    Adjustment(String word) {
        this.word = word;
    }

    /**
     * Reads R's word for a method ({@code none}, {@code holm}, {@code BH}) or its name, in any case.
     *
     * @throws InputException where there is no such method, with the nearest
     */
    public static Adjustment read(String word) {
        return Arrays.stream(values())
                .filter(a -> a.word.equalsIgnoreCase(word) || a.longName().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> InputException.unknown("adjustment", word, words()));
    }

    private static List<String> words() {
        return Arrays.stream(values()).map(Adjustment::word).toList();
    }

    private String longName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The word that {@link #read} reads: {@code none}, {@code holm} or {@code bh}. */
    public String word() {
        return word;
    }

    /**
     * The adjusted probabilities of one family.
     *
     * @param p the probabilities of the tests, each between 0 and 1; NaN where a test could not be made, which stays NaN
     *     and does not count as a test
     * @return the adjusted probabilities in the same order
     */
    public double[] adjust(double[] p) {
        int[] order = IntStream.range(0, p.length)
                .filter(i -> !Double.isNaN(p[i]))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] sorted = Arrays.stream(order).mapToDouble(i -> p[i]).toArray();
        adjustSorted(sorted);
        double[] adjusted = p.clone();
        for (int k = 0; k < order.length; k++) {
            adjusted[order[k]] = sorted[k];
        }
        return adjusted;
    }

    /** Adjusts probabilities in ascending order, in place. */
    abstract void adjustSorted(double[] sorted);
}
