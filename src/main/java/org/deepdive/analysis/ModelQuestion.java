package org.deepdive.analysis;

import java.util.List;
import org.deepdive.disclosure.Audience;
import org.deepdive.estimate.regression.ModelKind;
import org.deepdive.estimate.regression.ModelQuery;

/** A question to a model being put together; each method returns a new one. */
public final class ModelQuestion {

    private final Workspace workspace;
    private final ModelQuery query;

    ModelQuestion(Workspace workspace, ModelQuery query) {
        this.workspace = workspace;
        this.query = query;
    }

    /** The question as it is written. */
    public ModelQuery query() {
        return query;
    }

    /**
     * Adjusted for more terms: variables ({@code age_band}), variables as a trend ({@code wave.trend}), interactions of two
     * terms that stand before it ({@code ethnicity:age_band}).
     */
    public ModelQuestion adjustedFor(String... terms) {
        return new ModelQuestion(workspace, query.adjustedFor(List.of(terms)));
    }

    /** With a category of a variable as the one that its others are compared with; by default the first. */
    public ModelQuestion reference(String variable, String category) {
        return new ModelQuestion(workspace, query.reference(variable, category));
    }

    /** As a linear model, which is the default for means only. */
    public ModelQuestion linear() {
        return new ModelQuestion(workspace, query.as(ModelKind.LINEAR));
    }

    /** As a logistic model, which is the default for percentages. */
    public ModelQuestion logistic() {
        return new ModelQuestion(workspace, query.as(ModelKind.LOGISTIC));
    }

    /** With "don't know" and "prefer not to say" of the terms' variables as categories, instead of leaving them out. */
    public ModelQuestion keepingNonAnswers() {
        return new ModelQuestion(workspace, query.keepingNonAnswers());
    }

    /**
     * The answer.
     *
     * @throws org.deepdive.study.InputException where a name is unknown, a category is too small to be shown, or the model
     *     has no solution
     */
    public ModelAnswer fit() {
        return new ModelAnswer(workspace, workspace.model(query, Audience.HOLDER));
    }

    @Override
    public String toString() {
        return query.text() + "\nNot fitted yet: .fit() gives its answer.";
    }
}
