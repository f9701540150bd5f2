package org.deepdive.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.LanguageInfo;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.deepdive.analysis.OpenStudy;
import org.deepdive.study.InputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the IJava kernel sends to the page, through the kernel's own library. */
class IJavaDisplayTest {

    private static final List<MIMEType> FORMS = List.of(MIMEType.TEXT_HTML, MIMEType.IMAGE_SVG, MIMEType.TEXT_PLAIN);

    @TempDir
    Path temp;

    private final BaseKernel kernel = new Kernel();

    private OpenStudy study;

    @BeforeEach
    void open() {
        study = new SmallStudy(temp).open();
    }

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

    /** What the renderer makes of a value when a cell ends on it. */
    private Map<String, Object> shown(Object value) {
        DisplayData data = kernel.getRenderer().render(value);
        return FORMS.stream().filter(data::hasDataForType).collect(Collectors.toMap(MIMEType::toString, data::getData));
    }

    @Test
    void every_kind_of_result_has_all_the_forms_that_it_has_in_the_other_kernels() {
        Running.kernel = kernel;
        IJavaDisplay.install(Running.class.getName());
        assertThat(EveryKind.of(study)).allSatisfy((name, value) -> {
            Map<String, Object> forms = shown(value);
            assertThat(forms).as(name).isEqualTo(RichDisplay.of(value).data());
            assertThat(forms).as(name).containsKeys("text/html", "text/plain");
            assertThat(forms.containsKey("image/svg+xml")).as(name).isEqualTo(name.endsWith("plot"));
        });
    }

    @Test
    void who_asks_for_one_form_gets_that_form() {
        Running.kernel = kernel;
        IJavaDisplay.install(Running.class.getName());
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
        Running.kernel = kernel;
        IJavaDisplay.install(Running.class.getName());
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
    void outside_of_ijava_the_line_says_so_and_what_to_do() {
        assertThatThrownBy(IJavaDisplay::install)
                .isInstanceOf(InputException.class)
                .hasMessage("This program is not run by the IJava kernel. The Rapaio and JJava kernels show results"
                        + " without this line; in any other, System.out.println(result) prints a table.");
        Running.kernel = null;
        assertThatThrownBy(() -> IJavaDisplay.install(Running.class.getName())).isInstanceOf(InputException.class);
    }
}
