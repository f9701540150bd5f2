package org.deepdive.plot;

import java.util.Optional;

/**
 * A plot that was saved on a server.
 *
 * @param title what it is called
 * @param address where anyone can open it
 * @param key the owner's key, which the server tells once, when it makes it; absent where the link belongs to a key that this
 *     session was told before
 * @param links where the owner can change the link or take it back, with the key
 */
public record SharedLink(String title, String address, Optional<String> key, String links) {

    @Override
    public String toString() {
        String owner = key.map(
                        text -> "Your key is " + text + "\nKeep it: it is told once, and only it can change the link or"
                                + " take it back, at " + links)
                .orElse("It belongs to the key that you were told with your first link; change it or take it back at "
                        + links);
        return "\"" + title + "\" is saved at " + address + "\nIts numbers are those of the server's own data.\n"
                + owner;
    }
}
