package org.deepdive.analysis;

/** A result whose page is a plot that a running server can save as a link. */
public interface Shareable extends Retraceable {

    /**
     * Saves the plot of this question on the running server of {@link Answer#SERVER_PROPERTY}, or the local one: with the
     * numbers that the server computes from its own data, cleared for anyone. Further links of a session belong to the owner of
     * its first one on that server.
     *
     * @param title what the link is called, 1 to 200 characters
     * @throws org.deepdive.study.InputException where no server answers in time, or it refuses, with its words
     */
    default SharedLink share(String title) {
        return LinkServer.inForce().save(doors().path().orElseThrow(), title);
    }
}
