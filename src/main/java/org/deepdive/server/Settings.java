package org.deepdive.server;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What whoever runs a server decides about it; {@link SettingsReader} reads them.
 *
 * @param listen where it listens
 * @param publicAddress the address that others know it by, with the sub-path behind a proxy and without a slash at its
 *     end; absent where it is the one listened at
 * @param links the JDBC address of the database of saved links; absent where links cannot be saved
 * @param embedOrigins the origins whose pages may show a plot in a frame, such as {@code https://www.example.org}
 * @param corsOrigins the origins whose scripts may read the API; none by default
 * @param operation how it is run
 */
public record Settings(
        ServerOptions listen,
        Optional<String> publicAddress,
        Optional<String> links,
        List<String> embedOrigins,
        List<String> corsOrigins,
        Operation operation) {

    public Settings {
        embedOrigins = List.copyOf(embedOrigins);
        corsOrigins = List.copyOf(corsOrigins);
    }

    /** Settings of a server that is run in the usual way. */
    public Settings(
            ServerOptions listen,
            Optional<String> publicAddress,
            Optional<String> links,
            List<String> embedOrigins,
            List<String> corsOrigins) {
        this(listen, publicAddress, links, embedOrigins, corsOrigins, Operation.DEFAULT);
    }

    /** The defaults for a server that listens there: no saved links, no frames, no foreign scripts. */
    public static Settings at(ServerOptions listen) {
        return new Settings(listen, Optional.empty(), Optional.empty(), List.of(), List.of());
    }

    /** The same, run in another way. */
    public Settings run(Operation other) {
        return new Settings(listen, publicAddress, links, embedOrigins, corsOrigins, other);
    }

    /** The sub-path that stands before every address behind a proxy, such as {@code /surveys}; empty for none. */
    public String basePath() {
        return publicAddress.map(address -> URI.create(address).getPath()).orElse("");
    }
}
