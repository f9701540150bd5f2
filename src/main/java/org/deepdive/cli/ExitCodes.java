package org.deepdive.cli;

/** What the program's exit codes mean. */
final class ExitCodes {

    /** All is well. */
    static final int OK = 0;

    /** It worked, and found something: a figure that differs, a contradiction. */
    static final int FINDINGS = 1;

    /** The question, a file or an option is wrong. */
    static final int USAGE = 2;

    /** The program is wrong. */
    static final int INTERNAL = 3;

    private ExitCodes() {}
}
