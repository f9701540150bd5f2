package org.deepdive.server.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deepdive.analysis.Citation;
import org.deepdive.analysis.DeepDive;
import org.deepdive.analysis.Exhibit;
import org.deepdive.analysis.ExhibitWorkbook;
import org.deepdive.analysis.Section;
import org.deepdive.study.InputException;

/**
 * A whole deep-dive as files.
 *
 * @param deepDive the deep-dive
 * @param citation how to cite it
 */
public record DeepDiveExport(DeepDive deepDive, Citation citation) {

    /** The formats that a deep-dive as a whole has. */
    public static final List<ExportFormat> FORMATS =
            List.of(ExportFormat.ODS, ExportFormat.HTML, ExportFormat.TXT, ExportFormat.BIB);

    /**
     * The file of a format.
     *
     * @throws InputException where only its exhibits have that format
     */
    public byte[] file(ExportFormat format) {
        return switch (format) {
            case ODS -> ExhibitWorkbook.of(deepDive, citation).ods();
            case HTML -> FigureExport.bytes(StandalonePages.deepDive(this, Map.of()));
            case TXT -> FigureExport.bytes(citation.text() + "\n");
            case BIB -> FigureExport.bytes(citation.bibtex());
            default ->
                throw InputException.unknown(
                        "format",
                        format.extension(),
                        FORMATS.stream().map(ExportFormat::extension).toList());
        };
    }

    /** Its exhibits by name, in order: the section's, and a number. */
    public Map<String, Exhibit> exhibits() {
        return exhibits(deepDive);
    }

    /** The exhibits of a deep-dive by name, in order. */
    public static Map<String, Exhibit> exhibits(DeepDive deepDive) {
        Map<String, Exhibit> exhibits = new LinkedHashMap<>();
        for (Section section : deepDive.sections()) {
            for (int i = 0; i < section.exhibits().size(); i++) {
                exhibits.put(name(section, i), section.exhibits().get(i));
            }
        }
        return exhibits;
    }

    /** The name of a section's exhibit, such as {@code safety-1}. */
    public static String name(Section section, int at) {
        return section.id() + "-" + (at + 1);
    }
}
