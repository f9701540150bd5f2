package org.deepdive.estimate.weighting;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deepdive.study.CodedColumn;

/** The respondents of a reference file, by column. */
final class Reference {

    private final List<NamedCsvRecord> respondents;

    Reference(String file) {
        this.respondents = records(file);
    }

    static List<NamedCsvRecord> records(String file) {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder()
                .commentStrategy(CommentStrategy.SKIP)
                .ofNamedCsvRecord(Path.of("src/test/resources/reference", file))) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int size() {
        return respondents.size();
    }

    List<String> texts(String column) {
        return respondents.stream().map(r -> r.getField(column)).toList();
    }

    /** NaN for an empty field. */
    double[] numbers(String column) {
        return texts(column).stream()
                .mapToDouble(text -> text.isEmpty() ? Double.NaN : Double.parseDouble(text))
                .toArray();
    }

    CodedColumn column(String name) {
        List<String> categories = new ArrayList<>();
        int[] codes = texts(name).stream()
                .mapToInt(text -> {
                    if (!categories.contains(text)) {
                        categories.add(text);
                    }
                    return categories.indexOf(text);
                })
                .toArray();
        return new CodedColumn(name, categories, codes);
    }
}
