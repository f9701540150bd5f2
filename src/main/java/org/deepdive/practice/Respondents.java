package org.deepdive.practice;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.IntPredicate;
import org.deepdive.estimate.Query;
import org.deepdive.study.Codebook;
import org.deepdive.study.Microdata;
import org.deepdive.study.Variable;

/** Invented respondents in the making: a column of codes for each variable, and their weights. */
final class Respondents {

    private final Codebook codebook;
    private final Map<String, byte[]> columns = new LinkedHashMap<>();
    private final double[] weights;
    private final Map<String, Map<String, Integer>> indexes = new HashMap<>();

    Respondents(Codebook codebook, int size) {
        this.codebook = codebook;
        this.weights = new double[size];
        for (Variable variable : codebook.variables()) {
            if (variable.isSingle()) {
                columns.put(variable.name(), missing(size));
            } else if (variable.kind() == Variable.Kind.MULTIPLE) {
                variable.codes().forEach(code -> columns.put(variable.name() + "." + code, missing(size)));
            }
        }
    }

    private static byte[] missing(int size) {
        byte[] column = new byte[size];
        Arrays.fill(column, Microdata.MISSING);
        return column;
    }

    Codebook codebook() {
        return codebook;
    }

    int size() {
        return weights.length;
    }

    double[] weights() {
        return weights;
    }

    /** The column of a variable, or of one answer as {@code variable.answer}. */
    byte[] column(String name) {
        return columns.get(name);
    }

    /** How many codes a column can have, no answer among them. */
    int radix(String column) {
        return column.contains(".") ? 3 : codebook.variable(column).categories().size() + 1;
    }

    Map<String, byte[]> columns() {
        return columns;
    }

    /** Whether a respondent's answer is the one of that code. */
    boolean is(int i, String variable, String code) {
        return columns.get(variable)[i] == index(variable, code);
    }

    private int index(String variable, String code) {
        return indexes.computeIfAbsent(variable, v -> new HashMap<>())
                .computeIfAbsent(code, c -> codebook.variable(variable).indexOf(c));
    }

    void set(int i, String variable, String code) {
        columns.get(variable)[i] = (byte) index(variable, code);
    }

    /** Which respondents a query's filters and waves let through. */
    boolean[] domain(Query query) {
        boolean[] in = new boolean[size()];
        Arrays.fill(in, true);
        query.waves().ifPresent(range -> {
            Variable wave = codebook.variable("wave");
            int first = wave.indexOf(range.first());
            int last = wave.indexOf(range.last());
            byte[] codes = columns.get("wave");
            keep(in, i -> codes[i] >= first && codes[i] <= last);
        });
        filters(query.where(), in);
        return in;
    }

    private void filters(SortedMap<String, List<String>> where, boolean[] in) {
        where.forEach((name, codes) -> {
            Variable variable = codebook.variable(name);
            if (variable.kind() == Variable.Kind.MULTIPLE) {
                keep(in, i -> codes.stream().anyMatch(code -> columns.get(name + "." + code)[i] == 1));
            } else {
                boolean[] passes = new boolean[Variable.MOST_CATEGORIES + 1];
                codes.forEach(code -> passes[variable.indexOf(code) + 1] = true);
                byte[] column = columns.get(name);
                keep(in, i -> passes[column[i] + 1]);
            }
        });
    }

    private static void keep(boolean[] in, IntPredicate test) {
        for (int i = 0; i < in.length; i++) {
            in[i] &= test.test(i);
        }
    }
}
