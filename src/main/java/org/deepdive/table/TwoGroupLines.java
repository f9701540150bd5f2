package org.deepdive.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.deepdive.estimate.Comparison;
import org.deepdive.estimate.Query;
import org.deepdive.study.Measure;

/** The comparison of two groups, one row. */
final class TwoGroupLines implements TestLines {

    private static final Set<String> NUMBERS = Set.of(
            "first_estimate",
            "second_estimate",
            "first_base",
            "second_base",
            "difference",
            "se",
            "low",
            "high",
            "t",
            "df",
            "p");

    private final Comparison comparison;
    private final Measure measure;
    private final TestText text;

    TwoGroupLines(Comparison comparison, Measure measure) {
        this.comparison = comparison;
        this.measure = measure;
        this.text = TestText.of(measure);
    }

    @Override
    public String title() {
        return TestLines.title(measure, "two groups", List.of());
    }

    @Override
    public List<String> headers() {
        return List.of("First group", "Second group", "First", "Second", "Difference", "Low", "High", "p");
    }

    @Override
    public int names() {
        return 2;
    }

    @Override
    public List<List<String>> rows() {
        Comparison c = comparison;
        return List.of(List.of(
                group(c.first()),
                group(c.second()),
                text.value(c.firstValue()),
                text.value(c.secondValue()),
                text.change(c.difference()),
                text.change(c.low()),
                text.change(c.high()),
                TestText.p(c.p())));
    }

    private static String group(Query query) {
        return query.whereText().isEmpty() ? "everybody" : query.whereText();
    }

    @Override
    public List<String> notes() {
        return List.of("Difference: first less second" + (text.share() ? ", in percentage points" : "")
                + ". Low and High: its " + Math.round(100 * comparison.level())
                + "% interval. Design-based t test, with the exact covariance.");
    }

    @Override
    public List<Map<String, Object>> records() {
        Comparison c = comparison;
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("first", c.first().text());
        record.put("second", c.second().text());
        record.put("first_estimate", c.firstValue());
        record.put("second_estimate", c.secondValue());
        record.put("first_base", c.firstBase());
        record.put("second_base", c.secondBase());
        TestLines.putDifference(record, Optional.of(c));
        record.put("p", c.p());
        record.put("significant", c.isSignificant());
        return List.of(record);
    }

    @Override
    public boolean isNumber(String name) {
        return NUMBERS.contains(name);
    }
}
