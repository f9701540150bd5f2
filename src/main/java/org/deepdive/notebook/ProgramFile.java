package org.deepdive.notebook;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;

/** The archive that this program runs from. */
final class ProgramFile {

    private static final String KERNEL = "org.rapaio.jupyter.kernel.MainApp";

    private ProgramFile() {}

    /** The archive, where this class and the kernel are both in it; empty for folders of classes and bare libraries. */
    static Optional<Path> ofKernel() {
        Optional<Path> own = location(ProgramFile.class);
        try {
            Class<?> kernel = Class.forName(KERNEL, false, ProgramFile.class.getClassLoader());
            return own.filter(Files::isRegularFile)
                    .filter(file -> location(kernel).equals(own));
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
    }

    /** Where this class is, for a message. */
    static String description() {
        return location(ProgramFile.class)
                .map(path -> (Files.isDirectory(path) ? "the folder of classes " : "the library ") + path)
                .orElse("an unknown place");
    }

    private static Optional<Path> location(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    Path.of(source.getLocation().toURI()).toAbsolutePath().normalize());
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
