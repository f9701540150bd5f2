package org.deepdive.plot;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Where a picture is drawn as SVG: its width, the sizes of its text, and what it used of the colours.
 *
 * <p>Drawing goes from top to bottom; {@link #y} is where the next thing goes.
 */
final class Canvas {

    /** Below this width labels stand above their bars. */
    static final int STACKED_BELOW = 520;

    /** Between a label and what it labels. */
    static final double GAP = 8;

    /** What lies below everything else: the grid. */
    final Svg under = new Svg();

    final Svg svg = new Svg();
    final int width;
    final String id;
    final double fontSize;
    final double line;
    double y = 4;

    private static final Svg.Look HALO =
            Svg.Look.of("class", "dd-halo", "stroke", "#FFFFFF", "stroke-width", "4", "fill", "none");
    private static final Svg.Look ERROR_BAR =
            Svg.Look.of("class", "dd-line", "stroke", "#0B0C0C", "stroke-width", "1.5", "fill", "none");
    private static final Svg.Look ZERO =
            Svg.Look.of("class", "dd-line", "stroke", "#0B0C0C", "stroke-width", "1", "fill", "none");
    private static final Svg.Look GRID =
            Svg.Look.of("class", "dd-grid", "stroke", "#D4D7DA", "stroke-width", "1", "fill", "none");
    private static final Svg.Look PLATE = Svg.Look.of("rx", 2, "class", "dd-hollow", "fill", "#FFFFFF");

    private final Set<Ink> inks = EnumSet.noneOf(Ink.class);
    private final Set<Ink> hatched = EnumSet.noneOf(Ink.class);

    Canvas(int width, String id) {
        this.width = width;
        this.id = id;
        this.fontSize = isNarrow() ? 14 : 15;
        this.line = fontSize + 4;
    }

    boolean isNarrow() {
        return width < STACKED_BELOW;
    }

    Set<Ink> inks() {
        return inks;
    }

    Set<Ink> hatched() {
        return hatched;
    }

    double textWidth(String text) {
        return TextSize.width(text, fontSize, false);
    }

    List<String> wrap(String text, double room, boolean bold) {
        return TextSize.wrap(text, room, fontSize, bold);
    }

    /** Text with its first baseline at y. */
    void text(double x, double baseline, Svg.Anchor anchor, String style, List<String> lines) {
        svg.text(x, baseline, anchor, style, line, lines);
    }

    /** Lines of text below what was drawn so far. */
    void paragraph(String style, List<String> lines) {
        text(0, y + fontSize, Svg.Anchor.START, style, lines);
        y += lines.size() * line;
    }

    /** Begins a mark that tells its numbers when pointed at; {@link #endMark} ends it. */
    void mark(String words) {
        svg.open("g", "class", "dd-mark").content("title", words);
    }

    /** Begins the mark of a value of a table, which a page can tell from the others by its key. */
    void mark(String words, Mark mark) {
        svg.open("g", "class", "dd-mark", "data-cell", mark.key()).content("title", words);
    }

    void endMark() {
        svg.close();
    }

    /** A bar or segment; hatched where its value is unreliable. */
    void bar(double x, double top, double length, double height, Ink ink, boolean hatch) {
        inks.add(ink);
        if (!hatch) {
            svg.rectangle(x, top, length, height, ink.filled());
            return;
        }
        hatched.add(ink);
        Svg.Look look = Svg.Look.of(
                "fill", "url(#" + hatchId(ink) + ")", "stroke", ink.fill(Theme.LIGHT), "class", ink.id() + "-edge");
        svg.rectangle(x, top, length, height, look);
    }

    /** A piece of the page's colour, to read text on. */
    void plate(double x, double top, double width, double height) {
        svg.rectangle(x, top, width, height, PLATE);
    }

    /** The name of the hatching in a colour. */
    String hatchId(Ink ink) {
        return id + "-" + ink.id() + "-hatch";
    }

    /** A horizontal error bar that can be seen on the bar as well as beside it. */
    void whisker(double low, double high, double middle) {
        CharSequence path = errorBar(low, high, middle);
        svg.path(path, HALO);
        svg.path(path, ERROR_BAR);
    }

    /** A vertical error bar. */
    void whisker(double x, double low, double high, Ink ink) {
        String path = "M" + at(x, low) + "V" + Svg.number(high) + "M" + at(x - 4, low) + "H" + Svg.number(x + 4) + "M"
                + at(x - 4, high) + "H" + Svg.number(x + 4);
        stroke(path, ink, 1.5);
    }

    /** A horizontal error bar in a colour. */
    void interval(double low, double high, double middle, Ink ink) {
        stroke(errorBar(low, high, middle), ink, 2);
    }

    private static CharSequence errorBar(double low, double high, double middle) {
        StringBuilder path = new StringBuilder(64);
        at(path.append('M'), low, middle);
        Svg.append(path.append('H'), high);
        at(path.append('M'), low, middle - 4);
        Svg.append(path.append('V'), middle + 4);
        at(path.append('M'), high, middle - 4);
        return Svg.append(path.append('V'), middle + 4);
    }

    /** A line in a colour. */
    void stroke(CharSequence path, Ink ink, double width) {
        inks.add(ink);
        svg.leaf(
                "path",
                "d",
                path,
                "class",
                ink.id() + "-edge",
                "stroke",
                ink.fill(Theme.LIGHT),
                "stroke-width",
                width,
                "fill",
                "none",
                "stroke-linejoin",
                "round");
    }

    /** An area in a faint colour. */
    void band(String path, Ink ink) {
        inks.add(ink);
        svg.leaf("path", "d", path, "class", ink.id(), "fill", ink.fill(Theme.LIGHT), "fill-opacity", "0.2");
    }

    /** The point of a line, in a shape of its own for each line; hollow where it joins no line. */
    void point(double x, double y, int series, Ink ink, boolean hollow) {
        inks.add(ink);
        String path = switch (series) {
            case 0 -> "M" + at(x - 4, y) + "a4 4 0 1 0 8 0a4 4 0 1 0-8 0z";
            case 1 -> "M" + at(x - 4, y - 4) + "h8v8h-8z";
            case 2 -> "M" + at(x, y - 5.5) + "l5.5 5.5l-5.5 5.5l-5.5-5.5z";
            default -> "M" + at(x, y - 5) + "l5.5 9.5h-11z";
        };
        if (hollow) {
            svg.leaf(
                    "path",
                    "d",
                    path,
                    "class",
                    ink.id() + "-edge dd-hollow",
                    "stroke",
                    ink.fill(Theme.LIGHT),
                    "stroke-width",
                    "2",
                    "fill",
                    "#FFFFFF");
        } else {
            svg.path(path, ink.filled());
        }
    }

    /** A line of the grid, or the zero line. */
    void rule(double x1, double y1, double x2, double y2, boolean zero) {
        StringBuilder path = new StringBuilder(32);
        at(path.append('M'), x1, y1);
        at(path.append('L'), x2, y2);
        under.path(path, zero ? ZERO : GRID);
    }

    static String at(double x, double y) {
        return at(new StringBuilder(), x, y).toString();
    }

    private static StringBuilder at(StringBuilder path, double x, double y) {
        return Svg.append(Svg.append(path, x).append(' '), y);
    }
}
