package org.deepdive.practice;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.deepdive.study.DataLabel;
import org.deepdive.study.Microdata;
import org.deepdive.study.Variable;
import org.deepdive.study.WholeFile;

/**
 * Writes invented respondents as CSV: the codebook's columns, and a column that says in each row what they are. Plain
 * text, because compressors differ between machines and the file must not.
 */
final class PracticeFile {

    private PracticeFile() {}

    /** Makes the folder of practice files and tries to write there, so that a mistake shows before the work is done. */
    static void requireWritable(Path folder) throws IOException {
        Files.createDirectories(folder.toAbsolutePath());
        Files.delete(Files.createTempFile(folder.toAbsolutePath(), "practice", ".part"));
    }

    /** Writes the whole file beside its place, then moves it there, so that nobody meets half a file. */
    static void write(Respondents people, String weightColumn, Path file) throws IOException {
        WholeFile.write(file, half -> {
            try (Writer out = Files.newBufferedWriter(half, StandardCharsets.UTF_8)) {
                rows(people, weightColumn, out);
            }
        });
    }

    private static void rows(Respondents people, String weightColumn, Writer out) throws IOException {
        List<Map.Entry<String, byte[]>> columns = List.copyOf(people.columns().entrySet());
        out.write("respondent_id,data_label," + weightColumn);
        for (Map.Entry<String, byte[]> column : columns) {
            out.write("," + column.getKey());
        }
        out.write("\n");
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < people.size(); i++) {
            line.setLength(0);
            line.append(DataLabel.PRACTICE_ID).append(100_000 + i).append(",practice,");
            line.append(String.format(Locale.ROOT, "%.6f", people.weights()[i]));
            for (Map.Entry<String, byte[]> column : columns) {
                line.append(',').append(text(people, column.getKey(), column.getValue()[i]));
            }
            out.append(line.append('\n'));
        }
    }

    private static String text(Respondents people, String column, byte code) {
        if (code == Microdata.MISSING) {
            return "";
        }
        if (column.contains(".")) {
            return String.valueOf(code);
        }
        Variable variable = people.codebook().variable(column);
        return variable.categories().get(code).code();
    }
}
