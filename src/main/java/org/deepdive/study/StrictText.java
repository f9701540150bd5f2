package org.deepdive.study;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** UTF-8 text: bytes that are not UTF-8 are an error, and the byte order mark that Excel writes is skipped. */
final class StrictText {

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private StrictText() {}

    static Reader reader(InputStream bytes) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(bytes, 1 << 16);
        buffered.mark(MARK.length);
        if (!Arrays.equals(buffered.readNBytes(MARK.length), MARK)) {
            buffered.reset();
        }
        return new InputStreamReader(buffered, StandardCharsets.UTF_8.newDecoder());
    }
}
