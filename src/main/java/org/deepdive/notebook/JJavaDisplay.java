package org.deepdive.notebook;

import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.RenderContext;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;

/** Shows Deepdive's results in the JJava kernel, which finds it through the service loader. */
public final class JJavaDisplay implements Extension {

    @Override
    public void install(BaseKernel kernel) {
        RichDisplay.types().forEach(type -> register(kernel.getRenderer(), type));
    }

    private static <T> void register(Renderer renderer, Class<T> type) {
        renderer.createRegistration(type)
                .preferring(MIMEType.TEXT_HTML, MIMEType.IMAGE_SVG, MIMEType.TEXT_PLAIN)
                .register(JJavaDisplay::render);
    }

    private static void render(Object value, RenderContext context) {
        RichDisplay.of(value)
                .data()
                .forEach((type, content) -> context.renderIfRequested(MIMEType.parse(type), () -> content));
    }
}
