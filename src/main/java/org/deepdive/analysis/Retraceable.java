package org.deepdive.analysis;

/** A result that says where else it can be had: on a server's page, on the command line and in Java. */
public interface Retraceable {

    /** Where else the same question can be asked. */
    Doors doors();

    /**
     * The address of this question on a server: the one of {@link Answer#SERVER_PROPERTY}, or the local one.
     *
     * @throws org.deepdive.study.InputException where no server has a page of it, such as for a study that was opened for this session alone
     */
    default String link() {
        return LinkServer.inForce().address(doors().page());
    }

    /** The command line that gives the same answer; several, one a line, where one cannot. */
    default String cli() {
        return doors().cli();
    }

    /** The Java that gives the same answer. */
    default String java() {
        return doors().java();
    }
}
