package org.deepdive.server;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.deepdive.analysis.GapQuestion;
import org.deepdive.estimate.Query;
import org.deepdive.estimate.QueryCheck;
import org.deepdive.study.Category;
import org.deepdive.study.InputException;
import org.deepdive.study.Measure;
import org.deepdive.study.Study;
import org.deepdive.study.Variable;

/**
 * {@code /explore/<study>/<measure>/difference?first=...&second=...}: two values of a question's answer, led to the page that
 * tests their difference. A value is told by the codes of its groups and its answer, with commas between.
 */
final class DifferencePage {

    private static final String FIRST = "first";
    private static final String SECOND = "second";

    private final Site site;

    DifferencePage(Site site) {
        this.site = site;
    }

    void redirect(Context ctx) {
        Map<String, String> parts = AskedQuery.parts(ctx, FIRST, SECOND);
        String first = Objects.requireNonNullElse(parts.remove(FIRST), "");
        String second = Objects.requireNonNullElse(parts.remove(SECOND), "");
        Query query = TestsPage.tested(AskedQuery.of(site, ctx, parts));
        Study study = site.workspace().study(query.study());
        new QueryCheck(study).requireTest(query);
        if (first.equals(second)) {
            throw InputException.of(
                    "one-value",
                    "Both values are the same one, which does not differ from itself.",
                    first,
                    "Choose two values.");
        }
        Value one = value(study, query, first);
        Value other = value(study, query, second);
        String label = study.measure(query.measure()).label();
        GapQuestion question = new GapQuestion(
                cut(label, GapQuestion.LONGEST_TITLE),
                "Measure",
                cut(one.label(), GapQuestion.LONGEST_NAME),
                cut(other.label(), GapQuestion.LONGEST_NAME),
                List.of(new GapQuestion.Row(cut(label, GapQuestion.LONGEST_NAME), one.query(), other.query())));
        ctx.redirect(question.checked(study).path(), HttpStatus.SEE_OTHER);
    }

    /**
     * A value.
     *
     * @param label its groups and answer in words
     * @param query the query about it alone
     */
    private record Value(String label, Query query) {}

    private static Value value(Study study, Query query, String key) {
        List<String> codes = List.of(key.split(",", -1));
        Measure measure = study.measure(query.measure());
        boolean byAnswer = measure.hasAnswers() && codes.size() > query.by().size();
        if (codes.size() != query.by().size() + (byAnswer ? 1 : 0)) {
            throw InputException.of(
                    "value",
                    "\"" + key + "\" is no value of this question.",
                    key,
                    "Choose one of the table's rows: a code for each breakdown, then the answer's.");
        }
        Query alone = query.by(List.of());
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < query.by().size(); i++) {
            Variable variable = study.codebook().variable(query.by().get(i));
            Category group = variable.category(codes.get(i));
            requireIn(query, variable, group);
            labels.add(group.label());
            alone = variable.kind() == Variable.Kind.WAVE
                    ? alone.waves(group.code(), group.code())
                    : alone.where(variable.name(), group.code());
        }
        if (byAnswer) {
            String code = codes.get(codes.size() - 1);
            labels.add(answer(study, measure, code));
            alone = query.answers().isEmpty() ? alone.answers(List.of(code)) : alone;
        }
        return new Value(String.join(", ", labels), alone);
    }

    /** A group of a variable that is filtered too; of answers that can be given together, both cannot be asked for at once. */
    private static void requireIn(Query query, Variable variable, Category group) {
        List<String> filter = query.where().getOrDefault(variable.name(), List.of(group.code()));
        if (!filter.contains(group.code()) || variable.kind() == Variable.Kind.MULTIPLE && filter.size() > 1) {
            throw InputException.of(
                    "value",
                    "\"" + group.code() + "\" cannot be told from the filter by \"" + variable.name() + "\".",
                    group.code(),
                    "Leave out the filter by " + variable.name() + ".");
        }
    }

    private static String answer(Study study, Measure measure, String code) {
        List<Category> answers = new QueryCheck(study).answers(measure);
        return answers.stream()
                .filter(answer -> answer.code().equals(code))
                .map(Category::label)
                .findFirst()
                .orElseThrow(() -> InputException.unknown(
                        "answer of " + measure.name(),
                        code,
                        answers.stream().map(Category::code).toList()));
    }

    private static String cut(String words, int longest) {
        return words.length() <= longest ? words : words.substring(0, longest - 1) + "…";
    }
}
