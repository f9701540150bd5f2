package org.deepdive.server;

import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import io.javalin.http.UnsupportedMediaTypeResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.deepdive.server.share.LinkException;
import org.deepdive.study.InputException;

/** The fields of a form that was sent from a page of this server, read strictly and to a bound. */
final class FormFields {

    /** The most bytes of a body that are read. */
    static final int MOST_BYTES = 64 * 1024;

    /** How a form is written. */
    static final String TYPE = "application/x-www-form-urlencoded";

    private final Map<String, String> fields;

    private FormFields(Map<String, String> fields) {
        this.fields = fields;
    }

    /**
     * Reads the body of a request.
     *
     * @param publicAddress the address that others know the server by
     * @param allowed the fields that there may be
     * @throws InputException where a field is unknown, given twice or malformed
     * @throws LinkException where another site sent it
     */
    static FormFields of(Context ctx, Optional<String> publicAddress, String... allowed) {
        requireOwnPage(ctx, publicAddress);
        String type = Objects.requireNonNullElse(ctx.contentType(), "").toLowerCase(Locale.ROOT);
        if (!type.split(";")[0].strip().equals(TYPE)) {
            throw new UnsupportedMediaTypeResponse();
        }
        FormFields form = new FormFields(read(text(ctx)));
        Parameters.among(form.fields.keySet(), List.of(allowed));
        return form;
    }

    /**
     * Refuses forms of other sites: browsers say where a form comes from, in one header or the other. A program that says
     * neither has no browser's cookies that another site could use.
     */
    private static void requireOwnPage(Context ctx, Optional<String> publicAddress) {
        String site = ctx.header("Sec-Fetch-Site");
        String origin = ctx.header("Origin");
        boolean own = site != null
                ? site.equals("same-origin") || site.equals("none")
                : origin == null
                        || origin.substring(origin.indexOf("://") + 1).equals("//" + ctx.host())
                        || publicAddress
                                .map(FormFields::origin)
                                .filter(origin::equals)
                                .isPresent();
        if (!own) {
            throw new LinkException(
                    LinkException.Reason.FOREIGN_FORM,
                    "The form was sent from a page of another site.",
                    "Open the page here, and send it from there.");
        }
    }

    private static String origin(String address) {
        URI uri = URI.create(address);
        return uri.getScheme() + "://" + uri.getAuthority();
    }

    private static String text(Context ctx) {
        try (InputStream body = ctx.req().getInputStream()) {
            byte[] bytes = body.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new ContentTooLargeResponse();
            }
            return StandardCharsets.US_ASCII
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw malformed("");
        } catch (IOException e) {
            throw InputException.of("form", "The form did not arrive whole.", "", "Send it again.");
        }
    }

    private static Map<String, String> read(String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String part : text.isEmpty() ? new String[0] : text.split("&")) {
            int equals = part.indexOf('=');
            String name = decoded(equals < 0 ? part : part.substring(0, equals));
            if (fields.put(name, equals < 0 ? "" : decoded(part.substring(equals + 1))) != null) {
                throw InputException.of(
                        "repeated-part", "The form gives \"" + name + "\" twice.", name, "Give it once.");
            }
        }
        return fields;
    }

    /** Decodes a text, whose bytes must be UTF-8. */
    private static String decoded(String text) {
        try {
            byte[] bytes = URLDecoder.decode(text, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw malformed(text);
        }
    }

    private static InputException malformed(String given) {
        return InputException.of("form", "The form is not text in UTF-8.", given, "Send it as a browser does.");
    }

    /** The value of a field; empty where it was not given. */
    String get(String name) {
        return fields.getOrDefault(name, "");
    }
}
