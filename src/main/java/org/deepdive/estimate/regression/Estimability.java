package org.deepdive.estimate.regression;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.deepdive.estimate.Patterns;
import org.deepdive.study.InputException;
import org.deepdive.study.Variable;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.SingularOps_DDRM;

/**
 * Why a model could have no solution, or many: collinear terms, and separation (categories in which everybody or nobody is
 * counted, whose logit is infinite). Source: Albert and Anderson (1984), "On the existence of maximum likelihood estimates
 * in logistic regression models", Biometrika 71.
 */
final class Estimability {

    /** Below this singular value of the scaled cross products, columns count as dependent. */
    private static final double DEPENDENT = 1e-9;

    private final ModelMatrix matrix;
    private final List<ModelTerm> terms;
    private final List<Variable> variables;

    Estimability(ModelMatrix matrix, List<ModelTerm> terms, List<Variable> variables) {
        this.matrix = matrix;
        this.terms = terms;
        this.variables = variables;
    }

    /** @throws InputException where a coefficient cannot be told from others, which names it */
    void requireFullRank(DMatrixRMaj crossProducts) {
        int size = crossProducts.numCols;
        for (int k = 0; k < size; k++) {
            if (crossProducts.get(k, k) == 0) {
                throw collinear("Nobody is in " + matrix.columns().get(k).label() + ", so it has no coefficient.", k);
            }
        }
        DMatrixRMaj scaled = new DMatrixRMaj(size, size);
        for (int a = 0; a < size; a++) {
            for (int b = 0; b < size; b++) {
                scaled.set(
                        a, b, crossProducts.get(a, b) / Math.sqrt(crossProducts.get(a, a) * crossProducts.get(b, b)));
            }
        }
        if (SingularOps_DDRM.rank(scaled, DEPENDENT) == size) {
            return;
        }
        int first = 1;
        while (SingularOps_DDRM.rank(CommonOps_DDRM.extract(scaled, 0, first, 0, first), DEPENDENT) == first) {
            first++;
        }
        throw collinear(
                matrix.columns().get(first - 1).label()
                        + " is a combination of what stands before it in the model, so it has no coefficient of its own.",
                first - 1);
    }

    private InputException collinear(String problem, int column) {
        return InputException.of(
                "collinear",
                problem,
                matrix.columns().get(column).name(),
                "Leave out the term \""
                        + terms.get(matrix.columns().get(column).term()).text() + "\", or one that says the same.");
    }

    /** @throws InputException where all respondents have one value */
    void requireVariation() {
        requireVariation(new Shares(matrix.patterns(), new int[0]).counted(), List.of());
    }

    /** @throws InputException where everybody, or nobody, in a category of a term is counted */
    void requireFiniteOdds() {
        for (ModelTerm term : terms) {
            if (term.factors().stream().anyMatch(ModelTerm.Factor::trend)) {
                continue;
            }
            int[] at = term.factors().stream()
                    .mapToInt(
                            f -> variables.stream().map(Variable::name).toList().indexOf(f.variable()))
                    .toArray();
            List<Variable> own = Arrays.stream(at).mapToObj(variables::get).toList();
            requireVariation(new Shares(matrix.patterns(), at).counted(), own);
        }
    }

    private void requireVariation(Map<List<Byte>, int[]> counted, List<Variable> own) {
        counted.forEach((codes, numbers) -> {
            if (Arrays.stream(numbers).filter(n -> n > 0).count() > 1) {
                return;
            }
            if (own.isEmpty()) {
                throw InputException.of(
                        "no-variation",
                        "All respondents of the model have the same answer, so there is nothing to explain.",
                        "",
                        "Ask for a larger group, or another outcome.");
            }
            StringBuilder where = new StringBuilder();
            for (int k = 0; k < own.size(); k++) {
                Variable variable = own.get(k);
                where.append(k == 0 ? "" : ", ").append(variable.label()).append(": ");
                where.append(variable.categories().get(codes.get(k)).label());
            }
            String names = own.stream().map(Variable::name).collect(Collectors.joining(":"));
            throw separated(where.toString(), numbers[0] == 0 ? "Everybody" : "Nobody", names);
        });
    }

    private static InputException separated(String where, String who, String term) {
        return InputException.of(
                "separation",
                who + " in " + where + " is counted, so its odds have no finite ratio to others (separation).",
                term,
                "Filter that category out, leave the term \"" + term + "\" out, or ask for a linear model.");
    }

    /** The refusal of a fit that runs off to infinity, named by the coefficient that leads. */
    InputException diverging(double[] coefficients) {
        ModelColumn leader = largest(coefficients);
        return InputException.of(
                "separation",
                "Some combination of the terms tells the answers apart without exception, so that the coefficients grow"
                        + " without end (separation), " + leader.label() + " first.",
                leader.name(),
                "Leave terms or interactions out, filter small categories out, or ask for a linear model.");
    }

    /** The refusal of a fit that finds no end, named by the coefficient that still moved most. */
    InputException notConverging(double[] step) {
        ModelColumn leader = largest(step);
        return InputException.of(
                "no-convergence",
                "The model found no solution; the coefficient of " + leader.label() + " kept moving.",
                leader.name(),
                "Leave terms or interactions out, or ask for a linear model.");
    }

    /** The column with the largest of some numbers, the intercept aside. */
    private ModelColumn largest(double[] numbers) {
        int largest = 1;
        for (int k = 2; k < numbers.length; k++) {
            largest = Math.abs(numbers[k]) > Math.abs(numbers[largest]) ? k : largest;
        }
        return matrix.columns().get(largest);
    }

    /**
     * How many respondents have each value, by the categories of some variables.
     *
     * @param patterns the respondents
     * @param at the positions of the variables
     */
    private record Shares(Patterns patterns, int[] at) {

        Map<List<Byte>, int[]> counted() {
            Map<List<Byte>, int[]> counted = new LinkedHashMap<>();
            int values = patterns.values().length;
            for (int p = 0; p < patterns.size(); p++) {
                byte[] codes = patterns.codes(p);
                List<Byte> key = Arrays.stream(at).mapToObj(k -> codes[k]).toList();
                int[] numbers = counted.computeIfAbsent(key, k -> new int[values]);
                for (int v = 0; v < values; v++) {
                    numbers[v] += patterns.count(p, v);
                }
            }
            return counted;
        }
    }
}
