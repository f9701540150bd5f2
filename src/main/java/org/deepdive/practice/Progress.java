package org.deepdive.practice;

/** Told how far a long piece of work has come. */
@FunctionalInterface
public interface Progress {

    /** Tells nobody. */
    Progress NONE = (step, done) -> {};

    /**
     * Called now and then.
     *
     * @param step what is being done, in a few words
     * @param done how much of all work is done, from 0 to 1
     */
    void at(String step, double done);
}
