package org.deepdive.cli;

import org.deepdive.table.BannerTable;

/** The forms in which banner tables are written; each name is the ending of its files too, but for text. */
enum TableFormat {
    /** For reading at a terminal. */
    text("txt"),
    /** Comma separated, one line a cell. */
    csv("csv"),
    /** JSON. */
    json("json"),
    /** A page of its own. */
    html("html");

    private final String ending;

    TableFormat(String ending) {
        this.ending = ending;
    }

    /** What names of files of this form end in. */
    String ending() {
        return ending;
    }

    /** A table in this form. */
    String write(BannerTable table, int width) {
        return switch (this) {
            case text -> table.text(width);
            case csv -> table.csv();
            case json -> table.json() + "\n";
            case html -> table.page();
        };
    }
}
