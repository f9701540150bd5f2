package org.deepdive.server.share;

import java.util.List;
import org.deepdive.analysis.Fingerprint;

/** What has become of a saved link's numbers. */
public sealed interface LinkStatus {

    /**
     * They come out the same today.
     *
     * @param sameInputs whether data, rules and program are those of the day it was saved as well
     */
    record Current(boolean sameInputs) implements LinkStatus {}

    /**
     * Some come out otherwise today.
     *
     * @param now of today's data, rules and program
     * @param changes the lines that differ
     */
    record Changed(Fingerprint now, List<Change> changes) implements LinkStatus {

        public Changed {
            changes = List.copyOf(changes);
        }

        /** How many lines became so. */
        public long count(Change.Kind kind) {
            return changes.stream().filter(change -> change.kind() == kind).count();
        }
    }

    /**
     * They cannot be computed today.
     *
     * @param reason why, in one or two sentences
     * @param withheld whether the rules of disclosure refuse them
     */
    record NotRecomputable(String reason, boolean withheld) implements LinkStatus {}

    /** One word for lists and programs: {@code current}, {@code changed} or {@code cannot-be-recomputed}. */
    default String word() {
        if (this instanceof Current) {
            return "current";
        }
        return this instanceof Changed ? "changed" : "cannot-be-recomputed";
    }
}
