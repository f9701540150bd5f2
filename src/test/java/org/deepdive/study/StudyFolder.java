package org.deepdive.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A data folder that a test writes a study into, to be read by the readers that the program uses. */
public final class StudyFolder {

    /** The header line of every codebook. */
    public static final String CODEBOOK_HEADER = "variable,kind,label,question,asked_of,code,category,status\n";

    private final Path root;
    private final String slug;

    /**
     * @param root an empty folder
     * @param slug the study's slug
     */
    public StudyFolder(Path root, String slug) {
        this.root = root;
        this.slug = slug;
    }

    /** Writes {@code study.yaml}: the given text after the slug, the title and the provenance. */
    public StudyFolder study(String yaml) {
        return rawStudy("slug: " + slug + """

                title: A small survey
                population: Invented people
                provenance:
                  publisher: Nobody
                  source: A test
                  collected: never
                  licence: none
                  microdata: invented
                """ + yaml);
    }

    /** Writes {@code study.yaml} as given. */
    public StudyFolder rawStudy(String yaml) {
        write("study.yaml", yaml);
        return this;
    }

    /** Writes {@code codebook.csv}: the header line, then the given text. */
    public StudyFolder codebook(String lines) {
        write("codebook.csv", CODEBOOK_HEADER + lines);
        return this;
    }

    /** Writes any file of the study's folder. */
    public Path write(String name, String text) {
        try {
            Path folder = Files.createDirectories(root.resolve("studies").resolve(slug));
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts the packaged rules of disclosure and published figures beside the study, as a workspace needs them. */
    public StudyFolder withRulesAndFigures() {
        Path data = Path.of("data");
        try (Stream<Path> figures = Files.list(data.resolve("published"))) {
            Files.copy(data.resolve("disclosure.yaml"), root.resolve("disclosure.yaml"));
            Path published = Files.createDirectory(root.resolve("published"));
            for (Path file : figures.toList()) {
                Files.copy(file, published.resolve(file.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Lines of a codebook for a variable whose labels are its codes. */
    public static String variable(String name, String kind, Iterable<String> codes) {
        StringBuilder lines = new StringBuilder();
        String own = kind + "," + name + ",,everyone";
        for (String code : codes) {
            lines.append(name).append(',').append(own).append(',').append(code).append(',');
            lines.append(code).append(",valid\n");
            own = ",,,";
        }
        return lines.toString();
    }

    /** Reads the study back. */
    public Study read() {
        return new StudyReader(new DataFolder(root, true)).read(slug);
    }
}
