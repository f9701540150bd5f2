package org.deepdive.analysis;

import org.deepdive.disclosure.Audience;
import org.deepdive.disclosure.Cleared;
import org.deepdive.estimate.regression.Model;
import org.deepdive.estimate.regression.ModelQuery;
import org.deepdive.plot.ModelPlot;
import org.deepdive.table.ModelTable;
import tech.tablesaw.api.Table;

/** The answer to a question to a model: what may be shown of it as plot, tables and text. */
public final class ModelAnswer implements Shareable {

    private final Workspace workspace;
    private final Cleared<Model> cleared;

    ModelAnswer(Workspace workspace, Cleared<Model> cleared) {
        this.workspace = workspace;
        this.cleared = cleared;
    }

    /** The question in canonical form. */
    public ModelQuery query() {
        return cleared.value().query();
    }

    /** The cleared model, with all its numbers. */
    public Cleared<Model> cleared() {
        return cleared;
    }

    /** The finding in one sentence. */
    public String sentence() {
        return cleared.value().sentence();
    }

    /** The cleared model as tables to show, print or export. */
    public ModelTable table() {
        return ModelTable.of(cleared);
    }

    /** The coefficients, with odds ratios for a logistic model. */
    public Table coefficients() {
        return table().coefficients();
    }

    /** The Wald tests of the terms. */
    public Table tests() {
        return table().tests();
    }

    /** The groups, unadjusted and adjusted side by side. */
    public Table adjusted() {
        return table().adjusted();
    }

    /** The groups, unadjusted and adjusted, as a plot, with bases rounded as for anyone. It knows this question. */
    public ModelPlot plot() {
        return ModelPlot.of(workspace.model(query(), Audience.PUBLIC)).from(plot -> this);
    }

    @Override
    public Doors doors() {
        return workspace.reachable(Doors.of(query()));
    }

    @Override
    public String toString() {
        return table().text();
    }
}
