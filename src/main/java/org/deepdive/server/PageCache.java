package org.deepdive.server;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.deepdive.study.Sha256;

/**
 * The answers that one state of the data has given, by address, with their compressed form: the least used go first. Only
 * whole answers are kept; errors and redirects are made anew. Several readers who ask one address at once wait for one
 * answer.
 */
final class PageCache {

    /** What an answer takes beside its bytes. */
    private static final int OVERHEAD = 512;

    /** How much smaller pages are when compressed, at least; known before they are. */
    private static final int USUAL_RATIO = 4;

    private static final int TAG_DIGITS = 20;

    /** Says of a request that its answer needs no tag of its own. */
    private static final String TAGGED = "deepdive-tagged";

    /** Half the time of the usual level, for a twentieth more bytes. */
    private static final int LEVEL = 3;

    /** What an answer says of itself; all other headers are every answer's. */
    private static final List<String> OWN_HEADERS = List.of(
            "Cache-Control",
            "Content-Disposition",
            "Content-Security-Policy",
            "Cross-Origin-Resource-Policy",
            "Link",
            "X-Frame-Options");

    private final Supplier<Optional<String>> state;
    private final Use use;
    private final AsyncCache<String, Made> kept;

    /**
     * @param state the hash of all that answers depend on beside their address; absent while that cannot be said
     * @param mostBytes about how many bytes are kept
     * @param use where it is counted what was kept and what was not
     */
    PageCache(Supplier<Optional<String>> state, long mostBytes, Use use) {
        this.state = state;
        this.use = use;
        this.kept = Caffeine.newBuilder()
                .maximumWeight(mostBytes)
                .weigher((String address, Made made) -> 2 * address.length() + made.bytes())
                .buildAsync();
    }

    /** How much use the caches of a server's sites are, one after the other. */
    static final class Use {
        private final LongAdder hits = new LongAdder();
        private final LongAdder misses = new LongAdder();

        /** How many answers were kept already, or need not be sent. */
        long hits() {
            return hits.sum();
        }

        /** How many answers had to be made. */
        long misses() {
            return misses.sum();
        }
    }

    /**
     * An answer.
     *
     * @param contentType its type
     * @param headers its own headers
     * @param tag tells it from other answers
     * @param content its bytes
     */
    private record Made(String contentType, Map<String, String> headers, String tag, Content content) {
        int bytes() {
            return content.plain.length + content.plain.length / USUAL_RATIO + OVERHEAD;
        }
    }

    /** The bytes of an answer, compressed once somebody asks for them so. */
    private static final class Content {
        private final byte[] plain;
        private volatile byte[] gzip;

        Content(byte[] plain) {
            this.plain = plain;
        }

        /** Two readers who are the first may both compress, to the same bytes. */
        byte[] gzip() {
            if (gzip == null) {
                gzip = compressed(plain);
            }
            return gzip;
        }
    }

    /** A handler that asks another only for what is not kept. */
    Handler keeping(Handler maker) {
        return ctx -> answer(ctx, maker);
    }

    private void answer(Context ctx, Handler maker) throws Exception {
        String address = address(ctx);
        Optional<String> tag = state.get().map(hash -> tag(hash + address));
        if (tag.isPresent() && tag.get().equals(ctx.header(Header.IF_NONE_MATCH))) {
            use.hits.increment();
            notModified(ctx, tag.get());
            return;
        }
        CompletableFuture<Made> mine = new CompletableFuture<>();
        CompletableFuture<Made> other = kept.asMap().putIfAbsent(address, mine);
        if (other == null) {
            use.misses.increment();
            make(ctx, maker, tag, mine);
            return;
        }
        Made made = other.exceptionally(failure -> null).join();
        if (made == null) {
            // Not to be kept: whoever asks is told of it by its own error or redirect.
            use.misses.increment();
            maker.handle(ctx);
        } else {
            use.hits.increment();
            send(ctx, made);
        }
    }

    /** A failure goes to whoever asked; nobody else is told of it, and nothing is kept. */
    private static void make(Context ctx, Handler maker, Optional<String> tag, CompletableFuture<Made> promise)
            throws Exception {
        try {
            ctx.attribute(TAGGED, true);
            maker.handle(ctx);
            Optional<Made> made = made(ctx, tag);
            if (made.isPresent()) {
                send(ctx, made.get());
            }
            promise.complete(made.orElse(null));
        } finally {
            promise.complete(null);
        }
    }

    /** Whether a cache gives the answer to a request its tag, and tells readers who have it so. */
    static boolean tags(Context ctx) {
        return ctx.attribute(TAGGED) != null;
    }

    private static Optional<Made> made(Context ctx, Optional<String> tag) throws IOException {
        InputStream result = ctx.resultInputStream();
        if (ctx.status() != HttpStatus.OK || result == null) {
            return Optional.empty();
        }
        byte[] content = result.readAllBytes();
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : OWN_HEADERS) {
            String value = ctx.res().getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        String known = tag.orElseGet(() -> tag(content));
        return Optional.of(new Made(ctx.res().getContentType(), headers, known, new Content(content)));
    }

    private static void send(Context ctx, Made made) {
        made.headers().forEach(ctx::header);
        if (made.tag().equals(ctx.header(Header.IF_NONE_MATCH))) {
            notModified(ctx, made.tag());
            return;
        }
        ctx.disableCompression();
        ctx.header(Header.ETAG, made.tag());
        ctx.header(Header.VARY, Header.ACCEPT_ENCODING);
        ctx.contentType(made.contentType());
        if (Assets.acceptsGzip(ctx)) {
            ctx.header(Header.CONTENT_ENCODING, "gzip").result(made.content().gzip());
        } else {
            ctx.result(made.content().plain);
        }
    }

    private static void notModified(Context ctx, String tag) {
        ctx.header(Header.ETAG, tag);
        ctx.header(Header.VARY, Header.ACCEPT_ENCODING);
        ctx.status(HttpStatus.NOT_MODIFIED).result(new byte[0]);
    }

    private static String address(Context ctx) {
        String query = Objects.requireNonNullElse(ctx.queryString(), "");
        return ctx.req().getRequestURI() + (query.isEmpty() ? "" : "?" + query);
    }

    private static String tag(String text) {
        return tag(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A weak tag: the compressed answer has the same one. */
    private static String tag(byte[] content) {
        return "W/\"" + Sha256.hex(content).substring(0, TAG_DIGITS) + "\"";
    }

    private static byte[] compressed(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(content.length / USUAL_RATIO + OVERHEAD);
        try (OutputStream gzip = new Gzip(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory can always be written to", e);
        }
        return bytes.toByteArray();
    }

    /** Gzip at a level of ours. */
    private static final class Gzip extends GZIPOutputStream {
        Gzip(OutputStream out) throws IOException {
            super(out, 1 << 13);
            def.setLevel(LEVEL);
            def.setStrategy(Deflater.DEFAULT_STRATEGY);
        }
    }
}
