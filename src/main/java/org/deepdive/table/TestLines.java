package org.deepdive.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deepdive.estimate.Comparison;
import org.deepdive.estimate.Flag;
import org.deepdive.estimate.comparison.Adjustment;
import org.deepdive.study.Category;
import org.deepdive.study.Measure;
import org.deepdive.study.Variable;

/** What a table of tests has in its lines: for people, and for programs. */
interface TestLines {

    /** What was tested, in words. */
    String title();

    /** The headers for people. */
    List<String> headers();

    /** How many of the columns for people hold words; they are the first. */
    int names();

    /** The lines for people, below the headers. */
    List<List<String>> rows();

    /** What must be known to read them. */
    List<String> notes();

    /** The rows for programs: each has the same names in the same order; numbers are Double or Integer. */
    List<Map<String, Object>> records();

    /** Whether a column for programs holds numbers. */
    boolean isNumber(String name);

    /** The measure with its breakdowns. */
    static String title(Measure measure, String what, List<Variable> by) {
        String breakdown = by.stream().map(Variable::label).collect(Collectors.joining(" and "));
        return measure.label() + ": " + what + (breakdown.isEmpty() ? "" : ", by " + breakdown);
    }

    /** Notes that hold for all families: groups without respondents, and withheld tests. */
    static List<String> notes(Variable variable, List<Category> empty, boolean withheld) {
        List<String> notes = new ArrayList<>();
        if (!empty.isEmpty()) {
            notes.add("Nobody in: " + variable.label() + " " + labels(empty.stream()) + ".");
        }
        if (withheld) {
            notes.add(Flag.SUPPRESSED.mark() + " " + Flag.SUPPRESSED.meaning());
        }
        return notes;
    }

    static String labels(Stream<Category> categories) {
        return categories.map(Category::label).collect(Collectors.joining(", "));
    }

    /** The columns for programs of a difference and its test, in their order; empty ones for a test that is withheld. */
    static void putDifference(Map<String, Object> record, Optional<Comparison> c) {
        record.put("difference", c.map(Comparison::difference).orElse(null));
        record.put("se", c.map(Comparison::se).orElse(null));
        record.put("low", c.map(Comparison::low).orElse(null));
        record.put("high", c.map(Comparison::high).orElse(null));
        record.put("t", c.map(Comparison::t).orElse(null));
        record.put("df", c.map(Comparison::df).orElse(null));
    }

    /** An adjustment of probabilities, in words. */
    static String words(Adjustment adjustment) {
        return switch (adjustment) {
            case NONE -> "not adjusted";
            case HOLM -> "Holm's adjustment";
            case BENJAMINI_HOCHBERG -> "Benjamini and Hochberg's adjustment";
        };
    }
}
