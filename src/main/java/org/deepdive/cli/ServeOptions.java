package org.deepdive.cli;

import org.deepdive.server.ServerOptions;
import picocli.CommandLine.Option;

/** Where the server listens. */
final class ServeOptions {

    @Option(names = "--port", defaultValue = "7070", description = "The port; 0 for any free one. Default: 7070.")
    private int port;

    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            description = {
                "The address to listen on. Default: 127.0.0.1, this machine only.",
                "Another address lets others see the pages: cleared results only, never a respondent."
            })
    private String host;

    /** What they say, held against this machine: an address of its own and a port that is free. */
    ServerOptions requireFree() {
        ServerOptions where = new ServerOptions(host, port);
        where.requireFree();
        return where;
    }
}
