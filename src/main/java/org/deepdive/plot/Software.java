package org.deepdive.plot;

/** The version of this program, as captions print it. */
final class Software {

    private Software() {}

    /** The version of the archive that runs; {@code development version} outside an archive. */
    static String version() {
        String packaged = Software.class.getPackage().getImplementationVersion();
        return packaged == null ? "development version" : packaged;
    }
}
