package org.deepdive.analysis;

import org.deepdive.disclosure.Audience;
import org.deepdive.disclosure.Cleared;
import org.deepdive.estimate.EstimateTable;
import org.deepdive.estimate.Query;
import org.deepdive.plot.Plot;
import org.deepdive.table.ResultTable;
import tech.tablesaw.api.Table;

/**
 * The answer to a question: what may be shown of it as plot, table, text and link, and for the holder of the data the
 * estimates before the gate.
 */
public final class Answer implements Shareable {

    /** The system property that names the server which links point at. */
    public static final String SERVER_PROPERTY = "deepdive.url";

    private final Workspace workspace;
    private final Cleared<EstimateTable> cleared;

    Answer(Workspace workspace, Cleared<EstimateTable> cleared) {
        this.workspace = workspace;
        this.cleared = cleared;
    }

    /** The query in canonical form. */
    public Query query() {
        return cleared.value().query();
    }

    /** The cleared estimates. */
    public Cleared<EstimateTable> cleared() {
        return cleared;
    }

    /** The estimates before the gate, for the holder's own session. */
    public EstimateTable raw() {
        return workspace.estimates(query().study()).estimate(query());
    }

    /** The cleared estimates as a table to show, print or export. */
    public ResultTable table() {
        return ResultTable.of(cleared);
    }

    /** The cleared estimates as a Tablesaw table. */
    public Table tablesaw() {
        return table().tablesaw();
    }

    /** A plot of the cleared estimates, with bases rounded as for anyone. It knows this question: its link, Java and command. */
    public Plot plot() {
        return Plot.of(workspace.answer(query(), Audience.PUBLIC)).from(this::origin);
    }

    /** What a plot of this answer says of itself; its page has the kind of chart. */
    private Shareable origin(Plot plot) {
        return () -> workspace.reachable(new AnswerExhibit(plot).doors());
    }

    @Override
    public Doors doors() {
        return workspace.reachable(Doors.of(query(), query().path()));
    }

    @Override
    public String toString() {
        return table().text();
    }
}
