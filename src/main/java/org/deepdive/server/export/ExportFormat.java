package org.deepdive.server.export;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.deepdive.study.InputException;
import org.deepdive.table.Workbook;

/** The kinds of files that a plot or a deep-dive can be taken along as. */
public enum ExportFormat {
    /** The numbers for programs. */
    CSV("CSV", "text/csv; charset=utf-8; header=present", "numbers, for any program"),
    /** The numbers with everything about them. */
    JSON("JSON", "application/json; charset=utf-8", "numbers with their question and labels"),
    /** The picture with its words. */
    SVG("SVG", "image/svg+xml; charset=utf-8", "picture with title and caption, for print and drawing programs"),
    /** The picture with its words, in pixels. */
    PNG("PNG", "image/png", "picture with title and caption, for slides and documents"),
    /** The numbers as a spreadsheet. */
    ODS("ODS", Workbook.CONTENT_TYPE, "accessible spreadsheet"),
    /** The question, to go on from. */
    IPYNB("Notebook", "application/x-ipynb+json", "the question in Java, for Jupyter"),
    /** A page that needs no server. */
    HTML("Web page", "text/html; charset=utf-8", "one file that opens without a network"),
    /** The citation in words. */
    TXT("Citation", "text/plain; charset=utf-8", "as text"),
    /** The citation for bibliographies. */
    BIB("BibTeX", "application/x-bibtex; charset=utf-8", "citation for bibliographies");

    private final String title;
    private final String contentType;
    private final String use;

    ExportFormat(String title, String contentType, String use) {
        this.title = title;
        this.contentType = contentType;
        this.use = use;
    }

    /** The format of an extension, or an error that names the nearest. */
    public static ExportFormat of(String extension) {
        return Arrays.stream(values())
                .filter(format -> format.extension().equals(extension))
                .findFirst()
                .orElseThrow(() -> InputException.unknown("format", extension, extensions()));
    }

    /** The extensions of all formats. */
    public static List<String> extensions() {
        return Arrays.stream(values()).map(ExportFormat::extension).toList();
    }

    /** Its extension, such as {@code ods}. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its name for people. */
    public String title() {
        return title;
    }

    /** What it is for, in a few words. */
    public String use() {
        return use;
    }

    /** Its media type. */
    public String contentType() {
        return contentType;
    }

    /** Whether it is of the picture, which a table by itself does not have. */
    boolean isPicture() {
        return this == SVG || this == PNG;
    }

    /** Whether a browser saves it, and does not show it. */
    public boolean isSaved() {
        return this == CSV || this == ODS || this == IPYNB || this == HTML || this == BIB;
    }
}
