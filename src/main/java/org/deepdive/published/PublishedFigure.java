package org.deepdive.published;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.deepdive.estimate.Query;

/**
 * One figure or finding of a document.
 *
 * @param id its name, unique over all publications
 * @param publication the publication's id
 * @param section where it stands
 * @param quote the document's words, white space aside verbatim
 * @param study the study it is about, also where no query recomputes it; empty where none is named
 * @param query what recomputes it; absent where no data could
 * @param printed the number as printed; absent for findings in words
 * @param unit what it counts
 * @param base the base as printed; absent where none is
 * @param period the period it is about, in words or waves
 * @param versus the ids of the figures it is compared with; a sum's parts; for a rank, the figures whose answers are left
 *     out of it
 * @param claim what is said of it
 * @param calibrated whether practice data were fitted to it
 * @param note remarks on reading it
 */
public record PublishedFigure(
        String id,
        String publication,
        String section,
        String quote,
        String study,
        Optional<Query> query,
        Optional<Printed> printed,
        Unit unit,
        OptionalLong base,
        String period,
        List<String> versus,
        Optional<Claim> claim,
        Calibrated calibrated,
        String note) {

    public PublishedFigure {
        versus = List.copyOf(versus);
    }

    /** How a figure relates to the data that recompute it. */
    public enum Calibrated {
        /** Practice respondents were fitted to it. */
        YES,
        /** It follows, or not, from data that were not fitted to it. */
        NO,
        /** It is itself a number of the data. */
        DATA
    }
}
