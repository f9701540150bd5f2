package org.deepdive.analysis;

import java.util.List;
import org.deepdive.disclosure.Cleared;
import org.deepdive.estimate.TrendRow;
import org.deepdive.estimate.TrendTable;
import org.deepdive.table.TestTable;
import tech.tablesaw.api.Table;

/**
 * Linear trends over waves: what may be shown of them as table, sentences and text.
 *
 * @param cleared the cleared trends
 */
public record Trends(Cleared<TrendTable> cleared) implements Retraceable {

    /** The trends, one a row. */
    public List<TrendRow> rows() {
        return cleared.value().rows();
    }

    /** One sentence a trend. */
    public List<String> sentences() {
        return FindingWords.of(cleared.value());
    }

    /** The trends as a table to print or export. */
    public TestTable table() {
        return TestTable.ofTrends(cleared);
    }

    /** The trends as a Tablesaw table. */
    public Table tablesaw() {
        return table().tablesaw();
    }

    @Override
    public Doors doors() {
        return Doors.ofTrend(cleared.value().query(), cleared.value().adjustment());
    }

    @Override
    public String toString() {
        return table().text(sentences());
    }
}
