package org.deepdive.analysis;

import java.util.List;
import org.deepdive.disclosure.Cleared;
import org.deepdive.estimate.AssociationTest;
import org.deepdive.estimate.SurveyEstimates;
import org.deepdive.table.TestTable;
import tech.tablesaw.api.Table;

/**
 * A test of association between a breakdown and the answers of a measure: what may be shown of it as table, sentence and
 * text.
 *
 * @param cleared the cleared test
 */
public record Association(Cleared<AssociationTest> cleared) implements Retraceable {

    /** The test. */
    public AssociationTest test() {
        return cleared.value();
    }

    /** The finding as one sentence. */
    public String sentence() {
        return FindingWords.of(test(), SurveyEstimates.LEVEL);
    }

    /** The test and its variants as a table to print or export. */
    public TestTable table() {
        return TestTable.ofAssociation(cleared);
    }

    /** The test and its variants as a Tablesaw table. */
    public Table tablesaw() {
        return table().tablesaw();
    }

    @Override
    public Doors doors() {
        return Doors.ofAssociation(test().query());
    }

    @Override
    public String toString() {
        return table().text(List.of(sentence()));
    }
}
