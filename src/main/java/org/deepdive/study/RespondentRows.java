package org.deepdive.study;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Collects and checks the rows of one respondent-level file, then sorts them by stratum and cluster. */
final class RespondentRows {

    /** The column by which a file of invented respondents says so in every row. */
    static final String LABEL_COLUMN = "data_label";

    /** What stands in {@link #LABEL_COLUMN}. */
    static final String PRACTICE = "practice";

    private final Study study;
    private final SurveyDesign design;
    private final String file;
    private final List<CodeColumn> columns = new ArrayList<>();
    private final List<String> header;
    private final int weightField;
    private final Optional<Integer> clusterField;
    private final Optional<Integer> fpcField;
    private final int labelField;
    private final List<Integer> idFields;
    private final DataProblems problems;
    private final Map<String, Integer> clusters = new LinkedHashMap<>();

    private boolean invented;
    private int size;
    private double[] weights = new double[1024];
    private int[] clusterIds = new int[1024];
    private double[] populations = new double[1024];

    RespondentRows(Study study, String file, List<String> header) {
        this.study = study;
        this.design = study.requireDesign();
        this.file = file;
        this.problems = new DataProblems(file);
        this.header = header.stream().map(String::strip).toList();
        FileMapping mapping = study.mapping().orElseThrow();
        List<String> missing = new ArrayList<>();
        Map<String, Integer> places = places(file, header);
        weightField = place(places, mapping.column(design.weight()), missing);
        clusterField = design.cluster().map(c -> place(places, mapping.column(c), missing));
        fpcField = design.fpc().map(c -> place(places, mapping.column(c), missing));
        for (Variable variable : study.codebook().variables()) {
            addColumns(variable, mapping, places, missing);
        }
        labelField = places.getOrDefault(LABEL_COLUMN, -1);
        invented = labelField >= 0;
        idFields = study.codebook().variables().stream()
                .filter(variable -> variable.kind() == Variable.Kind.ID)
                .map(variable -> places.get(mapping.column(variable.name())))
                .filter(Objects::nonNull)
                .toList();
        if (!missing.isEmpty()) {
            throw new InputException(
                    "data-file",
                    "The data file \"" + file + "\" lacks the column" + (missing.size() > 1 ? "s " : " ")
                            + InputException.listed(missing) + ".",
                    InputException.listed(header),
                    List.of(),
                    "Add them, or map their names under microdata, columns in study.yaml.");
        }
    }

    /** Where each column of a header is; a name that comes twice is refused. */
    static Map<String, Integer> places(String file, List<String> header) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            if (places.put(header.get(i).strip(), i) != null) {
                throw InputException.of(
                        "data-file",
                        "The data file \"" + file + "\" has the column \"" + Quote.text(header.get(i)) + "\" twice.",
                        InputException.listed(header),
                        "Keep one of the two, or rename one.");
            }
        }
        return places;
    }

    private static int place(Map<String, Integer> places, String name, List<String> missing) {
        Integer place = places.get(name);
        if (place == null) {
            missing.add(name);
            return -1;
        }
        return place;
    }

    private void addColumns(Variable variable, FileMapping mapping, Map<String, Integer> places, List<String> missing) {
        if (variable.isSingle()) {
            String name = mapping.column(variable.name());
            columns.add(new CodeColumn(variable.name(), name, place(places, name, missing), codes(variable, mapping)));
        } else if (variable.kind() == Variable.Kind.MULTIPLE) {
            for (String code : variable.codes()) {
                String name = mapping.column(variable.name() + "." + code);
                Map<String, Byte> flags = Map.of("0", (byte) 0, "1", (byte) 1);
                columns.add(new CodeColumn(variable.name() + "." + code, name, place(places, name, missing), flags));
            }
        }
    }

    private static Map<String, Byte> codes(Variable variable, FileMapping mapping) {
        Map<String, Byte> codes = new LinkedHashMap<>();
        Map<String, String> mapped = mapping.codes().getOrDefault(variable.name(), Map.of());
        mapped.forEach((value, code) -> codes.put(value, (byte) variable.indexOf(code)));
        if (mapped.isEmpty()) {
            variable.codes().forEach(code -> codes.put(code, (byte) variable.indexOf(code)));
        }
        return codes;
    }

    void add(CsvRecord line) {
        if (!problems.fits(line, header.size())) {
            return;
        }
        grow();
        readWeight(line);
        clusterField.ifPresent(field -> readCluster(line, field));
        fpcField.ifPresent(field -> readPopulation(line, field));
        for (CodeColumn column : columns) {
            readCode(line, column);
        }
        if (labelField >= 0 && !line.getField(labelField).equals(PRACTICE)) {
            problems.add(line, LABEL_COLUMN, line.getField(labelField), PRACTICE + " in every row, or no such column");
        }
        for (int field : idFields) {
            invented |= line.getField(field).strip().startsWith(DataLabel.PRACTICE_ID);
        }
        size++;
    }

    private void readWeight(CsvRecord line) {
        weights[size] = positive(line, weightField, "a number above 0");
    }

    private void readPopulation(CsvRecord line, int field) {
        populations[size] = positive(line, field, "a number of sampling units above 0");
    }

    private double positive(CsvRecord line, int field, String allowed) {
        String text = line.getField(field).strip();
        double value = number(text);
        if (value > 0 && value < Double.POSITIVE_INFINITY) {
            return value;
        }
        problems.add(line, header.get(field), text, allowed);
        return Double.NaN;
    }

    /** NaN for anything but a decimal number: Java alone would read "1d" and "0x1p3" too. */
    static double number(String text) {
        if (!text.chars().allMatch(c -> c >= '0' && c <= '9' || "+-.eE".indexOf(c) >= 0)) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private void readCluster(CsvRecord line, int field) {
        String text = line.getField(field).strip();
        if (text.isEmpty()) {
            problems.add(line, header.get(field), text, "the name of a sampling unit");
        }
        clusterIds[size] = clusters.computeIfAbsent(text, name -> clusters.size());
    }

    private void readCode(CsvRecord line, CodeColumn column) {
        String value = line.getField(column.field());
        byte code = Microdata.MISSING;
        if (!value.isEmpty()) {
            Byte known = column.allowed().get(value);
            if (known == null) {
                problems.add(line, column.name(), value, column.allowedText());
            } else {
                code = known;
            }
        } else if (design.strata().contains(column.variable())) {
            problems.add(line, column.name(), value, column.allowedText());
        }
        column.set(size, code);
    }

    private void grow() {
        if (size == weights.length) {
            int larger = size * 2;
            weights = Arrays.copyOf(weights, larger);
            clusterIds = Arrays.copyOf(clusterIds, larger);
            populations = Arrays.copyOf(populations, larger);
        }
    }

    Microdata finish(String fingerprint) {
        problems.refuse(size);
        StratumOrder order = new StratumOrder(
                stratumKeys(),
                clusterField.isPresent() ? clusterIds : new int[size],
                size,
                new StratumOrder.Names(file, this::stratumName, this::clusterName));
        Map<String, byte[]> codes = new HashMap<>();
        columns.forEach(column -> codes.put(column.variable(), column.in(order.rows())));
        return new Microdata(
                study,
                invented ? DataLabel.PRACTICE : DataLabel.REAL,
                fingerprint,
                order.sorted(weights),
                order.strata(clusterField.isPresent(), fpcField.map(f -> populations)),
                codes);
    }

    private String stratumName(int row) {
        return design.strata().stream()
                .map(name -> study.codebook()
                        .variable(name)
                        .categories()
                        .get(column(name).get(row))
                        .code())
                .collect(Collectors.joining(", "));
    }

    private String clusterName(int row) {
        return List.copyOf(clusters.keySet()).get(clusterIds[row]);
    }

    private CodeColumn column(String variable) {
        return columns.stream()
                .filter(c -> c.variable().equals(variable))
                .findFirst()
                .orElseThrow();
    }

    private long[] stratumKeys() {
        long[] keys = new long[size];
        for (String variable : design.strata()) {
            CodeColumn column = column(variable);
            for (int i = 0; i < size; i++) {
                keys[i] = keys[i] * (Variable.MOST_CATEGORIES + 1) + column.get(i);
            }
        }
        return keys;
    }

    /** A growing column of byte codes with the values it allows. */
    private static final class CodeColumn {
        private final String variable;
        private final String name;
        private final int field;
        private final Map<String, Byte> allowed;
        private byte[] codes = new byte[1024];

        CodeColumn(String variable, String name, int field, Map<String, Byte> allowed) {
            this.variable = variable;
            this.name = name;
            this.field = field;
            this.allowed = allowed;
        }

        String variable() {
            return variable;
        }

        String name() {
            return name;
        }

        int field() {
            return field;
        }

        Map<String, Byte> allowed() {
            return allowed;
        }

        String allowedText() {
            return InputException.listed(allowed.keySet().stream().sorted().toList());
        }

        byte get(int row) {
            return codes[row];
        }

        void set(int row, byte code) {
            if (row >= codes.length) {
                codes = Arrays.copyOf(codes, codes.length * 2);
            }
            codes[row] = code;
        }

        byte[] in(int[] rows) {
            byte[] sorted = new byte[rows.length];
            for (int i = 0; i < rows.length; i++) {
                sorted[i] = codes[rows[i]];
            }
            return sorted;
        }
    }
}
