package org.deepdive.server.share;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.deepdive.analysis.Fingerprint;
import org.deepdive.study.DataLabel;
import org.deepdive.study.InputException;

/**
 * What is known of a saved link, beside its frozen numbers.
 *
 * @param id its opaque name: 8 to 20 letters and digits
 * @param path the path of the page that recomputes it, in canonical form, such as {@code /explore/pcss/safe_local?by=sex}
 * @param labels what its numbers were computed from
 * @param terms what its owner says about it
 * @param created when it was saved, to the millisecond
 * @param edited when its owner last changed the terms; absent where never
 * @param revoked when its owner took it back; absent where never
 * @param owner the SHA-256 of the owner's key, as hexadecimal digits
 * @param fingerprint of the data, rules and program that gave its numbers
 */
public record SavedLink(
        String id,
        String path,
        Set<DataLabel> labels,
        LinkTerms terms,
        Instant created,
        Optional<Instant> edited,
        Optional<Instant> revoked,
        String owner,
        Fingerprint fingerprint) {

    private static final Pattern ID = Pattern.compile("[0-9A-Za-z]{8,20}");
    private static final Pattern PATH = Pattern.compile(
            "/(explore|model|compare)/[A-Za-z0-9_.+%-]+(/[A-Za-z0-9_.+%/-]+)?(\\?[^\\s\\p{Cntrl}\\p{Cs}\"<>\\\\]{0,2100})?");
    private static final Pattern OWNER = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern HASH = Pattern.compile("[0-9a-zA-Z._-]{1,64}");

    /** Whether a link can be opened. */
    public enum State {
        /** It can. */
        OPEN,
        /** Its time is over. */
        EXPIRED,
        /** Its owner took it back. */
        REVOKED
    }

    /** @throws InputException where the id, the path, the owner or a hash is none, or no label says where the numbers come from */
    public SavedLink {
        labels = Set.copyOf(labels);
        created = created.truncatedTo(ChronoUnit.MILLIS);
        edited = edited.map(time -> time.truncatedTo(ChronoUnit.MILLIS));
        revoked = revoked.map(time -> time.truncatedTo(ChronoUnit.MILLIS));
        require("id", id, ID);
        require("path", path, PATH);
        require("owner", owner, OWNER);
        require("data hash", fingerprint.data(), HASH);
        require("rules hash", fingerprint.rules(), HASH);
        require("code hash", fingerprint.code(), HASH);
        if (labels.isEmpty()) {
            throw InputException.of("labels", "The link does not say what its numbers come from.", "", "");
        }
    }

    private static void require(String name, String value, Pattern pattern) {
        if (!pattern.matcher(value).matches()) {
            throw InputException.of(
                    "link-" + name.replace(' ', '-'), "\"" + value + "\" is no " + name + ".", value, "");
        }
    }

    /** Whether a text can be the id of a link. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** Whether it can be opened at a time. */
    public State state(Instant now) {
        if (revoked.isPresent()) {
            return State.REVOKED;
        }
        return terms.expires().filter(end -> !now.isBefore(end)).isPresent() ? State.EXPIRED : State.OPEN;
    }
}
