package org.deepdive.study;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;

/**
 * Respondents like those of the Policing and Community Safety Survey, in any number: its 190 strata of district and wave,
 * unequal weights, skewed answers with some missing. Only for timing; nothing is fitted to anything published.
 */
public final class LargeSurvey {

    /** The variables that have answers; with district and wave, which are the strata, eight. */
    public static final List<String> ASKED =
            List.of("sex", "age_band", "ethnicity", "safe_local", "student", "disabled");

    private static final double MISSING_SHARE = 0.02;

    private LargeSurvey() {}

    /**
     * A survey.
     *
     * @param size how many respondents
     * @param unused how many columns there are that no question asks for, beside those of {@link #ASKED}
     */
    public static Microdata of(int size, int unused) {
        Study study = new StudyReader(DataFolder.find()).read("pcss");
        int districts = study.codebook().variable("district").categories().size();
        int waves = study.codebook().variable("wave").categories().size();
        int[] starts = new int[districts * waves + 1];
        Arrays.setAll(starts, h -> (int) ((long) size * h / (districts * waves)));
        SplittableRandom random = new SplittableRandom(1);
        double[] weights = new double[size];
        Arrays.setAll(weights, i -> 0.3 + 2 * random.nextDouble());
        Map<String, byte[]> codes = new HashMap<>();
        codes.put("district", ofStrata(starts, h -> h / waves));
        codes.put("wave", ofStrata(starts, h -> h % waves));
        for (String name : ASKED) {
            codes.put(
                    name,
                    answers(size, study.codebook().variable(name).categories().size(), random));
        }
        for (int k = 0; k < unused; k++) {
            codes.put("unused." + k, answers(size, 5, random));
        }
        return new Microdata(
                study,
                DataLabel.PRACTICE,
                "made for timing",
                new DesignColumns.Weights(weights, Optional.empty(), Optional.empty()),
                new Strata(starts, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                codes,
                Map.of(),
                List.of());
    }

    private static byte[] ofStrata(int[] starts, IntUnaryOperator code) {
        byte[] codes = new byte[starts[starts.length - 1]];
        for (int h = 0; h < starts.length - 1; h++) {
            Arrays.fill(codes, starts[h], starts[h + 1], (byte) code.applyAsInt(h));
        }
        return codes;
    }

    private static byte[] answers(int size, int categories, SplittableRandom random) {
        byte[] codes = new byte[size];
        for (int i = 0; i < size; i++) {
            double u = random.nextDouble();
            codes[i] = u < MISSING_SHARE ? Microdata.MISSING : (byte) (categories * u * u);
        }
        return codes;
    }
}
