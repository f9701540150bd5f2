package org.deepdive.server.view;

import java.util.Set;
import org.deepdive.study.DataLabel;

/**
 * What stands around the content of a page.
 *
 * @param title the page's title, without the site's name
 * @param description one sentence for search results and link previews
 * @param place its place in the navigation
 * @param path its canonical path; empty for pages that have none, such as errors
 * @param labels what its numbers were computed from; empty for a page without numbers of its own
 * @param chrome what every page loads
 */
public record Frame(String title, String description, Place place, String path, Set<DataLabel> labels, Chrome chrome) {

    public Frame {
        labels = Set.copyOf(labels);
    }

    /** Whether numbers of the page come from invented respondents. */
    public boolean practice() {
        return labels.contains(DataLabel.PRACTICE);
    }

    /** Whether it has numbers of other origin beside those of invented respondents. */
    public boolean mixed() {
        return practice() && labels.size() > 1;
    }
}
