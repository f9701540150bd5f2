package org.deepdive.notebook;

import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.display.RenderContext;
import io.github.spencerpark.jupyter.kernel.display.Renderer;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import org.deepdive.study.InputException;

/**
 * Shows Deepdive's results in the IJava kernel. The kernel looks for no extensions, so a cell says once, after Deepdive is on
 * the class path:
 *
 * <pre>{@code
 * org.deepdive.notebook.IJavaDisplay.install();
 * }</pre>
 */
public final class IJavaDisplay {

    private static final String KERNEL = "io.github.spencerpark.ijava.IJava";

    private IJavaDisplay() {}

    /**
     * Shows results richly in the kernel that runs this cell.
     *
     * @throws InputException where this program is no IJava kernel
     */
    public static void install() {
        install(KERNEL);
    }

    /** @param program the class that knows the running kernel: IJava is in no repository, so it is named, not referred to */
    static void install(String program) {
        try {
            Object kernel =
                    Class.forName(program).getMethod("getKernelInstance").invoke(null);
            if (kernel == null) {
                throw elsewhere();
            }
            register(((BaseKernel) kernel).getRenderer());
        } catch (ReflectiveOperationException | ClassCastException | LinkageError e) {
            throw elsewhere();
        }
    }

    private static InputException elsewhere() {
        return InputException.of(
                "kernel",
                "This program is not run by the IJava kernel.",
                "",
                "The Rapaio and JJava kernels show results without this line; in any other, System.out.println(result)"
                        + " prints a table.");
    }

    /** Teaches a renderer every kind of result. Asked for no type it gives all that a result has. */
    public static void register(Renderer renderer) {
        RichDisplay.types().forEach(type -> register(renderer, type));
    }

    private static <T> void register(Renderer renderer, Class<T> type) {
        renderer.createRegistration(type)
                .preferring(MIMEType.TEXT_HTML, MIMEType.IMAGE_SVG, MIMEType.TEXT_PLAIN)
                .register(IJavaDisplay::render);
    }

    private static void render(Object value, RenderContext context) {
        RichDisplay.of(value)
                .data()
                .forEach((type, content) -> context.renderIfRequested(MIMEType.parse(type), () -> content));
    }
}
