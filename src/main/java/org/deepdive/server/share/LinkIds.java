package org.deepdive.server.share;

import java.security.SecureRandom;

/** Makes the names of links: short, and telling nothing of what they stand for. */
final class LinkIds {

    /** Letters and digits that nobody mistakes for one another. */
    private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    /** 57 to the 10th are 3.6e17 names; the database refuses one that is taken. */
    private static final int LENGTH = 10;

    private static final SecureRandom RANDOM = new SecureRandom();

    private LinkIds() {}

    static String fresh() {
        StringBuilder id = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            id.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return id.toString();
    }
}
