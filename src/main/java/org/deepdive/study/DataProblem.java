package org.deepdive.study;

/**
 * One thing wrong in a data file.
 *
 * @param file the file's name
 * @param line the line, counted from 1
 * @param column the column's name; empty where the line as a whole is meant
 * @param value the value found
 * @param allowed what would have been allowed, in words
 */
public record DataProblem(String file, long line, String column, String value, String allowed) {

    /** One line for people: {@code pcss.csv, line 40001, column sex: "femal" is not allowed; ...}. */
    public String sentence() {
        String where = file + ", line " + line + (column.isEmpty() ? "" : ", column " + column);
        return Quote.harmless(where + ": \"" + Quote.text(value) + "\" is not allowed; allowed: " + allowed);
    }
}
