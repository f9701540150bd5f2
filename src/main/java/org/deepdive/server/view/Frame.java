package org.deepdive.server.view;

import java.util.Optional;
import org.deepdive.study.DataLabel;

/**
 * What stands around the content of a page.
 *
 * @param title the page's title, without the site's name
 * @param description one sentence for search results and link previews
 * @param place its place in the navigation
 * @param path its canonical path; empty for pages that have none, such as errors
 * @param label what its numbers were computed from; practice data before any other
 * @param chrome what every page loads
 */
public record Frame(
        String title, String description, Place place, String path, Optional<DataLabel> label, Chrome chrome) {

    /** Whether numbers of the page come from invented respondents. */
    public boolean practice() {
        return label.filter(l -> l == DataLabel.PRACTICE).isPresent();
    }
}
