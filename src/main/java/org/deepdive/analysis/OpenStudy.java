package org.deepdive.analysis;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.deepdive.disclosure.Audience;
import org.deepdive.estimate.Query;
import org.deepdive.estimate.SurveyEstimates;
import org.deepdive.published.Reproduction;
import org.deepdive.study.DataLabel;
import org.deepdive.study.InputException;
import org.deepdive.study.Measure;
import org.deepdive.study.Study;
import org.deepdive.study.Variable;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** A study with its respondents at hand, for a researcher's own session. */
public final class OpenStudy {

    private final Workspace workspace;
    private final Study study;

    OpenStudy(Workspace workspace, Study study) {
        this.workspace = workspace;
        this.study = study;
    }

    /** The study's description. */
    public Study study() {
        return study;
    }

    /** What its numbers are computed from. */
    public DataLabel label() {
        return workspace.estimates(study.slug()).label();
    }

    /** A question about a measure; {@code name.answer} picks one answer of a measure that has several. */
    public Question measure(String measure) {
        study.measure(Query.of(study.slug(), measure).measure());
        return new Question(workspace, Query.of(study.slug(), measure));
    }

    /**
     * A question by what it is called: a measure's or variable's name, a label, the question's wording, or words that only one
     * of them holds. Of one variable's measures it is the one with all answers, where there is one.
     *
     * @throws InputException where there is no such question, with the nearest, or there are several, with their names
     */
    public Question question(String words) {
        return measure(new QuestionFinder(study).find(words).name());
    }

    /** What the study is: whom it is about, what it is computed from, its design and its measures. */
    public Description describe() {
        return new Describer(workspace, study).study(measures());
    }

    /**
     * What a variable is: its question, who was asked, and its answers with their codes and their unweighted bases, as far as
     * the rules of disclosure let them be shown.
     *
     * @throws InputException where there is no such variable, with the nearest
     */
    public Description describe(String variable) {
        return new Describer(workspace, study).variable(variable);
    }

    /**
     * A variable, one of {@link #variables()}: its label, kind, question and answers, and {@code .describe()} with their bases.
     *
     * @throws InputException where there is no such variable, with the nearest
     */
    public StudyVariable variable(String name) {
        return new StudyVariable(study.codebook().variable(name), new Describer(workspace, study));
    }

    /** A question in its canonical text, such as {@code study=pcss&measure=safe_local&by=sex}. */
    public Question ask(String query) {
        return new Question(workspace, Query.parse(query));
    }

    /**
     * A banner table of a question, with its answers, nets and means in rows and breakdowns side by side in columns.
     *
     * @param question a variable, or a measure of it
     * @throws InputException where there is no such question, with the nearest
     */
    public Banner banner(String question) {
        return Banner.of(workspace, study, question);
    }

    /** The questions that banners can be asked for, in the order of the study's measures. */
    public List<Variable> questions() {
        return new BannerQuestions(study).all();
    }

    /** What can be measured: name, label and kind. */
    public Table measures() {
        List<Measure> all = study.measures();
        return Table.create("Measures of " + study.title())
                .addColumns(
                        StringColumn.create("measure", all.stream().map(Measure::name)),
                        StringColumn.create("label", all.stream().map(Measure::label)),
                        StringColumn.create(
                                "kind", all.stream().map(m -> m.getClass().getSimpleName())));
    }

    /** The variables: name, label, kind, question and answers. */
    public Table variables() {
        return table(study.codebook().variables());
    }

    /**
     * The variables whose name, label, question or answers contain the words, each with the Java that asks it where it has a
     * measure.
     */
    public Table search(String words) {
        List<Variable> found = study.codebook().search(words);
        return table(found)
                .addColumns(StringColumn.create("java", found.stream().map(this::java)));
    }

    /** The Java that asks a variable's question; empty where nothing measures it. */
    private String java(Variable variable) {
        return Describer.measures(study, variable.name())
                .min(Comparator.comparing(QuestionFinder::isPart))
                .map(m -> Query.of(study.slug(), m.name()).java())
                .orElse("");
    }

    private Table table(List<Variable> variables) {
        return Table.create("Variables of " + study.title())
                .addColumns(
                        StringColumn.create("variable", variables.stream().map(Variable::name)),
                        StringColumn.create("label", variables.stream().map(Variable::label)),
                        StringColumn.create(
                                "kind",
                                variables.stream().map(v -> v.kind().name().toLowerCase(Locale.ROOT))),
                        StringColumn.create("question", variables.stream().map(Variable::question)),
                        StringColumn.create("answers", variables.stream().map(v -> String.join(", ", v.codes()))));
    }

    /**
     * The respondents as a Tablesaw table, for the holder's own session only; a new table each time.
     *
     * @throws InputException for a study of published counts
     */
    public Table respondents() {
        study.requireDesign();
        return ((SurveyEstimates) workspace.estimates(study.slug())).data().table();
    }

    /**
     * Recomputes the published figures of a publication, such as {@code students}.
     *
     * @throws InputException where there is no such publication, with the nearest
     */
    public FigureLedger reproduce(String publication) {
        workspace.published().of(publication);
        return new FigureLedger(workspace.reproductions(Audience.HOLDER).stream()
                .filter(r -> r.figure().publication().equals(publication))
                .toList());
    }

    /** What became of the published figures about this study, in order. */
    public List<Reproduction> reproductions() {
        return workspace.reproductions(Audience.HOLDER).stream()
                .filter(r -> r.figure()
                        .query()
                        .filter(q -> q.study().equals(study.slug()))
                        .isPresent())
                .toList();
    }

    /** What it is, and what its numbers come from. */
    @Override
    public String toString() {
        return study().title() + "\n" + label().title() + ": " + label().explanation();
    }
}
