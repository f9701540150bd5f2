package org.deepdive.cli;

import java.util.concurrent.Callable;
import org.deepdive.server.DeepdiveServer;
import org.deepdive.server.Settings;
import org.deepdive.server.SettingsReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code deepdive serve}. */
@Command(
        name = "serve",
        description = {"Serves the deep-dives, the figures and any question's plot as pages, until interrupted.", ""},
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @Mixin
    private DataOptions data;

    @Override
    public Integer call() {
        SettingsReader reader = ServeOptions.read(command);
        Settings settings = ServeOptions.requireFree(reader);
        return serve(DeepdiveServer.start(data.openFor(reader.data()), settings));
    }

    /** Serves until the process is told to stop. */
    static int serve(DeepdiveServer server) {
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
        System.out.println("Open " + server.url() + "  (Ctrl-C stops)");
        try {
            Thread.currentThread().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ExitCodes.OK;
    }
}
