package org.deepdive.notebook.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where a kernel listens and the key that both sides sign with, in a connection file that nobody else can read, in a folder
 * of its own that goes when this is closed. Only this machine can connect.
 */
final class Connection implements AutoCloseable {

    /** The sockets of a kernel. */
    enum Socket {
        SHELL("shell_port"),
        IOPUB("iopub_port"),
        STDIN("stdin_port"),
        CONTROL("control_port"),
        HEARTBEAT("hb_port");

        private final String member;

        Socket(String member) {
            this.member = member;
        }
    }

    private static final String ADDRESS = "127.0.0.1";
    private static final int KEY_BYTES = 32;

    private final Path folder;
    private final Path file;
    private final String key;
    private final Map<Socket, Integer> ports;

    private Connection(Path folder, Path file, String key, Map<Socket, Integer> ports) {
        this.folder = folder;
        this.file = file;
        this.key = key;
        this.ports = ports;
    }

    /** A new connection, with its file written. */
    static Connection create(String kernelName) {
        try {
            Path folder = Files.createTempDirectory(
                    "deepdive-kernel-" + ProcessHandle.current().pid() + "-");
            byte[] key = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(key);
            Connection connection = new Connection(
                    folder, folder.resolve("connection.json"), HexFormat.of().formatHex(key), freePorts());
            connection.write(kernelName);
            return connection;
        } catch (IOException e) {
            throw new UncheckedIOException("A kernel's connection cannot be prepared", e);
        }
    }

    /** Ports that were free together; another program could still take one before the kernel does, and then it is tried anew. */
    private static Map<Socket, Integer> freePorts() throws IOException {
        List<ServerSocket> held = new ArrayList<>();
        Map<Socket, Integer> ports = new EnumMap<>(Socket.class);
        try {
            for (Socket socket : Socket.values()) {
                ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName(ADDRESS));
                held.add(free);
                ports.put(socket, free.getLocalPort());
            }
        } finally {
            for (ServerSocket socket : held) {
                socket.close();
            }
        }
        return ports;
    }

    private void write(String kernelName) throws IOException {
        ObjectMapper json = new ObjectMapper();
        ObjectNode content = json.createObjectNode();
        ports.forEach((socket, port) -> content.put(socket.member, port));
        content.put("ip", ADDRESS)
                .put("transport", "tcp")
                .put("key", key)
                .put("signature_scheme", "hmac-sha256")
                .put("kernel_name", kernelName);
        Files.createFile(file, ownerOnly());
        Files.writeString(file, json.writeValueAsString(content));
    }

    private static FileAttribute<?>[] ownerOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        // Elsewhere the person's own temporary folder is private already.
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** The connection file, which the kernel reads. */
    Path file() {
        return file;
    }

    /** The key that messages are signed with. */
    String key() {
        return key;
    }

    /** The address of a socket, for ZeroMQ. */
    String address(Socket socket) {
        return "tcp://" + ADDRESS + ":" + ports.get(socket);
    }

    /** Deletes the folder; a second time does nothing. */
    @Override
    public void close() {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The kernel's folder cannot be deleted: " + folder, e);
        }
    }
}
