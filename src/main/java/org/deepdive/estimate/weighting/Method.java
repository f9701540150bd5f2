package org.deepdive.estimate.weighting;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.deepdive.study.InputException;

/** How weights are made to meet margins. */
public enum Method {
    /** Iterative proportional fitting, margin after margin; weights stay positive. */
    RAKE,
    /** One margin, often a crossing, met at once. */
    POST_STRATIFY,
    /** Calibration in the chi-square distance, the regression estimator; without bounds weights may become negative. */
    LINEAR,
    /** Calibration in the raking distance by Newton's method: without bounds the weights of {@link #RAKE}. */
    RAKING,
    /** Calibration in the logit distance, which keeps ratios smoothly between its bounds. */
    LOGIT;

    /** The method of a word such as {@code post-stratify}, or an error that names the nearest. */
    public static Method of(String word) {
        return Arrays.stream(values())
                .filter(method -> method.word().equals(word))
                .findFirst()
                .orElseThrow(() -> InputException.unknown("method", word, words()));
    }

    /** The word for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<String> words() {
        return Arrays.stream(values()).map(Method::word).toList();
    }

    /** Whether it is a calibration, which bounds can limit. */
    boolean isCalibration() {
        return this == LINEAR || this == RAKING || this == LOGIT;
    }

    /** Its distance; raking's for both ways to rake. */
    Distance distance() {
        return switch (this) {
            case LINEAR -> Distance.LINEAR;
            case LOGIT -> Distance.LOGIT;
            case RAKE, POST_STRATIFY, RAKING -> Distance.RAKING;
        };
    }
}
