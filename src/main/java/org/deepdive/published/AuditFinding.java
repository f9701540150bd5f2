package org.deepdive.published;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Something that arithmetic alone finds wrong with printed numbers: one contradiction, for one reason or several.
 *
 * @param reasons why, the most severe first; at least one
 * @param figures the figures involved, each once, the one in doubt first
 */
public record AuditFinding(List<Reason> reasons, List<PublishedFigure> figures) {

    /**
     * What one check says of a contradiction.
     *
     * @param severity how badly the figures fail it
     * @param check the name of the check, such as {@code granularity}
     * @param words one sentence with the arithmetic in it
     */
    public record Reason(Severity severity, String check, String words) {}

    public AuditFinding {
        reasons = List.copyOf(reasons);
        figures = List.copyOf(figures);
    }

    static AuditFinding of(Severity severity, AuditCheck check, List<PublishedFigure> figures, String words) {
        return new AuditFinding(
                List.of(new Reason(severity, check.name(), words)),
                figures.stream().distinct().toList());
    }

    /** How badly the figures fail: the severity of the first reason. */
    public Severity severity() {
        return reasons.get(0).severity();
    }

    /** The name of the check that gave the first reason. */
    public String check() {
        return reasons.get(0).check();
    }

    /** The names of all checks that found it, each once, that of the first reason first. */
    public List<String> checks() {
        return reasons.stream().map(Reason::check).distinct().toList();
    }

    /** Every reason, one sentence each. */
    public String finding() {
        return reasons.stream().map(Reason::words).collect(Collectors.joining(" "));
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

    /** The finding with its severity and the figures involved. */
    @Override
    public String toString() {
        return severity().name().toLowerCase(Locale.ROOT) + " (" + String.join(", ", checks()) + "): " + finding()
                + "\n  Figures: " + String.join(", ", ids());
    }
}
