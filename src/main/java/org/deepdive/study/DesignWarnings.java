package org.deepdive.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Looks over a design that can be read for what may be a mistake, or will stand in the way of estimates. */
final class DesignWarnings {

    /** How far the sum of weights may be from a declared population, as a share of it. */
    private static final double FAR = 0.1;

    /** Below this unsampled share, units are all in the sample and need no variance: as in R. */
    private static final double ENUMERATED = 1e-7;

    /** How large a mean weight cannot be that of factors, and how far above the replicates' it must be. */
    private static final double FACTOR = 5;

    private final SurveyDesign design;
    private final DesignColumns.Weights all;
    private final double[] weights;
    private final Strata strata;
    private final IntFunction<String> stratumAt;

    /** @param stratumAt the name of the stratum of a sorted respondent; empty without strata */
    DesignWarnings(SurveyDesign design, DesignColumns.Weights weights, Strata strata, IntFunction<String> stratumAt) {
        this.design = design;
        this.all = weights;
        this.weights = weights.full();
        this.strata = strata;
        this.stratumAt = stratumAt;
    }

    List<DataWarning> all() {
        List<DataWarning> warnings = new ArrayList<>();
        equalWeights(warnings);
        populationSize(warnings);
        all.replicates().ifPresent(replicates -> factors(replicates, warnings));
        if (design.lonely() == SurveyDesign.Lonely.FAIL) {
            lonelyStrata(warnings);
            strata.secondStage().ifPresent(second -> lonelyClusters(second, warnings));
        }
        return List.copyOf(warnings);
    }

    private void equalWeights(List<DataWarning> warnings) {
        double first = weights[0];
        if (weights.length > 1 && Arrays.stream(weights).allMatch(weight -> weight == first)) {
            warnings.add(new DataWarning(
                    "equal-weights",
                    "The weight \"" + design.weight() + "\" is " + Decimal.plain(first)
                            + " for every respondent, so that nothing is weighted."
                            + " Check that it is the survey's weight, unless all had the same chance."));
        }
    }

    private void populationSize(List<DataWarning> warnings) {
        double sum = Arrays.stream(weights).sum();
        design.populationSize()
                .filter(size -> Math.abs(sum - size) > FAR * size)
                .ifPresent(size -> warnings.add(new DataWarning(
                        "population-size",
                        String.format(
                                Locale.UK,
                                "The weights add up to %,.0f, the design's population_size is %,.0f."
                                        + " Totals will be of the former, not of the population.",
                                sum,
                                size))));
    }

    /** Replicates far below the weights look like factors of them: the test of R's {@code svrepdesign}. */
    private void factors(ReplicateWeights replicates, List<DataWarning> warnings) {
        double mean = Arrays.stream(weights).average().orElseThrow();
        double replicate = Arrays.stream(replicates.weights())
                .mapToDouble(column -> Arrays.stream(column).average().orElseThrow())
                .average()
                .orElseThrow();
        if (replicate < FACTOR && mean / replicate > FACTOR) {
            warnings.add(new DataWarning(
                    "replicate-weights",
                    String.format(
                            Locale.UK,
                            "The replicate weights have the mean %.2f, the weight %.2f: they look like factors of it."
                                    + " If they are, set combined: false in the design's replicates.",
                            replicate,
                            mean)));
        }
    }

    private void lonelyStrata(List<DataWarning> warnings) {
        List<String> names = groups(
                strata.count(),
                h -> strata.units(h) == 1 && strata.unsampledShare(h) >= ENUMERATED,
                h -> stratumAt.apply(strata.starts()[h]));
        if (!names.isEmpty()) {
            boolean whole = names.get(0).isEmpty();
            String who = whole ? "The sample has" : count(names.size(), "stratum has", "strata have");
            warnings.add(new DataWarning(
                    "lonely-strata",
                    who + " one sampling unit only" + (whole ? "" : " (" + listed(names) + ")")
                            + ": what needs a variance there will be refused."
                            + " Join strata, or set design, lonely to remove, adjust or average."));
        }
    }

    /** Only with a finite population does the second stage have a variance of its own. */
    private void lonelyClusters(SecondStage second, List<DataWarning> warnings) {
        List<String> names = groups(
                second.firstUnits().length - 1,
                c -> second.populations().isPresent() && second.units(c) == 1 && second.unsampledShare(c) >= ENUMERATED,
                c -> "");
        if (!names.isEmpty()) {
            warnings.add(new DataWarning(
                    "lonely-clusters",
                    count(names.size(), "cluster has", "clusters have")
                            + " one secondary sampling unit only: what needs a variance there will be refused."
                            + " Leave the second stage out, or set design, lonely to remove, adjust or average."));
        }
    }

    private static List<String> groups(int count, IntPredicate lonely, IntFunction<String> name) {
        return IntStream.range(0, count).filter(lonely).mapToObj(name).toList();
    }

    private static String count(int count, String one, String several) {
        return count + " " + (count == 1 ? one : several);
    }

    /** Strata have several codes, joined by commas themselves. */
    private static String listed(List<String> names) {
        return InputException.listed(names).replace(", ", "; ");
    }
}
