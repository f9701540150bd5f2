package org.deepdive.notebook.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is in a notebook: written and read it is the same, and written again the same text. */
class NotebookRoundTripPropertyTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Property(tries = 300)
    void written_and_read_it_is_the_same(@ForAll("notebooks") Notebook notebook) {
        String text = NotebookWriter.text(notebook);
        Notebook read = NotebookReader.read("generated.ipynb", text);
        assertThat(NotebookWriter.text(read)).isEqualTo(text);
        assertThat(read).isEqualTo(notebook);
    }

    @Property
    void lines_joined_are_the_text(@ForAll("texts") String text) {
        JsonNode lines = MultilineText.lines(text);
        assertThat(MultilineText.joined(lines)).isEqualTo(text);
        for (JsonNode line : lines) {
            assertThat(MultilineText.lines(line.textValue())).hasSize(1);
        }
    }

    @Property
    void a_floating_number_reads_back_as_itself(@ForAll double value) {
        assertThat(Double.parseDouble(PythonJson.number(value))).isEqualTo(value);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("ab \n\r\t\"\\\u000b\u000c\u0000\u001b\u001c\u0085\u2028\u007fé€</")
                .withCharRange('\ufdf0', '\ufffd')
                .ofMaxLength(12)
                .map(text -> text.endsWith("a") ? text + "\ud83d\udcca" : text);
    }

    private Arbitrary<JsonNode> values() {
        Arbitrary<JsonNode> simple = Arbitraries.oneOf(
                texts().map(JSON::textNode),
                Arbitraries.integers().map(JSON::numberNode),
                Arbitraries.doubles().map(JSON::numberNode),
                Arbitraries.of(JSON.booleanNode(true), JSON.nullNode(), JSON.arrayNode(), JSON.objectNode()));
        return Arbitraries.oneOf(
                simple,
                simple.list().ofMaxSize(3).map(list -> JSON.arrayNode().addAll(list)),
                Arbitraries.maps(texts(), simple).ofMaxSize(3).map(NotebookRoundTripPropertyTest::object));
    }

    private static ObjectNode object(Map<String, JsonNode> members) {
        ObjectNode object = JSON.objectNode();
        object.setAll(members);
        return object;
    }

    private Arbitrary<JsonObject> metadata() {
        return Arbitraries.maps(texts().map(name -> "k" + name), values())
                .ofMaxSize(3)
                .map(members -> JsonObject.of(object(members)));
    }

    private Arbitrary<JsonObject> bundles() {
        Arbitrary<JsonObject> text = Combinators.combine(
                        Arbitraries.of("text/plain", "text/html", "image/svg+xml", "image/png", "application/pdf"),
                        texts())
                .as(JsonObject::of);
        Arbitrary<JsonObject> json = Combinators.combine(
                        Arbitraries.of("application/json", "application/vnd.plotly.v1+json"), values())
                .as(JsonObject.EMPTY::with);
        return Arbitraries.oneOf(text, json, Arbitraries.just(JsonObject.EMPTY));
    }

    private Arbitrary<Output> outputs() {
        Arbitrary<OptionalInt> counts = Arbitraries.integers().between(0, 99).map(OptionalInt::of);
        return Arbitraries.oneOf(
                Combinators.combine(Arbitraries.of("stdout", "stderr"), texts()).as(Output.Stream::new),
                Combinators.combine(bundles(), metadata()).as(Output.DisplayData::new),
                Combinators.combine(counts, bundles(), metadata()).as(Output.ExecuteResult::new),
                Combinators.combine(texts(), texts(), texts().list().ofMaxSize(3))
                        .as(Output.Error::new));
    }

    private Arbitrary<Cell> cells() {
        Arbitrary<Optional<JsonObject>> attachments = bundles()
                .map(bundle -> JsonObject.EMPTY.with("picture.png", bundle))
                .optional();
        return Arbitraries.oneOf(
                Combinators.combine(metadata(), texts(), attachments)
                        .as((about, source, files) -> new Cell.Markdown("x", about, source, files)),
                Combinators.combine(metadata(), texts(), attachments)
                        .as((about, source, files) -> new Cell.Raw("x", about, source, files)),
                Combinators.combine(metadata(), texts(), outputs().list().ofMaxSize(3))
                        .as((about, source, shown) -> new Cell.Code("x", about, source, OptionalInt.empty(), shown)));
    }

    @Provide
    Arbitrary<Notebook> notebooks() {
        return Combinators.combine(
                        metadata(),
                        cells().list().ofMaxSize(4),
                        Arbitraries.integers().between(0, 5))
                .as((about, cells, minor) -> new Notebook(about, numbered(cells), minor));
    }

    private static List<Cell> numbered(List<Cell> cells) {
        return IntStream.range(0, cells.size())
                .mapToObj(i -> named(cells.get(i), "cell-" + (i + 1)))
                .toList();
    }

    private static Cell named(Cell cell, String id) {
        if (cell instanceof Cell.Markdown markdown) {
            return new Cell.Markdown(id, markdown.metadata(), markdown.source(), markdown.attachments());
        }
        if (cell instanceof Cell.Raw raw) {
            return new Cell.Raw(id, raw.metadata(), raw.source(), raw.attachments());
        }
        Cell.Code code = (Cell.Code) cell;
        return new Cell.Code(id, code.metadata(), code.source(), code.executionCount(), code.outputs());
    }
}
