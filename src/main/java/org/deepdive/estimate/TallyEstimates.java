package org.deepdive.estimate;

import java.util.List;
import java.util.Optional;
import org.deepdive.study.DataLabel;
import org.deepdive.study.InputException;
import org.deepdive.study.Measure;
import org.deepdive.study.Study;
import org.deepdive.study.Tally;

/** Answers queries from a study's published counts. */
public final class TallyEstimates implements Estimates {

    private final Study study;

    /** @param study a study with tallies */
    public TallyEstimates(Study study) {
        this.study = study;
    }

    @Override
    public Study study() {
        return study;
    }

    @Override
    public DataLabel label() {
        return DataLabel.PUBLISHED;
    }

    @Override
    public EstimateTable estimate(Query query) {
        Query checked = new QueryCheck(study).check(query);
        Measure measure = study.measure(checked.measure());
        List<Tally> tallies = study.tallies(measure.name());
        if (tallies.isEmpty()) {
            throw InputException.of(
                    "no-counts",
                    "The counts of \"" + measure.label() + "\" were not published.",
                    checked.text(),
                    "The figures printed about it can be audited, not recomputed.");
        }
        List<EstimateRow> rows = tallies.stream()
                .filter(t -> checked.answers().isEmpty()
                        || checked.answers().contains(t.option().code()))
                .map(TallyEstimates::row)
                .toList();
        return new EstimateTable(
                study, checked, measure, measure.label(), label(), "", List.of(), rows, Optional.empty(), Double.NaN);
    }

    private static EstimateRow row(Tally tally) {
        return new EstimateRow(
                List.of(),
                Optional.of(tally.option()),
                new Cell.Published(tally.perRespondent(), tally.count(), tally.respondents()));
    }
}
