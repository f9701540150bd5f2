package org.deepdive.bench;

import org.deepdive.study.LargeSurvey;
import org.deepdive.study.Microdata;

/** Prints how many bytes of memory a respondent takes: a weight, a stratum and six categorical variables. */
public final class RespondentMemory {

    private static final int RESPONDENTS = 10_000_000;

    private RespondentMemory() {}

    /** @param arguments none */
    public static void main(String[] arguments) {
        LargeSurvey.of(1000, 0);
        long before = used();
        Microdata data = LargeSurvey.of(RESPONDENTS, 0);
        System.out.printf(
                "%.2f bytes a respondent: a weight, district and wave, which are the stratum, and %d variables%n",
                (double) (used() - before) / data.size(), LargeSurvey.ASKED.size());
    }

    private static long used() {
        System.gc();
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
