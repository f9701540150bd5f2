package org.deepdive.analysis;

import java.util.List;
import java.util.Optional;
import org.deepdive.study.SurveyDesign;

/** The design of a study of one's own, by the file's names of columns. */
record OwnDesign(
        Optional<String> weight,
        List<String> strata,
        List<String> clusters,
        Optional<String> wave,
        boolean nest,
        SurveyDesign.Lonely lonely) {

    /** Everybody sampled alone and counting 1. */
    static final OwnDesign NONE =
            new OwnDesign(Optional.empty(), List.of(), List.of(), Optional.empty(), false, SurveyDesign.Lonely.FAIL);

    OwnDesign weighted(String column) {
        return new OwnDesign(Optional.of(column), strata, clusters, wave, nest, lonely);
    }

    OwnDesign stratified(List<String> columns) {
        return new OwnDesign(weight, columns, clusters, wave, nest, lonely);
    }

    OwnDesign clustered(List<String> columns) {
        return new OwnDesign(weight, strata, columns, wave, nest, lonely);
    }

    OwnDesign inWaves(String column) {
        return new OwnDesign(weight, strata, clusters, Optional.of(column), nest, lonely);
    }

    OwnDesign nesting() {
        return new OwnDesign(weight, strata, clusters, wave, true, lonely);
    }

    OwnDesign treating(SurveyDesign.Lonely treatment) {
        return new OwnDesign(weight, strata, clusters, wave, nest, treatment);
    }

    boolean isWave(String column) {
        return wave.filter(column::equals).isPresent();
    }

    boolean isWeight(String column) {
        return weight.filter(column::equals).isPresent();
    }
}
