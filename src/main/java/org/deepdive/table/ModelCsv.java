package org.deepdive.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deepdive.estimate.regression.Model;
import org.deepdive.study.CsvText;

/** Writes a model as one tidy CSV. */
final class ModelCsv {

    private static final List<String> NUMBERS = List.of(
            "estimate",
            "se",
            "low",
            "high",
            "odds_ratio",
            "odds_low",
            "odds_high",
            "statistic",
            "df",
            "ddf",
            "p",
            "base");

    private final Model model;

    ModelCsv(Model model) {
        this.model = model;
    }

    String text() {
        List<String> header = new ArrayList<>(List.of("table", "item"));
        header.addAll(NUMBERS);
        header.addAll(List.of("flags", "data"));
        return CsvText.of(header, ModelRow.of(model).stream().map(this::line).toList());
    }

    private List<String> line(ModelRow row) {
        List<String> line = new ArrayList<>(List.of(row.table(), row.item()));
        Map<String, Number> numbers = row.numbers();
        NUMBERS.forEach(name -> line.add(numbers.containsKey(name) ? number(numbers.get(name)) : ""));
        line.add(row.flags());
        line.add(ModelTable.dataCode(model));
        return line;
    }

    private static String number(Number number) {
        return Double.isNaN(number.doubleValue()) ? "" : number.toString();
    }
}
