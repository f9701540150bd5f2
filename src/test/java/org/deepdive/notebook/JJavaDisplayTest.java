package org.deepdive.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.junit.jupiter.api.Test;

/** What the JJava kernel sends to the page, through the kernel's own library. */
class JJavaDisplayTest extends KernelDisplayTests {

    private static final List<MIMEType> FORMS = List.of(MIMEType.TEXT_HTML, MIMEType.IMAGE_SVG, MIMEType.TEXT_PLAIN);

    private final BaseKernel kernel = JJavaKernel.withoutCells();

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
