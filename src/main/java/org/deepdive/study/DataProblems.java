package org.deepdive.study;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong in a file of respondents, or several: all are counted, the first are kept to be told. */
final class DataProblems {

    private String file;
    private final List<DataProblem> first = new ArrayList<>();
    private long count;

    DataProblems(String file) {
        this.file = file;
    }

    /** What follows is in another file. */
    void goOn(String next) {
        file = next;
    }

    void add(CsvRecord line, String column, String value, String allowed) {
        count++;
        if (first.size() < MicrodataReader.PROBLEMS_SHOWN) {
            first.add(new DataProblem(file, line.getStartingLineNumber(), column, value, allowed));
        }
    }

    /** Whether a line has as many fields as the header; a problem if not. */
    boolean fits(CsvRecord line, int fields) {
        if (line.getFieldCount() != fields) {
            add(line, "", line.getFieldCount() + " fields", fields + " fields, as in the header");
            return false;
        }
        return true;
    }

    /** Refuses the file where anything is wrong in it, or where it has nobody in it. */
    void refuse(int respondents) {
        if (count > 0) {
            String summary = "The data file \"" + first.get(0).file() + "\" was refused: " + count
                    + (count == 1 ? " problem." : " problems.");
            throw new InvalidDataException(summary, first, count);
        }
        if (respondents == 0) {
            throw InputException.of(
                    "data-file", "The data file \"" + file + "\" has no respondents.", file, "Check the file.");
        }
    }
}
