package org.deepdive.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.deepdive.analysis.AuditReport;
import org.deepdive.analysis.Workspace;
import org.deepdive.published.Audit;
import org.deepdive.published.AuditFinding;
import org.deepdive.published.PublicationFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code deepdive audit}. */
@Command(
        name = "audit",
        description = {
            "Checks the printed numbers against one another by arithmetic alone.",
            "",
            "No respondent is needed: percentages that no count gives, parts that are more than their whole, text against "
                    + "table against chart, one quantity printed twice, scores against shares, changes, periods, and whether "
                    + "what is called significant could be.",
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

    @Option(
            names = "--publication",
            paramLabel = "FILE",
            description = {
                "Audits only the figures of this CSV file, in the columns that data/published/README.md describes. "
                        + "Repeatable: several files are read as one."
            })
    private List<Path> publications = List.of();

    @Override
    public Integer call() {
        Workspace workspace = Workspace.open();
        List<AuditFinding> findings = publications.isEmpty()
                ? workspace.audit()
                : Audit.of(PublicationFiles.read(publications, workspace.studies()), workspace.studies())
                        .findings();
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
