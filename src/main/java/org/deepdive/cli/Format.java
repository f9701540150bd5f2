package org.deepdive.cli;

/** The forms in which commands print results. */
enum Format {
    /** For reading at a terminal. */
    text,
    /** Comma separated, with a header line. */
    csv,
    /** JSON. */
    json
}
