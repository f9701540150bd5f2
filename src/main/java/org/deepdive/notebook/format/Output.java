package org.deepdive.notebook.format;

import java.util.List;
import java.util.OptionalInt;

/** What an execution of a cell showed. */
public sealed interface Output {

    /**
     * Text printed to a standard stream.
     *
     * @param name {@code stdout} or {@code stderr}
     * @param text what was printed
     */
    record Stream(String name, String text) implements Output {}

    /**
     * Something shown on the way.
     *
     * @param data the same thing by MIME type: JSON types have JSON, all others text, pictures as base64
     * @param metadata what is said about the data, by MIME type
     */
    record DisplayData(JsonObject data, JsonObject metadata) implements Output {}

    /**
     * The value of the cell.
     *
     * @param executionCount the number of the execution
     * @param data as in {@link DisplayData}
     * @param metadata as in {@link DisplayData}
     */
    record ExecuteResult(OptionalInt executionCount, JsonObject data, JsonObject metadata) implements Output {}

    /**
     * What stopped the cell.
     *
     * @param name the kind of error, such as an exception's class
     * @param value its message
     * @param traceback the text to show, which may have terminal colours in it
     */
    record Error(String name, String value, List<String> traceback) implements Output {

        public Error {
            traceback = List.copyOf(traceback);
        }
    }
}
