package org.deepdive.server.view;

import java.util.List;
import org.deepdive.analysis.EngagementReport;
import org.deepdive.analysis.EngagementSearch;
import org.deepdive.analysis.ThemeMatrix;
import org.deepdive.published.Engagement;
import org.deepdive.published.Publication;
import org.deepdive.server.view.ExploreView.Choice;

/**
 * The deep-dive on engagement with what was looked for in it.
 *
 * @param frame what stands around it
 * @param report the deep-dive
 * @param search what is looked for
 * @param themes the themes to choose from
 * @param groups the groups to choose from
 * @param found the statements found, as many as are shown
 * @param all how many were found
 * @param csv the address of all that were found
 * @param sources the documents
 */
public record EngagementView(
        Frame frame,
        EngagementReport report,
        EngagementSearch search,
        List<Choice> themes,
        List<Choice> groups,
        List<Engagement.Statement> found,
        int all,
        String csv,
        List<Source> sources) {

    private static final int LEVELS = 4;

    /**
     * A document that statements stand in.
     *
     * @param document the document
     * @param years the years in which its groups were heard, separated by commas
     */
    public record Source(Publication document, String years) {}

    /** The class of a count in the style sheet: none, or one of four shades by its size beside the largest. */
    public static String shade(ThemeMatrix matrix, int count) {
        return count == 0 ? "shade-none" : "shade-" + (int) Math.ceil((double) LEVELS * count / matrix.most());
    }
}
