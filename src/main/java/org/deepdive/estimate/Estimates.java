package org.deepdive.estimate;

import org.deepdive.study.DataLabel;
import org.deepdive.study.Study;

/** What answers queries to one study. Implementations are immutable and may be shared between threads. */
public sealed interface Estimates permits SurveyEstimates, TallyEstimates {

    /** The study that is asked. */
    Study study();

    /** What its numbers are computed from. */
    DataLabel label();

    /**
     * The answer to a query.
     *
     * @throws org.deepdive.study.InputException where the study cannot answer it
     */
    EstimateTable estimate(Query query);
}
