package org.deepdive.published;

/** How badly printed numbers fail, the worst first. */
public enum Severity {
    /** No data could print so, as the words are read. */
    IMPOSSIBLE,
    /** Two things printed exclude each other. */
    INCONSISTENT,
    /** Rounded or worded so that a reader is misled. */
    IMPRECISE
}
