package org.deepdive.plot;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deepdive.study.DataLabel;
import org.deepdive.study.InputException;

/**
 * A chart whose picture was kept as {@link Drawing#svgForPage(int)} wrote it, and whose numbers may be others today.
 *
 * @param title what it shows
 * @param subtitle quantity, population, filters and period
 * @param altText the picture in words
 * @param labels what its numbers were computed from
 * @param caption the sentences of its caption, at least one
 * @param svg the picture; whoever has it from elsewhere has made sure that it holds no more than such a picture does
 */
public record SavedChart(
        String title, String subtitle, String altText, Set<DataLabel> labels, List<String> caption, String svg) {

    private static final Pattern ROOT =
            Pattern.compile("^<svg [^>]*?viewBox=\"0 0 (?<width>[0-9]{1,4}) (?<height>[0-9.]{1,8})\""
                    + "[^>]*? font-size=\"(?<size>[0-9.]{1,4})\"[^>]*>");
    private static final Pattern NAMES = Pattern.compile("^\\s*<title[^>]*>[^<]*</title>\\s*<desc[^>]*>[^<]*</desc>");
    private static final String END = "</svg>";

    /** @throws InputException where the picture is none of this program's */
    public SavedChart {
        labels = Set.copyOf(labels);
        caption = List.copyOf(caption);
        root(svg);
    }

    private static Matcher root(String svg) {
        Matcher root = ROOT.matcher(svg);
        if (!root.find() || !svg.strip().endsWith(END)) {
            throw InputException.of(
                    "picture",
                    "The picture is not one that Deepdive drew for a page.",
                    svg.substring(0, Math.min(svg.length(), 80)),
                    "Give it as it was written.");
        }
        return root;
    }

    /** The chart as a figure for re-use elsewhere, its picture in its own size. */
    public StandaloneFigure standalone() {
        int width = Integer.parseInt(root(svg).group("width")) + 2 * StandaloneSvg.MARGIN;
        return new StandaloneFigure(
                new StandaloneParts(
                        title, subtitle, altText, StandaloneParts.sorted(labels), caption, "saved " + svg, this::draw),
                width);
    }

    private void draw(Canvas canvas) {
        Matcher root = root(svg);
        String inner = svg.substring(root.end(), svg.lastIndexOf(END));
        canvas.svg.open("g", "transform", "translate(0 " + Svg.number(canvas.y) + ")", "font-size", root.group("size"));
        canvas.svg.append(NAMES.matcher(inner).replaceFirst("").strip() + "\n").close();
        canvas.y += Double.parseDouble(root.group("height"));
    }
}
