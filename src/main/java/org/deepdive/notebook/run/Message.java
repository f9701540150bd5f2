package org.deepdive.notebook.run;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.zeromq.ZFrame;
import org.zeromq.ZMsg;

/**
 * A message of Jupyter's wire protocol.
 *
 * @param header its type, id and date
 * @param parent the header of the request that it belongs to; empty for none
 * @param body the content as it came, which is read only when it is asked for, since it can be large
 */
record Message(JsonNode header, JsonNode parent, byte[] body) {

    /** The version of the protocol that is spoken. */
    static final String VERSION = "5.3";

    private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);
    private static final int PARTS = 4;
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build());

    /** A request. */
    static Message request(String session, String type, JsonNode content) {
        ObjectNode header = JSON.createObjectNode()
                .put("msg_id", UUID.randomUUID().toString())
                .put("msg_type", type)
                .put("session", session)
                .put("username", "deepdive")
                .put("date", Instant.now().toString())
                .put("version", VERSION);
        return new Message(header, JSON.createObjectNode(), bytes(content));
    }

    /** The frames to send, signed. */
    ZMsg signed(Signature signature) {
        List<byte[]> parts = List.of(bytes(header), bytes(parent), "{}".getBytes(StandardCharsets.UTF_8), body);
        ZMsg frames = new ZMsg();
        frames.add(DELIMITER);
        frames.add(signature.of(parts));
        parts.forEach(frames::add);
        return frames;
    }

    /** The message in frames; empty where the signature is not right, or the frames are no message. */
    static Optional<Message> of(ZMsg frames, Signature signature) {
        List<byte[]> all = frames.stream().map(ZFrame::getData).toList();
        int delimiter = 0;
        while (delimiter < all.size() && !Arrays.equals(all.get(delimiter), DELIMITER)) {
            delimiter++;
        }
        int first = delimiter + 2;
        if (all.size() < first + PARTS) {
            return Optional.empty();
        }
        List<byte[]> parts = all.subList(first, first + PARTS);
        if (!signature.matches(all.get(delimiter + 1), parts)) {
            return Optional.empty();
        }
        return Optional.of(new Message(json(parts.get(0)), json(parts.get(1)), parts.get(3)));
    }

    private static JsonNode json(byte[] part) {
        try {
            return JSON.readTree(part);
        } catch (IOException e) {
            throw new StoppedException(
                    RunFailure.Kind.PROTOCOL, "The kernel sent a message that is not JSON (" + e.getMessage() + ").");
        }
    }

    private static byte[] bytes(JsonNode node) {
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }

    String id() {
        return header.path("msg_id").asText();
    }

    String type() {
        return header.path("msg_type").asText();
    }

    boolean answers(String request) {
        return parent.path("msg_id").asText().equals(request);
    }

    JsonNode content() {
        return json(body);
    }

    /** When it was made; now, where it does not say so in a form that is known. */
    Instant date() {
        try {
            return OffsetDateTime.parse(header.path("date").asText()).toInstant();
        } catch (DateTimeParseException e) {
            return Instant.now();
        }
    }
}
