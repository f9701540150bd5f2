package org.deepdive.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.deepdive.estimate.Comparison;
import org.deepdive.estimate.ComparisonPlan;
import org.deepdive.estimate.ComparisonRow;
import org.deepdive.estimate.ComparisonTable;
import org.deepdive.estimate.Flag;
import org.deepdive.estimate.RatioComparison;
import org.deepdive.estimate.comparison.Adjustment;
import org.deepdive.study.Category;
import org.deepdive.study.Variable;

/** The lines of a family of comparisons. */
final class ComparisonLines implements TestLines {

    private static final Set<String> NUMBERS = Set.of(
            "first_estimate",
            "second_estimate",
            "first_base",
            "second_base",
            "difference",
            "se",
            "ratio",
            "log_se",
            "low",
            "high",
            "t",
            "df",
            "p",
            "adjusted_p");

    private final ComparisonTable table;
    private final TestText text;
    private final boolean byAnswer;
    private final boolean ratios;

    ComparisonLines(ComparisonTable table) {
        this.table = table;
        this.text = TestText.of(table.measure());
        this.byAnswer = table.rows().stream().anyMatch(row -> row.answer().isPresent());
        this.ratios = table.plan().effect() == ComparisonPlan.Effect.RATIO;
    }

    @Override
    public String title() {
        String what = switch (table.plan().pairing()) {
            case PAIRS -> "every pair of groups";
            case COMPLEMENT -> "each group against the rest";
            case REFERENCE -> "each group against one";
            case PREVIOUS_WAVE -> "each wave against the one before";
            case YEAR_BEFORE -> "each wave against the one a year before";
            case LATEST_AND_FIRST -> "the latest wave against the first";
        };
        List<Variable> by = new ArrayList<>(table.within());
        by.add(table.place(), table.compared());
        return TestLines.title(table.measure(), what, by);
    }

    @Override
    public List<String> headers() {
        List<String> headers = new ArrayList<>();
        table.within().forEach(variable -> headers.add(variable.label()));
        headers.addAll(List.of(table.compared().label(), "Against"));
        if (byAnswer) {
            headers.add("Answer");
        }
        headers.addAll(List.of("First", "Second", ratios ? "Ratio" : "Difference", "Low", "High", "p", "Adjusted p"));
        return headers;
    }

    @Override
    public int names() {
        return table.within().size() + 2 + (byAnswer ? 1 : 0);
    }

    @Override
    public List<List<String>> rows() {
        return table.rows().stream().map(this::line).toList();
    }

    private List<String> line(ComparisonRow row) {
        List<String> line = new ArrayList<>();
        row.within().forEach(category -> line.add(category.label()));
        line.add(row.first().label());
        line.add(row.second().map(Category::label).orElse("the rest"));
        if (byAnswer) {
            line.add(row.answer().map(Category::label).orElse(""));
        }
        line.addAll(row.tested().map(this::numbers).orElse(List.of(Flag.SUPPRESSED.mark(), "", "", "", "", "", "")));
        return line;
    }

    private List<String> numbers(ComparisonRow.Tested test) {
        Comparison c = test.comparison();
        List<String> effect = test.ratio()
                .map(r -> List.of(TestText.ratio(r.ratio()), TestText.ratio(r.low()), TestText.ratio(r.high())))
                .orElse(List.of(text.change(c.difference()), text.change(c.low()), text.change(c.high())));
        List<String> numbers = new ArrayList<>(List.of(text.value(c.firstValue()), text.value(c.secondValue())));
        numbers.addAll(effect);
        numbers.addAll(List.of(TestText.p(test.p()), TestText.p(test.adjustedP())));
        return numbers;
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        long percent = Math.round(100 * table.plan().level());
        notes.add((ratios
                        ? "Ratio: first divided by second, tested on the log scale."
                        : "Difference: first less second" + (text.share() ? ", in percentage points" : "") + ".")
                + " Low and High: its " + percent + "% interval. Design-based t test, with the exact covariance.");
        boolean alone = table.plan().adjustment() == Adjustment.NONE;
        notes.add("Adjusted p: " + TestLines.words(table.plan().adjustment()) + (alone ? "; " : " over ")
                + table.tests() + (table.tests() == 1 ? " comparison" : " comparisons") + " shown.");
        boolean withheld = table.rows().stream().anyMatch(row -> row.tested().isEmpty());
        notes.addAll(TestLines.notes(table.compared(), table.empty(), withheld));
        return notes;
    }

    @Override
    public List<Map<String, Object>> records() {
        return table.rows().stream().map(this::record).toList();
    }

    private Map<String, Object> record(ComparisonRow row) {
        Map<String, Object> record = new LinkedHashMap<>();
        for (int i = 0; i < table.within().size(); i++) {
            record.put(table.within().get(i).name(), row.within().get(i).code());
        }
        record.put("first", row.first().code());
        record.put("second", row.second().map(Category::code).orElse("rest"));
        if (byAnswer) {
            record.put("answer", row.answer().map(Category::code).orElse(""));
        }
        Optional<ComparisonRow.Tested> test = row.tested();
        Optional<Comparison> c = test.map(ComparisonRow.Tested::comparison);
        record.put("first_estimate", c.map(Comparison::firstValue).orElse(null));
        record.put("second_estimate", c.map(Comparison::secondValue).orElse(null));
        record.put("first_base", c.map(Comparison::firstBase).orElse(null));
        record.put("second_base", c.map(Comparison::secondBase).orElse(null));
        if (ratios) {
            putRatio(record, test.flatMap(ComparisonRow.Tested::ratio));
        } else {
            TestLines.putDifference(record, c);
        }
        record.put("p", test.map(ComparisonRow.Tested::p).orElse(null));
        record.put("adjusted_p", test.map(ComparisonRow.Tested::adjustedP).orElse(null));
        record.put(
                "significant",
                test.map(t -> t.isSignificant(table.plan().level())).orElse(null));
        record.put("flags", test.isPresent() ? "" : Flag.SUPPRESSED.mark());
        return record;
    }

    private static void putRatio(Map<String, Object> record, Optional<RatioComparison> r) {
        record.put("ratio", r.map(RatioComparison::ratio).orElse(null));
        record.put("log_se", r.map(RatioComparison::logSe).orElse(null));
        record.put("low", r.map(RatioComparison::low).orElse(null));
        record.put("high", r.map(RatioComparison::high).orElse(null));
        record.put("t", r.map(RatioComparison::t).orElse(null));
        record.put("df", r.map(RatioComparison::df).orElse(null));
    }

    @Override
    public boolean isNumber(String name) {
        return NUMBERS.contains(name);
    }
}
