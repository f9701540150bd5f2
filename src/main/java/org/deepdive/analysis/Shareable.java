package org.deepdive.analysis;

import org.deepdive.plot.Origin;
import org.deepdive.plot.SharedLink;

/** A result whose page is a plot that a running server can save as a link. */
public interface Shareable extends Retraceable, Origin {

    @Override
    default String link() {
        return Retraceable.super.link();
    }

    @Override
    default String cli() {
        return Retraceable.super.cli();
    }

    @Override
    default String java() {
        return Retraceable.super.java();
    }

    /**
     * Saves the plot of this question on the running server of {@link Answer#SERVER_PROPERTY}, or the local one: with the
     * numbers that the server computes from its own data, cleared for anyone. Further links of a session belong to the owner of
     * its first one on that server.
     *
     * @param title what the link is called, 1 to 200 characters
     * @throws org.deepdive.study.InputException where no server has a page of it or answers in time, or it refuses, with its words
     */
    @Override
    default SharedLink share(String title) {
        return LinkServer.inForce().save(doors().page(), title);
    }
}
