package org.deepdive.study;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.List;

/** What is wrong in a file of respondents: the first problems, and how many there are. */
final class Problems {

    private final String file;
    private final List<DataProblem> first = new ArrayList<>();
    private long count;

    Problems(String file) {
        this.file = file;
    }

    void add(CsvRecord line, String column, String value, String allowed) {
        count++;
        if (first.size() < MicrodataReader.PROBLEMS_SHOWN) {
            first.add(new DataProblem(file, line.getStartingLineNumber(), column, value, allowed));
        }
    }

    /** @throws InvalidDataException where there is any problem */
    void requireNone() {
        if (count > 0) {
            String summary =
                    "The data file \"" + file + "\" was refused: " + count + (count == 1 ? " problem." : " problems.");
            throw new InvalidDataException(summary, first, count);
        }
    }
}
