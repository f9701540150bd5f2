package org.deepdive.server.share;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A line of a plot's CSV: what it is about, and its numbers as text.
 *
 * @param name the texts that say what it is about, such as {@code female, 16_24}; lines of one name are told apart by their
 *     number
 * @param fields every other column, as printed in the file
 */
record NumberRow(String name, Map<String, String> fields) {

    /** Columns of numbers, of marks upon them, and of what they come from; every other says what a line is about. */
    private static final Set<String> NUMBERS = Set.of(
            "estimate",
            "se",
            "low",
            "high",
            "base",
            "effective_base",
            "deff",
            "df",
            "ddf",
            "count",
            "value",
            "flags",
            "data",
            "odds_ratio",
            "odds_low",
            "odds_high",
            "statistic",
            "difference",
            "difference_low",
            "difference_high",
            "p",
            "adjusted_p");

    /** The lines of a file, in its order. */
    static List<NumberRow> of(String csv) {
        Map<String, NumberRow> rows = new LinkedHashMap<>();
        try (CsvReader<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(csv)) {
            for (NamedCsvRecord line : lines) {
                NumberRow row = of(line);
                String name = row.name();
                for (int copy = 2; rows.containsKey(name); copy++) {
                    name = row.name() + " (" + copy + ")";
                }
                rows.put(name, new NumberRow(name, row.fields()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Text in memory can always be read", e);
        }
        return List.copyOf(rows.values());
    }

    private static NumberRow of(NamedCsvRecord line) {
        List<String> about = new ArrayList<>();
        Map<String, String> fields = new LinkedHashMap<>();
        line.getFieldsAsMap().forEach((column, text) -> {
            if (NUMBERS.contains(column)) {
                fields.put(column, text);
            } else if (!column.equals("query")) {
                about.add(text);
            }
        });
        String name = about.stream().filter(text -> !text.isEmpty()).collect(Collectors.joining(", "));
        return new NumberRow(name.isEmpty() ? "all" : name, fields);
    }

    /** What the line estimates, as printed; empty where it is withheld or has no estimate. */
    String estimate() {
        return fields.getOrDefault("estimate", fields.getOrDefault("value", ""));
    }

    /** What stands in a column; empty where it has none. */
    String field(String column) {
        return fields.getOrDefault(column, "");
    }

    /** The estimate as a number. */
    Optional<Double> number() {
        return number(estimate());
    }

    /** The standard error; where none is printed, the one that a 95% interval of normal width has. */
    Optional<Double> standardError() {
        Optional<Double> printed = number(field("se"));
        if (printed.isPresent()) {
            return printed;
        }
        Optional<Double> low = number(field("low"));
        return number(field("high")).flatMap(high -> low.map(from -> (high - from) / (2 * Change.NORMAL_95)));
    }

    private static Optional<Double> number(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(Double.valueOf(text));
        } catch (NumberFormatException e) {
            // A mark such as [c] stands where the number would.
            return Optional.empty();
        }
    }
}
