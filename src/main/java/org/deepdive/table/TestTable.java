package org.deepdive.table;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.deepdive.disclosure.Cleared;
import org.deepdive.estimate.AssociationTest;
import org.deepdive.estimate.Comparison;
import org.deepdive.estimate.ComparisonTable;
import org.deepdive.estimate.Query;
import org.deepdive.estimate.ScreenTable;
import org.deepdive.estimate.TrendTable;
import org.deepdive.study.CsvText;
import org.deepdive.study.DataLabel;
import org.deepdive.study.Study;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Cleared tests as a table: immutable, one row a test, written as plain text, CSV, JSON or as a Tablesaw table.
 *
 * <p>Every form says what kind of data the numbers come from. The text prints percentages and labels; the forms for
 * programs hold fractions of one in full precision, and codes. A withheld test has {@code [c]} and no number.
 */
public final class TestTable {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Set<String> IN_UNITS = Set.of("difference", "slope", "se", "low", "high");

    private final Study study;
    private final Query query;
    private final DataLabel label;
    private final TestLines lines;

    private TestTable(Study study, Query query, DataLabel label, TestLines lines) {
        this.study = study;
        this.query = query;
        this.label = label;
        this.lines = lines;
    }

    /** The table of a family of comparisons. */
    public static TestTable ofComparisons(Cleared<ComparisonTable> cleared) {
        ComparisonTable table = cleared.value();
        return new TestTable(table.study(), table.query(), table.label(), new ComparisonLines(table));
    }

    /**
     * The table of the comparison of two groups: one row.
     *
     * @param study the study of both
     * @param label what its numbers are computed from
     */
    public static TestTable ofTwoGroups(Cleared<Comparison> cleared, Study study, DataLabel label) {
        Comparison test = cleared.value();
        return new TestTable(
                study,
                test.first(),
                label,
                new TwoGroupLines(test, study.measure(test.first().measure())));
    }

    /** The table of trends. */
    public static TestTable ofTrends(Cleared<TrendTable> cleared) {
        TrendTable table = cleared.value();
        return new TestTable(table.study(), table.query(), table.label(), new TrendLines(table));
    }

    /** The table of a test of association: one row. */
    public static TestTable ofAssociation(Cleared<AssociationTest> cleared) {
        AssociationTest test = cleared.value();
        return new TestTable(test.study(), test.query(), test.label(), new AssociationLines(test));
    }

    /** The table of a screen of breakdowns. */
    public static TestTable ofScreen(Cleared<ScreenTable> cleared) {
        ScreenTable table = cleared.value();
        return new TestTable(table.study(), table.query(), table.label(), new ScreenLines(table));
    }

    /** What was tested, in words. */
    public String title() {
        return lines.title();
    }

    /** Whom the tests are of: population, and the waves asked about. */
    public String population() {
        return study.population()
                + query.waves().map(waves -> ", " + waves.text()).orElse("");
    }

    /** What the tests were computed from. */
    public DataLabel label() {
        return label;
    }

    /** The table as accessible HTML without scripts or inline styles. */
    public String html() {
        HtmlTable table = new HtmlTable(title() + ". " + study.title() + ".")
                .label(label.title() + ": " + label.explanation())
                .words(lines.headers().subList(0, lines.names()).toArray(String[]::new))
                .numbers(lines.headers()
                        .subList(lines.names(), lines.headers().size())
                        .toArray(String[]::new));
        lines.rows().forEach(table::row);
        lines.notes().forEach(table::note);
        return table.html();
    }

    /** The table as aligned plain text, with its title and the data label first and notes last. */
    public String text() {
        List<List<String>> all = new ArrayList<>();
        all.add(lines.headers());
        lines.rows().forEach(row -> all.add(row.stream().map(AlignedText::plain).toList()));
        StringBuilder text = new StringBuilder(AlignedText.plain(title() + ". " + study.title() + ".") + "\n");
        text.append(label.title()).append(": ").append(label.explanation()).append("\n\n");
        text.append(AlignedText.of(all, i -> i >= lines.names())).append('\n');
        lines.notes().forEach(note -> text.append(AlignedText.plain(note)).append('\n'));
        return text.toString();
    }

    /** The same text with findings below it, one a line. */
    public String text(List<String> findings) {
        StringBuilder text = new StringBuilder(text()).append('\n');
        findings.forEach(finding -> text.append(AlignedText.plain(finding)).append('\n'));
        return text.toString();
    }

    /** The table as CSV (RFC 4180, line feeds, header first), with a column {@code data}: practice, real or published. */
    public String csv() {
        List<Map<String, Object>> records = records();
        return CsvText.of(
                List.copyOf(records.get(0).keySet()),
                records.stream()
                        .map(record ->
                                record.values().stream().map(TestTable::field).toList())
                        .toList());
    }

    /** The table as JSON, with the study, the query, the data label and the notes. */
    public String json() {
        ObjectNode root = MAPPER.createObjectNode();
        root.putObject("study").put("slug", study.slug()).put("title", study.title());
        root.put("query", query.text());
        root.put("title", title());
        root.putObject("data")
                .put("label", dataCode())
                .put("title", label.title())
                .put("explanation", label.explanation());
        ArrayNode notes = root.putArray("notes");
        lines.notes().forEach(notes::add);
        ArrayNode rows = root.putArray("rows");
        records().forEach(record -> rows.add(MAPPER.<ObjectNode>valueToTree(record)));
        return JsonForm.text(root);
    }

    /** The table for Tablesaw, with the columns of {@link #csv()}. A new table each time. */
    public Table tablesaw() {
        List<Map<String, Object>> records = records();
        Table table = Table.create(title() + " (" + label.title().toLowerCase(Locale.ROOT) + ")");
        for (String name : records.get(0).keySet()) {
            List<Object> values =
                    records.stream().map(record -> record.get(name)).toList();
            table.addColumns(
                    lines.isNumber(name)
                            ? DoubleColumn.create(
                                    name,
                                    values.stream()
                                            .mapToDouble(v -> v == null ? Double.NaN : ((Number) v).doubleValue())
                                            .toArray())
                            : StringColumn.create(name, values.stream().map(v -> v == null ? "" : String.valueOf(v))));
        }
        return table;
    }

    /** The tests as a sheet of a workbook: the numbers of {@link #csv()}, with labels in place of codes. */
    public DataSheet sheet() {
        List<Map<String, Object>> records = records();
        List<String> numbers =
                records.get(0).keySet().stream().filter(lines::isNumber).toList();
        List<DataSheet.Field> fields = new ArrayList<>();
        lines.headers().subList(0, lines.names()).forEach(header -> fields.add(DataSheet.Field.words(header)));
        numbers.forEach(name -> fields.add(DataSheet.Field.of(name, kind(name, records.get(0)))));
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            Map<String, Object> record = records.get(i);
            String marks = String.valueOf(record.getOrDefault("flags", ""));
            List<Object> row = new ArrayList<>(lines.rows().get(i).subList(0, lines.names()));
            numbers.forEach(name -> row.add(DataSheet.number((Number) record.get(name), marks)));
            rows.add(row);
        }
        return new DataSheet(
                title(), population(), label.title() + ": " + label.explanation(), fields, rows, lines.notes());
    }

    /** Whether a column is in the units of a share; limits of ratios are not. */
    private DataSheet.Kind kind(String name, Map<String, Object> record) {
        boolean units = name.endsWith("_estimate") || !record.containsKey("ratio") && IN_UNITS.contains(name);
        boolean share = units && study.measure(query.measure()).isShare();
        return share ? DataSheet.Kind.SHARE : DataSheet.Kind.NUMBER;
    }

    /** A field of CSV; numbers are never a formula, also where they start with a minus. */
    private static String field(Object value) {
        if (value == null) {
            return "";
        }
        return String.valueOf(value);
    }

    private String dataCode() {
        return label.code();
    }

    /** The rows for programs: numbers that do not exist are null. */
    private List<Map<String, Object>> records() {
        List<Map<String, Object>> records = new ArrayList<>();
        for (Map<String, Object> record : lines.records()) {
            Map<String, Object> finite = new LinkedHashMap<>();
            record.forEach((name, value) ->
                    finite.put(name, value instanceof Double d && !Double.isFinite(d) ? null : value));
            finite.put("data", dataCode());
            records.add(finite);
        }
        return records;
    }

    /** The numbers as {@link #text()} has them, for wherever nothing but text is shown. */
    @Override
    public String toString() {
        return text();
    }
}
