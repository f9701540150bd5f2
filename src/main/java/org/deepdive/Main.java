package org.deepdive;

import org.deepdive.cli.DeepdiveCommand;

/** Starts the program. */
public final class Main {

    private Main() {}

    /** @param arguments the command line; none for the main job */
    public static void main(String[] arguments) {
        System.exit(DeepdiveCommand.run(arguments));
    }
}
