package org.deepdive.estimate;

import java.util.Set;

/** How many respondents of each group of a table gave each answer, without any estimate. */
final class AnswerCounts {

    private final CellTable table;
    private final int answers;
    private final int groups;

    /**
     * @param table the table, answers first
     * @param answers how many answers it has
     */
    AnswerCounts(CellTable table, int answers) {
        this.table = table;
        this.answers = answers;
        this.groups = table.cells() / answers;
    }

    /** The base of a group, and how many of it gave an answer; the value and all that is made of weights are not there. */
    Cell of(int group, int answer) {
        int base = 0;
        for (int place = 0; place < answers; place++) {
            base += table.count(place * groups + group);
        }
        return new Cell.Estimate(
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                base,
                table.count(answer * groups + group),
                Double.NaN,
                Double.NaN,
                0,
                Set.of());
    }
}
