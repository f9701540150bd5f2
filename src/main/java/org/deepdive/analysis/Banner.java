package org.deepdive.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deepdive.disclosure.Audience;
import org.deepdive.estimate.Query;
import org.deepdive.estimate.QueryChoices;
import org.deepdive.estimate.SurveyEstimates;
import org.deepdive.estimate.comparison.Adjustment;
import org.deepdive.study.Category;
import org.deepdive.study.InputException;
import org.deepdive.study.Measure;
import org.deepdive.study.Study;
import org.deepdive.study.Variable;
import org.deepdive.table.BannerBreakdown;
import org.deepdive.table.BannerMarks;
import org.deepdive.table.BannerPart;
import org.deepdive.table.BannerQuestion;
import org.deepdive.table.BannerTable;

/**
 * A banner table being put together: {@code Studies.open("pcss").banner("safe_local").by("sex", "sex>age_band").letters()}.
 * Each method but the last returns a new one.
 *
 * <p>Defaults: a total only, everybody, all waves, don't knows as the study has them, probabilities not adjusted, exact
 * bases.
 */
public final class Banner implements Retraceable {

    private final Workspace workspace;
    private final Study study;
    private final Variable variable;
    private final BannerSpec spec;

    private Banner(Workspace workspace, Study study, Variable variable, BannerSpec spec) {
        this.workspace = workspace;
        this.study = study;
        this.variable = variable;
        this.spec = spec;
    }

    /** The banner of a question, named by its variable or by one of its measures. */
    static Banner of(Workspace workspace, Study study, String question) {
        Variable variable = new BannerQuestions(study).named(question);
        Query everybody = Query.of(study.slug(), Measure.Base.NAME);
        return new Banner(
                workspace,
                study,
                variable,
                new BannerSpec(
                        List.of(), everybody, QueryChoices.DontKnows.DECLARED, Adjustment.NONE, Audience.HOLDER));
    }

    /** The question whose answers are the rows. */
    public Variable question() {
        return variable;
    }

    private Banner with(BannerSpec other) {
        return new Banner(workspace, study, variable, other);
    }

    /**
     * With these breakdowns side by side, after the total: each a variable, or two for one within another, the outer one
     * first, such as {@code sex>age_band} (also {@code sex/age_band}).
     *
     * @throws InputException where one is unknown, given twice or nested deeper
     */
    public Banner by(String... breakdowns) {
        List<BannerBreakdown> by = new ArrayList<>();
        for (String text : breakdowns) {
            BannerBreakdown breakdown = BreakdownText.read(study, text);
            if (by.contains(breakdown)) {
                throw InputException.of(
                        "repeated-breakdown",
                        "The banner breaks down twice by \"" + text + "\".",
                        text,
                        "Name each breakdown once.");
            }
            if (breakdown.variables().contains(variable)) {
                throw InputException.of(
                        "breakdown",
                        "A question cannot be broken down by its own answers, \"" + variable.name() + "\".",
                        text,
                        "Leave it out.");
            }
            by.add(breakdown);
        }
        return with(spec.by(by));
    }

    /** Only respondents whose answer is one of the codes. */
    public Banner where(String filter, String... codes) {
        return with(spec.domain(spec.domain().where(filter, codes)));
    }

    /** Only the waves from the first to the last. */
    public Banner waves(String first, String last) {
        return with(spec.domain(spec.domain().waves(first, last)));
    }

    /** Only one wave. */
    public Banner wave(String wave) {
        return waves(wave, wave);
    }

    /** With don't knows in the base of shares and among the rows. */
    public Banner withDontKnows() {
        return with(spec.dontKnows(QueryChoices.DontKnows.IN));
    }

    /** With don't knows neither in the base of shares nor among the rows; a question with several answers keeps them. */
    public Banner withoutDontKnows() {
        return with(spec.dontKnows(QueryChoices.DontKnows.OUT));
    }

    /** With the probabilities of each table of a measure by a breakdown adjusted for there being several. */
    public Banner adjusted(Adjustment adjustment) {
        return with(spec.adjustment(adjustment));
    }

    /** As anyone may see it: with bases rounded. */
    public Banner forAnyone() {
        return with(spec.audience(Audience.PUBLIC));
    }

    /** The table, with the letters of the groups of the same breakdown that a value is significantly higher than. */
    public BannerTable letters() {
        return table(BannerMarks.LETTERS);
    }

    /** The table, with arrows where a group is significantly higher or lower than the rest of its breakdown. */
    public BannerTable arrows() {
        return table(BannerMarks.ARROWS);
    }

    /** The table without marks of significance. */
    public BannerTable plain() {
        return table(BannerMarks.NONE);
    }

    /**
     * The table.
     *
     * @param marks how significant differences are marked
     * @throws InputException where a filter or a wave is unknown, or leaves out so few that nothing may be shown
     */
    public BannerTable table(BannerMarks marks) {
        SurveyEstimates estimates = (SurveyEstimates) workspace.estimates(study.slug());
        BannerParts parts = new BannerParts(estimates, workspace.gate(spec.audience()), marks, spec.adjustment());
        List<List<BannerPart>> measures = new BannerQuestions(study)
                .measures(variable).stream()
                        .map(measure -> parts.of(asked(measure), breakdowns()))
                        .toList();
        return BannerTable.of(about(marks), measures);
    }

    private List<BannerBreakdown> breakdowns() {
        List<BannerBreakdown> all = new ArrayList<>(List.of(BannerBreakdown.TOTAL));
        all.addAll(spec.by());
        return all;
    }

    /** The query for a measure of the question, without breakdown. */
    private Query asked(Measure measure) {
        Query domain = spec.domain();
        Query asked = new Query(
                domain.study(),
                measure.name(),
                List.of(),
                List.of(),
                domain.where(),
                domain.waves(),
                QueryChoices.USUAL);
        boolean isShare = measure instanceof Measure.Percentage || measure instanceof Measure.Distribution;
        boolean hasDontKnows = !variable.codes(Category.Status.DONT_KNOW).isEmpty();
        return isShare && hasDontKnows ? asked.dontKnows(spec.dontKnows()) : asked;
    }

    private BannerQuestion about(BannerMarks marks) {
        Query domain = spec.domain();
        String without = spec.dontKnows() == QueryChoices.DontKnows.OUT ? "Without don’t knows" : "";
        String among = Stream.of(FilterWords.of(study, domain, filter -> true), without)
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
        BannerDoors doors = new BannerDoors(variable.name(), spec, marks);
        return new BannerQuestion(study, variable, domain, among, marks, spec.adjustment(), doors.cli(), doors.java());
    }

    /** Where else the table of {@link #letters()} can be had: no page of a server shows banners. */
    @Override
    public Doors doors() {
        BannerDoors doors = new BannerDoors(variable.name(), spec, BannerMarks.LETTERS);
        return new Doors(Optional.empty(), spec.domain().text(), doors.cli(), doors.java());
    }

    @Override
    public String toString() {
        return java() + "\nNot made yet: .letters(), .arrows() or .plain() makes the table.";
    }
}
