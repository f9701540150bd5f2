package org.deepdive.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.deepdive.notebook.JupyterFolders;
import org.deepdive.notebook.NotebookInstall;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code deepdive notebook}: the commands about notebooks. */
@Command(
        name = "notebook",
        description = {"Deepdive in Jupyter notebooks.", ""},
        mixinStandardHelpOptions = true,
        subcommands = {NotebookCommand.Install.class, NotebookRunCommand.class})
final class NotebookCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        throw new ParameterException(
                command.commandLine(), "Say what to do: deepdive notebook install or deepdive notebook run.");
    }

    /** {@code deepdive notebook install}. */
    @Command(
            name = "install",
            description = {
                "Registers a Java kernel with Deepdive on its class path, so that Jupyter can run this project's notebooks.",
                "",
                "Writes one file, kernel.json, to your own Jupyter folder; nothing is downloaded, and Jupyter itself is not "
                        + "changed. The kernel runs with the Java and the deepdive.jar that run this command: run it again when "
                        + "either has moved.",
                ""
            },
            footer = {
                "",
                "Examples:",
                "  java -jar deepdive.jar notebook install",
                "  java -jar deepdive.jar notebook install --prefix .venv --name java-deepdive"
            },
            mixinStandardHelpOptions = true)
    static final class Install implements Callable<Integer> {

        @Option(
                names = "--prefix",
                paramLabel = "FOLDER",
                description = {
                    "Write to share/jupyter below this folder, such as that of a virtual environment.",
                    "Default: your own Jupyter folder (JUPYTER_DATA_DIR, or the usual place of your system)."
                })
        private Path prefix;

        @Option(
                names = "--name",
                defaultValue = NotebookInstall.DEFAULT_NAME,
                paramLabel = "NAME",
                description =
                        "The name that notebooks ask for. Default: ${DEFAULT-VALUE}, as this project's notebooks do.")
        private String name;

        @Option(
                names = "--display-name",
                defaultValue = NotebookInstall.DEFAULT_DISPLAY_NAME,
                paramLabel = "WORDS",
                description = "The name in Jupyter's menus. Default: ${DEFAULT-VALUE}.")
        private String displayName;

        @Option(names = "--force", description = "Replace a kernel of that name that another program registered.")
        private boolean force;

        @Override
        public Integer call() {
            Path data = prefix == null ? JupyterFolders.ofThisUser().data() : JupyterFolders.dataBelow(prefix);
            NotebookInstall program = NotebookInstall.ofThisProgram();
            Path folder = program.install(data, name, displayName, force);
            System.out.printf(
                    "Registered the kernel \"%s\" (%s) with Jupyter.%n  kernelspec  %s%n  java        %s%n  program     %s%n%n"
                            + "Now open a notebook: jupyter notebook notebooks/students.ipynb%n"
                            + "To undo: jupyter kernelspec remove %s%n",
                    name, displayName, folder.resolve("kernel.json"), program.java(), program.jar(), name);
            return ExitCodes.OK;
        }
    }
}
