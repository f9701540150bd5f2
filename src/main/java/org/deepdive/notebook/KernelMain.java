package org.deepdive.notebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.rapaio.jupyter.kernel.MainApp;
import org.rapaio.jupyter.kernel.channels.Channels;
import org.rapaio.jupyter.kernel.core.ConnectionProperties;
import org.rapaio.jupyter.kernel.core.RapaioKernel;
import org.rapaio.jupyter.kernel.core.Transform;

/**
 * Starts the Rapaio kernel with Deepdive on its class path. Jupyter runs it with the path of a connection file; people
 * register it with {@code deepdive notebook install}.
 *
 * <p>The kernel's own main class is not used because, up to 3.0.1, a good part of its starts hang ({@link StartWatch}),
 * because its errors have fifty frames ({@link ReadableErrors}), and because it logs the connection file, which holds the key
 * that signs the session's messages.
 */
public final class KernelMain {

    private static final String LOGBACK = "logback.configurationFile";

    private KernelMain() {}

    /** @param args the path of Jupyter's connection file */
    public static void main(String[] args) throws Exception {
        ParentWatch.start();
        silenceLogs();
        // Made on this thread, so that the class loader of the cells becomes the context loader of this thread.
        RapaioKernel kernel = MainApp.kernel;
        StartWatch.over(kernel);
        Channels channels = new Channels(connection(args[0]));
        channels.connect(kernel);
        ReadableErrors.in(kernel, channels);
        channels.joinUntilClose();
        // Threads of cells may still be there.
        System.exit(0);
    }

    private static ConnectionProperties connection(String file) throws IOException {
        return Transform.fromJson(Files.readString(Path.of(file)), ConnectionProperties.class);
    }

    /** Whatever is logged to the standard streams would appear below the cell that happens to run. */
    private static void silenceLogs() {
        Logger.getLogger("").setLevel(Level.OFF);
        setDefault(LOGBACK, "org/deepdive/notebook/logback-kernel.xml");
        setDefault("slf4j.internal.verbosity", "WARN");
        setDefault("java.awt.headless", "true");
    }

    private static void setDefault(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
