package org.deepdive.estimate.regression;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.deepdive.estimate.Patterns;
import org.deepdive.study.InputException;
import org.deepdive.study.Variable;
import org.ejml.data.DMatrixRMaj;

/**
 * The columns of a model, and their values for each pattern of covariates: an intercept, and treatment contrasts against each
 * variable's reference category. Categories that nobody has are no columns.
 *
 * @param patterns the respondents by pattern
 * @param columns the columns, the intercept first, then term by term
 * @param values a row for each pattern and a column for each column
 */
record ModelMatrix(Patterns patterns, List<ModelColumn> columns, DMatrixRMaj values) {

    /** The most columns, so that a matrix of all respondents fits the memory. */
    private static final int MOST_COLUMNS = 120;

    /**
     * The matrix of some terms.
     *
     * @param query whose references are used
     * @param terms the terms, which may be fewer than the question's
     * @param variables the variables of the patterns, in their order
     */
    static ModelMatrix of(Patterns patterns, ModelQuery query, List<ModelTerm> terms, List<Variable> variables) {
        List<ModelColumn> columns = new ArrayList<>(List.of(ModelColumn.INTERCEPT));
        for (int t = 0; t < terms.size(); t++) {
            List<List<Effect>> products = List.of(List.of());
            for (ModelTerm.Factor factor : terms.get(t).factors()) {
                List<Effect> effects = effects(patterns, query, factor, variables);
                products = products.stream()
                        .flatMap(start -> effects.stream().map(effect -> joined(start, effect)))
                        .toList();
            }
            int term = t;
            products.forEach(effects -> columns.add(new ModelColumn(term, effects)));
        }
        if (columns.size() > MOST_COLUMNS) {
            throw InputException.of(
                    "terms",
                    "The model has " + columns.size() + " coefficients; at most " + MOST_COLUMNS + " are possible.",
                    query.text(),
                    "Leave out interactions, or take ordered variables as a trend (variable.trend).");
        }
        return new ModelMatrix(patterns, List.copyOf(columns), values(patterns, columns));
    }

    private static List<Effect> joined(List<Effect> start, Effect effect) {
        List<Effect> longer = new ArrayList<>(start);
        longer.add(effect);
        return List.copyOf(longer);
    }

    private static List<Effect> effects(
            Patterns patterns, ModelQuery query, ModelTerm.Factor factor, List<Variable> variables) {
        int at = IntStream.range(0, variables.size())
                .filter(i -> variables.get(i).name().equals(factor.variable()))
                .findFirst()
                .orElseThrow();
        Variable variable = variables.get(at);
        if (factor.trend()) {
            return List.of(Effect.score(variable, at));
        }
        List<Integer> present = present(patterns, at);
        if (present.size() < 2) {
            throw InputException.of(
                    "one-category",
                    "\"" + variable.name()
                            + "\" has fewer than two categories with respondents, so nothing can be compared.",
                    variable.name(),
                    "Leave it out, or let more categories through.");
        }
        int reference = reference(query, variable, present);
        return present.stream()
                .filter(k -> k != reference)
                .map(k -> new Effect(variable, at, k))
                .toList();
    }

    /** The categories that somebody has, in codebook order. */
    static List<Integer> present(Patterns patterns, int variable) {
        return IntStream.range(0, patterns.size())
                .map(p -> patterns.codes(p)[variable])
                .distinct()
                .sorted()
                .boxed()
                .toList();
    }

    static int reference(ModelQuery query, Variable variable, List<Integer> present) {
        String chosen = query.references().get(variable.name());
        if (chosen == null) {
            return present.get(0);
        }
        int reference = variable.indexOf(chosen);
        if (!present.contains(reference)) {
            throw new InputException(
                    "reference",
                    "The reference category \"" + chosen + "\" of \"" + variable.name() + "\" has no respondents here.",
                    chosen,
                    present.stream()
                            .map(k -> variable.categories().get(k).code())
                            .toList(),
                    "Choose another.");
        }
        return reference;
    }

    private static DMatrixRMaj values(Patterns patterns, List<ModelColumn> columns) {
        DMatrixRMaj values = new DMatrixRMaj(patterns.size(), columns.size());
        for (int p = 0; p < patterns.size(); p++) {
            byte[] codes = patterns.codes(p);
            for (int k = 0; k < columns.size(); k++) {
                values.set(p, k, columns.get(k).value(codes));
            }
        }
        return values;
    }

    /** The same patterns, with one category of a variable given to all. */
    DMatrixRMaj with(int variable, int category) {
        DMatrixRMaj changed = values.copy();
        int[] touched = columnsWith(variable);
        for (int p = 0; p < patterns.size(); p++) {
            byte[] codes = patterns.codes(p);
            codes[variable] = (byte) category;
            for (int k : touched) {
                changed.set(p, k, columns.get(k).value(codes));
            }
        }
        return changed;
    }

    /** The positions of the columns that belong to a term. */
    int[] columnsOf(int term) {
        return IntStream.range(0, columns.size())
                .filter(k -> columns.get(k).term() == term)
                .toArray();
    }

    /** The positions of the columns in which a variable of the patterns has a part. */
    int[] columnsWith(int variable) {
        return IntStream.range(0, columns.size())
                .filter(k -> columns.get(k).effects().stream().anyMatch(e -> e.at() == variable))
                .toArray();
    }
}
