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

    private static final int LONGEST_VALUE = 60;

    /** One line for people: {@code pcss.csv, line 40001, column sex: "femal" is not allowed; ...}. */
    public String sentence() {
        String where = file + ", line " + line + (column.isEmpty() ? "" : ", column " + column);
        String shown = value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
        return where + ": \"" + shown + "\" is not allowed; allowed: " + allowed;
    }
}
