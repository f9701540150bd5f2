package org.deepdive.practice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.deepdive.estimate.weighting.Calibration;
import org.deepdive.study.Measure;
import org.deepdive.study.Study;
import org.deepdive.study.Variable;

/**
 * Calibrates the weights so that published shares come out as printed, while margins such as waves and ages keep
 * their population totals. A published share p of a group is the total 0 of (counted - p) over the group.
 */
final class FittedWeights {

    private static final double LEAST_RATIO = 0.4;
    private static final double LARGEST_RATIO = 2.5;

    private final Study study;
    private final Respondents people;
    private final List<double[]> columns = new ArrayList<>();
    private final List<Double> totals = new ArrayList<>();

    FittedWeights(Study study, Respondents people) {
        this.study = study;
        this.people = people;
    }

    /** @param margins the variables that keep their totals, each with how many of its last categories follow or are free */
    void calibrate(Map<String, Integer> margins, List<Target> targets) {
        new TreeMap<>(margins).forEach(this::margin);
        targets.forEach(this::share);
        double[] fitted = Calibration.between(LEAST_RATIO, LARGEST_RATIO).calibrate(people.weights(), auxiliaries());
        for (int i = 0; i < fitted.length; i++) {
            people.weights()[i] = Math.round(fitted[i] * 1e6) / 1e6;
        }
    }

    /** Keeps the weighted total of each category, but for the last ones, which follow from the others. */
    private void margin(String variable, int leaveOut) {
        byte[] codes = people.column(variable);
        int categories = people.codebook().variable(variable).categories().size();
        for (int code = 0; code < categories - leaveOut; code++) {
            double[] column = new double[people.size()];
            double total = 0;
            for (int i = 0; i < column.length; i++) {
                if (codes[i] == code) {
                    column[i] = 1;
                    total += people.weights()[i];
                }
            }
            columns.add(column);
            totals.add(total);
        }
    }

    private void share(Target target) {
        boolean[] in = people.domain(target.query());
        double[] counted = counted(target);
        double sum = 0;
        double weight = 0;
        for (int i = 0; i < counted.length; i++) {
            if (in[i] && !Double.isNaN(counted[i])) {
                sum += people.weights()[i] * counted[i];
                weight += people.weights()[i];
            }
        }
        double wanted = target.nearest(sum / weight);
        double[] column = new double[people.size()];
        for (int i = 0; i < counted.length; i++) {
            column[i] = in[i] && !Double.isNaN(counted[i]) ? counted[i] - wanted : 0;
        }
        columns.add(column);
        totals.add(0.0);
    }

    /** 1 for those a target's measure counts, 0 for the rest of its base, NaN outside the base. */
    private double[] counted(Target target) {
        Measure measure = study.measure(target.query().measure());
        if (measure instanceof Measure.MultipleResponse multiple) {
            byte[] flags = people.column(
                    multiple.variable() + "." + target.query().answers().get(0));
            return of(flags, new double[] {Double.NaN, 0, 1});
        }
        Measure.Percentage share = (Measure.Percentage) measure;
        Variable variable = people.codebook().variable(share.variable());
        double[] values = new double[variable.categories().size() + 1];
        values[0] = Double.NaN;
        for (int k = 0; k < variable.categories().size(); k++) {
            String code = variable.categories().get(k).code();
            values[k + 1] =
                    share.exclude().contains(code) ? Double.NaN : share.net().contains(code) ? 1 : 0;
        }
        return of(people.column(share.variable()), values);
    }

    private static double[] of(byte[] codes, double[] values) {
        double[] of = new double[codes.length];
        for (int i = 0; i < codes.length; i++) {
            of[i] = values[codes[i] + 1];
        }
        return of;
    }

    private Calibration.Auxiliaries auxiliaries() {
        int size = people.size();
        int[][] variables = new int[size][];
        double[][] values = new double[size][];
        int[] buffer = new int[columns.size()];
        for (int i = 0; i < size; i++) {
            int used = 0;
            for (int k = 0; k < columns.size(); k++) {
                if (columns.get(k)[i] != 0) {
                    buffer[used++] = k;
                }
            }
            variables[i] = Arrays.copyOf(buffer, used);
            values[i] = new double[used];
            for (int j = 0; j < used; j++) {
                values[i][j] = columns.get(variables[i][j])[i];
            }
        }
        return new Calibration.Auxiliaries(
                variables,
                values,
                totals.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
