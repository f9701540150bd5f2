package org.deepdive.estimate.weighting;

/**
 * How far a calibrated weight may be said to lie from the given one. Calibration takes the weights with the least sum of
 * distances that meet the totals; what a distance contributes is the ratio of new to given weight as a function F of the
 * linear predictor u.
 *
 * <p>Source: Deville and Särndal (1992), "Calibration Estimators in Survey Sampling", Journal of the American Statistical
 * Association 87, 376-382, table 1; {@code cal.linear}, {@code cal.raking} and {@code cal.logit} of R's survey package.
 */
public enum Distance {
    /** Chi-square distance: F(u) = 1 + u, cut at the bounds where there are some (methods 1 and 7). */
    LINEAR,
    /** Multiplicative, or raking, distance: F(u) = exp(u), cut at the bounds where there are some (method 2). */
    RAKING,
    /** Logit: F runs smoothly from the lower to the upper bound, which must both be finite (method 6). */
    LOGIT;

    /** The ratio of new to given weight at a linear predictor. */
    double ratio(double u, double low, double high) {
        return switch (this) {
            case LINEAR -> Math.min(high, Math.max(low, 1 + u));
            case RAKING -> Math.min(high, Math.max(low, Math.exp(u)));
            case LOGIT -> logit(u, low, high);
        };
    }

    /** The derivative of the ratio; 0 where a bound has cut it. */
    double slope(double u, double low, double high) {
        return switch (this) {
            case LINEAR -> 1 + u < low || 1 + u > high ? 0 : 1;
            case RAKING -> Math.exp(u) < low || Math.exp(u) > high ? 0 : Math.exp(u);
            case LOGIT -> {
                double ratio = logit(u, low, high);
                yield (ratio - low) * (high - ratio) / ((1 - low) * (high - 1));
            }
        };
    }

    /** Deville and Särndal's (2.9), divided by its exponential where that is large, so that it never overflows. */
    private static double logit(double u, double low, double high) {
        double scaled = (high - low) / ((1 - low) * (high - 1)) * u;
        double rising = scaled > 0 ? 1 : Math.exp(scaled);
        double falling = scaled > 0 ? Math.exp(-scaled) : 1;
        return (low * (high - 1) * falling + high * (1 - low) * rising) / ((high - 1) * falling + (1 - low) * rising);
    }
}
