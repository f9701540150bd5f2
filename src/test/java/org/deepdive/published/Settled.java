package org.deepdive.published;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.deepdive.published.Reconciliation.Difference;

/**
 * A difference of the two transcriptions that was looked at and stays, as {@code settled.csv} lists it.
 *
 * @param document the document's file name
 * @param side which transcription has the row: first or second
 * @param row the row's id in the first, its quote in the second, which has no ids
 * @param printed the number as printed; empty for a finding without one
 */
record Settled(String document, String side, String row, String printed) {

    /** What a line of the file settles. */
    static Settled of(NamedCsvRecord line) {
        return new Settled(
                line.getField("document"), line.getField("side"), line.getField("row"), line.getField("printed"));
    }

    /** What would settle a difference. */
    static Settled of(Difference difference) {
        TranscribedRow row = difference.row();
        String name = difference.side().equals("first") ? row.place() : row.quote();
        return new Settled(row.document(), difference.side(), name, row.printed());
    }
}
