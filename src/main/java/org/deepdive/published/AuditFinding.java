package org.deepdive.published;

import java.util.List;

/**
 * Something that arithmetic alone finds wrong with printed numbers.
 *
 * @param severity how badly they fail
 * @param check the name of the check that found it, such as {@code granularity}
 * @param ids the figures involved, the one in doubt first
 * @param finding one sentence with the arithmetic in it
 */
public record AuditFinding(Severity severity, String check, List<String> ids, String finding) {

    public AuditFinding {
        ids = List.copyOf(ids);
    }

    static AuditFinding of(Severity severity, AuditCheck check, List<PublishedFigure> figures, String finding) {
        return new AuditFinding(
                severity,
                check.name(),
                figures.stream().map(PublishedFigure::id).distinct().toList(),
                finding);
    }
}
