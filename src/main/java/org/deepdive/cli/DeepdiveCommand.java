package org.deepdive.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.deepdive.analysis.FigureLedger;
import org.deepdive.analysis.Workspace;
import org.deepdive.disclosure.Audience;
import org.deepdive.server.DeepdiveServer;
import org.deepdive.server.Settings;
import org.deepdive.server.SettingsReader;
import org.deepdive.study.InputException;
import org.deepdive.study.InvalidDataException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.Spec;

/** {@code deepdive}: without a command the main job, which reproduces, audits and serves. */
@Command(
        name = "deepdive",
        description = {
            "Weighted survey analysis: reproduces published figures, audits them, and serves interactive plots.",
            "",
            "Without a command: reproduces and audits every published figure, prints a summary, and serves pages until "
                    + "interrupted. Practice data (invented respondents) are made on first use where the real file is not given.",
            ""
        },
        footer = {
            "",
            "Exit codes: 0 all is well, 1 something was found, 2 a mistake in the question or a file, 3 a mistake in the "
                    + "program."
        },
        mixinStandardHelpOptions = true,
        versionProvider = DeepdiveCommand.Version.class,
        subcommands = {
            ServeCommand.class,
            ReproduceCommand.class,
            AuditCommand.class,
            EstimateCommand.class,
            CompareCommand.class,
            ModelCommand.class,
            TableCommand.class,
            ExportCommand.class,
            CodebookCommand.class,
            PracticeDataCommand.class,
            WeightCommand.class,
            NotebookCommand.class,
            CommandLine.HelpCommand.class
        })
public final class DeepdiveCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @Mixin
    private DataOptions data;

    /**
     * Runs a command line.
     *
     * @param arguments its words
     * @return the exit code
     */
    public static int run(String... arguments) {
        return line().setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setExecutionStrategy(DeepdiveCommand::execute)
                .setExecutionExceptionHandler((exception, line, parsed) -> explain(exception, line.getErr()))
                .execute(arguments);
    }

    /** The program's commands with their options. */
    static CommandLine line() {
        CommandLine line = new CommandLine(new DeepdiveCommand());
        ServeOptions.declare(line.getCommandSpec());
        ServeOptions.declare(line.getSubcommands().get("serve").getCommandSpec());
        return line;
    }

    /** Runs a command; options of the main job before another command would be read and forgotten. */
    private static int execute(ParseResult parsed) {
        boolean asksHelp = parsed.isUsageHelpRequested() || parsed.isVersionHelpRequested();
        if (parsed.hasSubcommand() && !asksHelp && !parsed.matchedOptions().isEmpty()) {
            String option = parsed.matchedOptions().get(0).longestName();
            String command = parsed.subcommand().commandSpec().name();
            throw new ParameterException(
                    parsed.subcommand().commandSpec().commandLine(),
                    option + " stands before " + command
                            + " and would do nothing there. Options follow their command.");
        }
        return new RunLast().execute(parsed);
    }

    /** Mistakes of the person asking are told in words; anything else is a mistake of the program. */
    private static int explain(Exception exception, PrintWriter err) {
        if (exception instanceof InputException || exception instanceof InvalidDataException) {
            err.println(exception.getMessage());
            return ExitCodes.USAGE;
        }
        err.println("Something went wrong inside Deepdive. Please report what follows.");
        exception.printStackTrace(err);
        return ExitCodes.INTERNAL;
    }

    @Override
    public Integer call() {
        SettingsReader reader = ServeOptions.read(command);
        Settings settings = ServeOptions.requireFree(reader);
        Workspace workspace = data.openFor(reader.data());
        // The server starts while the summaries are computed; its first pages wait for the same numbers.
        CompletableFuture<DeepdiveServer> server =
                CompletableFuture.supplyAsync(() -> DeepdiveServer.start(workspace, settings));
        try {
            System.out.println(
                    Summary.reproductions(workspace, new FigureLedger(workspace.reproductions(Audience.PUBLIC))));
            System.out.println(Summary.audit(workspace.audit()));
        } catch (InputException | InvalidDataException e) {
            started(server).close();
            throw e;
        }
        return ServeCommand.serve(started(server));
    }

    private static DeepdiveServer started(CompletableFuture<DeepdiveServer> server) {
        try {
            return server.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** The version the program was packaged with. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = DeepdiveCommand.class.getPackage().getImplementationVersion();
            return new String[] {"deepdive " + (version == null ? "(development)" : version)};
        }
    }
}
