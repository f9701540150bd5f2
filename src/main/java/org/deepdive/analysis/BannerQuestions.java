package org.deepdive.analysis;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.deepdive.study.InputException;
import org.deepdive.study.Measure;
import org.deepdive.study.Study;
import org.deepdive.study.Variable;

/** The questions of a study: the variables that its measures are about, each with all of them. */
final class BannerQuestions {

    private final Study study;

    BannerQuestions(Study study) {
        this.study = study;
        study.requireDesign();
    }

    /** The variables asked, in the order of the study's measures. */
    List<Variable> all() {
        return asked().map(Measure.OfRespondents::variable)
                .distinct()
                .map(study.codebook()::variable)
                .toList();
    }

    /** The measures about a variable in the order of rows: what has answers, then nets, then means and other numbers. */
    List<Measure> measures(Variable variable) {
        return asked().filter(measure -> measure.variable().equals(variable.name()))
                .sorted(Comparator.comparingInt(BannerQuestions::place))
                .map(Measure.class::cast)
                .toList();
    }

    private static int place(Measure measure) {
        if (measure.hasAnswers()) {
            return measure.isShare() ? 0 : 1;
        }
        return measure.isShare() ? 2 : 3;
    }

    /**
     * The variable of a question, named by itself or by one of its measures.
     *
     * @throws InputException where there is no such question, with the nearest
     */
    Variable named(String name) {
        List<Variable> variables = all();
        return asked().filter(measure -> measure.name().equals(name))
                .map(measure -> study.codebook().variable(measure.variable()))
                .findFirst()
                .or(() -> variables.stream().filter(v -> v.name().equals(name)).findFirst())
                .orElseThrow(() -> InputException.unknown(
                        "question",
                        name,
                        Stream.concat(variables.stream().map(Variable::name), asked().map(Measure::name))
                                .distinct()
                                .toList()));
    }

    private Stream<Measure.OfRespondents> asked() {
        return study.measures().stream()
                .filter(measure -> measure instanceof Measure.OfRespondents && !(measure instanceof Measure.Base))
                .map(Measure.OfRespondents.class::cast);
    }
}
