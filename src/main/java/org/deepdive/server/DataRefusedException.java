package org.deepdive.server;

import java.util.stream.Collectors;
import org.deepdive.study.InvalidDataException;

/** The respondents of a study cannot be read; where in its file is for its holder, in the log. */
final class DataRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param study the study's title
     * @param cause what is wrong with its file
     */
    DataRefusedException(String study, RuntimeException cause) {
        super("The data file of the study “" + study + "” was refused.", cause);
    }

    /** What is wrong, for a log: places in files, and no value of a respondent. */
    String whereWrong() {
        return withoutValues((RuntimeException) getCause());
    }

    /** What is wrong with a file of data: where, and what would be allowed, without the values that are there. */
    static String withoutValues(RuntimeException cause) {
        if (!(cause instanceof InvalidDataException invalid)) {
            return cause.getMessage();
        }
        String places = invalid.problems().stream()
                .map(p -> p.file() + ", line " + p.line() + (p.column().isEmpty() ? "" : ", column " + p.column())
                        + ": allowed is " + p.allowed())
                .collect(Collectors.joining("; "));
        return invalid.total() + " problems. The command line shows the values. " + places;
    }
}
