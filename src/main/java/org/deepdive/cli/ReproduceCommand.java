package org.deepdive.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.deepdive.analysis.FigureLedger;
import org.deepdive.analysis.Workspace;
import org.deepdive.disclosure.Audience;
import org.deepdive.published.Reproduction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code deepdive reproduce}. */
@Command(
        name = "reproduce",
        description = {
            "Recomputes every published figure that the data allow, and says which print as published.",
            "",
            "Verdicts: reproduced; differs (with by how much and why); not-reproducible (with the reason);",
            "compared-with (it is only the other side of a comparison, and names the row that makes it).",
            ""
        },
        footer = {"", "Exit code 1 if a figure differs."},
        mixinStandardHelpOptions = true)
final class ReproduceCommand implements Callable<Integer> {

    @Mixin
    private DataOptions data;

    @Option(names = "--publication", paramLabel = "ID", description = "Only this publication, such as students.")
    private String publication;

    @Option(names = "--format", defaultValue = "text", description = "text, csv or json. Default: text.")
    private Format format;

    @Override
    public Integer call() {
        Workspace workspace = data.open();
        if (publication != null) {
            workspace.published().of(publication);
        }
        List<Reproduction> rows = workspace.reproductions(Audience.HOLDER).stream()
                .filter(r -> publication == null || r.figure().publication().equals(publication))
                .toList();
        FigureLedger ledger = new FigureLedger(rows);
        System.out.print(
                switch (format) {
                    case text -> Summary.reproductions(workspace, ledger) + "\n" + Summary.rows(ledger);
                    case csv -> ledger.csv();
                    case json -> ledger.json();
                });
        return ledger.count("differs") > 0 ? ExitCodes.FINDINGS : ExitCodes.OK;
    }
}
