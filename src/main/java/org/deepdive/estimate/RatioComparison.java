package org.deepdive.estimate;

/**
 * How many times as large one estimate is as another from the same survey: tested on the log scale, where the interval is
 * symmetric and which group comes first makes no difference but the sign (R: {@code svycontrast} of
 * {@code quote(log(a / b))}). A share's ratio is known as relative risk, or prevalence ratio.
 *
 * @param ratio first / second; NaN where one of them is empty, or both are 0
 * @param logSe the standard error of the ratio's logarithm, covariance included; NaN where an estimate is not above 0
 * @param low the lower end of the interval: exp(log ratio - t quantile * logSe)
 * @param high the upper end
 * @param t log ratio / logSe
 * @param df degrees of freedom of the two groups together
 * @param p two-sided probability of a ratio at least this far from 1 if it were 1
 */
public record RatioComparison(double ratio, double logSe, double low, double high, double t, double df, double p) {

    static RatioComparison of(Ratio first, Ratio second, CellTable table, double level) {
        double ratio = first.value() / second.value();
        if (!(first.value() > 0 && second.value() > 0)) {
            return new RatioComparison(ratio, Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0, Double.NaN);
        }
        Spread spread = table.spread(new Combination(
                first, second, 1 / first.value(), -1 / second.value(), (a, b) -> Math.log(a) - Math.log(b)));
        double log = Math.log(first.value()) - Math.log(second.value());
        TTest test = TTest.of(log, spread, level);
        return new RatioComparison(
                ratio, test.se(), Math.exp(test.low()), Math.exp(test.high()), test.t(), test.df(), test.p());
    }
}
