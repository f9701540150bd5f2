package org.deepdive.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import org.deepdive.study.InputException;
import org.deepdive.study.Quote;

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

    /** @throws InputException where the port does not exist, or no address is given */
    public ServerOptions {
        if (host.isBlank()) {
            throw InputException.of(
                    "host",
                    "No address to listen on is given.",
                    host,
                    "Leave --host out, or name one: " + LOOPBACK + ".");
        }
        if (port < 0 || port > HIGHEST_PORT) {
            throw InputException.of(
                    "port",
                    "There is no port " + port + ".",
                    String.valueOf(port),
                    "Name one from 1 to " + HIGHEST_PORT + ", or 0 for any free one.");
        }
    }

    /**
     * Tries to listen there, and stops again.
     *
     * @throws InputException where there is no such address, it is another machine's, or the port is not free
     */
    public void requireFree() {
        InetAddress address = address();
        IOException failure = failure(address, port);
        if (failure == null) {
            return;
        }
        if (failure(address, 0) != null) {
            throw InputException.of(
                    "host",
                    "The address \"" + Quote.text(host) + "\" is not one of this machine's.",
                    host,
                    "Name one of its own in --host: " + LOOPBACK + " for this machine only, 0.0.0.0 for all.");
        }
        if (String.valueOf(failure.getMessage()).contains("ermission")) {
            throw InputException.of(
                    "port-not-allowed",
                    "This user may not listen at port " + port + ".",
                    String.valueOf(port),
                    "Give --port a number from 1024; --port 0 picks a free one.");
        }
        throw taken();
    }

    /** The mistake of naming a port that is not free. */
    InputException taken() {
        return InputException.of(
                "port-taken",
                "Cannot listen at port " + port + " of " + Quote.text(host) + ": something else listens there.",
                host + ":" + port,
                "Stop it, or give --port another number; --port 0 picks a free one.");
    }

    private InetAddress address() {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw InputException.of(
                    "host",
                    "There is no address \"" + Quote.text(host) + "\".",
                    host,
                    "Name one of this machine in --host: " + LOOPBACK + " for this machine only, 0.0.0.0 for all.");
        }
    }

    private static IOException failure(InetAddress address, int port) {
        try (ServerSocket free = new ServerSocket(port, 1, address)) {
            return free.isBound() ? null : new IOException("not bound");
        } catch (IOException e) {
            return e;
        }
    }
}
