package org.deepdive.table;

import java.util.List;
import java.util.stream.Stream;
import org.deepdive.disclosure.Cleared;
import org.deepdive.estimate.Cell;
import org.deepdive.estimate.CellText;
import org.deepdive.estimate.EstimateRow;
import org.deepdive.estimate.EstimateTable;
import org.deepdive.study.Category;
import org.deepdive.study.Measure;
import org.deepdive.study.Variable;
import tech.tablesaw.api.Table;

/**
 * A cleared result as a table: immutable, one row for each group and answer, written as HTML, plain text, CSV, JSON or as
 * a Tablesaw table.
 *
 * <p>Every form says what kind of data the numbers come from, and every row of every form carries its interval, its
 * bases and its marks. Forms for people print whole percentages and labels; forms for programs hold fractions of one in
 * full precision, and codes. A withheld cell has no number in any of them.
 */
public final class ResultTable {

    private final EstimateTable table;

    private ResultTable(EstimateTable table) {
        this.table = table;
    }

    /** The table of a cleared result. */
    public static ResultTable of(Cleared<EstimateTable> cleared) {
        return new ResultTable(cleared.value());
    }

    /**
     * The table as accessible HTML without scripts or inline styles. Classes: {@code dd-table} on the table,
     * {@code dd-number} on numbers, {@code dd-withheld} on withheld values, {@code dd-legend} on the note below.
     */
    public String html() {
        return new HtmlForm(this).html();
    }

    /** The table as aligned plain text, with the data label first and the meaning of the marks last. */
    public String text() {
        return new TextForm(this).text();
    }

    /**
     * The table as CSV (RFC 4180, line feeds, header first): a column of codes for each breakdown, {@code answer} where
     * rows have answers, {@code estimate,se,low,high,base,effective_base,deff,df,flags} for estimates or
     * {@code count,base,value} for published counts, and {@code data} with practice, real or published.
     */
    public String csv() {
        return new CsvForm(this).text();
    }

    /** The table as JSON, with the study, the query, the data label, the fingerprint and the meaning of the marks. */
    public String json() {
        return new JsonForm(this).text();
    }

    /** The table for Tablesaw: the columns of {@link #csv()}, with labels in place of codes. A new table each time. */
    public Table tablesaw() {
        return new TablesawForm(this).table();
    }

    /**
     * The table as a sheet of a workbook: the numbers of {@link #csv()}, with labels in place of codes.
     *
     * @param title what it is
     * @param subtitle quantity, population, filters and period
     * @param notes what must be known to read it
     */
    public DataSheet sheet(String title, String subtitle, List<String> notes) {
        return new SheetForm(this).sheet(title, subtitle, notes);
    }

    EstimateTable estimates() {
        return table;
    }

    /** How values are printed for people. */
    CellText printing() {
        return CellText.of(table.measure());
    }

    /** Whether the values are published counts instead of estimates. */
    boolean counts() {
        return table.measure() instanceof Measure.OfCounts;
    }

    /** The columns of numbers. */
    List<Column> columns() {
        return counts() ? Column.COUNTS : Column.ESTIMATES;
    }

    /** The categories that name a row: its groups, then its answer where rows have answers. */
    static List<Category> names(EstimateRow row) {
        return Stream.concat(row.groups().stream(), row.answer().stream()).toList();
    }

    /** The headers above {@link #names} for programs. */
    List<String> nameHeaders() {
        return headers(table.by().stream().map(Variable::name), "answer");
    }

    /** The headers above {@link #names} for people. */
    List<String> labelHeaders() {
        return headers(table.by().stream().map(Variable::label), "Answer");
    }

    private List<String> headers(Stream<String> breakdowns, String answer) {
        return Stream.concat(breakdowns, table.byAnswer() ? Stream.of(answer) : Stream.empty())
                .toList();
    }

    /** The data label for programs: practice, real or published. */
    String dataCode() {
        return table.label().code();
    }

    /** What the table is, with its data label. */
    String caption() {
        String by =
                String.join(" and ", table.by().stream().map(Variable::label).toList());
        return table.title() + (by.isEmpty() ? "" : ", by " + by) + ". "
                + table.study().title() + ".";
    }

    /** The data label and what it means. */
    String dataLabel() {
        return table.label().title() + ": " + table.label().explanation();
    }

    /** The meaning of every mark that occurs, one sentence each. */
    List<String> legend() {
        return CellText.flags(table).stream()
                .map(flag -> flag.mark() + " " + flag.meaning())
                .toList();
    }

    /** Whether those who do not know are in the base; empty where there can be none. */
    String dontKnows() {
        return table.dontKnows().orElse("");
    }

    /** What intervals are, in words; empty where there are none. */
    String intervals() {
        return table.intervalTitle()
                .filter(title -> !(table.measure() instanceof Measure.Base))
                .map(title -> Math.round(table.level() * 100) + "% confidence intervals (" + title + ")")
                .orElse("");
    }

    /** The marks of a cell that stand beside its value. */
    static String notes(Cell cell) {
        return CellText.marks(cell.flags());
    }

    /** The numbers as {@link #text()} has them, for wherever nothing but text is shown. */
    @Override
    public String toString() {
        return text();
    }
}
