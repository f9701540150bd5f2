package org.deepdive.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.deepdive.estimate.Flag;
import org.deepdive.estimate.Trend;
import org.deepdive.estimate.TrendRow;
import org.deepdive.estimate.TrendTable;
import org.deepdive.study.Category;

/** The lines of a table of trends. */
final class TrendLines implements TestLines {

    private static final Set<String> NUMBERS = Set.of(
            "first_estimate",
            "last_estimate",
            "waves",
            "base",
            "slope",
            "se",
            "low",
            "high",
            "t",
            "df",
            "p",
            "adjusted_p");

    private final TrendTable table;
    private final TestText text;
    private final boolean byAnswer;

    TrendLines(TrendTable table) {
        this.table = table;
        this.text = TestText.of(table.measure());
        this.byAnswer = table.rows().stream().anyMatch(row -> row.answer().isPresent());
    }

    @Override
    public String title() {
        return TestLines.title(table.measure(), "linear trend over waves", table.within());
    }

    @Override
    public List<String> headers() {
        List<String> headers = new ArrayList<>();
        table.within().forEach(variable -> headers.add(variable.label()));
        if (byAnswer) {
            headers.add("Answer");
        }
        headers.addAll(List.of("First", "Latest", "Waves", "Change a wave", "Low", "High", "p", "Adjusted p"));
        return headers;
    }

    @Override
    public int names() {
        return table.within().size() + (byAnswer ? 1 : 0);
    }

    @Override
    public List<List<String>> rows() {
        return table.rows().stream().map(this::line).toList();
    }

    private List<String> line(TrendRow row) {
        List<String> line = new ArrayList<>();
        row.groups().forEach(category -> line.add(category.label()));
        row.answer().ifPresent(answer -> line.add(answer.label()));
        line.addAll(row.trend()
                .map(t -> List.of(
                        text.value(t.first()),
                        text.value(t.last()),
                        String.valueOf(t.waves()),
                        text.step(t.slope()),
                        text.step(t.low()),
                        text.step(t.high()),
                        TestText.p(t.p()),
                        TestText.p(row.adjustedP())))
                .orElse(List.of(Flag.SUPPRESSED.mark(), "", "", "", "", "", "", "")));
        return line;
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        notes.add("Change a wave: the weighted least-squares slope of the waves' estimates"
                + (text.share() ? ", in percentage points" : "")
                + ", each wave counted by its base. Low and High: its "
                + Math.round(100 * table.level()) + "% interval. Design-based t test of a linear trend.");
        boolean withheld = table.rows().stream().anyMatch(row -> row.trend().isEmpty());
        table.study().waves().ifPresent(wave -> notes.addAll(TestLines.notes(wave, table.empty(), withheld)));
        return notes;
    }

    @Override
    public List<Map<String, Object>> records() {
        return table.rows().stream().map(this::record).toList();
    }

    private Map<String, Object> record(TrendRow row) {
        Map<String, Object> record = new LinkedHashMap<>();
        for (int i = 0; i < table.within().size(); i++) {
            record.put(table.within().get(i).name(), row.groups().get(i).code());
        }
        if (byAnswer) {
            record.put("answer", row.answer().map(Category::code).orElse(""));
        }
        Optional<Trend> trend = row.trend();
        record.put("first_estimate", trend.map(Trend::first).orElse(null));
        record.put("last_estimate", trend.map(Trend::last).orElse(null));
        record.put("waves", trend.map(Trend::waves).orElse(null));
        record.put("base", trend.map(Trend::base).orElse(null));
        record.put("slope", trend.map(Trend::slope).orElse(null));
        record.put("se", trend.map(Trend::se).orElse(null));
        record.put("low", trend.map(Trend::low).orElse(null));
        record.put("high", trend.map(Trend::high).orElse(null));
        record.put("t", trend.map(Trend::t).orElse(null));
        record.put("df", trend.map(Trend::df).orElse(null));
        record.put("p", trend.map(Trend::p).orElse(null));
        record.put("adjusted_p", trend.isPresent() ? (Double) row.adjustedP() : null);
        record.put(
                "significant", trend.map(t -> row.isSignificant(table.level())).orElse(null));
        record.put("flags", trend.isPresent() ? "" : Flag.SUPPRESSED.mark());
        return record;
    }

    @Override
    public boolean isNumber(String name) {
        return NUMBERS.contains(name);
    }
}
