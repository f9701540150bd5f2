package org.deepdive.notebook.run;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs messages with a session's key, by HMAC-SHA256 over header, parent header, metadata and content. */
final class Signature {

    private static final String ALGORITHM = "HmacSHA256";

    private final Mac mac;

    Signature(String key) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.US_ASCII), ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }

    /** The signature, as small hexadecimal digits. */
    byte[] of(List<byte[]> parts) {
        parts.forEach(mac::update);
        return HexFormat.of().formatHex(mac.doFinal()).getBytes(StandardCharsets.US_ASCII);
    }

    /** Whether a signature is that of the parts; how long it takes does not tell where it differs. */
    boolean matches(byte[] signature, List<byte[]> parts) {
        return MessageDigest.isEqual(of(parts), signature);
    }
}
