package org.deepdive.study;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.Optional;

/**
 * What a file says of its respondents, row by row: by its column {@link DataLabel#COLUMN}, which has the same text in every
 * row, or by identifiers that start with {@link DataLabel#PRACTICE_ID}. Where it says nothing they are real.
 */
final class FileLabel {

    private final Optional<Integer> field;
    private Optional<String> said = Optional.empty();
    private boolean hasPracticeIds;

    /** @param field where the column is; absent where there is none */
    FileLabel(Optional<Integer> field) {
        this.field = field;
    }

    /** Reads the column of a row. */
    void read(CsvRecord line, DataProblems problems) {
        if (field.isEmpty()) {
            return;
        }
        String given = line.getField(field.get());
        boolean isFirst = said.isEmpty() && DataLabel.inventedCodes().contains(given);
        if (isFirst) {
            said = Optional.of(given);
        }
        if (!said.equals(Optional.of(given))) {
            problems.add(line, DataLabel.COLUMN, given, allowed() + " in every row, or no such column");
        }
    }

    private String allowed() {
        return said.orElseGet(() -> String.join(" or ", DataLabel.inventedCodes()));
    }

    /** Reads what may be an identifier. */
    void readId(String text) {
        hasPracticeIds |= text.startsWith(DataLabel.PRACTICE_ID);
    }

    /** Whether the rows read so far say that the respondents are invented, so that identifiers can add nothing. */
    boolean isSaid() {
        return said.isPresent() || hasPracticeIds;
    }

    /** What the rows read so far say together. */
    DataLabel label() {
        return said.map(DataLabel::ofCode).orElse(hasPracticeIds ? DataLabel.PRACTICE : DataLabel.REAL);
    }
}
