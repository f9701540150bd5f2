package org.deepdive.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.text.WordUtils;

/**
 * Writes a banner as plain text: as many columns side by side as fit, the rest below with the labels of the rows again.
 * Groups that belong together are not parted where they would fit whole into the next block.
 */
final class BannerText {

    private static final int LEAST_STUB = 16;
    private static final int WIDEST_STUB = 44;
    private static final int GAP = 2;

    /** Up to this width a header stands on one line. */
    private static final int SHORT_HEADER = 9;

    /** No header makes a column wider than this; its words are broken instead. */
    private static final int WIDEST_HEADER = 12;

    private final BannerTable banner;
    private final int width;
    private final int stub;
    private final List<BannerStub> lines;
    private final List<Size> sizes;

    /** The widths of a column: of its values, and with what stands beside them. */
    private record Size(int value, int whole) {}

    BannerText(BannerTable banner, int width) {
        this.banner = banner;
        this.width = Math.max(BannerTable.LEAST_WIDTH, width);
        this.lines = Stream.concat(
                        Stream.of(BannerStub.bases(banner)),
                        banner.blocks().stream().map(block -> BannerStub.of(banner, block)))
                .flatMap(List::stream)
                .toList();
        this.sizes =
                IntStream.range(0, banner.columns().size()).mapToObj(this::size).toList();
        int longest = lines.stream()
                .filter(line -> !line.heading())
                .mapToInt(line -> AlignedText.length(line.label()))
                .max()
                .orElse(0);
        this.stub = Math.max(LEAST_STUB, Math.min(longest, Math.min(WIDEST_STUB, this.width / 3)));
    }

    String text() {
        StringBuilder text = new StringBuilder();
        paragraph(text, banner.caption());
        paragraph(text, banner.dataLabel());
        for (List<Integer> columns : columnBlocks()) {
            text.append('\n');
            block(text, columns);
        }
        text.append('\n');
        banner.notes().forEach(note -> paragraph(text, note + "."));
        return text.toString();
    }

    private void paragraph(StringBuilder text, String words) {
        wrapped(words, width).forEach(line -> text.append(line).append('\n'));
    }

    private Size size(int column) {
        int value = 0;
        int marks = 0;
        for (BannerStub line : lines) {
            if (!line.heading()) {
                value = Math.max(
                        value, AlignedText.length(line.cells().get(column).value()));
                marks = Math.max(
                        marks, AlignedText.length(line.cells().get(column).marks()));
            }
        }
        BannerColumn head = banner.columns().get(column);
        int words = Math.max(Math.min(SHORT_HEADER, AlignedText.length(head.leaf())), longestWord(head.leaf()));
        int letter = head.letter().isEmpty() ? 0 : head.letter().length() + 2;
        int cell = value + (marks == 0 ? 0 : marks + 1);
        return new Size(value, Math.max(Math.max(cell, letter), Math.min(WIDEST_HEADER, words)));
    }

    private static int longestWord(String label) {
        return Arrays.stream(AlignedText.plain(label).split(" "))
                .mapToInt(AlignedText::length)
                .max()
                .orElse(0);
    }

    /** The columns of each block, in order. */
    private List<List<Integer>> columnBlocks() {
        List<List<Integer>> blocks = new ArrayList<>();
        List<Integer> block = new ArrayList<>();
        int at = 0;
        for (BannerSpan span : BannerSpan.families(banner.columns())) {
            List<Integer> next =
                    IntStream.range(at, at + span.columns()).boxed().toList();
            if (!block.isEmpty() && !fits(block, next) && fits(List.of(), next)) {
                blocks.add(block);
                block = new ArrayList<>();
            }
            for (int column : next) {
                if (!block.isEmpty() && !fits(block, List.of(column))) {
                    blocks.add(block);
                    block = new ArrayList<>();
                }
                block.add(column);
            }
            at += span.columns();
        }
        blocks.add(block);
        return blocks;
    }

    private boolean fits(List<Integer> columns, List<Integer> more) {
        return stub + across(columns) + across(more) <= width;
    }

    private int across(List<Integer> columns) {
        return columns.stream()
                .mapToInt(column -> GAP + sizes.get(column).whole())
                .sum();
    }

    private void block(StringBuilder text, List<Integer> columns) {
        head(text, columns);
        for (BannerStub line : lines) {
            if (line.heading()) {
                text.append('\n');
                paragraph(text, line.label());
            } else {
                row(text, line, columns);
            }
        }
    }

    private void head(StringBuilder text, List<Integer> columns) {
        List<BannerColumn> heads = columns.stream().map(banner.columns()::get).toList();
        for (int level = 0; level < BannerSpan.levels(heads) - 1; level++) {
            spans(text, columns, BannerSpan.at(heads, level));
        }
        List<Integer> widths =
                columns.stream().map(column -> sizes.get(column).whole()).toList();
        words(text, heads.stream().map(BannerColumn::leaf).toList(), widths);
        if (heads.stream().anyMatch(head -> !head.letter().isEmpty())) {
            words(
                    text,
                    heads.stream()
                            .map(head -> head.letter().isEmpty() ? "" : "(" + head.letter() + ")")
                            .toList(),
                    widths);
        }
        text.append("-".repeat(stub + across(columns))).append('\n');
    }

    /** A row of headings over several columns each, with a rule below each. */
    private void spans(StringBuilder text, List<Integer> columns, List<BannerSpan> spans) {
        List<Integer> widths = new ArrayList<>();
        int at = 0;
        for (BannerSpan span : spans) {
            widths.add(across(columns.subList(at, at + span.columns())) - GAP);
            at += span.columns();
        }
        words(text, spans.stream().map(BannerSpan::label).toList(), widths);
        List<String> rules = IntStream.range(0, widths.size())
                .mapToObj(i -> spans.get(i).label().isEmpty() ? "" : "-".repeat(widths.get(i)))
                .toList();
        words(text, rules, widths);
    }

    private void row(StringBuilder text, BannerStub line, List<Integer> columns) {
        lines(
                text,
                wrapped(line.label(), stub),
                columns.stream().map(column -> List.of(cell(line, column))).toList(),
                columns.stream().map(column -> sizes.get(column).whole()).toList());
    }

    /** Headings in columns, each on as many lines as it needs. */
    private void words(StringBuilder text, List<String> words, List<Integer> widths) {
        List<List<String>> cells = IntStream.range(0, widths.size())
                .mapToObj(i -> wrapped(words.get(i), widths.get(i)))
                .toList();
        lines(text, List.of(), cells, widths);
    }

    private String cell(BannerStub line, int column) {
        BannerBlock.Text cell = line.cells().get(column);
        String value = " ".repeat(sizes.get(column).value() - AlignedText.length(cell.value())) + cell.value();
        return cell.marks().isEmpty() ? value : value + " " + cell.marks();
    }

    /** One row of cells, on as many lines as its longest cell needs; short cells stand on the first line. */
    private void lines(StringBuilder text, List<String> label, List<List<String>> cells, List<Integer> widths) {
        int height = Stream.concat(Stream.of(label), cells.stream())
                .mapToInt(List::size)
                .max()
                .orElse(1);
        for (int line = 0; line < height; line++) {
            StringBuilder one = new StringBuilder(padded(label, line, stub));
            for (int i = 0; i < widths.size(); i++) {
                one.append(" ".repeat(GAP)).append(padded(cells.get(i), line, widths.get(i)));
            }
            text.append(one.toString().stripTrailing()).append('\n');
        }
    }

    private static String padded(List<String> parts, int line, int width) {
        String part = line < parts.size() ? parts.get(line) : "";
        return part + " ".repeat(Math.max(0, width - AlignedText.length(part)));
    }

    /** Lines of words; a word that is longer than a line is broken. */
    private static List<String> wrapped(String words, int width) {
        return WordUtils.wrap(AlignedText.plain(words), width, "\n", true)
                .lines()
                .toList();
    }
}
