package org.deepdive.study;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Collects and checks the rows of one respondent-level file, then sorts them by stratum and sampling unit. */
final class RespondentRows {

    private final Study study;
    private final SurveyDesign design;
    private final FileMapping mapping;
    private final FileHeader header;
    private final DesignColumns designColumns;
    private final List<CodeColumn> codeColumns = new ArrayList<>();
    private final List<NumericAnswers> numbers = new ArrayList<>();
    private final List<RankedAnswers> rankings = new ArrayList<>();
    private final List<RowColumn> columns = new ArrayList<>();
    private final FileLabel label;
    private final List<Integer> idFields;
    private final DataProblems problems;

    private int size;

    RespondentRows(Study study, String file, List<String> names) {
        this.study = study;
        this.design = study.requireDesign();
        this.mapping = study.mapping().orElseThrow();
        this.problems = new DataProblems(file);
        this.header = new FileHeader(file, names);
        this.designColumns = new DesignColumns(design, mapping, header);
        columns.addAll(designColumns.all());
        study.codebook().variables().forEach(this::addColumns);
        label = new FileLabel(header.find(DataLabel.COLUMN));
        idFields = study.codebook().variables().stream()
                .filter(variable -> variable.kind() == Variable.Kind.ID)
                .map(variable -> header.find(mapping.column(variable.name())))
                .flatMap(Optional::stream)
                .toList();
        header.requireAllFound();
    }

    private void addColumns(Variable variable) {
        String name = variable.name();
        switch (variable.kind()) {
            case WAVE, NOMINAL, ORDINAL -> {
                boolean required = design.strata().contains(name)
                        || design.calibration().filter(c -> c.uses(name)).isPresent();
                keep(codeColumns, new CodeColumn(name, mapping.column(name), header, codes(variable), required));
            }
            case MULTIPLE -> {
                Map<String, Byte> flags = Map.of("0", (byte) 0, "1", (byte) 1);
                for (String column : variable.columns()) {
                    keep(codeColumns, new CodeColumn(column, mapping.column(column), header, flags, false));
                }
            }
            case NUMERIC -> keep(numbers, new NumericAnswers(variable, mapping.column(name), header, codes(variable)));
            case RANKED -> keep(rankings, new RankedAnswers(variable, mapping, header, codes(variable)));
            case ID, WEIGHT -> {
                // Identifiers are not kept, and the design reads the weight.
            }
        }
    }

    /** Columns are read in the codebook's order, whatever they hold. */
    private <C extends RowColumn> void keep(List<C> kind, C column) {
        kind.add(column);
        columns.add(column);
    }

    private Map<String, Byte> codes(Variable variable) {
        Map<String, Byte> codes = new LinkedHashMap<>();
        Map<String, String> mapped = mapping.codes().getOrDefault(variable.name(), Map.of());
        mapped.forEach((value, code) -> codes.put(value, (byte) variable.indexOf(code)));
        if (mapped.isEmpty()) {
            variable.codes().forEach(code -> codes.put(code, (byte) variable.indexOf(code)));
        }
        return codes;
    }

    /**
     * What follows are lines of another file.
     *
     * @throws InputException where its columns are not those of the first, in their order
     */
    void goOn(String file, List<String> names) {
        List<String> stripped = names.stream().map(String::strip).toList();
        if (!stripped.equals(header.names())) {
            throw InputException.of(
                    "data-file",
                    "The data file \"" + file + "\" has other columns than \"" + header.file()
                            + "\", or in another order.",
                    InputException.listed(stripped),
                    "Give the files of one folder the same header.");
        }
        problems.goOn(file);
    }

    void add(CsvRecord line) {
        if (!problems.fits(line, header.names().size())) {
            return;
        }
        for (RowColumn column : columns) {
            column.read(line, size, problems);
        }
        label.read(line, problems);
        for (int field : idFields) {
            label.readId(line.getField(field).strip());
        }
        size++;
    }

    Microdata finish(String fingerprint) {
        problems.refuse(size);
        StratumOrder order = new StratumOrder(
                stratumKeys(),
                designColumns.units(),
                size,
                new StratumOrder.Names(header.file(), this::stratumName, designColumns::clusterName));
        Map<String, byte[]> codes = new HashMap<>();
        codeColumns.forEach(column -> codes.put(column.variable(), column.in(order.rows())));
        rankings.forEach(ranking -> ranking.into(codes, order.rows()));
        Map<String, NumericColumn> numeric =
                numbers.stream().collect(Collectors.toMap(NumericAnswers::variable, n -> n.in(order.rows())));
        DesignColumns.Weights weights = designColumns.weights(order);
        Strata strata = order.strata(design, designColumns.fpc());
        return new Microdata(
                study,
                label.label(),
                fingerprint,
                weights,
                strata,
                codes,
                numeric,
                new DesignWarnings(design, weights, strata, place -> stratumName(order.rows()[place])).all());
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

    private CodeColumn column(String variable) {
        return codeColumns.stream()
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
}
