package org.deepdive.estimate;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.deepdive.study.Category;
import org.deepdive.study.Measure;
import org.deepdive.study.Microdata;
import org.deepdive.study.Variable;

/** Says what a measure asks of the respondents of a study. */
final class Measuring {

    private final Microdata data;

    Measuring(Microdata data) {
        this.data = data;
    }

    /** What a checked query asks for in each group, in order, don't knows treated as it chooses. */
    List<Measured> of(Query checked) {
        return of(measure(checked), checked.answers());
    }

    /** The measure of a checked query, as its choices make it. */
    Measure measure(Query checked) {
        return DontKnowTreatment.of(
                data.study().measure(checked.measure()),
                checked.choices().dontKnows(),
                data.study().codebook());
    }

    /** What a measure gives in each group, in order, with the answers that are picked from it; none picked for all. */
    List<Measured> of(Measure measure, List<String> picked) {
        if (measure instanceof Measure.Base) {
            return List.of(Measured.nothing());
        }
        if (!(measure instanceof Measure.OfRespondents asked)) {
            throw new IllegalStateException("Respondents cannot be asked for " + measure);
        }
        Variable variable = data.study().codebook().variable(asked.variable());
        return asked.hasAnswers() ? answers(asked, variable, picked) : List.of(one(asked, variable));
    }

    private List<Measured> answers(Measure.OfRespondents measure, Variable variable, List<String> picked) {
        if (measure instanceof Measure.Distribution distribution) {
            return shares(variable, distribution.exclude(), picked);
        }
        Function<Category, Measured> ofAnswer = answer -> ofAnswer(measure, variable, answer);
        return variable.categories().stream()
                .filter(category -> picked.isEmpty() || picked.contains(category.code()))
                .map(ofAnswer)
                .toList();
    }

    private Measured ofAnswer(Measure.OfRespondents measure, Variable variable, Category answer) {
        Optional<Category> of = Optional.of(answer);
        if (measure instanceof Measure.MultipleResponse) {
            return Measured.mean(of, AnswerAxis.ofMarks(data, variable, answer.code(), 0, 1));
        }
        if (measure instanceof Measure.ResponseShare) {
            AnswerAxis mentioned = AnswerAxis.ofMarks(data, variable, answer.code(), 0, 1);
            return Measured.ratio(of, mentioned, AnswerAxis.ofMentions(data, variable));
        }
        if (measure instanceof Measure.RankPoints points) {
            double[] ofRank = IntStream.rangeClosed(0, points.choose())
                    .mapToDouble(points::points)
                    .toArray();
            return Measured.mean(of, AnswerAxis.ofMarks(data, variable, answer.code(), ofRank));
        }
        if (measure instanceof Measure.Chosen) {
            double[] chosen = new double[variable.choose() + 1];
            Arrays.fill(chosen, 1, chosen.length, 1);
            return Measured.mean(of, AnswerAxis.ofMarks(data, variable, answer.code(), chosen));
        }
        throw new IllegalStateException("No estimate is known of an answer of " + measure);
    }

    private Measured one(Measure.OfRespondents measure, Variable variable) {
        Optional<Category> none = Optional.empty();
        if (measure instanceof Measure.Percentage share) {
            return Measured.mean(
                    none, AnswerAxis.ofCategories(data, variable, AnswerAxis.inNet(share.net(), share.exclude())));
        }
        if (measure instanceof Measure.Mean mean) {
            return Measured.mean(
                    none,
                    AnswerAxis.ofCategories(
                            data, variable, code -> mean.scores().getOrDefault(code, Double.NaN)));
        }
        if (measure instanceof Measure.NumericMean) {
            return Measured.mean(none, AnswerAxis.ofNumbers(data, variable.name()));
        }
        if (measure instanceof Measure.Total total) {
            return Measured.of(none, AnswerAxis.ofQuantity(data, total.quantity()), Measured.Kind.TOTAL, Double.NaN);
        }
        if (measure instanceof Measure.Ratio ratio) {
            return Measured.ratio(
                    none,
                    AnswerAxis.ofQuantity(data, ratio.numerator()),
                    AnswerAxis.ofQuantity(data, ratio.denominator()));
        }
        if (measure instanceof Measure.Quantile quantile) {
            AnswerAxis answers = AnswerAxis.ofQuantity(data, quantile.quantity());
            return Measured.of(none, answers, Measured.Kind.QUANTILE, quantile.probability());
        }
        throw new IllegalStateException("No estimate is known of " + measure);
    }

    /** The share of each answer, from one axis on which each has its own place; or of the picked ones together. */
    private List<Measured> shares(Variable variable, List<String> exclude, List<String> picked) {
        if (!picked.isEmpty()) {
            Category together =
                    Measured.together(picked.stream().map(variable::category).toList());
            AnswerAxis answers = AnswerAxis.ofCategories(data, variable, AnswerAxis.inNet(picked, exclude));
            return List.of(Measured.mean(Optional.of(together), answers));
        }
        List<Category> base = variable.categories().stream()
                .filter(category -> !exclude.contains(category.code()))
                .toList();
        AnswerAxis whole = AnswerAxis.ofCategories(
                data, variable, code -> exclude.contains(code) ? Double.NaN : base.indexOf(variable.category(code)));
        return IntStream.range(0, base.size())
                .mapToObj(place -> {
                    double[] share = new double[base.size()];
                    share[place] = 1;
                    return Measured.mean(
                            Optional.of(base.get(place)), new AnswerAxis(whole.key(), whole.axis(), share));
                })
                .toList();
    }
}
