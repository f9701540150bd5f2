package org.deepdive.notebook.page;

import java.util.List;

/** A cell as a part of a page. All HTML in it holds only what is allowed. */
public sealed interface RenderedCell {

    /** The cell's name in the notebook. */
    String id();

    /**
     * Text.
     *
     * @param id the cell's name
     * @param html the text as HTML
     */
    record Text(String id, String html) implements RenderedCell {}

    /**
     * Code with what it showed.
     *
     * @param id the cell's name
     * @param source the code, not escaped
     * @param parameters whether its values may be given when the notebook is run
     * @param outputs what it showed, each as HTML
     */
    record Code(String id, String source, boolean parameters, List<String> outputs) implements RenderedCell {

        public Code {
            outputs = List.copyOf(outputs);
        }
    }
}
