package org.deepdive.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.deepdive.estimate.Cell;
import org.deepdive.estimate.EstimateRow;
import org.deepdive.study.Category;
import org.deepdive.study.CsvText;
import org.deepdive.study.Measure;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** A banner with one line for each cell, for programs. */
final class BannerLines {

    /** A cell with what it stands below and beside; of a base, without answer. */
    private record Line(
            Measure measure,
            String statistic,
            Optional<Category> answer,
            BannerColumn column,
            Cell cell,
            String significance) {

        EstimateRow row() {
            return new EstimateRow(column.groups(), answer, cell);
        }
    }

    /** A column of words: for programs, and for people. */
    private record Words(String name, Function<Line, String> code, Function<Line, String> label) {

        static Words same(String name, Function<Line, String> words) {
            return new Words(name, words, words);
        }
    }

    private final BannerTable banner;
    private final List<Line> lines = new ArrayList<>();

    BannerLines(BannerTable banner) {
        this.banner = banner;
        banner.blocks().forEach(this::add);
    }

    private void add(BannerBlock block) {
        for (int i = 0; i < banner.columns().size(); i++) {
            lines.add(new Line(
                    block.measure(),
                    "Base",
                    Optional.empty(),
                    banner.columns().get(i),
                    block.bases().get(i),
                    ""));
        }
        for (BannerRow row : block.rows()) {
            for (int i = 0; i < banner.columns().size(); i++) {
                BannerCell cell = row.cells().get(i);
                lines.add(new Line(
                        block.measure(),
                        block.measure().statistic(),
                        row.answer(),
                        banner.columns().get(i),
                        cell.cell(),
                        cell.significance()));
            }
        }
    }

    private List<Words> before() {
        return List.of(
                new Words(
                        "question",
                        line -> banner.question().variable().name(),
                        line -> banner.question().variable().label()),
                new Words(
                        "measure",
                        line -> line.measure().name(),
                        line -> line.measure().label()),
                new Words(
                        "answer",
                        line -> line.answer().map(Category::code).orElse(""),
                        line -> line.answer().map(Category::label).orElse("")),
                new Words(
                        "breakdown",
                        line -> line.column().breakdown().name(),
                        line -> line.column().breakdown().label()),
                new Words(
                        "group",
                        line -> line.column().code(),
                        line -> line.column().label()),
                Words.same("letter", line -> line.column().letter()),
                Words.same("statistic", Line::statistic));
    }

    private List<Words> after() {
        return List.of(
                Words.same("flags", line -> ResultTable.notes(line.cell())),
                Words.same("significance", Line::significance),
                Words.same("data", line -> banner.dataCode()));
    }

    String csv() {
        List<String> header = Stream.of(
                        before().stream().map(Words::name),
                        Column.ESTIMATES.stream().map(Column::name),
                        after().stream().map(Words::name))
                .flatMap(names -> names)
                .toList();
        return CsvText.of(header, lines.stream().map(this::fields).toList());
    }

    private List<String> fields(Line line) {
        return Stream.of(
                        before().stream().map(words -> words.code().apply(line)),
                        Column.ESTIMATES.stream().map(column -> column.text(line.row())),
                        after().stream().map(words -> words.code().apply(line)))
                .flatMap(fields -> fields)
                .toList();
    }

    Table tablesaw() {
        Table table = Table.create(banner.caption() + " " + banner.dataTitle() + ".");
        before().forEach(words -> table.addColumns(words(words)));
        List<EstimateRow> rows = lines.stream().map(Line::row).toList();
        Column.ESTIMATES.forEach(column -> table.addColumns(TablesawForm.column(column, rows)));
        after().forEach(words -> table.addColumns(words(words)));
        return table;
    }

    private StringColumn words(Words words) {
        return StringColumn.create(words.name(), lines.stream().map(words.label()));
    }
}
