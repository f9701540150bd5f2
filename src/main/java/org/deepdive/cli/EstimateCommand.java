package org.deepdive.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.deepdive.analysis.AnswerExhibit;
import org.deepdive.analysis.Workspace;
import org.deepdive.disclosure.Audience;
import org.deepdive.disclosure.Cleared;
import org.deepdive.estimate.EstimateTable;
import org.deepdive.estimate.Query;
import org.deepdive.study.DataWarning;
import org.deepdive.table.ResultTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code deepdive estimate}. */
@Command(
        name = "estimate",
        description = {
            "Estimates a measure of a study, with standard errors and 95%% intervals.",
            "",
            "Small cells are withheld [c] by the rules of disclosure.yaml. Bases are exact, for the holder of the data; "
                    + "with --public they are rounded to 10, as on pages.",
            ""
        },
        footer = {
            "",
            "Example: students' safety by sex, April 2021 to June 2023",
            "  deepdive estimate pcss safe_local --by sex --where student=yes --waves 2021Q2..2023Q2"
        },
        mixinStandardHelpOptions = true)
final class EstimateCommand implements Callable<Integer> {

    @Mixin
    private QueryOptions question;

    @Mixin
    private DataOptions data;

    @Option(names = "--format", defaultValue = "text", description = "text, csv or json. Default: text.")
    private Format format;

    @Option(names = "--public", description = "Round bases to 10, as for anyone.")
    private boolean forAnyone;

    @Mixin
    private FileOptions files;

    @Override
    public Integer call() {
        files.requireWritable();
        Workspace workspace = data.open(question.study());
        Cleared<EstimateTable> answer =
                workspace.answer(question.query(), forAnyone ? Audience.PUBLIC : Audience.HOLDER);
        if (format == Format.text && !forAnyone) {
            warn(workspace.warnings(answer.value().study().slug()));
        }
        ResultTable table = ResultTable.of(answer);
        System.out.print(
                switch (format) {
                    case text -> table.text() + elsewhere(answer.value().query());
                    case csv -> table.csv();
                    case json -> table.json();
                });
        files.write(
                () -> AnswerExhibit.of(workspace.answer(question.query(), Audience.PUBLIC)),
                () -> Citations.of(
                        workspace,
                        answer.value().study(),
                        answer.value().title(),
                        answer.value().label()));
        return ExitCodes.OK;
    }

    private static void warn(List<DataWarning> warnings) {
        warnings.forEach(warning -> System.err.println("Note: " + warning.message()));
    }

    /** The same question at the other doors. */
    private static String elsewhere(Query query) {
        return "\nThe same question\n  page   " + query.path() + "\n  Java   " + query.java() + "\n  query  "
                + query.text() + "\n";
    }
}
