package org.deepdive.published;

/** How badly printed numbers fail, the worst first. */
public enum Severity {
    /** No respondents could have answered so, as the words are read. */
    IMPOSSIBLE,
    /** Two things printed cannot both be right. */
    INCONSISTENT,
    /** Right only when read loosely, as a sum of rounded numbers or a round number is. */
    IMPRECISE
}
