package org.deepdive.table;

/** How a banner marks which values of a row differ significantly. */
public enum BannerMarks {
    /** By the letters of the columns of the same breakdown that a value is significantly higher than. */
    LETTERS,
    /** By an arrow where a group is significantly higher or lower than everyone else together. */
    ARROWS,
    /** Not at all. */
    NONE
}
