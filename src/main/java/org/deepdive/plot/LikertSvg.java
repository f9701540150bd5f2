package org.deepdive.plot;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deepdive.estimate.Flag;

/**
 * Draws stacked bars as SVG, with the numbers in the segments that have room for them, a legend above in the order of the
 * segments, and the net at the right.
 */
final class LikertSvg {

    private static final double WIDEST_LABELS = 0.3;
    private static final double THICKNESS = 30;
    private static final double BETWEEN = 10;
    private static final double SWATCH = 14;
    private static final double SEAM = 1.5;
    private static final String WITHHELD = Flag.SUPPRESSED.mark();

    private final Canvas canvas;
    private final Likert likert;
    private final double left;
    private final double right;
    private final double nets;

    private LikertSvg(Canvas canvas, Likert likert) {
        this.canvas = canvas;
        this.likert = likert;
        double labels = likert.groups().stream()
                .mapToDouble(g -> canvas.textWidth(g.label()))
                .max()
                .orElse(0);
        this.left = canvas.isNarrow() ? 0 : Math.min(labels, canvas.width * WIDEST_LABELS) + Canvas.GAP;
        this.nets = likert.groups().stream()
                .mapToDouble(g -> TextSize.width(g.net(), canvas.fontSize, true))
                .max()
                .orElse(0);
        double end = canvas.isNarrow() ? canvas.width : canvas.width - Math.max(nets, 28) - Canvas.GAP;
        this.right = left
                + Math.min(
                        end - left,
                        likert.withheldFrom().stream()
                                .mapToDouble(from -> (end - left - Canvas.GAP - canvas.textWidth(WITHHELD)) / from)
                                .min()
                                .orElse(Double.POSITIVE_INFINITY));
    }

    static void draw(Canvas canvas, Likert likert) {
        LikertSvg drawing = new LikertSvg(canvas, likert);
        drawing.legend();
        String heading = "";
        for (Likert.Group group : likert.groups()) {
            if (!group.heading().equals(heading)) {
                heading = group.heading();
                canvas.paragraph("dd-bold", canvas.wrap(heading, canvas.width, true));
                canvas.y += 6;
            }
            drawing.row(group);
        }
        Axes.below(canvas, Scale.ofShares(), drawing::x);
    }

    private double x(double share) {
        return left + (right - left) * share;
    }

    private void legend() {
        double x = 0;
        for (Likert.Answer answer : likert.answers()) {
            List<String> label = canvas.wrap(answer.category().label(), canvas.width - SWATCH - 2 * Canvas.GAP, false);
            double room = SWATCH + 6 + TextSize.widest(label, canvas.fontSize, false) + 14;
            if (x > 0 && x + room > canvas.width) {
                x = 0;
                canvas.y += canvas.line + 3;
            }
            canvas.bar(x, canvas.y + 3, SWATCH, SWATCH, answer.ink(), false);
            canvas.text(x + SWATCH + 6, canvas.y + canvas.fontSize, Svg.Anchor.START, "dd-text", label);
            canvas.y += (label.size() - 1) * canvas.line;
            x += room;
        }
        canvas.y += canvas.line + 12;
        if (likert.net().isPresent() && !canvas.isNarrow()) {
            canvas.text(canvas.width, canvas.y, Svg.Anchor.END, "dd-bold", List.of("Net"));
            canvas.y += 8;
        }
    }

    private void row(Likert.Group group) {
        double room = canvas.isNarrow() ? canvas.width - nets - 60 : left - Canvas.GAP;
        List<String> label = canvas.wrap(group.label(), room, false);
        double middle;
        if (canvas.isNarrow()) {
            String net = likert.net().isPresent() ? "Net " + group.net() : group.net();
            canvas.text(canvas.width, canvas.y + canvas.fontSize, Svg.Anchor.END, "dd-bold", List.of(net));
            canvas.paragraph("dd-text", label);
            middle = canvas.y + 5 + THICKNESS / 2;
            canvas.y += 5 + THICKNESS + BETWEEN;
        } else {
            double height = Math.max(THICKNESS, label.size() * canvas.line);
            middle = canvas.y + height / 2;
            double first = middle - (label.size() - 1) * canvas.line / 2 + canvas.fontSize * 0.36;
            canvas.text(left - Canvas.GAP, first, Svg.Anchor.END, "dd-text", label);
            double baseline = middle + canvas.fontSize * 0.36;
            canvas.text(canvas.width, baseline, Svg.Anchor.END, "dd-bold", List.of(group.net()));
            canvas.y += height + BETWEEN;
        }
        segments(group, middle);
    }

    private void segments(Likert.Group group, double middle) {
        double from = 0;
        for (Likert.Part part : group.parts()) {
            if (part.mark().hasValue()) {
                segment(part, whose(group), from, middle);
                from += part.mark().value();
            }
        }
        if (group.withheld()) {
            double baseline = middle + canvas.fontSize * 0.36;
            canvas.text(x(from) + Canvas.GAP, baseline, Svg.Anchor.START, "dd-text", List.of(WITHHELD));
        }
    }

    private static String whose(Likert.Group group) {
        return Stream.of(group.heading(), group.label())
                .filter(name -> !name.isEmpty())
                .map(name -> name + ", ")
                .collect(Collectors.joining());
    }

    private void segment(Likert.Part part, String whose, double from, double middle) {
        Mark mark = part.mark();
        Ink ink = likert.answers().get(part.answer()).ink();
        double length = Math.max(0.5, x(mark.value()) - x(0) - SEAM);
        canvas.mark(whose + likert.answers().get(part.answer()).category().label() + ": " + mark.inFull(), mark);
        canvas.bar(x(from), middle - THICKNESS / 2, length, THICKNESS, ink, mark.unreliable());
        String printed = mark.text().of(mark.cell());
        boolean fits = canvas.textWidth(printed) + 4 <= length;
        if (fits) {
            // On hatching no number can be read, so it stands on a plate of the page's colour.
            String style = mark.unreliable() ? "dd-text" : ink.id() + "-on";
            if (mark.unreliable()) {
                double plate = canvas.textWidth(printed) + 4;
                canvas.plate(x(from) + (length - plate) / 2, middle - canvas.line / 2, plate, canvas.line);
            }
            canvas.text(
                    x(from) + length / 2, middle + canvas.fontSize * 0.36, Svg.Anchor.MIDDLE, style, List.of(printed));
        }
        canvas.endMark();
    }
}
