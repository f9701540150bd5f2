package org.deepdive.notebook.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.deepdive.study.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading and writing notebooks' files. */
class NotebookFormatTest {

    private static final String FRAME = "{\"cells\": [%s], \"metadata\": {}, \"nbformat\": 4, \"nbformat_minor\": 5}";

    @TempDir
    Path temp;

    private static Notebook read(String text) {
        return NotebookReader.read("a.ipynb", text);
    }

    private static void refused(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("a.ipynb" + message);
    }

    private static void refusedCell(String cell, String message) {
        refused(FRAME.formatted(cell), ": The notebook cannot be read: " + message);
    }

    @Test
    void a_committed_notebook_comes_back_byte_for_byte() throws IOException {
        Path students = Path.of("notebooks", "students.ipynb");
        Notebook notebook = NotebookReader.read(students);
        assertThat(notebook.kernelName()).contains("java");
        assertThat(notebook.cells().get(0)).isInstanceOf(Cell.Markdown.class);
        assertThat(NotebookWriter.text(notebook)).isEqualTo(Files.readString(students));
        Path copy = temp.resolve("copy.ipynb");
        NotebookWriter.write(notebook, copy);
        assertThat(copy).hasSameBinaryContentAs(students);
        assertThat(temp).isDirectoryNotContaining(file -> file.toString().endsWith(".part"));
    }

    @Test
    void the_text_is_that_of_jupyters_own_writer() throws IOException {
        String saved = resource("saved-by-nbformat.ipynb");
        assertThat(NotebookWriter.text(read(saved))).isEqualTo(saved);
        String older = resource("saved-by-nbformat-4.2.ipynb");
        assertThat(NotebookWriter.text(read(older))).isEqualTo(older).doesNotContain("\"id\"");
        assertThat(read(older).cells()).extracting(Cell::id).containsExactly("cell-1", "cell-2");
    }

    private static String resource(String name) throws IOException {
        try (var in = NotebookFormatTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void texts_may_be_whole_or_in_lines() {
        Notebook whole = read(FRAME.formatted("""
                {"cell_type": "code", "id": "a", "metadata": {}, "source": "x\\ny", "execution_count": 1, "outputs": [
                 {"output_type": "display_data", "metadata": {},
                  "data": {"text/plain": "1\\n2", "image/png": ["aa", "bb"], "application/json": ["1", "2"]}}]}"""));
        Cell.Code cell = (Cell.Code) whole.cells().get(0);
        assertThat(cell.source()).isEqualTo("x\ny");
        Output.DisplayData shown = (Output.DisplayData) cell.outputs().get(0);
        assertThat(shown.data().text("image/png")).contains("aabb");
        assertThat(shown.data().texts("application/json")).containsExactly("1", "2");
        assertThat(NotebookWriter.text(whole)).containsIgnoringWhitespaces("\"text/plain\": [ \"1\\n\", \"2\" ]");
    }

    @Test
    void what_is_transient_is_not_kept() {
        Notebook notebook = read("""
                {"cells": [{"cell_type": "raw", "id": "a", "metadata": {"trusted": true, "x": 1}, "source": []}],
                 "metadata": {"signature": "s", "orig_nbformat": 3, "own": {"kept": [null, true]}},
                 "nbformat": 4, "nbformat_minor": 5}""");
        assertThat(notebook.metadata().names()).containsExactly("own");
        assertThat(notebook.cells().get(0).metadata().names()).containsExactly("x");
        assertThat(NotebookWriter.text(notebook)).contains("\"own\": {\n   \"kept\": [\n    null,\n    true\n   ]");
    }

    @ParameterizedTest
    @CsvSource({
        "1.0, 1.0",
        "0.1, 0.1",
        "100000.0, 1e5",
        "1e+16, 1e16",
        "1234567890123456.0, 1234567890123456.0",
        "1e-05, 0.00001",
        "0.0001, 1e-4",
        "1.5e-07, 1.5e-7",
        "-0.0, -0.0",
        "2e-323, 2e-323",
        "5e-324, 4.9e-324",
        "2.2250738585072014e-308, 2.2250738585072014e-308",
        "0.30000000000000004, 0.30000000000000004",
        "-123.456, -123.456",
        "9007199254740992.0, 9007199254740992.0",
        "1.7976931348623157e+308, 1.7976931348623157E308",
        "NaN, NaN",
        "-Infinity, -Infinity",
        "2e+22, 2e22",
        "1e+23, 1e23"
    })
    void floating_numbers_are_written_as_python_does(String python, double value) {
        assertThat(PythonJson.text(DoubleNode.valueOf(value))).isEqualTo(python);
    }

    @Test
    void a_notebook_made_here_reads_back_equal() {
        JsonObject text = JsonObject.of("text/plain", "a\nb");
        Notebook made = Notebook.of(
                JsonObject.EMPTY.with("kernelspec", JsonObject.of("language", "java")),
                List.of(
                        Cell.Markdown.of("m", "# Title"),
                        Cell.Code.of("new", "1 + 1"),
                        new Cell.Code(
                                "c",
                                JsonObject.EMPTY,
                                "1",
                                OptionalInt.of(3),
                                List.of(
                                        new Output.Stream("stdout", "x\r\ny"),
                                        new Output.DisplayData(text, JsonObject.EMPTY),
                                        new Output.ExecuteResult(OptionalInt.of(3), text, JsonObject.of("k", "v")),
                                        new Output.Error("E", "m", List.of("\u001b[31mred\u001b[0m")))),
                        new Cell.Raw("r", JsonObject.EMPTY, "", Optional.of(JsonObject.EMPTY))));
        assertThat(read(NotebookWriter.text(made))).isEqualTo(made);
        assertThat(made.language()).contains("java");
        assertThat(NotebookWriter.text(made)).contains("\\u001b[31mred");
    }

    @Test
    void values_cannot_be_changed_from_outside() {
        var node = JsonNodeFactory.instance.objectNode().put("a", 1);
        JsonObject object = JsonObject.of(node);
        node.put("a", 2);
        object.toNode().put("a", 3);
        assertThat(object.get("a").intValue()).isEqualTo(1);
        assertThat(object.without("a")).isEqualTo(JsonObject.EMPTY);
    }

    @Test
    void a_file_that_is_no_json_is_told_with_line_and_column() {
        refused(
                "{\n \"cells\": [\n<<<<<<< mine\n",
                ", line 3, column 1: The notebook is not JSON: Unexpected character ('<'");
        refused("{\"cells\": [", ", line 1, column 12: The notebook is not JSON: Unexpected end-of-input");
        refused("{\"a\": 1, \"a\": 2}", ", line 1, column 13: The notebook is not JSON: Duplicate field 'a'");
        refused("{} {}", ", line 1, column 4: The notebook is not JSON: Trailing token");
    }

    @Test
    void a_file_that_is_no_notebook_is_told() {
        refused("", ": The notebook cannot be read: it is empty.");
        refused("[]", ": The notebook cannot be read: it is JSON, but no notebook: it has no nbformat.");
        refused(
                "{\"nbformat\": 3, \"nbformat_minor\": 0, \"worksheets\": []}",
                ": The notebook cannot be read: it is of nbformat 3.0, and only nbformat 4 is read. Convert it: ");
        refused(
                "{\"nbformat\": 4, \"nbformat_minor\": 6, \"cells\": [], \"metadata\": {}}",
                ": The notebook cannot be read: it is of nbformat 4.6, newer than 4.5, the newest known.");
        refused(
                "{\"nbformat\": 4, \"nbformat_minor\": 5, \"cells\": [], \"metadata\": {}, \"extra\": 1}",
                ": The notebook cannot be read: \"extra\" has no place here.");
        refused(
                "{\"nbformat\": 4, \"nbformat_minor\": 5, \"cells\": []}",
                ": The notebook cannot be read: metadata is missing.");
    }

    @Test
    void what_is_wrong_with_a_cell_is_told_with_its_place() {
        refusedCell("1", "cell 1 is no object.");
        refusedCell("{\"cell_type\": \"code\"}", "cell 1: id is missing.");
        refusedCell(
                "{\"cell_type\": \"chart\", \"id\": \"a\", \"metadata\": {}, \"source\": \"\"}",
                "cell 1 is of the unknown type \"chart\". Allowed: markdown, code, raw.");
        refusedCell(
                "{\"cell_type\": \"raw\", \"id\": \"a b\", \"metadata\": {}, \"source\": \"\"}",
                "cell 1 has the id \"a b\".");
        refusedCell(
                "{\"cell_type\": \"raw\", \"id\": \"a\", \"metadata\": {}, \"source\": [1]}",
                "cell 1: source is neither a text nor a list of texts.");
        String raw = "{\"cell_type\": \"raw\", \"id\": \"a\", \"metadata\": {}, \"source\": \"\"}";
        refusedCell(raw + "," + raw, "cells 1 and 2 have the same id \"a\".");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"output_type\": \"plot\"}|, output 1 is of the unknown type \"plot\"",
                "{\"output_type\": \"stream\", \"text\": \"x\"}|, output 1: name is missing",
                "{\"output_type\": \"error\", \"ename\": \"\", \"evalue\": \"\", \"traceback\": \"x\"}"
                        + "|, output 1: traceback is not a list of texts",
                "{\"output_type\": \"display_data\", \"metadata\": {}, \"data\": {\"text/html\": {}}}"
                        + "|, output 1: text/html is neither a text nor a list of texts",
                "{\"output_type\": \"display_data\", \"metadata\": {}, \"data\": {}, \"more\": 1}"
                        + "|, output 1: \"more\" has no place here",
                "{\"output_type\": \"execute_result\", \"metadata\": {}, \"data\": {}, \"execution_count\": -1}"
                        + "|, output 1: execution_count is neither a number from 0 on nor null"
            })
    void what_is_wrong_with_an_output_is_told_with_its_place(String output) {
        String[] parts = output.split("\\|");
        refusedCell(
                "{\"cell_type\": \"code\", \"id\": \"a\", \"metadata\": {}, \"source\": \"\", \"execution_count\": null,"
                        + " \"outputs\": [" + parts[0] + "]}",
                "cell 1" + parts[1]);
    }

    @Test
    void a_file_that_is_missing_too_large_or_not_text_is_told() {
        Path missing = temp.resolve("none.ipynb");
        assertThatThrownBy(() -> NotebookReader.read(missing))
                .hasMessageStartingWith("There is no notebook " + missing);
        assertThatThrownBy(() -> NotebookReader.read(temp))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("The notebook " + temp + " cannot be read (");
        assertThatThrownBy(() -> NotebookReader.read("a", new ByteArrayInputStream(new byte[] {'"', (byte) 0xff, '"'})))
                .hasMessageContaining("it is not text in UTF-8");
        assertThatThrownBy(() ->
                        NotebookReader.read("a", new ByteArrayInputStream(new byte[NotebookReader.MOST_BYTES + 1])))
                .hasMessageContaining("it is larger than 64 MB");
        assertThatThrownBy(() -> NotebookWriter.write(Notebook.of(JsonObject.EMPTY, List.of()), missing.resolve("x")))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("The notebook " + missing.resolve("x") + " cannot be written");
    }
}
