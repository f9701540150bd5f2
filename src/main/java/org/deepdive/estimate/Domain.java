package org.deepdive.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deepdive.study.Microdata;
import org.deepdive.study.Variable;

/**
 * The respondents that a query's filters and waves let through, as tests of codes; the respondents outside stay in the
 * design and count as zeros.
 */
final class Domain {

    private final List<Test> tests;
    private final int size;

    private Domain(List<Test> tests, int size) {
        this.tests = tests;
        this.size = size;
    }

    /** The domain of a query that was checked against the study. */
    static Domain of(Microdata data, Query query) {
        List<Test> tests = new ArrayList<>();
        query.where().forEach((name, codes) -> {
            Variable variable = data.study().codebook().variable(name);
            tests.add(
                    variable.kind() == Variable.Kind.MULTIPLE
                            ? mentions(data, variable, codes)
                            : single(data.codes(name), variable, codes));
        });
        query.waves().ifPresent(range -> {
            Variable wave = data.study().waves().orElseThrow();
            boolean[] passes = new boolean[wave.categories().size() + 1];
            Arrays.fill(passes, wave.indexOf(range.first()) + 1, wave.indexOf(range.last()) + 2, true);
            tests.add(new Test(data.codes(wave.name()), passes));
        });
        return new Domain(List.copyOf(tests), data.size());
    }

    private static Test single(byte[] column, Variable variable, List<String> codes) {
        boolean[] passes = new boolean[variable.categories().size() + 1];
        codes.forEach(code -> passes[variable.indexOf(code) + 1] = true);
        return new Test(column, passes);
    }

    private static Test mentions(Microdata data, Variable variable, List<String> codes) {
        byte[] mentioned = new byte[data.size()];
        for (String code : codes) {
            byte[] answers = data.codes(variable.name(), code);
            for (int i = 0; i < mentioned.length; i++) {
                mentioned[i] |= answers[i] == 1 ? (byte) 1 : 0;
            }
        }
        return new Test(mentioned, new boolean[] {false, false, true});
    }

    /** Those of the domain who are in the base of a value. */
    Domain answering(Measured value) {
        boolean[] passes = new boolean[value.axis().places()];
        for (int place = 0; place < passes.length; place++) {
            passes[place] = !Double.isNaN(value.valueAt(place));
        }
        List<Test> all = new ArrayList<>(tests);
        all.add(new Test(value.axis().codes(), passes));
        return new Domain(List.copyOf(all), size);
    }

    /** Whether a respondent is in the domain. */
    boolean holds(int respondent) {
        for (Test test : tests) {
            if (!test.passes()[test.codes()[respondent] + 1]) {
                return false;
            }
        }
        return true;
    }

    /**
     * Overwrites the cell of each respondent outside the domain with -1.
     *
     * @param cellOf the cells of the respondents from one place on
     * @param from the first of those respondents
     * @param to one more than the last
     */
    void exclude(int[] cellOf, int from, int to) {
        for (Test test : tests) {
            byte[] codes = test.codes();
            boolean[] passes = test.passes();
            for (int i = from; i < to; i++) {
                cellOf[i - from] = passes[codes[i] + 1] ? cellOf[i - from] : -1;
            }
        }
    }

    /** How many respondents are in the domain. */
    int count() {
        int[] cellOf = new int[size];
        exclude(cellOf, 0, size);
        int count = 0;
        for (int cell : cellOf) {
            count += cell + 1;
        }
        return count;
    }

    /** A test of one column: which codes pass, after one place for missing. */
    private record Test(byte[] codes, boolean[] passes) {}
}
