package org.deepdive.study;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * The respondents of a study, bound to its design: one weight and one byte code a variable for each respondent, sorted
 * by stratum and cluster so that one pass in order meets each stratum once.
 *
 * <p>Arrays returned here are the data themselves, not copies, since estimates read them at memory speed; callers must
 * not write to them.
 */
public final class Microdata {

    /** The code of a missing answer. */
    public static final byte MISSING = -1;

    private static final List<String> NO_YES = List.of("No", "Yes");

    private final Study study;
    private final DataLabel label;
    private final String fingerprint;
    private final DesignColumns.Weights weights;
    private final Strata strata;
    private final Map<String, byte[]> codes;
    private final Map<String, NumericColumn> numeric;
    private final Map<String, byte[]> mentions = new ConcurrentHashMap<>();
    private final List<DataWarning> warnings;

    /**
     * @param study the study, with a design
     * @param label what kind of data this is
     * @param fingerprint the SHA-256 of the file it was read from, in hexadecimal
     * @param weights all weights, in order of stratum and cluster
     * @param strata where each stratum and cluster starts
     * @param codes for each variable, or {@code variable.category} of a multiple-response or ranked one, the code of each
     *     respondent: a position in the variable's categories (1 or 0 for multiple response, the rank or 0 for ranked
     *     variables), or {@link #MISSING}
     * @param numeric for each numeric variable the numbers
     * @param warnings what may be a mistake in the file
     */
    Microdata(
            Study study,
            DataLabel label,
            String fingerprint,
            DesignColumns.Weights weights,
            Strata strata,
            Map<String, byte[]> codes,
            Map<String, NumericColumn> numeric,
            List<DataWarning> warnings) {
        this.study = study;
        this.label = label;
        this.fingerprint = fingerprint;
        this.weights = weights;
        this.strata = strata;
        this.codes = Map.copyOf(codes);
        this.numeric = Map.copyOf(numeric);
        this.warnings = List.copyOf(warnings);
    }

    /** The study these are the respondents of. */
    public Study study() {
        return study;
    }

    /** Whether the respondents are real or invented. */
    public DataLabel label() {
        return label;
    }

    /** The SHA-256 of the file, in hexadecimal. */
    public String fingerprint() {
        return fingerprint;
    }

    /** What may be a mistake in the file or its design, or will stand in the way of some estimates; empty where all is well. */
    public List<DataWarning> warnings() {
        return warnings;
    }

    /** How many respondents there are. */
    public int size() {
        return weights.full().length;
    }

    /** The weights, in order of stratum and cluster. */
    public double[] weights() {
        return weights.full();
    }

    /** The weights before calibration, in the same order; present where the design tells how the weight was calibrated. */
    public Optional<double[]> baseWeights() {
        return weights.base();
    }

    /** The replicate weights that the file holds; absent where the design has none, or says how to make them. */
    public Optional<ReplicateWeights> replicates() {
        return weights.replicates();
    }

    /** The strata and their clusters. */
    public Strata strata() {
        return strata;
    }

    /** The codes of a single-answer variable. */
    public byte[] codes(String variable) {
        return column(study.codebook().variable(variable).name());
    }

    /**
     * 1, 0 or {@link #MISSING} for one answer of a multiple-response variable; for one of a ranked variable 1 where it was
     * chosen first, 2 second and so on, 0 where others were chosen, and {@link #MISSING} where none was.
     */
    public byte[] codes(String variable, String category) {
        return column(variable + "."
                + study.codebook().variable(variable).category(category).code());
    }

    /** The numbers of a numeric variable. */
    public NumericColumn numeric(String variable) {
        NumericColumn column = numeric.get(study.codebook().variable(variable).name());
        if (column == null) {
            throw new IllegalStateException("No numbers were read for " + variable);
        }
        return column;
    }

    /**
     * How many answers of a multiple-response or ranked variable each respondent gave, don't knows included, or
     * {@link #MISSING} where nothing is known of any answer. Worked out once.
     */
    public byte[] mentions(String variable) {
        return mentions.computeIfAbsent(variable, this::countMentions);
    }

    private byte[] countMentions(String variable) {
        byte[] counts = new byte[size()];
        Arrays.fill(counts, MISSING);
        for (String code : study.codebook().variable(variable).codes()) {
            byte[] answers = codes(variable, code);
            for (int i = 0; i < counts.length; i++) {
                if (answers[i] != MISSING) {
                    counts[i] = (byte) (Math.max(0, counts[i]) + (answers[i] > 0 ? 1 : 0));
                }
            }
        }
        return counts;
    }

    private byte[] column(String name) {
        byte[] column = codes.get(name);
        if (column == null) {
            throw new IllegalStateException("No column was read for " + name);
        }
        return column;
    }

    /**
     * The respondents as a Tablesaw table of labels, numbers and ranks, for a researcher's own session: nothing that is shown, exported,
     * linked or served is made from it. A new table each time.
     */
    public Table table() {
        Table table = Table.create(study.title() + " (" + label.title().toLowerCase(Locale.ROOT) + ")");
        study.codebook().variables().forEach(variable -> table.addColumns(columns(variable)));
        return table.addColumns(DoubleColumn.create(study.requireDesign().weight(), weights.full()));
    }

    private Column<?>[] columns(Variable variable) {
        String name = variable.name();
        return switch (variable.kind()) {
            case WAVE, NOMINAL, ORDINAL -> {
                List<String> labels =
                        variable.categories().stream().map(Category::label).toList();
                yield new Column<?>[] {strings(name, codes(name), labels)};
            }
            case MULTIPLE -> each(variable, code -> strings(name + "." + code, codes(name, code), NO_YES));
            case RANKED -> each(variable, code -> ranks(name + "." + code, codes(name, code)));
            case NUMERIC ->
                new Column<?>[] {DoubleColumn.create(name, numeric(name).toArray())};
            case ID, WEIGHT -> new Column<?>[0];
        };
    }

    private static Column<?>[] each(Variable variable, Function<String, Column<?>> column) {
        return variable.codes().stream().map(column).toArray(Column<?>[]::new);
    }

    private static IntColumn ranks(String name, byte[] ranks) {
        IntColumn column = IntColumn.create(name);
        for (byte rank : ranks) {
            if (rank > 0) {
                column.append(rank);
            } else {
                column.appendMissing();
            }
        }
        return column;
    }

    private static StringColumn strings(String name, byte[] codes, List<String> labels) {
        StringColumn column = StringColumn.create(name);
        for (byte code : codes) {
            if (code == MISSING) {
                column.appendMissing();
            } else {
                column.append(labels.get(code));
            }
        }
        return column;
    }
}
