package org.deepdive.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.UnresolvedReferenceException;
import org.deepdive.notebook.format.Output;
import org.deepdive.study.InputException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cells are run by a jshell of the test's own, cut into snippets as kernels cut them. */
class CellErrorsTest {

    private final CellPlaces places = new CellPlaces();
    private JShell shell;
    private CellErrors errors;

    @BeforeEach
    void start() {
        shell = JShell.builder().executionEngine("local").build();
        shell.onSnippetEvent(event -> places.add(event.snippet()));
        errors = new CellErrors(shell, places);
    }

    @AfterEach
    void end() {
        shell.close();
    }

    private List<String> told(String cell) {
        return shown(run(cell));
    }

    private static List<String> shown(List<String> told) {
        return told.stream().map(Output::withoutColours).toList();
    }

    private List<String> run(String cell) {
        places.begin(cell);
        CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(cell);
        while (next.completeness().isComplete()) {
            for (SnippetEvent event : shell.eval(next.source().strip())) {
                if (event.exception() instanceof EvalException thrown) {
                    return errors.thrown(thrown);
                }
                if (event.exception() instanceof UnresolvedReferenceException unresolved) {
                    return errors.unresolved(unresolved);
                }
                if (!event.status().isDefined()) {
                    return errors.notCompiled(event.snippet());
                }
            }
            next = shell.sourceCodeAnalysis().analyzeCompletion(next.remaining());
        }
        return next.remaining().isBlank()
                ? List.of()
                : errors.incomplete(next.remaining().strip());
    }

    @Test
    void a_mistake_in_a_question_is_its_sentences_and_the_line() {
        assertThat(told(
                        "int one = 1;\n\nthrow new %s(\"x\", \"There is no x.\", \"x\", java.util.List.of(\"y\"), \"Ask y.\");"
                                .formatted(InputException.class.getName())))
                .hasSize(2)
                .startsWith("There is no x. Ask y. Allowed: y.")
                .last()
                .asString()
                .startsWith("  cell [1], line 3: throw new org.deepdive.study.InputException(");
    }

    @Test
    void an_exception_is_named_with_the_lines_of_every_cell_it_went_through_and_no_others() {
        assertThat(told("int half(int n) {\n    return 1 / n;\n}")).isEmpty();
        assertThat(told("// again\nhalf(1);\nhalf(0)"))
                .containsExactly(
                        "ArithmeticException: / by zero",
                        "  cell [1], line 2: return 1 / n;",
                        "  cell [2], line 3: half(0)");
        assertThat(told("Integer.parseInt(\"x\")"))
                .containsExactly(
                        "NumberFormatException: For input string: \"x\"",
                        "  cell [3], line 1: Integer.parseInt(\"x\")");
    }

    @Test
    void what_calls_itself_without_end_is_two_lines() {
        assertThat(told("int deep(int n) { return deep(n + 1); }\ndeep(0)"))
                .containsExactly("StackOverflowError", "  cell [1], line 1: int deep(int n) { return deep(n + 1); }");
    }

    @Test
    void a_long_way_through_the_cells_is_cut_with_a_count() {
        StringBuilder chain = new StringBuilder("void f0() { throw new IllegalStateException(); }\n");
        for (int i = 1; i < 9; i++) {
            chain.append("void f%d() { f%d(); }%n".formatted(i, i - 1));
        }
        assertThat(told(chain + "f8()"))
                .hasSize(7)
                .startsWith(
                        "IllegalStateException", "  cell [1], line 1: void f0() { throw new IllegalStateException(); }")
                .endsWith("  and 5 more calls before");
    }

    @Test
    void causes_are_named() {
        assertThat(told("throw new java.io.UncheckedIOException(\"outer\", new java.io.IOException(\"inner\"));"))
                .startsWith("java.io.UncheckedIOException: outer")
                .contains("Caused by java.io.IOException: inner");
    }

    @Test
    void code_that_does_not_compile_is_marked_where_the_compiler_points() {
        assertThat(told("int x = 1;\n  int y = x +\n      undeclared;"))
                .containsExactly(
                        "This does not compile: cannot find symbol",
                        "  symbol:   variable undeclared",
                        "  cell [1], line 3: undeclared;",
                        "                    ^");
        assertThat(told("String text = 3;"))
                .containsExactly(
                        "This does not compile: incompatible types: int cannot be converted to java.lang.String",
                        "  cell [2], line 1: String text = 3;",
                        "                                  ^");
    }

    @Test
    void what_is_used_before_it_is_declared_is_named() {
        assertThat(told("void f() { g(); }\nf()"))
                .containsExactly(
                        "This uses what is not declared: method g()",
                        "  cell [1], line 1: void f() { g(); }",
                        "  cell [1], line 2: f()");
    }

    @Test
    void a_cell_that_ends_too_early_or_is_interrupted_shows_the_statement() {
        assertThat(told("int one = 1;\nint two = (one +"))
                .containsExactly(
                        "The cell ends before this is complete. Is a bracket, a quote or a semicolon missing?",
                        "  cell [1], line 2: int two = (one +");
        places.begin("int one = 1;\nwhile (true) {\n}");
        assertThat(shown(errors.interrupted("while (true) {\n}")))
                .containsExactly("The cell was interrupted.", "  cell [2], line 2: while (true) {");
    }

    @Test
    void code_that_a_kernel_changed_is_told_without_a_line() {
        places.begin("%time half(0)");
        SnippetEvent event = shell.eval("1 / 0").get(0);
        assertThat(shown(errors.thrown((EvalException) event.exception())))
                .containsExactly("ArithmeticException: / by zero", "  cell [1]: 1 / 0");
    }
}
