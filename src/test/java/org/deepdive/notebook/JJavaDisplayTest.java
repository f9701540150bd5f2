package org.deepdive.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.BaseKernelBuilder;
import org.dflib.jjava.jupyter.kernel.JupyterIO;
import org.dflib.jjava.jupyter.kernel.LanguageInfo;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.dflib.jjava.jupyter.kernel.util.StringStyler;
import org.junit.jupiter.api.Test;

/** What the JJava kernel sends to the page, through the kernel's own library. */
class JJavaDisplayTest extends KernelDisplayTests {

    private static final List<MIMEType> FORMS = List.of(MIMEType.TEXT_HTML, MIMEType.IMAGE_SVG, MIMEType.TEXT_PLAIN);

    private final BaseKernel kernel = new Builder().build();

    /** A kernel that runs no code: what shows values is the library's. */
    private static final class Kernel extends BaseKernel {
        private Kernel(Builder parts) {
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
                    false,
                    parts.styler());
        }

        @Override
        public Object evalRaw(String code) {
            return code;
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
    }

    private static final class Builder extends BaseKernelBuilder<Builder, BaseKernel> {
        @Override
        public BaseKernel build() {
            return new Kernel(this);
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

    @Override
    void install() {
        new JJavaDisplay().install(kernel);
    }

    @Override
    Map<String, Object> shown(Object value) {
        return forms(kernel.getRenderer().render(value));
    }

    @Override
    Map<String, Object> shownAs(Object value, String type) {
        return forms(kernel.getRenderer().renderAs(value, type));
    }

    private static Map<String, Object> forms(DisplayData data) {
        return FORMS.stream().filter(data::hasDataForType).collect(Collectors.toMap(MIMEType::toString, data::getData));
    }

    @Test
    void the_kernel_finds_the_adapter_through_the_service_loader() {
        assertThat(ServiceLoader.load(Extension.class)).hasAtLeastOneElementOfType(JJavaDisplay.class);
    }
}
