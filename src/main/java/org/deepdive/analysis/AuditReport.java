package org.deepdive.analysis;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import org.deepdive.published.AuditFinding;

/**
 * The audit's findings as data.
 *
 * @param findings the findings, most severe first
 */
public record AuditReport(List<AuditFinding> findings) {

    public AuditReport {
        findings = List.copyOf(findings);
    }

    /** CSV with the columns severity, check, ids (separated by spaces) and finding. */
    public String csv() {
        StringWriter text = new StringWriter();
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
        csv.writeRecord("severity", "check", "ids", "finding");
        findings.forEach(f -> csv.writeRecord(severity(f), f.check(), String.join(" ", f.ids()), f.finding()));
        return text.toString();
    }

    /** A JSON array of objects with severity, check, ids and finding. */
    public String json() {
        ArrayNode array = new ObjectMapper().createArrayNode();
        for (AuditFinding f : findings) {
            ObjectNode node = array.addObject().put("severity", severity(f)).put("check", f.check());
            ArrayNode ids = node.putArray("ids");
            f.ids().forEach(ids::add);
            node.put("finding", f.finding());
        }
        return array.toPrettyString() + "\n";
    }

    private static String severity(AuditFinding finding) {
        return finding.severity().name().toLowerCase(Locale.ROOT);
    }
}
