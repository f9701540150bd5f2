package org.deepdive.server;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.deepdive.server.share.LinkException;
import org.deepdive.server.share.OwnerKey;

/** The owner's key as a browser keeps it: out of reach of scripts, and never sent along from another site's page. */
final class KeyCookie {

    static final String NAME = "deepdive-key";

    private static final Duration KEPT = Duration.ofDays(400);

    private final Settings settings;

    KeyCookie(Settings settings) {
        this.settings = settings;
    }

    /** The key that a browser sends; absent where it sends none, or none that can be one. */
    Optional<OwnerKey> read(Context ctx) {
        return Optional.ofNullable(ctx.cookie(NAME)).flatMap(OwnerKey::read);
    }

    /**
     * The key that a browser sends.
     *
     * @throws LinkException where it sends none
     */
    OwnerKey require(Context ctx) {
        return read(ctx)
                .orElseThrow(() -> new LinkException(
                        LinkException.Reason.KEY_MISSING,
                        "This browser has no key of yours.",
                        "Enter the key that was shown when you saved your first link, on the page of your links."));
    }

    /** Has a browser keep a key. */
    void give(Context ctx, OwnerKey key) {
        set(ctx, key.text(), KEPT);
    }

    /** Has a browser forget its key. */
    void take(Context ctx) {
        set(ctx, "", Duration.ZERO);
    }

    private void set(Context ctx, String value, Duration kept) {
        String address = settings.publicAddress().orElse("");
        String path = address.isEmpty() ? "" : URI.create(address).getPath();
        Cookie cookie = new Cookie(NAME, value, path.isEmpty() ? "/" : path, (int) kept.toSeconds());
        cookie.setHttpOnly(true);
        cookie.setSecure(address.startsWith("https:"));
        cookie.setSameSite(SameSite.STRICT);
        ctx.cookie(cookie);
    }
}
