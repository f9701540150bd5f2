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
        if (measure instanceof Measure.Base) {
            return table(checked, measure, List.of(respondents()));
        }
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
        return table(checked, measure, rows);
    }

    private EstimateTable table(Query query, Measure measure, List<EstimateRow> rows) {
        return new EstimateTable(
                study, query, measure, measure.label(), label(), "", List.of(), rows, Optional.empty(), Double.NaN);
    }

    /** The number of respondents, which all counts of one consultation share. */
    private EstimateRow respondents() {
        int base = study.tallies().stream().mapToInt(Tally::respondents).max().orElseThrow();
        return new EstimateRow(List.of(), Optional.empty(), new Cell.Published(base, base, base));
    }

    private static EstimateRow row(Tally tally) {
        return new EstimateRow(
                List.of(),
                Optional.of(tally.option()),
                new Cell.Published(tally.perRespondent(), tally.count(), tally.respondents()));
    }
}
