package org.deepdive.analysis;

import java.util.List;
import org.deepdive.disclosure.Audience;
import org.deepdive.estimate.Query;
import org.deepdive.estimate.QueryChoices;
import org.deepdive.estimate.comparison.Adjustment;
import org.deepdive.table.BannerBreakdown;

/**
 * What was chosen of a banner, beside its question.
 *
 * @param by the breakdowns after the total
 * @param domain a query of whom it is about: its filters and waves
 * @param dontKnows what becomes of don't knows
 * @param adjustment how probabilities are adjusted
 * @param audience who will see it
 */
record BannerSpec(
        List<BannerBreakdown> by,
        Query domain,
        QueryChoices.DontKnows dontKnows,
        Adjustment adjustment,
        Audience audience) {

    BannerSpec {
        by = List.copyOf(by);
    }

    BannerSpec by(List<BannerBreakdown> other) {
        return new BannerSpec(other, domain, dontKnows, adjustment, audience);
    }

    BannerSpec domain(Query other) {
        return new BannerSpec(by, other, dontKnows, adjustment, audience);
    }

    BannerSpec dontKnows(QueryChoices.DontKnows other) {
        return new BannerSpec(by, domain, other, adjustment, audience);
    }

    BannerSpec adjustment(Adjustment other) {
        return new BannerSpec(by, domain, dontKnows, other, audience);
    }

    BannerSpec audience(Audience other) {
        return new BannerSpec(by, domain, dontKnows, adjustment, other);
    }
}
