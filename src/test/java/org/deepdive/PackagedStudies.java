package org.deepdive;

import org.deepdive.analysis.Workspace;

/**
 * The packaged studies with their practice data, opened once in each JVM that runs tests: reading 60,000 respondents and
 * holding them against the published figures takes seconds, and a workspace never changes once it is open.
 */
public final class PackagedStudies {

    private PackagedStudies() {}

    /** Opened when the first test asks. */
    private static final class Opened {
        static final Workspace WORKSPACE = Workspace.open();
    }

    /** The workspace that all tests of this JVM share. */
    public static Workspace workspace() {
        return Opened.WORKSPACE;
    }
}
