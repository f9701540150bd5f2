package org.deepdive.estimate.regression;

import java.util.Arrays;
import java.util.Locale;
import org.deepdive.estimate.interval.Interval;
import org.deepdive.study.InputException;

/** The kinds of regression. */
public enum ModelKind {
    /** Logit of the percentage, as R's {@code svyglm(family = quasibinomial)}; the default for percentages. */
    LOGISTIC("logistic regression", Interval.LOGIT) {
        @Override
        double mean(double eta) {
            return 1 / (1 + Math.exp(-eta));
        }

        @Override
        double slope(double mean) {
            return mean * (1 - mean);
        }
    },
    /** The mean itself, as R's {@code svyglm(family = gaussian)}; the default for means. */
    LINEAR("linear regression", Interval.WALD) {
        @Override
        double mean(double eta) {
            return eta;
        }

        @Override
        double slope(double mean) {
            return 1;
        }
    };

    private final String title;
    private final Interval interval;

    ModelKind(String title, Interval interval) {
        this.title = title;
        this.interval = interval;
    }

    /** The kind of that word, in small or capital letters. */
    public static ModelKind parse(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> InputException.unknown(
                        "kind of model",
                        word,
                        Arrays.stream(values()).map(ModelKind::word).toList()));
    }

    /** The word by which a question asks for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its name in captions. */
    public String title() {
        return title;
    }

    /** How intervals of adjusted percentages and means are made. */
    public Interval interval() {
        return interval;
    }

    /** The mean for a linear predictor. */
    abstract double mean(double eta);

    /** How fast the mean rises with its linear predictor; for both kinds also the variance function. */
    abstract double slope(double mean);
}
