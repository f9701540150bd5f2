package org.deepdive.server;

import org.deepdive.study.InputException;

/**
 * Where the server listens.
 *
 * @param host the address; {@value #LOOPBACK} lets in this machine only
 * @param port the port; 0 for any free one
 */
public record ServerOptions(String host, int port) {

    /** This machine only. */
    public static final String LOOPBACK = "127.0.0.1";

    private static final int HIGHEST_PORT = 65_535;

    /** @throws InputException where the port does not exist */
    public ServerOptions {
        if (port < 0 || port > HIGHEST_PORT) {
            throw InputException.of(
                    "port",
                    "There is no port " + port + ".",
                    String.valueOf(port),
                    "Name one from 1 to " + HIGHEST_PORT + ", or 0 for any free one.");
        }
    }
}
