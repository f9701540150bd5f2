package org.deepdive.estimate;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deepdive.study.InputException;
import org.deepdive.study.Microdata;
import org.deepdive.study.Variable;
import org.ejml.data.DMatrixRMaj;

/**
 * The respondents of a domain added up by pattern: each distinct combination of categories of some variables once, with the
 * sum of weights of each value of the measure.
 *
 * <p>Whatever depends on respondents by their pattern and value only, such as a regression on categorical covariates, is
 * computed from these few rows; {@link #influence} spreads it over the respondents again, where variances need it.
 */
public final class Patterns {

    private final double[] respondentWeights;
    private final boolean[] present;
    private final int[] cellOf;
    private final double[] values;
    private final List<byte[]> codes = new ArrayList<>();
    private double[] weights = {};
    private int[] counts = {};

    private Patterns(Microdata data, double[] values) {
        this.respondentWeights = data.weights();
        this.present = new boolean[data.size()];
        this.cellOf = new int[data.size()];
        this.values = values;
    }

    /**
     * Adds up the respondents that a query holds and that are in the base of its measure.
     *
     * @param estimates the survey
     * @param query a query with one value and no breakdown; its filters say which categories of the variables are in
     * @param variables the variables whose categories make the patterns, each with one answer
     * @throws InputException where the query has several values
     */
    public static Patterns of(SurveyEstimates estimates, Query query, List<Variable> variables) {
        Query checked = new QueryCheck(estimates.study()).check(query);
        List<Measured> measured = estimates.measured(checked);
        if (measured.size() != 1 || measured.get(0).kind() != Measured.Kind.MEAN) {
            throw InputException.of(
                    "not-single",
                    "A model needs one value a respondent; \"" + checked.measureText() + "\" has several, or none.",
                    checked.measureText(),
                    "Pick one answer, as measure.answer.");
        }
        Measured value = measured.get(0);
        Patterns patterns = new Patterns(estimates.data(), value.above());
        patterns.addUp(
                variables.stream().map(v -> estimates.data().codes(v.name())).toArray(byte[][]::new),
                new RespondentCells(estimates.data(), Domain.of(estimates.data(), checked), new Layout(value.axes())));
        return patterns;
    }

    private void addUp(byte[][] columns, RespondentCells answers) {
        Map<ByteBuffer, Integer> known = new HashMap<>();
        for (int i = 0; i < cellOf.length; i++) {
            if (answers.cellOf(i) == answers.cells()) {
                continue;
            }
            byte[] pattern = new byte[columns.length];
            for (int k = 0; k < pattern.length; k++) {
                pattern[k] = columns[k][i];
            }
            int row = known.computeIfAbsent(ByteBuffer.wrap(pattern), key -> added(pattern));
            int cell = row * values.length + answers.cellOf(i);
            present[i] = true;
            cellOf[i] = cell;
            weights[cell] += respondentWeights[i];
            counts[cell]++;
        }
    }

    private int added(byte[] pattern) {
        codes.add(pattern);
        int cells = codes.size() * values.length;
        if (cells > weights.length) {
            weights = Arrays.copyOf(weights, 2 * cells);
            counts = Arrays.copyOf(counts, 2 * cells);
        }
        return codes.size() - 1;
    }

    /** How many patterns there are. */
    public int size() {
        return codes.size();
    }

    /** The measure's distinct values, in ascending order; 0 and 1 for a share. */
    public double[] values() {
        return values.clone();
    }

    /** The positions of a pattern's categories, in the order of the variables; {@link Microdata#MISSING} for none. */
    public byte[] codes(int pattern) {
        return codes.get(pattern).clone();
    }

    /** The sum of weights of a pattern's respondents who have a value, given by its position in {@link #values}. */
    public double weight(int pattern, int value) {
        return weights[pattern * values.length + value];
    }

    /** The sum of weights of a pattern's respondents. */
    public double weight(int pattern) {
        double sum = 0;
        for (int value = 0; value < values.length; value++) {
            sum += weight(pattern, value);
        }
        return sum;
    }

    /** How many of a pattern's respondents have a value, given by its position in {@link #values}. */
    public int count(int pattern, int value) {
        return counts[pattern * values.length + value];
    }

    /** Who is in the domain and in the measure's base, in the order of the data. */
    public boolean[] present() {
        return present.clone();
    }

    /**
     * The influence values of all respondents, for {@link RespondentVariance}: a respondent's weight times a linearised
     * variable that depends on pattern and value only; zeros for those who are not present.
     *
     * @param linearised a row for each pattern and, fastest, each value; a column for each estimate
     */
    public DMatrixRMaj influence(DMatrixRMaj linearised) {
        int columns = linearised.numCols;
        DMatrixRMaj influence = new DMatrixRMaj(cellOf.length, columns);
        for (int i = 0; i < cellOf.length; i++) {
            if (present[i]) {
                for (int k = 0; k < columns; k++) {
                    influence.data[i * columns + k] = respondentWeights[i] * linearised.data[cellOf[i] * columns + k];
                }
            }
        }
        return influence;
    }
}
