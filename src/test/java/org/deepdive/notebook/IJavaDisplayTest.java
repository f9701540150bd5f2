package org.deepdive.notebook;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.LanguageInfo;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.deepdive.study.InputException;
import org.junit.jupiter.api.Test;

/** What the IJava kernel sends to the page, through the kernel's own library. */
class IJavaDisplayTest extends KernelDisplayTests {

    private static final List<MIMEType> FORMS = List.of(MIMEType.TEXT_HTML, MIMEType.IMAGE_SVG, MIMEType.TEXT_PLAIN);

    private final BaseKernel kernel = new Kernel();

    /** A kernel that runs no code: what shows values is the library's. */
    private static final class Kernel extends BaseKernel {
        @Override
        public DisplayData eval(String code) {
            return getRenderer().render(code);
        }

        @Override
        public LanguageInfo getLanguageInfo() {
            return new LanguageInfo.Builder("Java").build();
        }
    }

    /** Stands where IJava's own class does, which is in no repository. */
    public static final class Running {
        private static BaseKernel kernel;

        private Running() {}

        public static BaseKernel getKernelInstance() {
            return kernel;
        }
    }

    @Override
    void install() {
        Running.kernel = kernel;
        IJavaDisplay.install(Running.class.getName());
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
    void outside_of_ijava_the_line_says_so_and_what_to_do() {
        assertThatThrownBy(IJavaDisplay::install)
                .isInstanceOf(InputException.class)
                .hasMessage("This program is not run by the IJava kernel. The Rapaio and JJava kernels show results"
                        + " without this line; in any other, System.out.println(result) prints a table.");
        Running.kernel = null;
        assertThatThrownBy(() -> IJavaDisplay.install(Running.class.getName())).isInstanceOf(InputException.class);
    }
}
