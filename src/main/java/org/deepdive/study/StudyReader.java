package org.deepdive.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a study's folder: {@code study.yaml} with {@code codebook.csv} or the file of tallies it names.
 *
 * <p>A study is read whole or refused: a measure that names an unknown variable or category, or a design without its
 * weight, is an error that names the study and the place.
 */
public final class StudyReader {

    private static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory()).enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

    private final DataFolder data;

    /** @param data the folder of studies */
    public StudyReader(DataFolder data) {
        this.data = data;
    }

    /** The slugs that can be read. */
    public List<String> slugs() {
        return data.studies();
    }

    /** All studies. */
    public List<Study> readAll() {
        return slugs().stream().map(this::read).toList();
    }

    /**
     * The study of that slug.
     *
     * @throws InputException where there is no such study, or its files are wrong
     */
    public Study read(String slug) {
        if (!slugs().contains(slug)) {
            throw InputException.unknown("study", slug, slugs());
        }
        try {
            return read(slug, data.resolve("studies").resolve(slug));
        } catch (InputException e) {
            throw e.getMessage().startsWith(slug + "/") ? e : e.in(slug + "/study.yaml");
        }
    }

    private static Study read(String slug, Path folder) {
        Section yaml = new Section(slug + "/study.yaml", parse(folder.resolve("study.yaml")));
        requireSlug(yaml, slug);
        boolean counts = yaml.has("tallies");
        Codebook codebook = counts ? new Codebook(List.of()) : CodebookReader.read(folder.resolve("codebook.csv"));
        List<Measure> measures = new ArrayList<>(new MeasureReader(codebook).readAll(yaml.list("measures")));
        measures.add(new Measure.Base());
        Optional<SurveyDesign> design =
                counts ? Optional.empty() : Optional.of(new DesignReader(yaml.section("design"), codebook).read());
        List<Tally> tallies = counts ? TallyReader.read(folder.resolve(yaml.text("tallies")), measures) : List.of();
        return new Study(
                yaml.text("slug"),
                yaml.text("title"),
                yaml.text("population"),
                provenance(yaml.section("provenance")),
                yaml.textOr("wording", "published").equals("assumed"),
                codebook,
                design,
                design.map(d -> mapping(yaml, d, codebook)),
                measures,
                tallies);
    }

    private static void requireSlug(Section yaml, String folder) {
        if (!yaml.text("slug").equals(folder)) {
            throw InputException.of(
                    "study-file",
                    yaml.place() + " has the slug \"" + yaml.text("slug") + "\".",
                    yaml.text("slug"),
                    "The slug and the folder must have one name.");
        }
    }

    private static JsonNode parse(Path file) {
        try {
            return YAML.readTree(Files.readString(file));
        } catch (JsonProcessingException e) {
            throw InputException.of(
                    "study-file",
                    CsvFile.place(file) + " is not valid YAML: " + e.getOriginalMessage() + ".",
                    file.toString(),
                    "See line " + e.getLocation().getLineNr() + ".");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private static Provenance provenance(Section yaml) {
        return new Provenance(
                yaml.text("publisher"),
                yaml.text("source"),
                yaml.text("collected"),
                yaml.text("licence"),
                yaml.text("microdata"));
    }

    private static FileMapping mapping(Section yaml, SurveyDesign design, Codebook codebook) {
        if (!yaml.has("microdata")) {
            return new FileMapping(Optional.empty(), Map.of(), Map.of());
        }
        Section microdata = yaml.section("microdata");
        Map<String, String> columns = microdata.map("columns");
        requireColumns(microdata, columns.keySet(), design, codebook);
        Map<String, Map<String, String>> codes = new LinkedHashMap<>();
        if (microdata.has("codes")) {
            Section section = microdata.section("codes");
            for (String name : section.names()) {
                Variable variable = coded(section, codebook, name);
                codes.put(name, section.map(name));
                requireCodes(section, variable, codes.get(name));
            }
        }
        return new FileMapping(microdata.optional("file").map(Path::of), columns, codes);
    }

    /** A variable whose column holds codes: those of a numeric one stand for no number. */
    private static Variable coded(Section section, Codebook codebook, String name) {
        Variable.Kind kind = codebook.has(name) ? codebook.variable(name).kind() : Variable.Kind.NOMINAL;
        return kind == Variable.Kind.NUMERIC || kind == Variable.Kind.RANKED
                ? codebook.variable(name)
                : section.requireSingle(codebook, name);
    }

    private static void requireCodes(Section yaml, Variable variable, Map<String, String> codes) {
        codes.values().stream()
                .filter(code -> !variable.codes().contains(code))
                .findFirst()
                .ifPresent(code -> {
                    throw InputException.unknown("category of " + variable.name(), code, variable.codes())
                            .in(yaml.place());
                });
    }

    private static void requireColumns(Section yaml, Set<String> mapped, SurveyDesign design, Codebook codebook) {
        List<String> known = new ArrayList<>(design.columns());
        for (Variable variable : codebook.variables()) {
            known.addAll(variable.columns());
        }
        for (String name : mapped) {
            if (!known.contains(name)) {
                throw InputException.unknown("column", name, known).in(yaml.place() + ", columns");
            }
        }
    }

    /** A mapping of the YAML file that knows its place, so that what is missing is named. */
    record Section(String place, JsonNode node) {

        boolean has(String name) {
            return node.hasNonNull(name);
        }

        List<String> names() {
            List<String> names = new ArrayList<>();
            node.fieldNames().forEachRemaining(names::add);
            return names;
        }

        String text(String name) {
            return optional(name)
                    .orElseThrow(
                            () -> InputException.of("study-file", place + " lacks \"" + name + "\".", name, "Add it."));
        }

        String textOr(String name, String fallback) {
            return optional(name).orElse(fallback);
        }

        Optional<String> optional(String name) {
            return has(name) ? Optional.of(node.get(name).asText().strip()) : Optional.empty();
        }

        Section section(String name) {
            text(name);
            require(node.get(name).isObject(), name, "a mapping of names to values");
            return new Section(place + ", " + name, node.get(name));
        }

        Optional<Section> subsection(String name) {
            return has(name) ? Optional.of(section(name)) : Optional.empty();
        }

        List<Section> list(String name) {
            List<Section> sections = new ArrayList<>();
            if (has(name)) {
                require(node.get(name).isArray(), name, "a list");
                node.get(name)
                        .forEach(item -> sections.add(
                                new Section(place + ", " + item.path("name").asText(name), item)));
            }
            return sections;
        }

        List<String> texts(String name) {
            List<String> texts = new ArrayList<>();
            if (has(name)) {
                require(node.get(name).isArray(), name, "a list");
                node.get(name).forEach(item -> texts.add(item.asText()));
            }
            return texts;
        }

        /** One text or a list of them. */
        List<String> oneOrMore(String name) {
            return has(name) && node.get(name).isValueNode() ? List.of(text(name)) : texts(name);
        }

        /** A list of texts or lists of them. */
        List<List<String>> lists(String name) {
            List<List<String>> lists = new ArrayList<>();
            if (has(name)) {
                require(node.get(name).isArray(), name, "a list");
                for (int i = 0; i < node.get(name).size(); i++) {
                    ObjectNode item =
                            YAML.createObjectNode().set(name, node.get(name).get(i));
                    lists.add(new Section(place, item).oneOrMore(name));
                }
            }
            return lists;
        }

        /** Whether something is set to true; absent is false. */
        boolean flag(String name) {
            if (has(name)) {
                require(node.get(name).isBoolean(), name, "true or false");
            }
            return has(name) && node.get(name).booleanValue();
        }

        /** Refuses names that nobody would read, since a misspelt one would silently count for nothing. */
        void requireOnly(String kind, List<String> allowed) {
            for (String name : names()) {
                if (!allowed.contains(name)) {
                    throw InputException.unknown(kind, name, allowed).in(place);
                }
            }
        }

        /** The variable of that name, which must have one answer a respondent. */
        Variable requireSingle(Codebook codebook, String name) {
            if (!codebook.has(name)) {
                throw InputException.unknown("variable", name, codebook.breakdowns())
                        .in(place);
            }
            Variable variable = codebook.variable(name);
            if (!variable.isSingle()) {
                throw InputException.of(
                        "study-file",
                        place + ": \"" + name + "\" is not a variable with one "
                                + (variable.kind() == Variable.Kind.NUMERIC ? "category" : "answer")
                                + " a respondent.",
                        name,
                        "Name a nominal, ordinal or wave variable.");
            }
            return variable;
        }

        /** What has another form would be read as nothing: so would an alias (*name), which the reader does not follow. */
        private void require(boolean right, String name, String form) {
            if (!right) {
                throw InputException.of(
                        "study-file",
                        place + ": \"" + name + "\" is not " + form + ".",
                        node.get(name).asText(),
                        "Write it out there.");
            }
        }

        Map<String, String> map(String name) {
            Map<String, String> map = new LinkedHashMap<>();
            if (has(name)) {
                require(node.get(name).isObject(), name, "a mapping of names to values");
                node.get(name)
                        .properties()
                        .forEach(e -> map.put(e.getKey(), e.getValue().asText()));
            }
            return map;
        }
    }
}
