package org.deepdive.notebook;

import java.util.ArrayList;
import java.util.List;
import org.rapaio.jupyter.kernel.display.DisplayData;
import org.rapaio.jupyter.kernel.display.DisplayRenderer;
import org.rapaio.jupyter.kernel.display.DisplayTransformer;
import org.rapaio.jupyter.kernel.display.spi.DisplayProvider;

/**
 * Shows Deepdive's results in the Rapaio kernel, which finds it through the service loader, and plain values as plain text,
 * which the kernel itself would put into the page as raw HTML.
 */
public final class RapaioDisplay implements DisplayProvider {

    @Override
    public List<DisplayRenderer> getDisplayRenderers() {
        List<DisplayRenderer> renderers = new ArrayList<>();
        RichDisplay.types().forEach(type -> renderers.add(new Renderer(type, true)));
        RichDisplay.plainTypes().forEach(type -> renderers.add(new Renderer(type, false)));
        return renderers;
    }

    @Override
    public List<DisplayTransformer> getDisplayTransformers() {
        return List.of();
    }

    /**
     * The renderer of one class and what extends it; the kernel takes the first that fits.
     *
     * @param type the class
     * @param always whether it also shows what was asked for as a certain type, as in {@code display("html", x)}
     */
    private record Renderer(Class<?> type, boolean always) implements DisplayRenderer {
        @Override
        public Class<?> rendererClass() {
            return type;
        }

        /** The kernel asks with null for the last expression of a cell. */
        @Override
        public boolean canRender(String mime) {
            return always || mime == null || mime.isBlank();
        }

        @Override
        public DisplayData render(String mime, Object value) {
            MimeBundle bundle = RichDisplay.of(value);
            DisplayData data = DisplayData.withType("text/plain", bundle.text());
            bundle.data().forEach(data::putData);
            return data;
        }
    }
}
