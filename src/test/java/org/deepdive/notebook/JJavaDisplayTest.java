package org.deepdive.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.deepdive.analysis.OpenStudy;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the JJava kernel sends to the page, through the kernel's own library. */
class JJavaDisplayTest {

    private static final List<MIMEType> FORMS = List.of(MIMEType.TEXT_HTML, MIMEType.IMAGE_SVG, MIMEType.TEXT_PLAIN);

    @TempDir
    Path temp;

    private final BaseKernel kernel = new Builder().build();

    private OpenStudy study;

    @BeforeEach
    void open() {
        study = new SmallStudy(temp).open();
    }

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

    /** What the renderer makes of a value when a cell ends on it. */
    private Map<String, Object> shown(Object value) {
        DisplayData data = kernel.getRenderer().render(value);
        return FORMS.stream().filter(data::hasDataForType).collect(Collectors.toMap(MIMEType::toString, data::getData));
    }

    @Test
    void every_kind_of_result_has_all_the_forms_that_it_has_in_the_other_kernels() {
        new JJavaDisplay().install(kernel);
        assertThat(EveryKind.of(study)).allSatisfy((name, value) -> {
            Map<String, Object> forms = shown(value);
            assertThat(forms).as(name).isEqualTo(RichDisplay.of(value).data());
            assertThat(forms).as(name).containsKeys("text/html", "text/plain");
            assertThat(forms.containsKey("image/svg+xml")).as(name).isEqualTo(name.endsWith("plot"));
        });
    }

    @Test
    void who_asks_for_one_form_gets_that_form() {
        new JJavaDisplay().install(kernel);
        DisplayData text = kernel.getRenderer()
                .renderAs(study.measure("agree").by("area").estimate().plot(), "text/plain");
        assertThat(text.hasDataForType(MIMEType.TEXT_HTML)).isFalse();
        assertThat((String) text.getData(MIMEType.TEXT_PLAIN)).contains("Practice data: ", "Middle");
        DisplayData picture = kernel.getRenderer()
                .renderAs(study.measure("agree").by("area").estimate().plot(), "image/svg+xml");
        assertThat((String) picture.getData(MIMEType.IMAGE_SVG)).startsWith("<svg");
    }

    @Test
    void a_question_and_a_query_are_their_words() {
        new JJavaDisplay().install(kernel);
        assertThat(shown(study.measure("agree").by("area").query()))
                .isEqualTo(Map.of("text/plain", "study=small&measure=agree&by=area"));
    }

    @Test
    void before_it_is_installed_a_result_is_a_readable_table_all_the_same() {
        assertThat(shown(study.measure("agree").by("area").estimate()).get("text/plain"))
                .asString()
                .contains("Practice data: ", "Middle");
    }

    @Test
    void the_kernel_finds_the_adapter_through_the_service_loader() {
        assertThat(ServiceLoader.load(Extension.class)).hasAtLeastOneElementOfType(JJavaDisplay.class);
    }
}
