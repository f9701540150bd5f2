package org.deepdive.published;

import java.util.List;

/**
 * Something that arithmetic alone finds wrong with printed numbers.
 *
 * @param severity how badly they fail
 * @param check the name of the check that found it, such as {@code granularity}
 * @param figures the figures involved, each once, the one in doubt first
 * @param finding one sentence with the arithmetic in it
 */
public record AuditFinding(Severity severity, String check, List<PublishedFigure> figures, String finding) {

    public AuditFinding {
        figures = List.copyOf(figures);
    }

    static AuditFinding of(Severity severity, AuditCheck check, List<PublishedFigure> figures, String finding) {
        return new AuditFinding(
                severity, check.name(), figures.stream().distinct().toList(), finding);
    }

    /** The ids of the figures involved, the one in doubt first. */
    public List<String> ids() {
        return figures.stream().map(PublishedFigure::id).toList();
    }

    /** The words they were printed in, each once, in the order of the figures. */
    public List<String> quotes() {
        return figures.stream()
                .map(PublishedFigure::quote)
                .filter(quote -> !quote.isBlank())
                .distinct()
                .toList();
    }
}
