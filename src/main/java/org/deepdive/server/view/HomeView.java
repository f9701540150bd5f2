package org.deepdive.server.view;

import java.util.List;
import java.util.Optional;
import org.deepdive.study.DataLabel;
import org.deepdive.study.Measure;
import org.deepdive.study.Study;

/**
 * The first page.
 *
 * @param frame what stands around it
 * @param deepDives the deep-dives
 * @param studies the studies
 * @param results what became of the published figures; empty while they are being recomputed
 */
public record HomeView(Frame frame, List<Entry> deepDives, List<StudyEntry> studies, Optional<Results> results) {

    /**
     * What became of the published figures.
     *
     * @param counts how many have each verdict
     * @param findings how many findings the audit has, by severity
     */
    public record Results(List<VerdictCount> counts, List<SeverityCount> findings) {

        /** All findings of the audit. */
        public long allFindings() {
            return findings.stream().mapToLong(SeverityCount::count).sum();
        }
    }

    /**
     * A deep-dive in the list.
     *
     * @param slug its name in URLs
     * @param title its title
     * @param standfirst what it is about; empty where it cannot be computed, or is not yet
     * @param label what its numbers were computed from; empty where it cannot be computed, or is not yet
     */
    public record Entry(String slug, String title, Optional<String> standfirst, Optional<DataLabel> label) {}

    /**
     * A study in the list.
     *
     * @param study the study
     * @param collected when it was collected, in words
     * @param label what its numbers are computed from; empty while that is not known yet
     * @param measures the measures that can be asked
     */
    public record StudyEntry(Study study, String collected, Optional<DataLabel> label, List<Measure> measures) {}
}
