package org.deepdive.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.deepdive.estimate.Comparison;
import org.deepdive.estimate.ComparisonRow;
import org.deepdive.estimate.Flag;
import org.deepdive.estimate.ScreenTable;
import org.deepdive.estimate.comparison.Adjustment;
import org.deepdive.study.Category;
import org.deepdive.study.Variable;

/** The lines of a screen: one for each group of each breakdown, against the rest. */
final class ScreenLines implements TestLines {

    private static final Set<String> NUMBERS = Set.of(
            "estimate",
            "rest_estimate",
            "base",
            "rest_base",
            "difference",
            "se",
            "low",
            "high",
            "t",
            "df",
            "p",
            "adjusted_p");

    private final ScreenTable table;
    private final TestText text;
    private final boolean byAnswer;

    ScreenLines(ScreenTable table) {
        this.table = table;
        this.text = TestText.of(table.measure());
        this.byAnswer = table.rows().anyMatch(row -> row.answer().isPresent());
    }

    @Override
    public String title() {
        return table.measure().label() + ": every breakdown screened, each group against the rest";
    }

    @Override
    public List<String> headers() {
        List<String> headers = new ArrayList<>(List.of("Breakdown", "Group"));
        if (byAnswer) {
            headers.add("Answer");
        }
        headers.addAll(List.of("Group’s value", "The rest", "Difference", "Low", "High", "p", "Adjusted p"));
        return headers;
    }

    @Override
    public int names() {
        return byAnswer ? 3 : 2;
    }

    @Override
    public List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        for (ScreenTable.Screened screened : table.screened()) {
            screened.rows().forEach(row -> rows.add(line(screened, row)));
        }
        return rows;
    }

    private List<String> line(ScreenTable.Screened screened, ComparisonRow row) {
        List<String> line =
                new ArrayList<>(List.of(screened.by().label(), row.first().label()));
        if (byAnswer) {
            line.add(row.answer().map(Category::label).orElse(""));
        }
        line.addAll(row.tested().map(this::numbers).orElse(List.of(Flag.SUPPRESSED.mark(), "", "", "", "", "", "")));
        return line;
    }

    private List<String> numbers(ComparisonRow.Tested test) {
        Comparison c = test.comparison();
        return List.of(
                text.value(c.firstValue()),
                text.value(c.secondValue()),
                text.change(c.difference()),
                text.change(c.low()),
                text.change(c.high()),
                TestText.p(test.p()),
                TestText.p(test.adjustedP()));
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        notes.add("Difference: group less rest of its breakdown" + (text.share() ? ", in percentage points" : "")
                + ". Low and High: its " + Math.round(100 * table.level())
                + "% interval by itself. Design-based t test, with the exact covariance.");
        notes.add(family(table));
        notes.add("Groups that are no answer, such as refusals, are part of the rest.");
        if (!table.overlapping().isEmpty()) {
            notes.add("Not screened, since respondents can be in several groups: "
                    + table.overlapping().stream().map(Variable::label).collect(Collectors.joining(", ")) + ".");
        }
        boolean withheld = table.withheldComparisons() > 0 || !table.withheld().isEmpty();
        if (withheld) {
            notes.add(Flag.SUPPRESSED.mark() + " " + Flag.SUPPRESSED.meaning());
        }
        return notes;
    }

    private static String family(ScreenTable table) {
        String tests = table.tests() == 1 ? "1 test" : table.tests() + " tests";
        String words = TestLines.words(table.adjustment());
        return "Adjusted p: " + words
                + (table.adjustment() == Adjustment.NONE
                        ? "; " + tests + "."
                        : " over all " + tests + " of the screen.");
    }

    @Override
    public List<Map<String, Object>> records() {
        List<Map<String, Object>> records = new ArrayList<>();
        for (ScreenTable.Screened screened : table.screened()) {
            screened.rows().forEach(row -> records.add(record(screened, row)));
        }
        return records;
    }

    private Map<String, Object> record(ScreenTable.Screened screened, ComparisonRow row) {
        Optional<ComparisonRow.Tested> test = row.tested();
        Optional<Comparison> c = test.map(ComparisonRow.Tested::comparison);
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("breakdown", screened.by().name());
        record.put("group", row.first().code());
        if (byAnswer) {
            record.put("answer", row.answer().map(Category::code).orElse(""));
        }
        record.put("estimate", c.map(Comparison::firstValue).orElse(null));
        record.put("rest_estimate", c.map(Comparison::secondValue).orElse(null));
        record.put("base", c.map(Comparison::firstBase).orElse(null));
        record.put("rest_base", c.map(Comparison::secondBase).orElse(null));
        TestLines.putDifference(record, c);
        record.put("p", test.map(ComparisonRow.Tested::p).orElse(null));
        record.put("adjusted_p", test.map(ComparisonRow.Tested::adjustedP).orElse(null));
        record.put("significant", test.map(t -> t.isSignificant(table.level())).orElse(null));
        record.put("flags", test.isPresent() ? "" : Flag.SUPPRESSED.mark());
        return record;
    }

    @Override
    public boolean isNumber(String name) {
        return NUMBERS.contains(name);
    }
}
