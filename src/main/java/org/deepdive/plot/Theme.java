package org.deepdive.plot;

/** The two kinds of page that a chart can stand on, with the colours of text and paper that each has. */
enum Theme {
    LIGHT("#0B0C0C", "#FFFFFF", "#D4D7DA"),
    DARK("#F3F2F1", "#121417", "#3A3F44");

    private final String ink;
    private final String paper;
    private final String grid;

    Theme(String ink, String paper, String grid) {
        this.ink = ink;
        this.paper = paper;
        this.grid = grid;
    }

    /** The colour of text and of lines that must be seen. */
    String ink() {
        return ink;
    }

    /** The colour assumed behind the chart, whose own background is transparent. */
    String paper() {
        return paper;
    }

    /** The colour of grid lines. */
    String grid() {
        return grid;
    }
}
