package org.deepdive.notebook.page;

import java.util.Optional;

/** How a page shows the pictures of outputs. */
@FunctionalInterface
public interface Pictures {

    /** Every picture is an image, within which nothing can run. */
    Pictures AS_IMAGES = (svg, path) -> Optional.empty();

    /**
     * A picture as a part of the page.
     *
     * @param svg the text of its SVG, which whoever wrote the notebook may have written too
     * @param path the path of the page that asks the same question; empty for a picture of anything else
     * @return markup that may stand in the page as it is; empty for a picture that is shown as an image
     */
    Optional<String> inline(String svg, Optional<String> path);
}
