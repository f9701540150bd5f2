package org.deepdive.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How respondents were sampled, as far as variances need it. Terms and defaults are those of {@code svydesign} in R's
 * survey package (Lumley 2010, <cite>Complex Surveys</cite>, chapters 2 and 3).
 *
 * <p>{@code study.yaml} has one name or a list of two for {@code cluster} and {@code fpc}: {@code ids=~psu+ssu, fpc=~f1+f2}
 * of R is {@code cluster: [psu, ssu]} with {@code fpc: [f1, f2]}, and {@code ids=~psu+id} is {@code cluster: [psu]} with
 * {@code fpc: [f1, f2]}. Strata sampled with certainty have no word of their own, as in R: an fpc that says that all units of
 * a stratum are in the sample makes it add nothing to a variance.
 *
 * @param weight the weight's column
 * @param strata the variables whose combinations are the strata; empty for an unstratified sample
 * @param clusters the columns that name the sampling units: primary, then secondary, whose names need be unique within
 *     their primary unit only; empty where respondents were sampled directly
 * @param fpc for each stage, primary first, the column with the number of sampling units that the population has: of the
 *     stratum, then of the primary unit; or, where no value of any of these columns is above 1, the fraction of them in the
 *     sample. Empty for sampling with replacement. One more than {@code clusters} where respondents are the units of the
 *     last stage
 * @param nest whether names of primary units are unique within strata only: R's {@code nest=TRUE}
 * @param wave the variable that tells the wave; absent for a single survey
 * @param lonely what to do with a stratum of a single sampling unit
 * @param populationSize what the weights should add up to; absent where nothing is known of it
 * @param replication where variances come from replicate weights: how; absent for linearisation
 * @param calibration how the weight came from a base weight; absent where that is not known
 */
public record SurveyDesign(
        String weight,
        List<String> strata,
        List<String> clusters,
        List<String> fpc,
        boolean nest,
        Optional<String> wave,
        Lonely lonely,
        Optional<Double> populationSize,
        Optional<Replication> replication,
        Optional<WeightCalibration> calibration) {

    public SurveyDesign {
        strata = List.copyOf(strata);
        clusters = List.copyOf(clusters);
        fpc = List.copyOf(fpc);
    }

    /** Whether sampling units were sampled within primary sampling units, and the design says how. */
    public boolean isTwoStage() {
        return clusters.size() == 2 || !clusters.isEmpty() && fpc.size() == 2;
    }

    /** The columns of the file, by the names that a mapping can rename, that no variable of the codebook stands for. */
    List<String> columns() {
        List<String> columns = new ArrayList<>(List.of(weight));
        columns.addAll(clusters);
        columns.addAll(fpc);
        calibration.map(WeightCalibration::baseWeight).ifPresent(columns::add);
        if (replication.orElse(null) instanceof Replication.Given given && !given.isPattern()) {
            columns.addAll(given.columns());
        }
        return columns;
    }

    /**
     * The treatments of a stratum with one primary sampling unit, whose variance cannot be estimated. Names and
     * definitions are those of {@code options(survey.lonely.psu)} in R's survey package.
     */
    public enum Lonely {
        /** Refuse to estimate. The default, as in R. */
        FAIL,
        /** The stratum adds nothing to the variance. Too small where the unit was sampled. */
        REMOVE,
        /** The unit is centred at the grand mean instead of its stratum's. Conservative. */
        ADJUST,
        /** The stratum gets the average variance of the others. */
        AVERAGE
    }
}
