package org.deepdive.cli;

import java.util.concurrent.Callable;
import org.deepdive.server.DeepdiveServer;
import org.deepdive.server.ServerOptions;
import org.deepdive.server.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code deepdive serve}. */
@Command(
        name = "serve",
        description = {"Serves the deep-dives, the figures and any question's plot as pages, until interrupted.", ""},
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    @Mixin
    private ServeOptions options;

    @Mixin
    private DataOptions data;

    @Override
    public Integer call() {
        ServerOptions where = options.requireFree();
        return serve(DeepdiveServer.start(data.open(), Settings.at(where)));
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
