package org.deepdive.server.view;

import java.util.List;
import org.deepdive.study.DataLabel;
import org.deepdive.study.Study;

/**
 * A model or a comparison, recomputed from its address.
 *
 * @param frame what stands around it
 * @param study the study asked
 * @param kind what it is, such as {@code Model}
 * @param figure its plot, its tables and where else it can be asked
 * @param address the whole address of the page, to share
 * @param heading what the rows are
 * @param rows what is found, in words
 * @param note what a reader must know of the page's words; empty where nothing
 */
public record ComputedView(
        Frame frame,
        Study study,
        String kind,
        FigureView figure,
        String address,
        String heading,
        List<Row> rows,
        String note) {

    /** What its numbers were computed from. */
    public DataLabel label() {
        return frame.labels().iterator().next();
    }

    /**
     * Something found.
     *
     * @param label what it is about; empty where the page is about it alone
     * @param sentence the finding
     * @param links where to see more of it
     */
    public record Row(String label, String sentence, List<Link> links) {}

    /**
     * A link.
     *
     * @param text its words
     * @param path where it leads
     */
    public record Link(String text, String path) {}
}
