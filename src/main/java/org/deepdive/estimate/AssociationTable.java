package org.deepdive.estimate;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.deepdive.estimate.comparison.RaoScott;
import org.deepdive.study.Category;
import org.deepdive.study.InputException;
import org.deepdive.study.Measure;
import org.deepdive.study.Microdata;
import org.deepdive.study.Variable;

/** The table of a breakdown by the answers of a measure, and its test of association. */
final class AssociationTable {

    private final Microdata data;
    private final Query query;
    private final Measure measure;
    private final Variable variable;
    private final BreakdownTable table;

    /**
     * @param data the respondents
     * @param tables makes a table of everybody
     * @param query a query that was checked against the study
     */
    AssociationTable(Microdata data, Function<Layout, CellTable> tables, Query query) {
        this.data = data;
        this.query = query;
        this.measure = new Measuring(data).measure(query);
        this.variable = onlyBreakdown();
        requireAnswers();
        Axis groups = Axis.of(data.codes(variable.name()), variable.categories().size());
        this.table = BreakdownTable.of(
                data,
                tables,
                query.by(List.of()),
                new Measuring(data).of(query.by(List.of())).get(0),
                groups);
    }

    private Variable onlyBreakdown() {
        if (query.by().size() != 1) {
            throw InputException.of(
                    "one-breakdown",
                    "A test of association needs one breakdown; the query has "
                            + query.by().size() + ".",
                    query.text(),
                    "Break down by one variable, and filter by others.");
        }
        Variable by = data.study().codebook().variable(query.by().get(0));
        if (by.kind() == Variable.Kind.MULTIPLE) {
            throw InputException.of(
                    "overlapping-groups",
                    "Respondents can give several answers to \"" + by.name()
                            + "\", so its groups overlap and have no test of association.",
                    by.name(),
                    "Break down by a variable with one answer each.");
        }
        return by;
    }

    private void requireAnswers() {
        boolean tabulated = measure instanceof Measure.Percentage || measure instanceof Measure.Distribution;
        boolean picked =
                measure instanceof Measure.MultipleResponse && query.answers().size() == 1;
        if (!tabulated && !picked) {
            throw InputException.of(
                    "no-answers",
                    "\"" + query.measureText()
                            + "\" has no answers of which each respondent gave one, so no association"
                            + " with them can be tested.",
                    query.measureText(),
                    "Ask for a percentage, a distribution, or one answer of a multiple-response question.");
        }
    }

    AssociationTest test() {
        int rows = table.groups();
        int columns = table.answers();
        List<Ratio> proportions = IntStream.range(0, rows * columns)
                .mapToObj(cell -> proportion(cell % columns * rows + cell / columns))
                .toList();
        double[][] cells = new double[rows][columns];
        for (int cell = 0; cell < rows * columns; cell++) {
            cells[cell / columns][cell % columns] = proportions.get(cell).value();
        }
        int respondents = proportions.get(0).count();
        if (respondents == 0) {
            throw InputException.of(
                    "no-respondents-here", "Nobody is in the table.", query.text(), "Leave a filter out.");
        }
        double df = table.cells().spread(proportions.get(0)).df();
        RaoScott tests = RaoScott.of(cells, table.cells().covariance(proportions), respondents, df);
        return result(tests, respondents);
    }

    /** The share of one cell in the whole table: its linearised variable is centred, as lonely units need it. */
    private Ratio proportion(int cell) {
        int[] all = IntStream.range(0, table.groups() * table.answers()).toArray();
        double[] above = new double[all.length];
        above[cell] = 1;
        double[] ones = new double[all.length];
        Arrays.fill(ones, 1);
        return new Ratio(table.cells(), all, above, ones);
    }

    private AssociationTest result(RaoScott tests, int respondents) {
        List<Category> possible = Groups.of(data.study(), query, measure, List.of(variable)).stream()
                .map(group -> group.categories().get(0))
                .toList();
        List<Category> empty = tests.emptyRows().stream()
                .map(variable.categories()::get)
                .filter(possible::contains)
                .toList();
        int fewer = Math.min(
                table.groups() - tests.emptyRows().size(),
                table.answers() - tests.emptyColumns().size());
        return new AssociationTest(
                data.study(),
                query,
                measure,
                data.label(),
                data.fingerprint(),
                variable,
                empty,
                respondents,
                tests.pearson(),
                Math.sqrt(tests.pearson() / respondents / (fewer - 1)),
                tests.meanDesignEffect(),
                tests.f(),
                tests.secondOrder(),
                tests.firstOrder());
    }
}
