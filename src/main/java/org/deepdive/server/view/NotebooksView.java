package org.deepdive.server.view;

import java.util.List;
import java.util.Set;
import org.deepdive.study.DataLabel;

/**
 * The list of notebooks.
 *
 * @param frame what stands around it
 * @param notebooks the notebooks
 */
public record NotebooksView(Frame frame, List<Entry> notebooks) {

    /**
     * A notebook in the list.
     *
     * @param name its name in addresses
     * @param title its title
     * @param lead its first paragraph
     * @param cells how many cells of code it has
     * @param labels what its numbers were computed from
     */
    public record Entry(String name, String title, String lead, long cells, Set<DataLabel> labels) {}
}
