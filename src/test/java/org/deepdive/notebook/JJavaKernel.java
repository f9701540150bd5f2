package org.deepdive.notebook;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.BaseKernelBuilder;
import org.dflib.jjava.jupyter.kernel.JupyterIO;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.kernel.LanguageInfo;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.util.StringStyler;

/**
 * A kernel of JJava's library, which has the protocol, what shows values, and the search for extensions. JJava's own kernel
 * on top of it is in no repository; as there, a jshell runs the cells, and finds Deepdive by JJava's setting of the
 * environment.
 */
public final class JJavaKernel extends BaseKernel {

    private final CellShell cells;

    private JJavaKernel(Parts parts, CellShell cells) {
        super(
                "test",
                "1",
                new LanguageInfo.Builder("Java").build(),
                List.of(),
                null,
                parts.io(),
                parts.comms(),
                parts.renderer(),
                null,
                null,
                true,
                parts.styler());
        this.cells = cells;
    }

    /** A kernel that runs no cells. */
    static JJavaKernel withoutCells() {
        return new JJavaKernel(new Parts(), null);
    }

    /** @param args the path of the connection file */
    public static void main(String[] args) throws Exception {
        JupyterConnection connection =
                new JupyterConnection(KernelConnectionProperties.parse(Files.readString(Path.of(args[0]))));
        String classPath = System.getenv("JJAVA_CLASSPATH");
        JJavaKernel kernel = new JJavaKernel(new Parts(), new CellShell(classPath));
        kernel.becomeHandlerForConnection(connection);
        kernel.onStartup();
        kernel.installExtensions(classPath);
        connection.connect();
        connection.waitUntilClose();
        System.exit(0);
    }

    @Override
    public Object evalRaw(String code) {
        return cells.eval(code);
    }

    @Override
    protected ClassLoader getClassLoader() {
        return cells.loader();
    }

    @Override
    public DisplayData inspect(String code, int at, boolean detailed) {
        return null;
    }

    @Override
    public ReplacementOptions complete(String code, int at) {
        return null;
    }

    @Override
    public String isComplete(String code) {
        return IS_COMPLETE_YES;
    }

    /** What the library builds for a kernel. */
    private static final class Parts extends BaseKernelBuilder<Parts, BaseKernel> {
        @Override
        public BaseKernel build() {
            return withoutCells();
        }

        private JupyterIO io() {
            return buildJupyterIO(StandardCharsets.UTF_8);
        }

        private CommManager comms() {
            return buildCommManager();
        }

        private Renderer renderer() {
            return buildRenderer();
        }

        private StringStyler styler() {
            return buildErrorStyler();
        }
    }
}
