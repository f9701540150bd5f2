package org.deepdive.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.deepdive.study.Codes;
import org.deepdive.study.Microdata;
import org.deepdive.study.Variable;

/**
 * The respondents that a query's filters and waves let through, as tests of codes; the respondents outside stay in the
 * design and count as zeros.
 */
final class Domain {

    private final List<Test> tests;

    private Domain(List<Test> tests) {
        this.tests = List.copyOf(tests);
    }

    /** Everybody. */
    static Domain everybody() {
        return new Domain(List.of());
    }

    /** The domain of a query that was checked against the study. */
    static Domain of(Microdata data, Query query) {
        List<Test> tests = new ArrayList<>(ofFilters(data, query.where()).tests);
        query.waves().ifPresent(range -> {
            Variable wave = data.study().waves().orElseThrow();
            boolean[] passes = new boolean[wave.categories().size()];
            Arrays.fill(passes, wave.indexOf(range.first()), wave.indexOf(range.last()) + 1, true);
            tests.add(new Test(data.codes(wave.name()), passes));
        });
        return new Domain(tests);
    }

    /** Those whom some filters let through, of all waves. */
    static Domain ofFilters(Microdata data, Map<String, List<String>> where) {
        List<Test> tests = new ArrayList<>();
        where.forEach((name, codes) -> {
            Variable variable = data.study().codebook().variable(name);
            tests.add(
                    variable.kind() == Variable.Kind.MULTIPLE
                            ? mentions(data, variable, codes)
                            : single(data.codes(name), variable, codes));
        });
        return new Domain(tests);
    }

    private static Test single(byte[] column, Variable variable, List<String> codes) {
        boolean[] passes = new boolean[variable.categories().size()];
        codes.forEach(code -> passes[variable.indexOf(code)] = true);
        return new Test(column, passes);
    }

    private static Test mentions(Microdata data, Variable variable, List<String> codes) {
        byte[] mentioned = data.codes(variable.name(), codes.get(0));
        if (codes.size() > 1) {
            mentioned = new byte[data.size()];
            for (String code : codes) {
                byte[] answers = data.codes(variable.name(), code);
                for (int i = 0; i < mentioned.length; i++) {
                    mentioned[i] |= answers[i] == 1 ? (byte) 1 : 0;
                }
            }
        }
        return new Test(mentioned, new boolean[] {false, true});
    }

    /**
     * The tests as lookups of a table, which put whoever fails one outside.
     *
     * @param cells how many cells the table has
     */
    List<Lookup> lookups(int cells) {
        return tests.stream().map(test -> test.lookup(cells)).toList();
    }

    /** Adds a number to the codes of those in the domain. */
    void mark(byte[] codes, int number) {
        List<Lookup> lookups = Lookup.joined(lookups(1));
        for (int i = 0; i < codes.length; i++) {
            int fails = 0;
            for (Lookup lookup : lookups) {
                fails += lookup.add(i);
            }
            codes[i] += (byte) (fails == 0 ? number : 0);
        }
    }

    /** A test of one column: which codes pass; a missing one does not. */
    private record Test(byte[] codes, boolean[] passes) {

        Lookup lookup(int cells) {
            int[] adds = new int[passes.length + 1];
            for (int code = 0; code < passes.length; code++) {
                adds[code] = passes[code] ? 0 : cells;
            }
            adds[passes.length] = cells;
            return new Lookup(new Codes.Bytes(codes), adds);
        }
    }
}
