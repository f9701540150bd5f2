package org.deepdive.published;

import java.util.List;
import java.util.stream.Stream;

/**
 * Two transcriptions held against each other. A figure may be recorded several times in either, since its words are quoted
 * under several headings; so each row only needs some row of the other. Equal values of charts are told apart by their number
 * alone, so there must be as many of each.
 */
final class Reconciliation {

    private Reconciliation() {}

    /**
     * A row that only one of the two has.
     *
     * @param side which has it: first or second
     * @param row the row
     * @param remark how often each has it, where both do; else empty
     */
    record Difference(String side, TranscribedRow row, String remark) {

        /** The difference in one line. */
        String described() {
            return "only in the " + side + ": " + row.described() + remark;
        }
    }

    /** The rows of each that the other lacks, those of the first before those of the second. */
    static List<Difference> between(List<TranscribedRow> first, List<TranscribedRow> second) {
        return Stream.concat(onlyIn("first", first, second), onlyIn("second", second, first))
                .toList();
    }

    /** The differences, a line each. */
    static List<String> differences(List<TranscribedRow> first, List<TranscribedRow> second) {
        return between(first, second).stream().map(Difference::described).toList();
    }

    private static Stream<Difference> onlyIn(String side, List<TranscribedRow> ones, List<TranscribedRow> others) {
        Stream<Difference> missing = ones.stream()
                .filter(one -> others.stream().noneMatch(one::isRecordedBy))
                .map(one -> new Difference(side, one, ""));
        Stream<Difference> fewer = ones.stream()
                .filter(TranscribedRow::isChartValue)
                .filter(one -> others.stream().anyMatch(one::isRecordedBy) && count(one, ones) > count(one, others))
                .map(one -> new Difference(
                        side,
                        one,
                        " (" + count(one, ones) + " charts have it, " + count(one, others) + " in the other)"));
        return Stream.concat(missing, fewer);
    }

    private static long count(TranscribedRow value, List<TranscribedRow> rows) {
        return rows.stream().filter(value::isRecordedBy).count();
    }
}
