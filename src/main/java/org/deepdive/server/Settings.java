package org.deepdive.server;

import java.util.List;
import java.util.Optional;

/**
 * What whoever runs a server decides about it.
 *
 * @param listen where it listens
 * @param publicAddress the address that others know it by, with the sub-path behind a proxy and without a slash at its
 *     end; absent where it is the one listened at
 * @param links the JDBC address of the database of saved links; absent where links cannot be saved
 * @param embedOrigins the origins whose pages may show a plot in a frame, such as {@code https://www.example.org}
 * @param corsOrigins the origins whose scripts may read the API; none by default
 */
public record Settings(
        ServerOptions listen,
        Optional<String> publicAddress,
        Optional<String> links,
        List<String> embedOrigins,
        List<String> corsOrigins) {

    public Settings {
        embedOrigins = List.copyOf(embedOrigins);
        corsOrigins = List.copyOf(corsOrigins);
    }

    /** The defaults for a server that listens there: no saved links, no frames, no foreign scripts. */
    public static Settings at(ServerOptions listen) {
        return new Settings(listen, Optional.empty(), Optional.empty(), List.of(), List.of());
    }
}
