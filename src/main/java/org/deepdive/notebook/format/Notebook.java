package org.deepdive.notebook.format;

import java.util.List;
import java.util.Optional;

/**
 * A notebook: its cells from top to bottom and what is said about it as a whole.
 *
 * @param metadata the notebook's own, such as {@code kernelspec} and {@code language_info}
 * @param cells the cells, each with an id of its own
 * @param minor the minor version of nbformat 4 that it is written in, 0 to {@value #NEWEST_MINOR}; up to 4 the ids of the
 *     cells are not part of the file
 */
public record Notebook(JsonObject metadata, List<Cell> cells, int minor) {

    /** The major version of nbformat. */
    public static final int MAJOR = 4;

    /** The newest minor version. */
    public static final int NEWEST_MINOR = 5;

    public Notebook {
        cells = List.copyOf(cells);
    }

    /** A notebook of the newest version. */
    public static Notebook of(JsonObject metadata, List<Cell> cells) {
        return new Notebook(metadata, cells, NEWEST_MINOR);
    }

    /** The name of the kernel that it asks for. */
    public Optional<String> kernelName() {
        return metadata.object("kernelspec").text("name");
    }

    /** The programming language of its code, by its kernelspec or else by the kernel that ran it last. */
    public Optional<String> language() {
        return metadata.object("kernelspec")
                .text("language")
                .or(() -> metadata.object("language_info").text("name"));
    }

    /** The same with other cells. */
    public Notebook withCells(List<Cell> other) {
        return new Notebook(metadata, other, minor);
    }

    /** The same as if it had not run. */
    public Notebook cleared() {
        return withCells(cells.stream()
                .map(cell -> cell instanceof Cell.Code code ? code.cleared() : cell)
                .toList());
    }

    /** The same with other metadata. */
    public Notebook withMetadata(JsonObject other) {
        return new Notebook(other, cells, minor);
    }

    /** Whether the ids of the cells are part of the file. */
    boolean writesIds() {
        return minor >= 5;
    }
}
