package org.deepdive.server.view;

import java.util.List;
import java.util.Optional;
import org.deepdive.analysis.GapScreen;
import org.deepdive.study.DataLabel;
import org.deepdive.study.Measure;
import org.deepdive.study.Study;

/**
 * Where the significant gaps of a measure are.
 *
 * @param frame what stands around it
 * @param study the study screened
 * @param measure the measure asked for
 * @param title what is shown
 * @param population whom the tests are of
 * @param summary what was found as a whole
 * @param findings the breakdowns, those with significant gaps first
 * @param withheld what is withheld; absent where nothing is
 * @param table all comparisons as HTML
 * @param plot the page of the plot without breakdown
 * @param csv the address of the table as CSV
 * @param json the address of the table as JSON
 */
public record GapsView(
        Frame frame,
        Study study,
        Measure measure,
        String title,
        String population,
        String summary,
        List<GapScreen.Finding> findings,
        Optional<String> withheld,
        String table,
        String plot,
        String csv,
        String json) {

    /** What its numbers were computed from. */
    public DataLabel label() {
        return frame.labels().iterator().next();
    }

    /** The breakdowns that have significant gaps, or those that have none. */
    public List<GapScreen.Finding> findings(boolean significant) {
        return findings.stream().filter(f -> f.significant() == significant).toList();
    }
}
