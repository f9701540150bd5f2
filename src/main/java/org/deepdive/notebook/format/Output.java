package org.deepdive.notebook.format;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** What an execution of a cell showed. */
public sealed interface Output {

    /** What steers a terminal's colours, which kernels print too. */
    Pattern COLOURS = Pattern.compile("\\u001b\\[[0-9;]*[A-Za-z]");

    /** The text without what steers a terminal's colours. */
    static String withoutColours(String text) {
        return COLOURS.matcher(text).replaceAll("");
    }

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

        /** More lines than this are frames of programs, and not written for a person. */
        private static final int READ = 15;

        public Error {
            traceback = List.copyOf(traceback);
        }

        /** The whole text to show, without colours; the name and the message where there is none. */
        public String whole() {
            String text = withoutColours(String.join("\n", traceback));
            return text.isBlank() ? headline() : text;
        }

        /** What a person reads: the text to show, and where that is long only the name and the message. */
        public String summary() {
            return whole().lines().count() <= READ ? whole() : headline();
        }

        private String headline() {
            return value.isBlank() ? name : name + ": " + value;
        }
    }
}
