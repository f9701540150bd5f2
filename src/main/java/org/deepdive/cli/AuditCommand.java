package org.deepdive.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.deepdive.analysis.AuditReport;
import org.deepdive.analysis.Workspace;
import org.deepdive.published.AuditFinding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code deepdive audit}. */
@Command(
        name = "audit",
        description = {
            "Checks the printed numbers against one another by arithmetic alone.",
            "",
            "No respondent is needed: percentages that no count gives, parts that are more than their whole, text against "
                    + "table against chart, one quantity printed twice, scores against shares.",
            "",
            "impossible: no data could print so. inconsistent: two statements exclude each other. imprecise: rounded or "
                    + "worded so that a reader is misled.",
            ""
        },
        footer = {"", "Exit code 1 if anything was found."},
        mixinStandardHelpOptions = true)
final class AuditCommand implements Callable<Integer> {

    @Option(names = "--format", defaultValue = "text", description = "text, csv or json. Default: text.")
    private Format format;

    @Override
    public Integer call() {
        Workspace workspace = Workspace.open();
        List<AuditFinding> findings = workspace.audit();
        AuditReport report = new AuditReport(findings);
        System.out.print(
                switch (format) {
                    case text -> Summary.audit(findings);
                    case csv -> report.csv();
                    case json -> report.json();
                });
        return findings.isEmpty() ? ExitCodes.OK : ExitCodes.FINDINGS;
    }
}
