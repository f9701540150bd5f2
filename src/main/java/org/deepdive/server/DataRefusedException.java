package org.deepdive.server;

/** The respondents of a study cannot be read; why is for the holder of the file, in the log. */
final class DataRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param study the study's title
     * @param cause what is wrong with its file
     */
    DataRefusedException(String study, RuntimeException cause) {
        super("The data file of the study “" + study + "” was refused.", cause);
    }
}
