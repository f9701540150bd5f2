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
 * @param site the server's address as others know it, without a slash at its end
 * @param picture the path of the picture that stands for the page where it is linked
 */
public record Frame(
        String title,
        String description,
        Place place,
        String path,
        Set<DataLabel> labels,
        Chrome chrome,
        String site,
        String picture) {

    public Frame {
        labels = Set.copyOf(labels);
    }

    /** The same frame with a picture of its own for links. */
    public Frame withPicture(String path) {
        return new Frame(title, description, place, this.path, labels, chrome, site, path);
    }

    /** The one whole address of the page. */
    public String canonical() {
        return site + path;
    }

    /** The whole address of the picture for links. */
    public String preview() {
        return site + picture;
    }

    /** Whether numbers of the page come from invented respondents. */
    public boolean practice() {
        return labels.stream().anyMatch(DataLabel::isInvented);
    }

    /** What invented respondents are called: practice data, unless the page has none of these. */
    public String practiceTitle() {
        return labels.stream()
                .filter(DataLabel::isInvented)
                .sorted()
                .map(DataLabel::title)
                .findFirst()
                .orElseThrow();
    }

    /** Whether it has numbers of other origin beside those of invented respondents. */
    public boolean mixed() {
        return practice() && labels.size() > 1;
    }
}
