package org.deepdive.published;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.deepdive.estimate.Query;
import org.deepdive.study.CsvFile;
import org.deepdive.study.DataFolder;
import org.deepdive.study.InputException;

/**
 * The published figures of a data folder.
 *
 * @param publications the publications, in the order of {@code publications.csv}
 * @param figures their figures, by publication, in the order of each file
 */
public record PublishedFigures(List<Publication> publications, List<PublishedFigure> figures) {

    private static final List<String> PUBLICATION_COLUMNS =
            List.of("publication", "title", "publisher", "date", "source_file", "sha256", "covers");
    static final List<String> FIGURE_COLUMNS = List.of(
            "id",
            "publication",
            "section",
            "quote",
            "study",
            "query",
            "printed",
            "unit",
            "base",
            "period",
            "versus",
            "claim",
            "calibrated");

    public PublishedFigures {
        publications = List.copyOf(publications);
        figures = List.copyOf(figures);
        requireUnique(figures);
    }

    /** Reads {@code published/publications.csv} and the file of each publication. */
    public static PublishedFigures read(DataFolder data) {
        Path folder = data.resolve("published");
        List<Publication> publications = CsvFile.read(folder.resolve("publications.csv"), PUBLICATION_COLUMNS).stream()
                .map(PublishedFigures::publication)
                .toList();
        List<PublishedFigure> figures = new ArrayList<>();
        for (Publication publication : publications) {
            figures.addAll(readFile(folder.resolve(publication.id() + ".csv")));
        }
        return new PublishedFigures(publications, figures);
    }

    /**
     * Reads one file of figures.
     *
     * @throws InputException that names the file and line of what is wrong
     */
    public static List<PublishedFigure> readFile(Path file) {
        if (!Files.exists(file)) {
            throw InputException.of(
                    "published-file",
                    "There is no file of published figures \"" + file + "\".",
                    file.toString(),
                    "Check the path.");
        }
        return CsvRows.read(file, FIGURE_COLUMNS, PublishedFigures::figure);
    }

    private static Publication publication(NamedCsvRecord line) {
        return new Publication(
                line.getField("publication"),
                line.getField("title"),
                line.getField("publisher"),
                line.getField("date"),
                line.getField("source_file"),
                line.getField("sha256"),
                line.getField("covers"));
    }

    private static PublishedFigure figure(NamedCsvRecord line) {
        String query = line.getField("query");
        String base = line.getField("base");
        String versus = line.getField("versus");
        return new PublishedFigure(
                line.getField("id"),
                line.getField("publication"),
                line.getField("section"),
                line.getField("quote"),
                line.getField("study"),
                query.isBlank() ? Optional.empty() : Optional.of(Query.parse(query)),
                Printed.optional(line.getField("printed")),
                Unit.parse(line.getField("unit")),
                base.isBlank() ? OptionalLong.empty() : OptionalLong.of(whole(base)),
                line.getField("period"),
                versus.isBlank() ? List.of() : List.of(versus.split(" ")),
                Claim.parse(line.getField("claim")),
                calibrated(line.getField("calibrated")),
                line.findField("note").orElse(""));
    }

    static long whole(String base) {
        if (!base.matches("\\d{1,12}")) {
            throw InputException.of("base", "\"" + base + "\" is not a base.", base, "Write a whole number.");
        }
        return Long.parseLong(base);
    }

    static PublishedFigure.Calibrated calibrated(String text) {
        List<String> allowed = List.of("yes", "no", "data");
        if (!allowed.contains(text)) {
            throw InputException.unknown("value of calibrated", text, allowed);
        }
        return PublishedFigure.Calibrated.valueOf(text.toUpperCase(Locale.ROOT));
    }

    private static void requireUnique(List<PublishedFigure> figures) {
        Set<String> ids = new HashSet<>();
        for (PublishedFigure figure : figures) {
            if (!ids.add(figure.id())) {
                throw InputException.of(
                        "repeated-id", "Two published figures have the id \"" + figure.id() + "\".", figure.id(), "");
            }
        }
        for (PublishedFigure figure : figures) {
            figure.versus().stream().filter(id -> !ids.contains(id)).forEach(id -> {
                throw InputException.of(
                        "unknown-figure",
                        "The figure \"" + figure.id() + "\" is compared with \"" + id + "\", which does not exist.",
                        id,
                        "Add it, or correct versus.");
            });
        }
    }

    /** The figure of an id. */
    public PublishedFigure figure(String id) {
        return figures.stream()
                .filter(f -> f.id().equals(id))
                .findFirst()
                .orElseThrow(() -> InputException.unknown(
                        "figure", id, figures.stream().map(PublishedFigure::id).toList()));
    }

    /** The figures of a publication; an error names the nearest where there is none of that id. */
    public List<PublishedFigure> of(String publication) {
        List<String> ids = publications.stream().map(Publication::id).toList();
        if (!ids.contains(publication)) {
            throw InputException.unknown("publication", publication, ids);
        }
        return figures.stream().filter(f -> f.publication().equals(publication)).toList();
    }
}
