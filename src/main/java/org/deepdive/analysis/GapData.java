package org.deepdive.analysis;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.deepdive.disclosure.Cleared;
import org.deepdive.estimate.Cell;
import org.deepdive.estimate.CellText;
import org.deepdive.estimate.Comparison;
import org.deepdive.estimate.EstimateTable;
import org.deepdive.estimate.Flag;
import org.deepdive.plot.GapPlot;
import org.deepdive.study.CsvText;
import org.deepdive.study.DataLabel;
import org.deepdive.table.DataSheet;
import org.deepdive.table.DataSheet.Field;
import org.deepdive.table.DataSheet.Kind;

/** Gaps as data: for each row of the plot a line for either group. */
final class GapData {

    private static final List<String> SIDE = List.of("estimate", "low", "high", "base", "effective_base", "deff");
    private static final List<String> TEST =
            List.of("difference", "difference_low", "difference_high", "p", "adjusted_p");
    private static final List<String> COLUMNS = Stream.of(
                    List.of("row", "group", "query"), SIDE, List.of("flags"), TEST, List.of("data"))
            .flatMap(List::stream)
            .toList();
    private static final Set<String> IN_UNITS =
            Set.of("estimate", "low", "high", "difference", "difference_low", "difference_high");

    private final GapExhibit exhibit;

    GapData(GapExhibit exhibit) {
        this.exhibit = exhibit;
    }

    /**
     * A line.
     *
     * @param row what the row of the plot is about
     * @param group the group's name
     * @param side the group's value
     * @param numbers the numbers by name; NaN for those that do not exist or are withheld
     * @param tested whether the test of the row may be shown
     */
    private record Line(String row, String group, EstimateTable side, Map<String, Double> numbers, boolean tested) {

        String marks() {
            return CellText.marks(side.rows().get(0).cell().flags());
        }

        Object cell(String name) {
            return DataSheet.number(
                    numbers.get(name), TEST.contains(name) && !tested ? Flag.SUPPRESSED.mark() : marks());
        }
    }

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        List<GapPlot.Gap> gaps = exhibit.plot().gaps();
        for (int i = 0; i < gaps.size(); i++) {
            GapPlot.Gap gap = gaps.get(i);
            double adjusted = exhibit.plot().adjusted().get(i);
            lines.add(line(gap, exhibit.first(), gap.first().value(), adjusted));
            lines.add(line(gap, exhibit.second(), gap.second().value(), adjusted));
        }
        return lines;
    }

    private static Line line(GapPlot.Gap gap, String group, EstimateTable side, double adjusted) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        SIDE.forEach(name -> numbers.put(name, Double.NaN));
        if (side.rows().get(0).cell() instanceof Cell.Estimate e) {
            numbers.put("estimate", e.value());
            numbers.put("low", e.low());
            numbers.put("high", e.high());
            numbers.put("base", (double) e.base());
            numbers.put("effective_base", e.effectiveBase());
            numbers.put("deff", e.deff());
        }
        Optional<Comparison> test = gap.test().map(Cleared::value);
        numbers.put("difference", test.map(Comparison::difference).orElse(Double.NaN));
        numbers.put("difference_low", test.map(Comparison::low).orElse(Double.NaN));
        numbers.put("difference_high", test.map(Comparison::high).orElse(Double.NaN));
        numbers.put("p", test.map(Comparison::p).orElse(Double.NaN));
        numbers.put("adjusted_p", adjusted);
        return new Line(gap.label(), group, side, numbers, test.isPresent());
    }

    String csv() {
        return CsvText.of(COLUMNS, lines().stream().map(GapData::fields).toList());
    }

    private static List<String> fields(Line line) {
        List<String> fields = new ArrayList<>(
                List.of(line.row(), line.group(), line.side().query().text()));
        SIDE.forEach(name -> fields.add(exact(line.numbers().get(name))));
        fields.add(line.marks());
        TEST.forEach(name -> fields.add(exact(line.numbers().get(name))));
        fields.add(line.side().label().code());
        return fields;
    }

    private static String exact(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }

    String json() {
        ObjectNode root = new ObjectMapper().createObjectNode();
        DataLabel label = lines().get(0).side().label();
        root.put("title", exhibit.title()).put("subtitle", exhibit.subtitle());
        root.put("url", exhibit.question().path());
        root.putObject("data")
                .put("label", label.code())
                .put("title", label.title())
                .put("explanation", label.explanation());
        ArrayNode rows = root.putArray("rows");
        for (Line line : lines()) {
            ObjectNode node = rows.addObject();
            node.put("row", line.row()).put("group", line.group());
            node.put("query", line.side().query().text());
            line.numbers().forEach((name, number) -> {
                if (Double.isFinite(number)) {
                    node.put(name, number);
                } else {
                    node.putNull(name);
                }
            });
            node.put("flags", line.marks());
        }
        return root + "\n";
    }

    DataSheet sheet() {
        EstimateTable first = exhibit.plot().gaps().get(0).first().value();
        boolean share = first.measure().isShare();
        List<Field> fields =
                new ArrayList<>(List.of(Field.words(exhibit.question().of()), Field.words("Group")));
        Stream.concat(SIDE.stream(), TEST.stream())
                .forEach(name ->
                        fields.add(Field.of(name, share && IN_UNITS.contains(name) ? Kind.SHARE : Kind.NUMBER)));
        fields.add(Field.of("flags", Kind.TEXT));
        return new DataSheet(
                exhibit.title(),
                exhibit.subtitle(),
                first.label().title() + ": " + first.label().explanation(),
                fields,
                lines().stream().map(GapData::cells).toList(),
                exhibit.notes());
    }

    private static List<Object> cells(Line line) {
        List<Object> cells = new ArrayList<>(List.of(line.row(), line.group()));
        SIDE.forEach(name -> cells.add(line.cell(name)));
        TEST.forEach(name -> cells.add(line.cell(name)));
        cells.add(line.marks());
        return cells;
    }
}
