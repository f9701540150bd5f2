package org.deepdive.study;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

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

    private final Study study;
    private final DataLabel label;
    private final String fingerprint;
    private final DesignColumns.Weights weights;
    private final Strata strata;
    private final Map<String, byte[]> codes;
    private final List<DataWarning> warnings;

    /**
     * @param study the study, with a design
     * @param label what kind of data this is
     * @param fingerprint the SHA-256 of the file it was read from, in hexadecimal
     * @param weights all weights, in order of stratum and cluster
     * @param strata where each stratum and cluster starts
     * @param codes for each variable, or {@code variable.category} of a multiple-response one, the code of each
     *     respondent: a position in the variable's categories (1 or 0 for multiple response), or {@link #MISSING}
     * @param warnings what may be a mistake in the file
     */
    Microdata(
            Study study,
            DataLabel label,
            String fingerprint,
            DesignColumns.Weights weights,
            Strata strata,
            Map<String, byte[]> codes,
            List<DataWarning> warnings) {
        this.study = study;
        this.label = label;
        this.fingerprint = fingerprint;
        this.weights = weights;
        this.strata = strata;
        this.codes = Map.copyOf(codes);
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

    /** 1, 0 or {@link #MISSING} for one answer of a multiple-response variable. */
    public byte[] codes(String variable, String category) {
        return column(variable + "."
                + study.codebook().variable(variable).category(category).code());
    }

    private byte[] column(String name) {
        byte[] column = codes.get(name);
        if (column == null) {
            throw new IllegalStateException("No column was read for " + name);
        }
        return column;
    }

    /**
     * The respondents as a Tablesaw table of labels, for a researcher's own session: nothing that is shown, exported,
     * linked or served is made from it. A new table each time.
     */
    public Table table() {
        Table table = Table.create(study.title() + " (" + label.title().toLowerCase(Locale.ROOT) + ")");
        for (Variable variable : study.codebook().variables()) {
            if (variable.isSingle()) {
                List<String> labels =
                        variable.categories().stream().map(Category::label).toList();
                table.addColumns(strings(variable.name(), codes(variable.name()), labels));
            } else if (variable.kind() == Variable.Kind.MULTIPLE) {
                for (String code : variable.codes()) {
                    table.addColumns(
                            strings(variable.name() + "." + code, codes(variable.name(), code), List.of("No", "Yes")));
                }
            }
        }
        return table.addColumns(DoubleColumn.create(study.requireDesign().weight(), weights.full()));
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
