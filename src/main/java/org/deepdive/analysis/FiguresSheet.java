package org.deepdive.analysis;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.deepdive.published.Computed;
import org.deepdive.published.Reproduction;
import org.deepdive.table.DataSheet;
import org.deepdive.table.DataSheet.Field;
import org.deepdive.table.DataSheet.Kind;

/** Makes a sheet of a workbook of published shares against those computed. */
final class FiguresSheet {

    private static final List<Field> FIELDS = List.of(
            Field.words("Figure"),
            Field.words("Printed"),
            Field.of("computed", Kind.SHARE),
            Field.of("low", Kind.SHARE),
            Field.of("high", Kind.SHARE),
            Field.of("base", Kind.NUMBER),
            Field.words("Verdict"),
            Field.words("Fitted"),
            Field.words("Quote"));

    private final FiguresExhibit exhibit;

    FiguresSheet(FiguresExhibit exhibit) {
        this.exhibit = exhibit;
    }

    DataSheet sheet() {
        return new DataSheet(
                exhibit.title(),
                exhibit.subtitle(),
                exhibit.labels().stream()
                        .sorted()
                        .map(label -> label.title() + ": " + label.explanation())
                        .collect(Collectors.joining(" ")),
                FIELDS,
                exhibit.figures().stream().map(FiguresSheet::row).toList(),
                exhibit.notes());
    }

    private static List<Object> row(Reproduction figure) {
        Computed computed = figure.computed().orElseThrow();
        return List.of(
                figure.figure().id(),
                figure.figure().printed().orElseThrow().text(),
                DataSheet.number(computed.value(), ""),
                DataSheet.number(computed.low(), ""),
                DataSheet.number(computed.high(), ""),
                computed.base(),
                figure.verdict(),
                figure.figure().calibrated().name().toLowerCase(Locale.ROOT),
                figure.figure().quote());
    }
}
