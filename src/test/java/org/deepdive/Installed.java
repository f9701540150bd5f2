package org.deepdive;

import static org.assertj.core.api.Assertions.fail;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Programs that some tests need beyond a JDK and Maven. Where one is missing, a local run says plainly what it did not
 * test, and continuous integration fails.
 */
public final class Installed {

    private Installed() {}

    /**
     * Whether a program is there.
     *
     * @param program its name on the path
     * @param untested what is not tested without it
     */
    public static boolean has(String program, String untested) {
        boolean there = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .anyMatch(Files::isExecutable);
        if (!there) {
            missing(program, untested);
        }
        return there;
    }

    /**
     * Tells that something is missing, and fails where nothing may be.
     *
     * @param program what is not installed
     * @param untested what is not tested without it
     */
    public static void missing(String program, String untested) {
        String message = "NOT TESTED, because " + program + " is not installed: " + untested;
        if ("true".equals(System.getenv("CI"))) {
            fail(message);
        }
        System.err.println(message);
    }
}
