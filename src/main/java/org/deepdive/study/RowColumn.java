package org.deepdive.study;

import de.siegmar.fastcsv.reader.CsvRecord;

/** A column, or a few that belong together, of a file of respondents, kept row by row. */
interface RowColumn {

    /**
     * Reads its part of a line.
     *
     * @param line the line
     * @param row how many respondents stand above it
     * @param problems gets what is not allowed
     */
    void read(CsvRecord line, int row, DataProblems problems);
}
