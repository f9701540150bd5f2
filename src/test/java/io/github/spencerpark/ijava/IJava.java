package io.github.spencerpark.ijava;

import io.github.spencerpark.jupyter.channels.JupyterConnection;
import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import io.github.spencerpark.jupyter.kernel.LanguageInfo;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deepdive.notebook.CellShell;

/**
 * Stands where IJava's own class of this name does, which is in no repository. The protocol and what shows values are
 * IJava's own library; a jshell runs the cells as IJava's does, with two of its settings from the environment.
 */
public final class IJava extends BaseKernel {

    private static IJava kernel;

    private final CellShell cells = new CellShell(System.getenv("IJAVA_CLASSPATH"));
    private boolean begun;

    /** The kernel that runs, as in IJava. */
    public static BaseKernel getKernelInstance() {
        return kernel;
    }

    /** @param args the path of the connection file */
    public static void main(String[] args) throws Exception {
        JupyterConnection connection =
                new JupyterConnection(KernelConnectionProperties.parse(Files.readString(Path.of(args[0]))));
        kernel = new IJava();
        kernel.becomeHandlerForConnection(connection);
        connection.connect();
        connection.waitUntilClose();
        System.exit(0);
    }

    @Override
    public DisplayData eval(String code) {
        if (!begun) {
            begun = true;
            cells.eval(System.getenv().getOrDefault("IJAVA_STARTUP_SCRIPT", ""));
        }
        Object value = cells.eval(code);
        return value == null ? null : getRenderer().render(value);
    }

    @Override
    public LanguageInfo getLanguageInfo() {
        return new LanguageInfo.Builder("Java").build();
    }
}
