package org.deepdive.notebook.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.deepdive.notebook.run.Connection.Socket;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import org.zeromq.ZMsg;

/** The near ends of a kernel's sockets. One thread uses it, which must not be interrupted: ZeroMQ's sockets would break. */
final class KernelClient implements AutoCloseable {

    private static final long BEAT_NANOS = Duration.ofSeconds(3).toNanos();

    /** A kernel that answered its heartbeat and then did not for this long does not answer any more. */
    private static final long SILENCE_NANOS = Duration.ofSeconds(60).toNanos();

    private static final List<Socket> READ = List.of(Socket.IOPUB, Socket.SHELL, Socket.CONTROL, Socket.STDIN);

    private final ZContext context = new ZContext();
    private final Map<Socket, ZMQ.Socket> sockets = new EnumMap<>(Socket.class);
    private final ZMQ.Poller poller;
    private final Signature signature;
    private final String session = UUID.randomUUID().toString();
    private long beatSent;
    private long beatAnswered;

    /** A message and where it came from. */
    record Incoming(Socket socket, Message message) {}

    KernelClient(Connection connection) {
        signature = new Signature(connection.key());
        context.setLinger(0);
        poller = context.createPoller(Socket.values().length);
        for (Socket name : Socket.values()) {
            ZMQ.Socket socket = context.createSocket(name == Socket.IOPUB ? SocketType.SUB : SocketType.DEALER);
            // The kernel would lose messages, among them the one that ends a cell, if this side read slower than it
            // writes.
            socket.setRcvHWM(0);
            socket.setIdentity(session.getBytes(ZMQ.CHARSET));
            if (name == Socket.IOPUB) {
                socket.subscribe(ZMQ.SUBSCRIPTION_ALL);
            }
            socket.connect(connection.address(name));
            poller.register(socket, ZMQ.Poller.POLLIN);
            sockets.put(name, socket);
        }
    }

    /**
     * Sends a request.
     *
     * @return its id, which its answers name
     */
    String send(Socket socket, String type, JsonNode content) {
        Message request = Message.request(session, type, content);
        request.signed(signature).send(sockets.get(socket));
        return request.id();
    }

    /**
     * The next message, in the order of its socket.
     *
     * @param most how long to wait for one
     */
    Optional<Incoming> next(Duration most) {
        beat();
        Optional<Incoming> there = received();
        if (there.isPresent()) {
            return there;
        }
        poller.poll(most.toMillis());
        return received();
    }

    private Optional<Incoming> received() {
        for (Socket name : READ) {
            ZMsg frames = ZMsg.recvMsg(sockets.get(name), false);
            while (frames != null) {
                Optional<Message> message = Message.of(frames, signature);
                if (message.isPresent()) {
                    return Optional.of(new Incoming(name, message.get()));
                }
                // Not from our kernel: nobody else has the key. The next one, then.
                frames = ZMsg.recvMsg(sockets.get(name), false);
            }
        }
        return Optional.empty();
    }

    /** The heartbeat is a request socket at the kernel: an empty frame stands before what it sends back. */
    private void beat() {
        ZMQ.Socket heart = sockets.get(Socket.HEARTBEAT);
        long now = System.nanoTime();
        ZMsg answer = ZMsg.recvMsg(heart, false);
        if (answer != null) {
            beatAnswered = now;
        }
        if (beatSent == 0 || now - beatSent > BEAT_NANOS) {
            heart.sendMore("");
            heart.send("ping");
            beatSent = now;
        }
    }

    /** Whether the kernel stopped answering its heartbeat. */
    boolean isSilent() {
        return beatAnswered != 0 && System.nanoTime() - beatAnswered > SILENCE_NANOS;
    }

    @Override
    public void close() {
        poller.close();
        context.close();
    }
}
