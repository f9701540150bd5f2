package org.deepdive.plot;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.deepdive.study.DataLabel;

/**
 * What stands in a figure for re-use, and how its picture is drawn.
 *
 * @param title what it shows
 * @param subtitle quantity, population, filters and period
 * @param altText the picture in words
 * @param labels what its numbers were computed from, in a fixed order
 * @param caption its sentences, the first of which gets a paragraph of its own
 * @param identity what no other figure of the page shares
 * @param picture draws the picture below what was drawn so far
 */
record StandaloneParts(
        String title,
        String subtitle,
        String altText,
        List<DataLabel> labels,
        List<String> caption,
        String identity,
        Consumer<Canvas> picture) {

    StandaloneParts {
        caption = List.copyOf(caption);
    }

    static StandaloneParts of(Drawing drawing) {
        return new StandaloneParts(
                drawing.title(),
                drawing.subtitle(),
                drawing.altText(),
                sorted(drawing.labels()),
                drawing.captionLines(),
                drawing.words().identity(),
                canvas -> SvgPage.draw(canvas, drawing.picture()));
    }

    /** Labels in a fixed order. */
    static List<DataLabel> sorted(Set<DataLabel> labels) {
        return labels.stream().sorted(Comparator.naturalOrder()).toList();
    }
}
