package org.deepdive.study;

/**
 * The codes of respondents: one small whole number each, or {@link Microdata#MISSING}. They are bytes where these are
 * enough, and shorts where they are not; a pass at memory speed reads the arrays themselves.
 */
public sealed interface Codes {

    /** How many respondents there are. */
    int size();

    /** The code of a respondent. */
    int get(int respondent);

    /** At most 127 codes. */
    record Bytes(byte[] codes) implements Codes {
        @Override
        public int size() {
            return codes.length;
        }

        @Override
        public int get(int respondent) {
            return codes[respondent];
        }
    }

    /** At most 32,767 codes. */
    record Shorts(short[] codes) implements Codes {
        @Override
        public int size() {
            return codes.length;
        }

        @Override
        public int get(int respondent) {
            return codes[respondent];
        }
    }
}
