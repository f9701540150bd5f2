package org.deepdive.server.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.deepdive.Installed;

/** A PostgreSQL server of its own, from Debian's packages, in a temporary folder and on a free port. */
public final class Postgresql implements AutoCloseable {

    private final Path programs;
    private final Path folder;
    private final int port;

    private Postgresql(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    /** A running server; absent, and told, where PostgreSQL is not installed. */
    public static Optional<Postgresql> start() throws IOException {
        Optional<Path> programs = programs();
        if (programs.isEmpty()) {
            Installed.missing("PostgreSQL", "saved links that several servers share");
            return Optional.empty();
        }
        Path folder = Files.createTempDirectory("deepdive-postgresql");
        if (isRoot()) {
            Files.setOwner(
                    folder,
                    folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("postgres"));
        }
        Postgresql server = new Postgresql(programs.get(), folder, freePort());
        server.run("initdb", "-D", server.data(), "-U", "deepdive", "-A", "trust", "-E", "UTF8", "--no-locale", "-N");
        server.up();
        return Optional.of(server);
    }

    private static Optional<Path> programs() throws IOException {
        Path versions = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(versions)) {
            return Optional.empty();
        }
        try (Stream<Path> all = Files.list(versions)) {
            return all.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    /** PostgreSQL refuses to run as root. */
    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    /** Where links are to be kept. */
    public String address() {
        return address("postgres");
    }

    /** Where links are to be kept in a database of that name. */
    String address(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=deepdive";
    }

    /** Makes an empty database. */
    void create(String database) throws IOException {
        run("createdb", "-h", "127.0.0.1", "-p", String.valueOf(port), "-U", "deepdive", database);
    }

    /** Starts the server again. */
    public void up() throws IOException {
        String options = "-p " + port + " -k " + folder + " -c listen_addresses=127.0.0.1";
        run("pg_ctl", "-D", data(), "-o", options, "-l", folder.resolve("log").toString(), "-w", "start");
    }

    /** Stops the server, whoever is connected. */
    public void down() throws IOException {
        run("pg_ctl", "-D", data(), "-m", "fast", "-w", "stop");
    }

    private void run(String program, String... words) throws IOException {
        List<String> command = new ArrayList<>(isRoot() ? List.of("runuser", "-u", "postgres", "--") : List.of());
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(words));
        Path said = Files.createTempFile("deepdive-postgresql", ".txt");
        try {
            // Into a file: the server keeps what it inherits open, and a pipe would never end.
            Process process = new ProcessBuilder(command)
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            assertThat(process.waitFor(90, TimeUnit.SECONDS)).as(program).isTrue();
            assertThat(process.exitValue()).as(Files.readString(said)).isZero();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            Files.delete(said);
        }
    }

    @Override
    public void close() throws IOException {
        if (Files.exists(folder.resolve("data").resolve("postmaster.pid"))) {
            down();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
