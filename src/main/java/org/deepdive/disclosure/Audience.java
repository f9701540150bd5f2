package org.deepdive.disclosure;

/** Who will see a result. Suppression and marks are the same for all; rounding is not. */
public enum Audience {
    /**
     * Anyone: pages, links, exports. Bases are rounded to 10, and design effects to two decimals, since the base could
     * be worked out from an exact one.
     */
    PUBLIC,
    /** The holder of the data, in a session of their own, where exact bases and degrees of freedom are wanted. */
    HOLDER
}
