package org.deepdive.server.export;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.deepdive.analysis.Citation;
import org.deepdive.analysis.Exhibit;
import org.deepdive.analysis.ExhibitWorkbook;
import org.deepdive.notebook.format.NotebookWriter;
import org.deepdive.plot.Drawing;
import org.deepdive.study.InputException;

/**
 * One exhibit as files.
 *
 * @param exhibit the exhibit
 * @param citation how to cite it
 */
public record FigureExport(Exhibit exhibit, Citation citation) {

    /** The formats it has. */
    public List<ExportFormat> formats() {
        return formats(exhibit);
    }

    /** The formats that an exhibit has: a table by itself has no picture. */
    public static List<ExportFormat> formats(Exhibit exhibit) {
        return Arrays.stream(ExportFormat.values())
                .filter(format -> !format.isPicture() || exhibit.drawing().isPresent())
                .toList();
    }

    /**
     * The file of a format.
     *
     * @throws InputException where a table by itself is asked for its picture
     */
    public byte[] file(ExportFormat format) {
        return switch (format) {
            case CSV -> bytes(exhibit.csv());
            case JSON -> bytes(exhibit.json());
            case SVG -> bytes(drawing(format).standalone().svg());
            case PNG -> drawing(format).standalone().png();
            case ODS -> ExhibitWorkbook.of(exhibit, citation).ods();
            case IPYNB -> bytes(NotebookWriter.text(PlotNotebook.of(exhibit, citation)));
            case HTML -> bytes(StandalonePages.figure(this));
            case TXT -> bytes(citation.text() + "\n");
            case BIB -> bytes(citation.bibtex());
        };
    }

    private Drawing drawing(ExportFormat format) {
        return exhibit.drawing()
                .orElseThrow(() -> InputException.unknown(
                        "format",
                        format.extension(),
                        formats().stream().map(ExportFormat::extension).toList()));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
