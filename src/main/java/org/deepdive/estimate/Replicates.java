package org.deepdive.estimate;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.deepdive.estimate.replication.GivenScales;
import org.deepdive.estimate.replication.Replication;
import org.deepdive.estimate.replication.Scheme;
import org.deepdive.study.Microdata;
import org.deepdive.study.ReplicateWeights;
import org.deepdive.study.Replication.Made;
import org.deepdive.study.Strata;
import org.deepdive.study.SurveyDesign;

/**
 * The replicates of a survey whose design asks for them: those of its file, or made from its strata and sampling units.
 *
 * @param replication the replicates
 * @param unitOf the unit of each respondent, by which factors are held
 */
record Replicates(Replication replication, int[] unitOf) {

    /** The replicates of a survey; none where variances are to be linearised. */
    static Optional<Replicates> of(Microdata data) {
        SurveyDesign design = data.study().requireDesign();
        if (data.replicates().isPresent()) {
            Replication given = given(data.replicates().get(), data.weights());
            return Optional.of(
                    new Replicates(given, IntStream.range(0, data.size()).toArray()));
        }
        return design.replication()
                .filter(Made.class::isInstance)
                .map(how -> made((Made) how, data.strata(), design.lonely()).withMse(how.mse()))
                .map(made -> new Replicates(made, units(data)));
    }

    /** The reader has worked out scale and rscales of every kind, so that none is left to follow from the kind. */
    private static Replication given(ReplicateWeights weights, double[] full) {
        GivenScales scales = GivenScales.of(Scheme.OTHER).scale(weights.scale()).rscales(weights.rscales());
        return Replication.given(scales, full, weights.weights()).withMse(weights.mse());
    }

    private static Replication made(Made how, Strata strata, SurveyDesign.Lonely lonely) {
        return switch (how.kind()) {
            case JK1 -> Replication.jk1(strata);
            case JKN -> Replication.jkn(strata, lonely);
            case BRR -> Replication.brr(strata);
            case FAY -> Replication.fay(strata, how.rho().orElseThrow());
            case BOOTSTRAP -> Replication.bootstrap(strata, how.count().orElseThrow(), how.seed());
        };
    }

    private static int[] units(Microdata data) {
        int[] unitOf = IntStream.range(0, data.size()).toArray();
        data.strata().clusterStarts().ifPresent(starts -> {
            for (int cluster = 0; cluster < starts.length - 1; cluster++) {
                Arrays.fill(unitOf, starts[cluster], starts[cluster + 1], cluster);
            }
        });
        return unitOf;
    }
}
