package org.deepdive.analysis;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.deepdive.study.Category;
import org.deepdive.study.DataFolder;
import org.deepdive.study.DataLabel;
import org.deepdive.study.InputException;
import org.deepdive.study.Variable;
import org.deepdive.study.WholeFile;

/** Writes a study of one's own to a data folder, as the readers of all studies want it. */
final class OwnFolder {

    private static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory().disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER));
    private static final String WRITTEN = "# Written by OwnStudy.save, which writes it anew.\n";
    private static final String UNSAID = "not said";
    private static final List<String> CODEBOOK =
            List.of("variable", "kind", "label", "question", "asked_of", "code", "category", "status");

    private final OwnStudy study;
    private final DataFolder data;
    private final DataLabel label;
    private final OwnCodebook codebook;

    OwnFolder(OwnStudy study, DataFolder data, DataLabel label) {
        this.study = study;
        this.data = data;
        this.label = label;
        this.codebook = new OwnCodebook(study);
    }

    /** A new folder that only its owner may read, and that goes with the program. */
    static Path temporary() {
        try {
            Path folder = Files.createTempDirectory("deepdive-own");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("There is no folder for temporary files", e);
        }
    }

    /** Has everything below a folder go with the program. */
    static void forget(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            all.forEach(path -> path.toFile().deleteOnExit());
        } catch (IOException e) {
            throw new UncheckedIOException("The temporary folder cannot be read: " + folder, e);
        }
    }

    /** Writes the study to a folder for this session alone, which needs the rules and the published figures beside it. */
    Path writeToOpen() {
        return write(List.of("published"));
    }

    /** Writes the study to a data folder for good; a new one gets all that a server shows. */
    Path writeToKeep() {
        boolean isNew = Files.notExists(data.resolve("disclosure.yaml"));
        return write(isNew ? List.of("published", "performance", "engagement", "studies") : List.of());
    }

    /** Returns the file of the study's respondents: the given one, or a copy that says what that does not. */
    private Path write(List<String> beside) {
        Path folder = data.resolve("studies").resolve(study.slug());
        try {
            copy(beside);
            requireOwn(folder.resolve("study.yaml"));
            Files.createDirectories(folder);
            Path respondents = respondents(folder);
            writeCodebook(folder.resolve("codebook.csv"));
            String yaml = WRITTEN + YAML.writeValueAsString(yaml(respondents));
            WholeFile.write(folder.resolve("study.yaml"), half -> Files.writeString(half, yaml));
            return respondents;
        } catch (IOException e) {
            throw new UncheckedIOException("The study cannot be written to " + folder, e);
        }
    }

    private static void requireOwn(Path yaml) throws IOException {
        if (Files.exists(yaml) && !Files.readString(yaml).startsWith(WRITTEN)) {
            throw InputException.of(
                    "study-exists",
                    "There is a study in \"" + yaml + "\" that was written by hand.",
                    yaml,
                    "Give this one another name with .named, or save it to another folder.");
        }
    }

    /** What every data folder has, from the one in force: its rules, and the folders named. */
    private void copy(List<String> folders) throws IOException {
        DataFolder force = DataFolder.find();
        copy(force, force.resolve("disclosure.yaml"));
        for (String folder : folders) {
            try (Stream<Path> all = Files.walk(force.resolve(folder))) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    copy(force, file);
                }
            }
        }
    }

    private void copy(DataFolder from, Path file) throws IOException {
        Path copy = data.resolve(from.root().relativize(file).toString());
        if (Files.notExists(copy)) {
            Files.createDirectories(copy.getParent());
            Files.write(copy, Files.readAllBytes(file));
        }
    }

    private Path respondents(Path folder) throws IOException {
        Map<String, String> front = new LinkedHashMap<>();
        // Identifiers that say so are no variables here, so the column has to say it.
        if (label.isInvented() && !study.respondents().header().contains(DataLabel.COLUMN)) {
            front.put(DataLabel.COLUMN, label.code());
        }
        if (study.design().weight().isEmpty()) {
            front.put(weight(), "1");
        }
        if (front.isEmpty() && !study.isFromTable()) {
            return study.file().toAbsolutePath().normalize();
        }
        Path inside = Files.createDirectories(folder.resolve("respondents"));
        Path copy = inside.resolve(study.file().getFileName().toString().replaceFirst("(?i)\\.gz$", ""));
        study.respondents().write(copy, front);
        return copy;
    }

    /** The name of the weight in queries; of weights that are all 1, the column that is put in front. */
    private String weight() {
        List<String> taken = Stream.concat(
                        study.columns().stream().map(OwnColumn::name),
                        study.columns().stream().map(OwnColumn::column))
                .toList();
        return study.design().weight().map(this::name).orElseGet(() -> OwnColumn.free("weight", taken));
    }

    private String name(String column) {
        return study.columns().stream()
                .filter(known -> known.column().equals(column))
                .map(OwnColumn::name)
                .findFirst()
                .orElseThrow();
    }

    private ObjectNode yaml(Path respondents) {
        ObjectNode yaml = YAML.createObjectNode()
                .put("slug", study.slug())
                .put("title", study.title())
                .put("population", study.population());
        yaml.putObject("provenance")
                .put("publisher", UNSAID)
                .put("source", "The file " + study.file().getFileName())
                .put("collected", UNSAID)
                .put("licence", UNSAID)
                .put("microdata", label.isInvented() ? "invented" : "not public");
        design(yaml.putObject("design"));
        codebook.measures().forEach(measure -> yaml.withArray("measures").add(measure.yaml(YAML)));
        microdata(yaml.putObject("microdata"), respondents);
        return yaml;
    }

    private void design(ObjectNode design) {
        OwnDesign own = study.design();
        design.put("weight", weight());
        own.strata().forEach(column -> design.withArray("strata").add(name(column)));
        own.clusters().forEach(column -> design.withArray("cluster").add(name(column)));
        own.wave().ifPresent(column -> design.put("wave", name(column)));
        design.put("lonely", own.lonely().name().toLowerCase(Locale.ROOT));
        if (own.nest()) {
            design.put("nest", true);
        }
    }

    /** The names of columns and codes in the file, where they are others. */
    private void microdata(ObjectNode microdata, Path respondents) {
        microdata.put("file", respondents.toString());
        List<OwnCodebook.Described> variables = codebook.variables();
        ObjectNode columns = microdata.putObject("columns");
        for (OwnColumn column : study.columns()) {
            boolean used = study.design().clusters().contains(column.column())
                    || variables.stream().anyMatch(v -> v.column().equals(column));
            if (used && !column.name().equals(column.column())) {
                columns.put(column.name(), column.column());
            }
        }
        ObjectNode codes = microdata.putObject("codes");
        for (OwnCodebook.Described described : variables) {
            Map<String, String> own = described.column().codes();
            if (described.values().stream().anyMatch(value -> !own.get(value).equals(value))) {
                ObjectNode named = codes.putObject(described.variable().name());
                described.values().forEach(value -> named.put(value, own.get(value)));
            }
        }
    }

    private void writeCodebook(Path file) throws IOException {
        WholeFile.write(file, half -> {
            try (CsvWriter csv =
                    CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(half)) {
                csv.writeRecord(CODEBOOK);
                if (study.design().weight().isEmpty()) {
                    csv.writeRecord(weight(), "weight", "Weight, 1 for everybody", "", "everyone", "", "", "");
                }
                codebook.variables().forEach(described -> write(csv, described.variable()));
            }
        });
    }

    private static void write(CsvWriter csv, Variable variable) {
        List<String> own = List.of(
                variable.name(), lower(variable.kind()), variable.label(), variable.question(), variable.askedOf());
        if (variable.categories().isEmpty()) {
            csv.writeRecord(Stream.concat(own.stream(), Stream.of("", "", "")).toList());
        }
        for (Category category : variable.categories()) {
            csv.writeRecord(
                    Stream.concat(own.stream(), Stream.of(category.code(), category.label(), lower(category.status())))
                            .toList());
        }
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
