package org.deepdive.server.share;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.deepdive.study.Sha256;

/**
 * The key of whoever saves links: 256 random bits that only the owner has. The database knows its hash alone.
 *
 * @param text the key as it is shown and kept: 43 letters, digits, hyphens and underscores
 */
public record OwnerKey(String text) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    /** @throws LinkException where the text is no key */
    public OwnerKey {
        if (!FORM.matcher(text).matches()) {
            throw unknown();
        }
    }

    /** A key that nobody has. */
    static OwnerKey fresh() {
        byte[] bits = new byte[BYTES];
        RANDOM.nextBytes(bits);
        return new OwnerKey(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /** The key that a text is; absent where it is none. */
    public static Optional<OwnerKey> read(String text) {
        String key = text.strip();
        return FORM.matcher(key).matches() ? Optional.of(new OwnerKey(key)) : Optional.empty();
    }

    static LinkException unknown() {
        return new LinkException(
                LinkException.Reason.KEY_UNKNOWN,
                "This key belongs to no links here.",
                "Enter the key that was shown when you saved your first link.");
    }

    /** What the database knows it by: its SHA-256 as hexadecimal digits. */
    String hash() {
        return Sha256.hex(text);
    }

    /** What a form of the owner's pages carries, and no other site can know. */
    public String formToken() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal("links".getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }

    /** Whether a form came from the owner's pages. */
    public boolean isFormToken(String token) {
        return MessageDigest.isEqual(
                formToken().getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    /** Not the key: it must not get into a log. */
    @Override
    public String toString() {
        return "OwnerKey";
    }
}
