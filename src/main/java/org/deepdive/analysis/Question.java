package org.deepdive.analysis;

import java.util.List;
import org.deepdive.disclosure.Audience;
import org.deepdive.disclosure.Cleared;
import org.deepdive.estimate.EstimateTable;
import org.deepdive.estimate.Query;
import org.deepdive.estimate.QueryChoices;
import org.deepdive.estimate.interval.Interval;
import org.deepdive.estimate.regression.ModelQuery;

/** A question being put together; each method returns a new one. */
public final class Question {

    private final Workspace workspace;
    private final Query query;

    Question(Workspace workspace, Query query) {
        this.workspace = workspace;
        this.query = query;
    }

    /** The question as a query. */
    public Query query() {
        return query;
    }

    /** Broken down by one or two variables. */
    public Question by(String... variables) {
        return new Question(workspace, query.by(List.of(variables)));
    }

    /** Only respondents whose answer is one of the codes. */
    public Question where(String variable, String... codes) {
        return new Question(workspace, query.where(variable, codes));
    }

    /** Only the waves from the first to the last. */
    public Question waves(String first, String last) {
        return new Question(workspace, query.waves(first, last));
    }

    /** Only one wave. */
    public Question wave(String wave) {
        return waves(wave, wave);
    }

    /** With don't knows in the base, whatever the study declares. */
    public Question withDontKnows() {
        return new Question(workspace, query.dontKnows(QueryChoices.DontKnows.IN));
    }

    /** Without don't knows in the base, whatever the study declares. */
    public Question withoutDontKnows() {
        return new Question(workspace, query.dontKnows(QueryChoices.DontKnows.OUT));
    }

    /** With confidence intervals of a kind: logit, beta, wilson, wald, arcsine or likelihood. */
    public Question interval(String kind) {
        return new Question(workspace, query.interval(Interval.read(kind)));
    }

    /**
     * The answer.
     *
     * @throws org.deepdive.study.InputException where a name is unknown, with the nearest that exists
     */
    public Answer estimate() {
        Cleared<EstimateTable> cleared = workspace.answer(query, Audience.HOLDER);
        return new Answer(workspace, cleared);
    }

    /**
     * This question's value less another's, with its design-based test; the groups may overlap.
     *
     * @throws org.deepdive.study.InputException where one side is too small to be shown
     */
    public Difference minus(Question other) {
        return new Difference(
                workspace.study(query.study()),
                workspace.estimates(query.study()).label(),
                workspace.compare(query, other.query, Audience.HOLDER).value());
    }

    /**
     * A model of this question's value, which compares the groups of a variable; what they are to be adjusted for comes
     * next: {@code .model("ethnicity").adjustedFor("deprivation", "age_band").fit()}.
     *
     * @throws org.deepdive.study.InputException where the question has a breakdown
     */
    public ModelQuestion model(String group) {
        return new ModelQuestion(workspace, ModelQuery.of(query, group));
    }

    @Override
    public String toString() {
        return query.text() + "\nNot asked yet: .estimate() gives its answer.";
    }
}
