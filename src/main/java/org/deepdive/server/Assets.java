package org.deepdive.server;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import org.deepdive.plot.Plot;
import org.deepdive.study.Sha256;

/**
 * The style sheets, scripts and pictures of the pages. Each one's address holds a hash of its content, or its version,
 * so that browsers may keep it for ever.
 */
final class Assets {

    /** Where they are served. */
    static final String FOLDER = "/assets/";

    /** The version of plotly.js in the WebJar. */
    static final String PLOTLY_VERSION = "3.3.1";

    private static final String PLOTLY = "/META-INF/resources/webjars/plotly.js-dist/" + PLOTLY_VERSION + "/plotly.js";
    private static final String FOREVER = "public, max-age=31536000, immutable";
    private static final int HASH_DIGITS = 12;
    private static final String CSS = "text/css; charset=utf-8";
    private static final String SCRIPT = "text/javascript; charset=utf-8";

    private final Map<String, Asset> files = new LinkedHashMap<>();
    private final Map<String, String> addresses = new LinkedHashMap<>();

    /** @param content opens the file; it may be large, and is not kept except compressed */
    private record Asset(String contentType, Supplier<InputStream> content, CompletableFuture<byte[]> gzip) {}

    Assets() {
        add("plot.css", CSS, bytes(Plot.styleSheet()));
        // One request for all, since every page needs them.
        add("deepdive.css", CSS, bytes(Plot.styleSheet() + "\n" + own("deepdive.css") + own("exports.css")));
        own("embed.css", CSS);
        own("deepdive.js", SCRIPT);
        own("explore.js", SCRIPT);
        own("explore.css", CSS);
        own("share.css", CSS);
        own("favicon.svg", "image/svg+xml");
        String plotly = "plotly-" + PLOTLY_VERSION + ".js";
        addresses.put("plotly.js", FOLDER + plotly);
        files.put(plotly, new Asset(SCRIPT, () -> resource(PLOTLY), compressedLater(() -> resource(PLOTLY))));
    }

    private void own(String name, String contentType) {
        add(name, contentType, bytes(own(name)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** One of the program's own files. */
    static String own(String name) {
        try (InputStream in = resource("/org/deepdive/server/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The program's own file " + name + " cannot be read", e);
        }
    }

    private void add(String name, String contentType, byte[] content) {
        String hash = Sha256.hex(content).substring(0, HASH_DIGITS);
        int dot = name.lastIndexOf('.');
        String hashed = name.substring(0, dot) + "." + hash + name.substring(dot);
        addresses.put(name, FOLDER + hashed);
        Supplier<InputStream> again = () -> new ByteArrayInputStream(content);
        files.put(hashed, new Asset(contentType, again, compressedLater(again)));
    }

    private static InputStream resource(String path) {
        InputStream in = Assets.class.getResourceAsStream(path);
        if (in == null) {
            throw new IllegalStateException("The program was packaged without " + path);
        }
        return in;
    }

    /** The address of an asset, such as {@code deepdive.css}. */
    String address(String name) {
        String address = addresses.get(name);
        if (address == null) {
            throw new IllegalArgumentException("There is no asset " + name);
        }
        return address;
    }

    void serve(Context ctx) {
        Asset asset = files.get(ctx.pathParam("name"));
        if (asset == null) {
            ctx.status(HttpStatus.NOT_FOUND);
            return;
        }
        ctx.disableCompression();
        ctx.header("Cache-Control", FOREVER);
        ctx.header("Vary", "Accept-Encoding");
        ctx.contentType(asset.contentType());
        if (acceptsGzip(ctx)) {
            ctx.header("Content-Encoding", "gzip").result(asset.gzip().join());
        } else {
            ctx.result(asset.content().get());
        }
    }

    static boolean acceptsGzip(Context ctx) {
        String accepted = ctx.header("Accept-Encoding");
        return accepted != null
                && accepted.contains("gzip")
                && !accepted.matches(".*gzip\\s*;\\s*q=0(\\.0*)?\\s*(,.*)?");
    }

    private static CompletableFuture<byte[]> compressedLater(Supplier<InputStream> content) {
        return CompletableFuture.supplyAsync(() -> compressed(content));
    }

    private static byte[] compressed(Supplier<InputStream> content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InputStream in = content.get();
                GZIPOutputStream gzip = new GZIPOutputStream(bytes, 1 << 16)) {
            in.transferTo(gzip);
        } catch (IOException e) {
            throw new UncheckedIOException("An asset cannot be compressed", e);
        }
        return bytes.toByteArray();
    }
}
