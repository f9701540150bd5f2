package org.deepdive.notebook.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.deepdive.notebook.format.Cell;
import org.deepdive.notebook.format.JsonObject;
import org.deepdive.notebook.format.Notebook;
import org.deepdive.study.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values given to a notebook. */
class ParametersTest {

    private static final String DEFAULTS = """
            import java.util.*;

            // What to look at.
            var wave = "2021Q2";
            String area = null;
            int most = 10;
            var few = 3;
            long large = 1;
            var huge = -5L;
            double share = 0.5;
            var rate = -1.5;
            boolean all = true;
            var any = Optional.empty();
            List<String> waves = List.of();
            later = 1;
            """;

    private static Cell tagged(String id, String tag, String source) {
        JsonObject metadata = JsonObject.EMPTY.with(
                "tags", JsonNodeFactory.instance.arrayNode().add(tag));
        return new Cell.Code(id, metadata, source, OptionalInt.empty(), List.of());
    }

    private static Notebook notebook(Cell... cells) {
        return Notebook.of(JsonObject.EMPTY, List.of(cells));
    }

    private static List<Parameter> given(String... values) {
        return Stream.of(values).map(value -> Parameter.parse(value, false)).toList();
    }

    private static final Notebook TAGGED = notebook(
            Cell.Markdown.of("title", "# A"), tagged("defaults", "parameters", DEFAULTS), Cell.Code.of("use", "wave"));

    private static String injected(String... values) {
        Cell cell = Parameters.apply(TAGGED, given(values)).notebook().cells().get(2);
        assertThat(cell.tags()).containsExactly("injected-parameters");
        return cell.source();
    }

    @Test
    void values_stand_in_a_cell_behind_the_tagged_one() {
        Parameters.Applied applied = Parameters.apply(TAGGED, given("wave=2022Q1", "most=7"));
        assertThat(applied.warnings()).isEmpty();
        assertThat(applied.notebook().cells())
                .extracting(Cell::id)
                .containsExactly("title", "defaults", "injected-parameters", "use");
        assertThat(applied.notebook().cells().get(2).source())
                .isEqualTo("// Parameters\nvar wave = \"2022Q1\";\nint most = 7;");
        assertThat(applied.notebook().cells().get(1)).isEqualTo(TAGGED.cells().get(1));
    }

    @Test
    void an_injected_cell_of_an_earlier_run_is_replaced() {
        Notebook once = Parameters.apply(TAGGED, given("wave=2022Q1")).notebook();
        Notebook twice = Parameters.apply(once, given("most=8")).notebook();
        assertThat(twice.cells()).hasSize(4);
        assertThat(twice.cells().get(2).source()).isEqualTo("// Parameters\nint most = 8;");
    }

    @Test
    void without_a_tagged_cell_they_stand_at_the_top_with_a_warning() {
        Parameters.Applied applied = Parameters.apply(
                notebook(Cell.Code.of("injected-parameters", "1")),
                given("a=1", "b=1.50", "c=True", "d=2021Q2", "e=5000000000"));
        assertThat(applied.warnings())
                .containsExactly("No cell of the notebook is tagged \"parameters\", so the values stand at its top.");
        assertThat(applied.notebook().cells())
                .extracting(Cell::id)
                .containsExactly("injected-parameters-2", "injected-parameters");
        assertThat(applied.notebook().cells().get(0).source())
                .isEqualTo(
                        "// Parameters\nvar a = 1;\nvar b = 1.5;\nvar c = true;\nvar d = \"2021Q2\";\nvar e = 5000000000L;");
    }

    @Test
    void nothing_changes_without_values() {
        assertThat(Parameters.apply(TAGGED, List.of()).notebook()).isSameAs(TAGGED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            wave=5          | var wave = "5";
            area=A "b" \\ c | String area = "A \\"b\\" \\\\ c";
            area=           | String area = "";
            most=-3         | int most = -3;
            few=4           | var few = 4;
            few=3000000000  | var few = 3000000000L;
            large=4         | long large = 4L;
            huge=+4         | var huge = 4L;
            share=1         | double share = 1.0;
            rate=1e-3       | var rate = 0.001;
            rate=.5         | var rate = 0.5;
            all=False       | boolean all = false;
            any=text        | var any = "text";
            any=12          | var any = 12;
            any=1.0         | var any = 1.0;
            later=2         | later = 2;
            """)
    void values_take_the_type_of_their_variable(String value, String line) {
        assertThat(injected(value)).isEqualTo("// Parameters\n" + line);
    }

    @Test
    void text_cannot_leave_its_quotes() {
        assertThat(injected("wave=\"; System.exit(1); //\n\t\u0007\\u0022"))
                .isEqualTo("// Parameters\nvar wave = \"\\\"; System.exit(1); //\\n\\t\\007\\\\u0022\";");
    }

    @Test
    void a_raw_value_is_a_text_whatever_it_looks_like() {
        List<Parameter> raw = List.of(Parameter.parse("any=12", true));
        assertThat(Parameters.apply(TAGGED, raw).notebook().cells().get(2).source())
                .endsWith("var any = \"12\";");
        assertThatThrownBy(() -> Parameters.apply(TAGGED, List.of(Parameter.parse("most=12", true))))
                .hasMessageContaining("is not what it takes");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            most=2.5        | The value "2.5" for most is not what it takes: a whole number. The notebook's cell tagged "parameters" says what it is: int most.
            most=5000000000 | The value "5000000000" for most is too large for int.
            share=abc       | The value "abc" for share is not what it takes: a number.
            share=1e999     | The value "1e999" for share is too large for a number of Java.
            all=yes         | The value "yes" for all is not what it takes: true or false.
            later=true      | The value "true" for later is not what it takes: a whole number.
            waves=2021Q2    | The value "2021Q2" for waves is not what it takes: no value that can be written here.
            wav=2021Q2      | There is no parameter "wav". Did you mean "wave"? Allowed: wave, area, most,
            most            | "most" is no parameter. Write the name of a variable, an equals sign and a value,
            a-b=1           | "a-b=1" is no parameter.
            """)
    void what_does_not_fit_is_refused(String value, String message) {
        assertThatThrownBy(() -> injected(value))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void parameters_are_for_notebooks_in_java() {
        Notebook python = TAGGED.withMetadata(JsonObject.EMPTY.with("kernelspec", JsonObject.of("language", "python")));
        assertThatThrownBy(() -> Parameters.apply(python, given("wave=1")))
                .hasMessageStartingWith("The notebook is in python, and parameters are written in Java only.");
    }
}
