package org.deepdive.notebook;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import jdk.jshell.Snippet;

/**
 * Where the code that jshell runs stands in the notebook. jshell cuts a cell into snippets and knows lines of those only; what
 * a person sees are the cell's number and its lines.
 */
final class CellPlaces {

    /**
     * A line of a cell.
     *
     * @param cell the number that Jupyter shows beside the cell
     * @param line the line, from 1; 0 where the cell's code was changed before it ran
     * @param text the line's code, without the blanks around it
     */
    record Place(int cell, int line, String text) {
        @Override
        public String toString() {
            return "cell [" + cell + "]" + (line == 0 ? "" : ", line " + line) + ": " + text;
        }
    }

    /** @param firstLine the line of the cell that the snippet begins in, from 0; less where that is not known */
    private record Origin(int cell, int firstLine, String source) {}

    private final Map<String, Origin> origins = new ConcurrentHashMap<>();
    private int cell;
    private String code = "";
    private int read;

    /** Begins with the code of the next cell. Kernels count each execution, whatever comes of it. */
    void begin(String source) {
        cell++;
        code = source;
        read = 0;
    }

    /** Takes note of a snippet of the cell; they come in the order of the code. */
    void add(Snippet snippet) {
        int at = code.indexOf(snippet.source(), read);
        if (at >= 0) {
            read = at + snippet.source().length();
        }
        int firstLine = at < 0 ? -1 : lines(code.substring(0, at));
        origins.put(snippet.id(), new Origin(cell, firstLine, snippet.source()));
    }

    /**
     * The place of a line of a snippet.
     *
     * @param line the line within the snippet, from 1
     * @return empty where the snippet is of no cell, as those that the kernel itself begins with
     */
    Optional<Place> of(String snippet, int line) {
        return Optional.ofNullable(origins.get(snippet)).map(origin -> {
            String[] text = origin.source().split("\\R", -1);
            int within = Math.max(0, Math.min(line, text.length) - 1);
            int shown = origin.firstLine() < 0 ? 0 : origin.firstLine() + within + 1;
            return new Place(origin.cell(), shown, text[within].strip());
        });
    }

    /** The place of a character of a snippet, counted from 0. */
    Optional<Place> at(Snippet snippet, long position) {
        int end = (int) Math.max(0, Math.min(position, snippet.source().length()));
        return of(snippet.id(), lines(snippet.source().substring(0, end)) + 1);
    }

    /** The place of code that the cell has and that no snippet was made of, from the last snippet on. */
    Optional<Place> of(String source) {
        int at = code.indexOf(source, read);
        return at < 0
                ? Optional.empty()
                : Optional.of(new Place(
                        cell,
                        lines(code.substring(0, at)) + 1,
                        source.lines().findFirst().orElse("").strip()));
    }

    private static int lines(String before) {
        return (int) before.chars().filter(c -> c == '\n').count();
    }
}
