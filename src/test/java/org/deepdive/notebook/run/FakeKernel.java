package org.deepdive.notebook.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/**
 * A small kernel in a process of its own, which does what the lines of a cell say, and misbehaves where they say so. It
 * speaks the protocol with its own few lines of code, so that a mistake in the runner's is not made twice.
 */
public final class FakeKernel {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode connection;
    private final String mode;
    private final ZContext context = new ZContext();
    private final ZMQ.Socket shell;
    private final ZMQ.Socket iopub;
    private final ZMQ.Socket stdin;
    private volatile boolean interrupted;
    private byte[] client;
    private JsonNode parent;
    private int count;
    private String status = "ok";
    private final ObjectNode reply = JSON.createObjectNode();

    private FakeKernel(Path file, String mode) throws Exception {
        this.connection = JSON.readTree(file.toFile());
        this.mode = mode;
        shell = bind(SocketType.ROUTER, "shell_port");
        iopub = bind(SocketType.PUB, "iopub_port");
        stdin = bind(SocketType.ROUTER, "stdin_port");
    }

    /** @param args the connection file and the way to misbehave from the start */
    public static void main(String[] args) throws Exception {
        String mode = args[1];
        if (mode.equals("dies")) {
            System.err.println("first line\nno such class: Kernel");
            System.exit(3);
        }
        if (mode.equals("silent")) {
            System.err.println("I am listening to nobody");
            Thread.sleep(60_000);
        }
        FakeKernel kernel = new FakeKernel(Path.of(args[0]), mode);
        Thread control = new Thread(kernel::control);
        control.setDaemon(true);
        control.start();
        Thread heart = new Thread(kernel::beat);
        heart.setDaemon(true);
        heart.start();
        if (mode.equals("signal")) {
            kernel.heedSignal();
        }
        kernel.serve();
    }

    /** By reflection, since the compiler warns of the class and no other hears a signal. */
    private void heedSignal() throws ReflectiveOperationException {
        Class<?> signal = Class.forName("sun.misc.Signal");
        Class<?> handler = Class.forName("sun.misc.SignalHandler");
        Object heeding = Proxy.newProxyInstance(
                FakeKernel.class.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
                    interrupted = true;
                    return null;
                });
        Object interrupt = signal.getConstructor(String.class).newInstance("INT");
        signal.getMethod("handle", signal, handler).invoke(null, interrupt, heeding);
    }

    private ZMQ.Socket bind(SocketType type, String port) {
        ZMQ.Socket socket = context.createSocket(type);
        socket.setSndHWM(0);
        socket.setLinger(1000);
        socket.bind("tcp://127.0.0.1:" + connection.path(port).asInt());
        return socket;
    }

    private void beat() {
        ZMQ.Socket heart = bind(SocketType.REP, "hb_port");
        while (true) {
            heart.send(heart.recv());
        }
    }

    private void control() {
        ZMQ.Socket socket = bind(SocketType.ROUTER, "control_port");
        while (true) {
            List<byte[]> frames = read(socket);
            JsonNode header = json(frames.get(3));
            if (header.path("msg_type").asText().equals("shutdown_request")) {
                if (!mode.equals("stubborn")) {
                    System.exit(0);
                }
            } else if (!mode.equals("stubborn")) {
                interrupted = true;
            }
        }
    }

    private static List<byte[]> read(ZMQ.Socket socket) {
        List<byte[]> frames = new ArrayList<>();
        do {
            frames.add(socket.recv());
        } while (socket.hasReceiveMore());
        return frames;
    }

    private void serve() throws Exception {
        while (true) {
            List<byte[]> frames = read(shell);
            client = frames.get(0);
            if (!new String(frames.get(2), StandardCharsets.US_ASCII).equals(sign(frames.subList(3, 7)))) {
                System.err.println("a request with a wrong signature");
                System.exit(9);
            }
            parent = json(frames.get(3));
            publish("status", state("busy"));
            if (parent.path("msg_type").asText().equals("kernel_info_request")) {
                ObjectNode info = JSON.createObjectNode().put("status", "ok").put("protocol_version", "5.3");
                info.putObject("language_info").put("name", "fake").put("version", "1");
                answer("kernel_info_reply", info);
            } else {
                execute(json(frames.get(6)));
            }
            publish("status", state("idle"));
        }
    }

    private static ObjectNode state(String state) {
        return JSON.createObjectNode().put("execution_state", state);
    }

    private void execute(JsonNode request) throws Exception {
        count++;
        status = "ok";
        interrupted = false;
        reply.removeAll();
        if (request.path("allow_stdin").asBoolean()) {
            throw new IllegalStateException("Nobody is there to give input");
        }
        publish(
                "execute_input",
                JSON.createObjectNode()
                        .put("code", request.path("code").asText())
                        .put("execution_count", count));
        for (String line : request.path("code").asText().split("\n")) {
            if (status.equals("ok")) {
                step(line.strip().split(" ", 3));
            }
        }
        reply.put("status", status).put("execution_count", count);
        answer("execute_reply", reply);
    }

    private void step(String[] words) throws Exception {
        String rest = words.length > 2 ? words[2] : "";
        switch (words[0]) {
            case "print" -> print("stdout", String.join(" ", List.of(words).subList(1, words.length)) + "\n");
            case "warn" -> print("stderr", words[1] + "\n");
            case "value" -> publish("execute_result", data(words[1], "").put("execution_count", count));
            case "show" -> publish("display_data", data(rest, words[1]));
            case "update" -> publish("update_display_data", data(rest, words[1]));
            case "clear" -> publish("clear_output", JSON.createObjectNode().put("wait", words.length > 1));
            case "fail" -> fail(words[1], rest);
            case "abort" -> status = "aborted";
            case "exit" -> {
                System.err.println("early words\nlast words");
                System.exit(Integer.parseInt(words[1]));
            }
            case "loop" -> {
                while (!interrupted) {
                    Thread.sleep(10);
                }
                fail("Interrupted", "as asked");
            }
            case "flood" -> flood(Integer.parseInt(words[1]));
            case "forge" -> forge();
            case "child" -> {
                Process child = new ProcessBuilder("sleep", "600").start();
                print("stdout", String.valueOf(child.pid()));
            }
            case "folder" -> print("stdout", System.getProperty("user.dir"));
            case "environment" -> print("stdout", String.valueOf(System.getenv(words[1])));
            case "input" -> {
                while (!interrupted) {
                    // A router drops what nobody is connected for yet.
                    send(stdin, client, "input_request", JSON.createObjectNode().put("prompt", "?"), false);
                    Thread.sleep(100);
                }
                fail("Interrupted", "as asked");
            }
            default -> throw new IllegalStateException("Unknown: " + words[0]);
        }
    }

    private void print(String stream, String text) {
        publish("stream", JSON.createObjectNode().put("name", stream).put("text", text));
    }

    private static ObjectNode data(String text, String displayId) {
        ObjectNode content = JSON.createObjectNode();
        content.putObject("data").put("text/plain", text);
        content.putObject("metadata");
        if (!displayId.isEmpty() && !displayId.equals("-")) {
            content.putObject("transient").put("display_id", displayId);
        }
        return content;
    }

    private void fail(String name, String message) {
        status = "error";
        reply.put("ename", name).put("evalue", message);
        reply.putArray("traceback").add(name + ": " + message);
        publish("error", reply);
    }

    private void flood(int megabytes) {
        String chunk = ("x".repeat(99) + "\n").repeat(1000);
        for (int i = 0; i < megabytes * 10; i++) {
            print("stdout", chunk);
        }
    }

    private void forge() {
        send(
                iopub,
                null,
                "stream",
                JSON.createObjectNode().put("name", "stdout").put("text", "forged"),
                true);
        print("stdout", "genuine");
    }

    private void publish(String type, JsonNode content) {
        send(iopub, null, type, content, false);
    }

    private void answer(String type, JsonNode content) {
        send(shell, client, type, content, false);
    }

    private void send(ZMQ.Socket socket, byte[] identity, String type, JsonNode content, boolean forged) {
        ObjectNode header = JSON.createObjectNode()
                .put("msg_id", UUID.randomUUID().toString())
                .put("msg_type", type)
                .put("session", "fake")
                .put("username", "kernel")
                .put("date", Instant.now().toString())
                .put("version", "5.3");
        List<byte[]> parts = List.of(bytes(header), bytes(parent), bytes(JSON.createObjectNode()), bytes(content));
        if (identity != null) {
            socket.sendMore(identity);
        }
        socket.sendMore("<IDS|MSG>");
        socket.sendMore(forged ? "0".repeat(64) : sign(parts));
        for (int i = 0; i < parts.size() - 1; i++) {
            socket.sendMore(parts.get(i));
        }
        socket.send(parts.get(parts.size() - 1));
    }

    private String sign(List<byte[]> parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(
                    connection.path("key").asText().getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            parts.forEach(mac::update);
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(JsonNode node) {
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode json(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
