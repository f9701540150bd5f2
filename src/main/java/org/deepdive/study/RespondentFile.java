package org.deepdive.study;

import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A CSV file of respondents, plain or gzip, of which no study is known: its weights and some categorical columns, read
 * strictly, and the same file written again with one more column.
 *
 * <p>Of a file with anything wrong in what is asked of it nothing is kept; up to
 * {@value MicrodataReader#PROBLEMS_SHOWN} problems are listed with file, line, column and value.
 */
public final class RespondentFile {

    private final Path file;
    private final String fingerprint;
    private final DataLabel label;
    private final List<String> header;
    private final double[] weights;
    private final List<CodedColumn> columns;

    private RespondentFile(Path file, String fingerprint, Rows rows) {
        this.file = file;
        this.fingerprint = fingerprint;
        this.label = rows.label.label();
        this.header = rows.header;
        this.weights = Arrays.copyOf(rows.weights, rows.size);
        this.columns = rows.coded();
    }

    /**
     * Reads a file.
     *
     * @param file the file, with a header line
     * @param weight the column of weights, numbers above 0; without one every respondent has the weight 1
     * @param wanted which columns to read as categories, given the header; it may refuse the header
     * @throws InvalidDataException where a line has other fields than the header, a weight is not a number above 0, or
     *     some rows say that they are invented and others do not
     * @throws InputException where the file is missing, truncated, not UTF-8, not CSV, or lacks a column
     */
    public static RespondentFile read(Path file, Optional<String> weight, Function<List<String>, List<String>> wanted) {
        Rows rows = new Rows(file.getFileName().toString(), weight, wanted);
        String fingerprint = RespondentLines.read(file, rows::accept);
        rows.problems.refuse(rows.size);
        return new RespondentFile(file, fingerprint, rows);
    }

    /** The names of all columns, in order. */
    public List<String> header() {
        return header;
    }

    /** How many respondents there are. */
    public int size() {
        return weights.length;
    }

    /** Whether the respondents are real or invented. */
    public DataLabel label() {
        return label;
    }

    /** The weights, in the file's order; a copy. */
    public double[] weights() {
        return weights.clone();
    }

    /** The columns that were asked for; an empty field is a category with an empty name. */
    public List<CodedColumn> columns() {
        return columns;
    }

    /**
     * Writes the file again with a column of numbers: every column and row in order, whole or not at all, compressed where
     * the name ends in {@code .gz}. Like other temporary files, it is readable by its owner alone.
     *
     * @param out where; an existing file is replaced
     * @param column the column's name; put in place of a column of that name, or else behind the last one
     * @param values one a respondent, in the file's order
     * @throws InputException where it cannot be written, or the file has changed since it was read
     */
    public void write(Path out, String column, double[] values) {
        WeightedCopy copy = new WeightedCopy(out, column, values);
        copy.write(rows -> {
            requireUnchanged(RespondentLines.read(file, rows), "weighted", "Weight it again.");
        });
    }

    /**
     * Writes the file again with columns in front that say the same in every row, such as {@code data_label}; whole or not at
     * all, and readable by its owner alone.
     *
     * @param out where; an existing file is replaced
     * @param columns what is in front: names of columns that the file does not have, with their one value
     * @throws InputException where it cannot be written, or the file has changed since it was read
     */
    public void write(Path out, Map<String, String> columns) {
        try {
            WholeFile.write(out, half -> {
                try (CsvWriter csv =
                        CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(half)) {
                    Front front = new Front(columns, csv);
                    requireUnchanged(RespondentLines.read(file, front), "copied", "Copy it again.");
                }
            });
        } catch (IOException e) {
            throw RespondentLines.refused(out, "cannot be written: " + e.getMessage() + ".", "Check the folder.");
        }
    }

    /** Writes lines with fields in front: names before the header, values before every other line. */
    private static final class Front implements Consumer<CsvRecord> {

        private final CsvWriter csv;
        private final List<String> values;
        private List<String> next;

        Front(Map<String, String> columns, CsvWriter csv) {
            this.csv = csv;
            this.next = columns.keySet().stream().toList();
            this.values = columns.values().stream().toList();
        }

        @Override
        public void accept(CsvRecord line) {
            List<String> fields = new ArrayList<>(next);
            fields.addAll(line.getFields());
            csv.writeRecord(fields);
            next = values;
        }
    }

    private void requireUnchanged(String read, String done, String remedy) {
        if (!read.equals(fingerprint)) {
            throw RespondentLines.refused(file, "changed while it was " + done + ".", remedy);
        }
    }

    /** Collects the rows while they are read. */
    private static final class Rows {
        private final String file;
        private final Optional<String> weight;
        private final Function<List<String>, List<String>> wanted;
        private final DataProblems problems;
        private final List<Map<String, Integer>> categories = new ArrayList<>();
        private List<String> header;
        private List<String> names;
        private int[] fields;
        private int weightField;
        private FileLabel label;
        private int size;
        private double[] weights = new double[1024];
        private long[] lines = new long[1024];
        private int[][] codes;

        Rows(String file, Optional<String> weight, Function<List<String>, List<String>> wanted) {
            this.file = file;
            this.weight = weight;
            this.wanted = wanted;
            this.problems = new DataProblems(file);
        }

        void accept(CsvRecord line) {
            if (header == null) {
                start(line.getFields().stream().map(String::strip).toList());
            } else if (problems.fits(line, header.size())) {
                add(line);
            }
        }

        private void start(List<String> given) {
            header = given;
            FileHeader places = new FileHeader(file, header);
            weightField = weight.map(name -> place(places, name)).orElse(-1);
            label = new FileLabel(places.find(DataLabel.COLUMN));
            names = wanted.apply(header);
            fields = names.stream().mapToInt(name -> place(places, name)).toArray();
            codes = new int[fields.length][weights.length];
            names.forEach(name -> categories.add(new LinkedHashMap<>()));
        }

        private int place(FileHeader places, String name) {
            return places.find(name).orElseThrow(() -> InputException.unknown("column of " + file, name, header));
        }

        private void add(CsvRecord line) {
            if (size == weights.length) {
                weights = Arrays.copyOf(weights, 2 * size);
                lines = Arrays.copyOf(lines, 2 * size);
                Arrays.setAll(codes, k -> Arrays.copyOf(codes[k], 2 * size));
            }
            lines[size] = line.getStartingLineNumber();
            weights[size] = weightField < 0 ? 1 : readWeight(line);
            for (int k = 0; k < fields.length; k++) {
                Map<String, Integer> known = categories.get(k);
                codes[k][size] = known.computeIfAbsent(line.getField(fields[k]), name -> known.size());
            }
            label.read(line, problems);
            if (!label.isSaid()) {
                line.getFields().forEach(label::readId);
            }
            size++;
        }

        private double readWeight(CsvRecord line) {
            String text = line.getField(weightField).strip();
            double value = Decimal.parse(text);
            if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
                problems.add(line, header.get(weightField), text, "a number above 0");
            }
            return value;
        }

        List<CodedColumn> coded() {
            long[] kept = Arrays.copyOf(lines, size);
            List<CodedColumn> coded = new ArrayList<>();
            for (int k = 0; k < fields.length; k++) {
                String name = names.get(k);
                coded.add(new CodedColumn(
                        name,
                        List.copyOf(categories.get(k).keySet()),
                        Arrays.copyOf(codes[k], size),
                        row -> file + ", line " + kept[row] + ", column " + name));
            }
            return coded;
        }
    }
}
