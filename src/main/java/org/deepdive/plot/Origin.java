package org.deepdive.plot;

/** The result that a plot draws, as far as the plot hands it on: where else the same question can be asked, and saved. */
public interface Origin {

    /**
     * The address of this question on a server.
     *
     * @throws org.deepdive.study.InputException where no server has a page of it
     */
    String link();

    /**
     * Saves the plot of this question on a running server.
     *
     * @param title what the link is called, 1 to 200 characters
     * @throws org.deepdive.study.InputException where no server has a page of it or answers in time, or it refuses
     */
    SharedLink share(String title);

    /** The command line that gives the same answer; several, one a line, where one cannot. */
    String cli();

    /** The Java that gives the same answer. */
    String java();
}
