package org.deepdive.server.view;

import java.util.List;
import org.deepdive.published.PublishedFigure;

/**
 * The audit's findings.
 *
 * @param frame what stands around it
 * @param severities the severities with their findings, most severe first
 */
public record AuditView(Frame frame, List<SeverityView> severities) {

    /** How many findings there are. */
    public int all() {
        return severities.stream().mapToInt(s -> s.findings().size()).sum();
    }

    /**
     * The findings of one severity.
     *
     * @param severity the severity, with how many there are
     * @param findings its findings
     */
    public record SeverityView(SeverityCount severity, List<FindingView> findings) {}

    /**
     * A finding.
     *
     * @param check the check that found it, in words
     * @param finding the arithmetic, in a sentence
     * @param figures the figures involved
     */
    public record FindingView(String check, String finding, List<PublishedFigure> figures) {}
}
