package org.deepdive.notebook;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deepdive.published.AuditFinding;
import org.deepdive.published.Severity;
import org.deepdive.table.HtmlTable;

/** What an audit finds wrong with printed numbers as an output: how many of which severity, then each with its arithmetic. */
final class AuditOutput {

    /** No respondent, real or invented, is behind a finding. */
    private static final String LABEL =
            "Published figures: what the documents themselves print, checked by arithmetic alone.";

    private AuditOutput() {}

    static MimeBundle of(Collection<AuditFinding> findings) {
        HtmlTable table = new HtmlTable("Audit of published figures")
                .label(LABEL)
                .words("Severity", "Check", "Finding", "Figures", "Printed words");
        findings.forEach(finding -> table.row(List.of(
                words(finding.severity()),
                String.join(", ", finding.checks()),
                finding.finding(),
                String.join(", ", finding.ids()),
                finding.quotes().stream().map(quote -> "“" + quote + "”").collect(Collectors.joining(" ")))));
        String summary = summary(findings);
        return MimeBundle.html(
                Page.of(Page.paragraph("dd-finding", summary), table.html()), summary + "\n" + LABEL + text(findings));
    }

    private static String summary(Collection<AuditFinding> findings) {
        String counts = Stream.of(Severity.values())
                .map(severity -> new Count(
                        severity,
                        findings.stream().filter(f -> f.severity() == severity).count()))
                .filter(count -> count.number() > 0)
                .map(count -> count.number() + " " + words(count.severity()))
                .collect(Collectors.joining(", "));
        int size = findings.size();
        return size == 0
                ? "The audit finds nothing."
                : size + (size == 1 ? " finding: " : " findings: ") + counts + ".";
    }

    private record Count(Severity severity, long number) {}

    private static String words(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    /** Sentences too long for the columns of a terminal stand one below the other. */
    private static String text(Collection<AuditFinding> findings) {
        return findings.stream()
                .map(f -> "\n\n" + words(f.severity()) + " (" + String.join(", ", f.checks()) + "): " + f.finding()
                        + "\n  Figures: " + String.join(", ", f.ids())
                        + f.quotes().stream()
                                .map(quote -> "\n  Printed: “" + quote + "”")
                                .collect(Collectors.joining()))
                .collect(Collectors.joining());
    }
}
