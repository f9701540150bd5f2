package org.deepdive.estimate.replication;

import java.util.Arrays;
import org.deepdive.study.InputException;

/** The kinds of replication, by the names that R's {@code svrepdesign(type = )} gives them. */
public enum Scheme {
    /** Jackknife of an unstratified sample: each replicate leaves out one sampling unit. */
    JK1("JK1"),
    /** Jackknife of a stratified sample: each replicate leaves out one sampling unit of one stratum. */
    JKN("JKn"),
    /** Balanced half samples: each replicate keeps one of the two sampling units of each stratum. */
    BRR("BRR"),
    /** Balanced half samples after Fay: the other unit keeps the share rho of its weight. */
    FAY("Fay"),
    /** Bootstrap: each replicate draws sampling units anew within strata. */
    BOOTSTRAP("bootstrap"),
    /** Successive differences, as the American Community Survey's (R's {@code "ACS"}). */
    SUCCESSIVE_DIFFERENCE("successive-difference"),
    /** Jackknife of paired units, one replicate a pair. */
    JK2("JK2"),
    /** Any other, with its scale told. */
    OTHER("other");

    private final String word;

    Scheme(String word) {
        this.word = word;
    }

    /** R's name. */
    public String word() {
        return word;
    }

    /**
     * Reads R's name of a scheme in any case.
     *
     * @throws InputException where there is none of that name, with the nearest
     */
    public static Scheme read(String word) {
        return Arrays.stream(values())
                .filter(scheme -> scheme.word.equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> InputException.unknown(
                        "replication",
                        word,
                        Arrays.stream(values()).map(Scheme::word).toList()));
    }
}
