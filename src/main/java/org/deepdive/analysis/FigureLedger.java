package org.deepdive.analysis;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.deepdive.estimate.Query;
import org.deepdive.published.Claim;
import org.deepdive.published.ClaimVerdict;
import org.deepdive.published.Computed;
import org.deepdive.published.Printed;
import org.deepdive.published.PublishedFigure;
import org.deepdive.published.Reproduction;
import org.deepdive.study.CsvText;
import org.deepdive.study.DataLabel;
import org.deepdive.study.InputException;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * The ledger of published figures: what was printed, what was computed, and the verdict.
 *
 * @param rows one reproduction a figure, in the order of the publications
 */
public record FigureLedger(List<Reproduction> rows) {

    private static final List<String> COLUMNS = List.of(
            "id",
            "publication",
            "printed",
            "computed",
            "low",
            "high",
            "base",
            "verdict",
            "calibrated",
            "reason",
            "unit",
            "claim",
            "claim_verdict",
            "claim_p",
            "claim_test",
            "data",
            "query",
            "quote");

    public FigureLedger {
        rows = List.copyOf(rows);
    }

    /** How many figures have a verdict, one of {@link Reproduction#VERDICTS}. */
    public long count(String verdict) {
        return rows.stream().filter(r -> r.verdict().equals(verdict)).count();
    }

    /** The ledger of one publication. */
    public FigureLedger of(String publication) {
        return new FigureLedger(rows.stream()
                .filter(r -> r.figure().publication().equals(publication))
                .toList());
    }

    /**
     * The figures that have a verdict.
     *
     * @param verdict one of {@link Reproduction#VERDICTS}
     * @throws InputException for any other, with the nearest
     */
    public FigureLedger with(String verdict) {
        if (!Reproduction.VERDICTS.contains(verdict)) {
            throw InputException.unknown("verdict", verdict, Reproduction.VERDICTS);
        }
        return new FigureLedger(
                rows.stream().filter(r -> r.verdict().equals(verdict)).toList());
    }

    /** The first figures, for a look at them; all where there are no more. */
    public FigureLedger first(int figures) {
        return new FigureLedger(rows.stream().limit(figures).toList());
    }

    /**
     * One row a publication, in their order: how many figures it prints, and how many of them have each verdict. The column
     * {@code fitted} counts those of the reproduced ones that the practice data were fitted to.
     */
    public Table byPublication() {
        List<FigureLedger> ledgers = rows.stream()
                .map(r -> r.figure().publication())
                .distinct()
                .map(this::of)
                .toList();
        Table table = Table.create("Published figures, recomputed")
                .addColumns(
                        StringColumn.create(
                                "publication",
                                ledgers.stream().map(l -> l.rows.get(0).figure().publication())),
                        counts("figures", ledgers, l -> l.rows.size()));
        Reproduction.VERDICTS.forEach(verdict -> table.addColumns(counts(verdict, ledgers, l -> l.count(verdict))));
        return table.addColumns(counts("fitted", ledgers, FigureLedger::fitted));
    }

    private static LongColumn counts(String name, List<FigureLedger> ledgers, ToLongFunction<FigureLedger> count) {
        return LongColumn.create(name, ledgers.stream().mapToLong(count).toArray());
    }

    /** How many figures were reproduced from practice data that were fitted to them. */
    public long fitted() {
        return rows.stream().filter(FigureLedger::isFitted).count();
    }

    private static boolean isFitted(Reproduction row) {
        return row instanceof Reproduction.Reproduced
                && row.figure().calibrated() == PublishedFigure.Calibrated.YES
                && row.computed().filter(c -> c.label() == DataLabel.PRACTICE).isPresent();
    }

    /** Why figures are not reproducible, with how many each reason holds for, most frequent first. */
    public Map<String, Long> reasons() {
        return rows.stream()
                .filter(r -> r instanceof Reproduction.NotReproducible)
                .collect(Collectors.groupingBy(r -> summary(r.reason()), LinkedHashMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
    }

    private static String summary(String reason) {
        return reason.startsWith("The counts of") ? "The counts were not published." : reason;
    }

    /** The ledger as CSV with a header line; numbers with all their digits, shares as fractions of one. */
    public String csv() {
        return CsvText.of(
                COLUMNS,
                rows.stream().map(row -> List.copyOf(fields(row).values())).toList());
    }

    /** The ledger as a JSON array of objects with the CSV's columns. */
    public String json() {
        ArrayNode array = new ObjectMapper().createArrayNode();
        for (Reproduction row : rows) {
            ObjectNode node = array.addObject();
            fields(row).forEach(node::put);
        }
        return array.toPrettyString() + "\n";
    }

    private static Map<String, String> fields(Reproduction row) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("id", row.figure().id());
        fields.put("publication", row.figure().publication());
        fields.put("printed", row.figure().printed().map(Printed::text).orElse(""));
        fields.put("computed", row.computed().map(c -> number(c.value())).orElse(""));
        fields.put("low", row.computed().map(c -> number(c.low())).orElse(""));
        fields.put("high", row.computed().map(c -> number(c.high())).orElse(""));
        fields.put("base", row.computed().map(c -> String.valueOf(c.base())).orElse(""));
        fields.put("verdict", row.verdict());
        fields.put("calibrated", row.figure().calibrated().name().toLowerCase(Locale.ROOT));
        fields.put("reason", row.reason());
        fields.put("unit", row.figure().unit().text());
        fields.put("claim", row.figure().claim().map(Claim::text).orElse(""));
        fields.put("claim_verdict", row.claim().map(c -> c.outcome().text()).orElse(""));
        fields.put(
                "claim_p",
                row.claim()
                        .flatMap(ClaimVerdict::test)
                        .map(ClaimVerdict.Test::p)
                        .map(FigureLedger::number)
                        .orElse(""));
        fields.put("claim_test", row.claim().map(ClaimVerdict::sentence).orElse(""));
        fields.put(
                "data",
                row.computed()
                        .map(Computed::label)
                        .map(l -> l.name().toLowerCase(Locale.ROOT))
                        .orElse(""));
        fields.put("query", row.figure().query().map(Query::text).orElse(""));
        fields.put("quote", row.figure().quote());
        return fields;
    }

    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }

    /** The figures with their verdicts, one a line. */
    @Override
    public String toString() {
        return rows.stream().map(Reproduction::text).collect(Collectors.joining("\n"));
    }
}
