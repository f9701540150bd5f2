package org.deepdive.analysis;

import java.util.List;
import java.util.Optional;
import org.deepdive.disclosure.Audience;
import org.deepdive.disclosure.Cleared;
import org.deepdive.estimate.ComparisonPlan;
import org.deepdive.estimate.EstimateTable;
import org.deepdive.estimate.Query;
import org.deepdive.estimate.QueryChoices;
import org.deepdive.estimate.comparison.Adjustment;
import org.deepdive.estimate.interval.Interval;
import org.deepdive.estimate.regression.ModelQuery;
import org.deepdive.table.ResultTable;

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

    /** What the measure is: its question, and the answers that it counts. */
    public Description describe() {
        return new Describer(workspace, workspace.study(query.study())).measure(query.measure());
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
                workspace.compare(query, other.query, Audience.HOLDER).value(),
                Optional.of(workspace));
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

    /**
     * Every pair of groups of the breakdown compared, with Holm's adjustment; of two breakdowns the groups of the last,
     * within those of the first.
     *
     * @throws org.deepdive.study.InputException where there is no breakdown, or only one group
     */
    public Differences differences() {
        return compare(ComparisonPlan.pairs());
    }

    /**
     * Each other group of the breakdown compared with one of them.
     *
     * @param group the code of that one; or {@code complement} for {@link #complement()}
     */
    public Differences against(String group) {
        return group.equals("complement") ? complement() : compare(ComparisonPlan.reference(group));
    }

    /** Each group compared with the rest of the breakdown. */
    public Differences complement() {
        return compare(ComparisonPlan.complement());
    }

    /** Every pair of groups as ratios, such as 1.3 times as likely. */
    public Differences ratios() {
        return compare(ComparisonPlan.pairs().ratios());
    }

    /** Each wave compared with the one before. */
    public Differences overTime() {
        return compare(ComparisonPlan.previousWave());
    }

    /**
     * Waves compared.
     *
     * @param against {@code previous} for the wave before, {@code year} for the one a year before, {@code first} for the
     *     latest against the first
     */
    public Differences overTime(String against) {
        return compare(ComparisonPlan.overTime(against));
    }

    /** Groups or waves compared as a plan says. */
    public Differences compare(ComparisonPlan plan) {
        return Differences.of(workspace, query, plan);
    }

    /** Where the significant gaps are: every breakdown of the study screened, with Holm's adjustment over all tests. */
    public GapScreen gaps() {
        return GapScreen.of(workspace, query, Adjustment.HOLM, Audience.HOLDER);
    }

    /** Estimates of which each pools several waves, one after another, such as 4 for a rolling year of quarters. */
    public ResultTable rolling(int waves) {
        return ResultTable.of(workspace.rolling(query, waves, Audience.HOLDER));
    }

    /** The linear trend over the waves, in each group and for each answer. */
    public Trends trend() {
        return new Trends(workspace.trends(query, Adjustment.HOLM, Audience.HOLDER));
    }

    /** Whether the breakdown and the answers are associated. */
    public Association association() {
        return new Association(workspace.association(query, Audience.HOLDER));
    }

    @Override
    public String toString() {
        return query.text() + "\nNot asked yet: .estimate() gives its answer.";
    }
}
