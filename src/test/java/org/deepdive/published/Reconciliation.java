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

    /** The rows of each that the other lacks, a line each, with which of the two has them. */
    static List<String> differences(List<TranscribedRow> first, List<TranscribedRow> second) {
        return Stream.concat(
                        onlyIn(first, second).map(row -> "only in the first: " + row),
                        onlyIn(second, first).map(row -> "only in the second: " + row))
                .toList();
    }

    private static Stream<String> onlyIn(List<TranscribedRow> ones, List<TranscribedRow> others) {
        Stream<String> missing = ones.stream()
                .filter(one -> others.stream().noneMatch(one::isRecordedBy))
                .map(TranscribedRow::described);
        Stream<String> fewer = ones.stream()
                .filter(TranscribedRow::isChartValue)
                .filter(one -> others.stream().anyMatch(one::isRecordedBy) && count(one, ones) > count(one, others))
                .map(one -> one.described() + " (" + count(one, ones) + " charts have it, " + count(one, others)
                        + " in the other)");
        return Stream.concat(missing, fewer);
    }

    private static long count(TranscribedRow value, List<TranscribedRow> rows) {
        return rows.stream().filter(value::isRecordedBy).count();
    }
}
