package org.deepdive.analysis;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.deepdive.plot.Drawing;
import org.deepdive.study.DataLabel;
import org.deepdive.table.DataSheet;

/**
 * Cleared numbers as a section shows them: a plot where there is one, a table, and the ways to the same numbers elsewhere.
 *
 * <p>What lies behind one is at hand too: {@code exhibit instanceof ModelExhibit m} gives {@code m.model()}, and so on.
 */
public sealed interface Exhibit extends Shareable
        permits AnswerExhibit, ModelExhibit, GapExhibit, FiguresExhibit, TestExhibit {

    /** What is shown, in words. */
    String title();

    /** Quantity, population, filters and period. */
    String subtitle();

    /** The plot; absent where a table says it all. */
    Optional<Drawing> drawing();

    /** What the numbers were computed from. */
    Set<DataLabel> labels();

    /** The numbers as an HTML table without scripts or inline styles. */
    String html();

    /** The numbers as aligned plain text. */
    String text();

    /** The numbers as CSV with a header line, in full precision as far as they may be shown. */
    String csv();

    /** The numbers as JSON, with the data label. */
    String json();

    /** The numbers as sheets of a workbook, one table each: those of {@link #csv()}, with labels in place of codes. */
    List<DataSheet> sheets();

    /** What must be known to read the numbers, beside the data label: the caption of the plot, where there is one. */
    default List<String> notes() {
        return drawing()
                .map(drawing ->
                        drawing.captionLines().subList(1, drawing.captionLines().size()))
                .orElse(List.of());
    }

    /** Where else the same numbers come from. */
    @Override
    Doors doors();

    /** The design effects of its estimates; empty where it has none. */
    default List<Double> designEffects() {
        return List.of();
    }
}
