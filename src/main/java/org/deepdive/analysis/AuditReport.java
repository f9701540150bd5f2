package org.deepdive.analysis;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.deepdive.published.AuditFinding;
import org.deepdive.study.CsvText;

/**
 * The audit's findings as data.
 *
 * @param findings the findings, most severe first
 */
public record AuditReport(List<AuditFinding> findings) {

    public AuditReport {
        findings = List.copyOf(findings);
    }

    /** CSV with the columns severity, check, ids and finding; several checks or ids are separated by spaces. */
    public String csv() {
        return CsvText.of(
                List.of("severity", "check", "ids", "finding"),
                findings.stream()
                        .map(f -> List.of(
                                severity(f), String.join(" ", f.checks()), String.join(" ", f.ids()), f.finding()))
                        .toList());
    }

    /** A JSON array of objects with severity, check, ids, finding and quotes: the words that the numbers were printed in. */
    public String json() {
        ArrayNode array = new ObjectMapper().createArrayNode();
        for (AuditFinding f : findings) {
            ObjectNode node = array.addObject().put("severity", severity(f)).put("check", String.join(" ", f.checks()));
            ArrayNode ids = node.putArray("ids");
            f.ids().forEach(ids::add);
            node.put("finding", f.finding());
            ArrayNode quotes = node.putArray("quotes");
            f.quotes().forEach(quotes::add);
        }
        return array.toPrettyString() + "\n";
    }

    private static String severity(AuditFinding finding) {
        return finding.severity().name().toLowerCase(Locale.ROOT);
    }

    /** The findings, one below the other. */
    @Override
    public String toString() {
        return findings.isEmpty()
                ? "The audit finds nothing."
                : findings.stream().map(AuditFinding::toString).collect(Collectors.joining("\n\n"));
    }
}
