package org.deepdive.study;

import java.util.List;
import java.util.stream.Collectors;

/** A data file that was refused whole, with everything found wrong in it up to a limit. */
public final class InvalidDataException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<DataProblem> problems;
    private final long total;

    /**
     * @param summary one sentence that says which file was refused
     * @param problems the first problems, in order of line
     * @param total how many problems there are altogether
     */
    public InvalidDataException(String summary, List<DataProblem> problems, long total) {
        super(text(summary, problems, total));
        this.problems = List.copyOf(problems);
        this.total = total;
    }

    /** The problems shown, in order of line. */
    public List<DataProblem> problems() {
        return problems == null ? List.of() : problems;
    }

    /** How many problems there are, shown or not. */
    public long total() {
        return total;
    }

    private static String text(String summary, List<DataProblem> problems, long total) {
        String listed = problems.stream().map(p -> "\n  " + p.sentence()).collect(Collectors.joining());
        long more = total - problems.size();
        return Quote.harmless(summary) + listed + (more > 0 ? "\n  and " + more + " more" : "");
    }
}
