package org.deepdive.notebook.format;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A cell of a notebook. */
public sealed interface Cell {

    /** Its name in the notebook: letters, digits, hyphens and underscores, at most 64. */
    String id();

    /** What is said about it, such as its tags. */
    JsonObject metadata();

    /** Its text, with the line ends as they are. */
    String source();

    /** Its tags, in their order. */
    default List<String> tags() {
        return metadata().texts("tags");
    }

    /**
     * Text in Markdown.
     *
     * @param id its name in the notebook
     * @param metadata what is said about it
     * @param source the Markdown
     * @param attachments pictures that the text shows, by file name and then MIME type, as base64
     */
    record Markdown(String id, JsonObject metadata, String source, Optional<JsonObject> attachments) implements Cell {

        /** A cell of text with nothing attached. */
        public static Markdown of(String id, String source) {
            return new Markdown(id, JsonObject.EMPTY, source, Optional.empty());
        }
    }

    /**
     * Code and what it showed.
     *
     * @param id its name in the notebook
     * @param metadata what is said about it
     * @param source the code
     * @param executionCount the number of its last execution; empty where it has not run
     * @param outputs what that execution showed
     */
    record Code(String id, JsonObject metadata, String source, OptionalInt executionCount, List<Output> outputs)
            implements Cell {

        public Code {
            outputs = List.copyOf(outputs);
        }

        /** A cell that has not run. */
        public static Code of(String id, String source) {
            return new Code(id, JsonObject.EMPTY, source, OptionalInt.empty(), List.of());
        }

        /** The same as if it had not run. */
        public Code cleared() {
            return new Code(id, metadata.without("execution"), source, OptionalInt.empty(), List.of());
        }
    }

    /**
     * Text for another program.
     *
     * @param id its name in the notebook
     * @param metadata what is said about it
     * @param source the text
     * @param attachments as in {@link Markdown}
     */
    record Raw(String id, JsonObject metadata, String source, Optional<JsonObject> attachments) implements Cell {}
}
