package org.deepdive.estimate.weighting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.deepdive.study.CodedColumn;
import org.deepdive.study.InputException;

/**
 * A way to weight respondents to margins: post-stratification, raking or calibration, with bounds, with trimming.
 *
 * <p>Given weights are first scaled to the targets' number of people. That changes nothing without bounds; bounds are on
 * the ratios to the scaled weights. (R scales only where all totals are more than 20 times the weighted sample's.)
 *
 * <pre>{@code
 * Weighted weighted = Weighting.by(Method.RAKE).weigh(weights, columns, targets);
 * }</pre>
 */
public final class Weighting {

    /** How near trimming in turn brings every category to its total, relative to it. */
    private static final double NEAR_IN_TURN = 1e-8;

    /** What a category may be off its total, relative to it, where the method has met it. */
    private static final double NEAR = 1e-8;

    private static final int MOST_TURNS = 500;

    private final Method method;
    private final Optional<Bounds> bounds;
    private final Optional<Trimming> trimming;
    private final boolean inTurn;

    private Weighting(Method method, Optional<Bounds> bounds, Optional<Trimming> trimming, boolean inTurn) {
        this.method = method;
        this.bounds = bounds;
        this.trimming = trimming;
        this.inTurn = inTurn;
    }

    /** Weighting by a method, without bounds and trimming; {@link Method#LOGIT} needs {@link #within} too. */
    public static Weighting by(Method method) {
        return new Weighting(method, Optional.empty(), Optional.empty(), false);
    }

    /**
     * The same with bounds on the ratios of new to given weights.
     *
     * @throws InputException where the method is not a calibration, which alone can keep them
     */
    public Weighting within(Bounds limits) {
        if (!method.isCalibration()) {
            throw InputException.of(
                    "bounds",
                    "The method " + method.word() + " has no bounds.",
                    method.word(),
                    "Use raking, linear or logit, which have, or trim the weights.");
        }
        return new Weighting(method, Optional.of(limits), trimming, inTurn);
    }

    /** The same with weights trimmed once when the margins are met, which they then are no longer exactly. */
    public Weighting trimmed(Trimming limits) {
        return new Weighting(method, bounds, Optional.of(limits), false);
    }

    /**
     * The same with weights strictly trimmed and weighted again in turn until they are within the limits and meet the
     * margins, each total to 1e-8 of its size.
     *
     * @throws InputException where the ratios have bounds, which repeated weighting would not keep
     */
    public Weighting trimmedInTurn(Trimming limits) {
        if (bounds.isPresent()) {
            throw InputException.of(
                    "trimming",
                    "Trimming in turn would not keep the bounds on the ratios.",
                    "",
                    "Trim once, or leave out the bounds.");
        }
        return new Weighting(method, bounds, Optional.of(new Trimming(limits.low(), limits.high(), true)), true);
    }

    /**
     * Weights respondents to targets.
     *
     * @param given the given weights, above 0
     * @param columns the respondents' variables, those of the margins at least
     * @param targets the targets
     * @throws InputException where targets and respondents do not fit, or the targets cannot be met, with the margin and
     *     category, its target and what was reached
     */
    public Weighted weigh(double[] given, List<CodedColumn> columns, Targets targets) {
        return weigh(given, targets.match(columns, given));
    }

    /** As {@link #weigh(double[], List, Targets)}, with targets that are matched to the respondents already. */
    public Weighted weigh(double[] given, MarginTotals totals) {
        requirePossible(given, totals);
        double factor = totals.people() / WeightSpread.sum(given);
        double[] scaled = Arrays.stream(given).map(weight -> weight * factor).toArray();
        Fit fit = inTurn ? inTurn(scaled, totals) : fit(scaled, totals);
        int trimmed = fit.trimmed;
        double[] weights = fit.weights;
        if (trimming.isPresent() && !inTurn) {
            Trimming.Trimmed cut = trimming.get().trim(weights);
            weights = cut.weights();
            trimmed = cut.count();
        }
        double[] ratios = new double[given.length];
        for (int row = 0; row < ratios.length; row++) {
            ratios[row] = weights[row] / scaled[row];
        }
        return new Weighted(
                weights,
                method,
                fit.rounds,
                trimmed,
                WeightSpread.of(given),
                WeightSpread.of(weights),
                RatioPercentile.of(ratios),
                categories(scaled, weights, totals));
    }

    /** Weights on their way, and what it took to get there. */
    private record Fit(double[] weights, int rounds, int trimmed) {}

    private void requirePossible(double[] given, MarginTotals totals) {
        if (given.length != totals.size()) {
            throw new IllegalArgumentException(given.length + " weights for " + totals.size() + " respondents");
        }
        for (int row = 0; row < given.length; row++) {
            if (!(given[row] > 0 && given[row] < Double.POSITIVE_INFINITY)) {
                throw InputException.of(
                        "weights",
                        "The weight of respondent " + (row + 1) + " is " + given[row] + ".",
                        String.valueOf(given[row]),
                        "Weights are numbers above 0.");
            }
        }
        if (method == Method.POST_STRATIFY && totals.margins().size() > 1) {
            throw InputException.of(
                    "margins",
                    "Post-stratification takes one margin; there are "
                            + totals.margins().size() + ".",
                    method.word(),
                    "Give the crossing of the variables as one margin, or rake.");
        }
        if (method == Method.LOGIT && bounds.isEmpty()) {
            throw InputException.of(
                    "bounds", "The method logit needs bounds.", method.word(), "Give bounds such as 0.3 and 3.");
        }
    }

    private Fit inTurn(double[] scaled, MarginTotals totals) {
        Trimming limits = trimming.orElseThrow();
        requireReachable(limits, totals);
        double[] weights = scaled;
        boolean[] cut = new boolean[scaled.length];
        int rounds = 0;
        double[] reached = {};
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            Fit fit = fit(weights, totals);
            rounds += fit.rounds;
            Trimming.Trimmed trimmed = limits.trim(fit.weights);
            weights = trimmed.weights();
            for (int row = 0; row < cut.length; row++) {
                cut[row] |= trimmed.cut()[row];
            }
            reached = reached(weights, totals);
            if (totals.gap(reached, totals.farthest(reached)) <= NEAR_IN_TURN) {
                return new Fit(weights, rounds, new Trimming.Trimmed(weights, cut).count());
            }
        }
        throw unmet(
                totals,
                totals.farthest(reached),
                reached,
                "Within the limits " + Numbers.text(limits.low()) + " and " + Numbers.text(limits.high()),
                "Widen the limits, or join small categories.");
    }

    /** Where a category cannot reach its total even with every weight at a limit, it is the one to name. */
    private static void requireReachable(Trimming limits, MarginTotals totals) {
        double[] base = bases(totals);
        for (int column = 0; column < base.length; column++) {
            double mean = totals.totals()[column] / base[column];
            if (mean < limits.low() || mean > limits.high()) {
                throw InputException.of(
                        "infeasible",
                        "The margin " + totals.name(column) + " cannot be met with weights between "
                                + Numbers.text(limits.low()) + " and " + Numbers.text(limits.high()) + ": its target "
                                + Numbers.text(totals.totals()[column]) + " is " + Numbers.text(mean)
                                + " for each of its " + Numbers.text(base[column]) + " respondents.",
                        totals.name(column),
                        "Widen the limits, or join the category with another.");
            }
        }
    }

    private Fit fit(double[] weights, MarginTotals totals) {
        Patterns patterns = totals.patterns();
        double[] before = patterns.sums(weights);
        PatternWeights fitted = method.isCalibration()
                ? new MarginCalibration(method, bounds, totals).calibrate(before)
                : new Raking(totals).rake(before);
        double[] reached = patterns.columnSums(fitted.weights());
        int farthest = totals.farthest(reached);
        if (!(totals.gap(reached, farthest) <= NEAR)) {
            throw unmet(
                    totals,
                    farthest,
                    reached,
                    String.format(Locale.ROOT, "After %,d rounds of %s", fitted.rounds(), method.word()),
                    bounds.isPresent()
                            ? "Widen the bounds, join small categories, or drop a margin that contradicts the others."
                            : "Join small categories, or drop a margin that contradicts the others.");
        }
        double[] ratio = new double[before.length];
        Arrays.setAll(ratio, pattern -> fitted.weights()[pattern] / before[pattern]);
        double[] fittedWeights = patterns.spread(ratio);
        Arrays.setAll(fittedWeights, row -> weights[row] * fittedWeights[row]);
        return new Fit(fittedWeights, fitted.rounds(), 0);
    }

    private static InputException unmet(MarginTotals totals, int column, double[] reached, String when, String remedy) {
        return InputException.of(
                "infeasible",
                when + " the margin " + totals.name(column) + " is at " + Numbers.text(reached[column])
                        + " and cannot be brought to its target " + Numbers.text(totals.totals()[column])
                        + " together with the others.",
                totals.name(column),
                remedy);
    }

    private static double[] reached(double[] weights, MarginTotals totals) {
        return totals.patterns().columnSums(totals.patterns().sums(weights));
    }

    /** How many respondents are in each category. */
    private static double[] bases(MarginTotals totals) {
        double[] ones = new double[totals.size()];
        Arrays.fill(ones, 1);
        return reached(ones, totals);
    }

    private static List<CategoryFit> categories(double[] scaled, double[] weights, MarginTotals totals) {
        double[] base = bases(totals);
        double[] before = reached(scaled, totals);
        double[] after = reached(weights, totals);
        List<CategoryFit> categories = new ArrayList<>();
        for (MarginTotals.One margin : totals.margins()) {
            for (String category : margin.categories()) {
                int column = categories.size();
                categories.add(new CategoryFit(
                        margin.name(),
                        category,
                        (int) base[column],
                        before[column],
                        totals.totals()[column],
                        after[column]));
            }
        }
        return categories;
    }
}
