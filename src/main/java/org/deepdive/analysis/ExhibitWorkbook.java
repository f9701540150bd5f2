package org.deepdive.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.deepdive.study.DataLabel;
import org.deepdive.table.Workbook;

/** Workbooks of exhibits: every table of each on a sheet of its own, with a cover that says what they are. */
public final class ExhibitWorkbook {

    private ExhibitWorkbook() {}

    /** The workbook of one exhibit. */
    public static Workbook of(Exhibit exhibit, Citation citation) {
        List<String> cover = new ArrayList<>(List.of(exhibit.subtitle()));
        cover.addAll(about(citation));
        return new Workbook(exhibit.title(), cover, exhibit.sheets());
    }

    /** The workbook of a whole deep-dive, its exhibits in order. */
    public static Workbook of(DeepDive deepDive, Citation citation) {
        List<String> cover = new ArrayList<>(List.of(deepDive.standfirst()));
        cover.addAll(about(citation));
        deepDive.notes().forEach(note -> cover.add("Method: " + note));
        return new Workbook(
                deepDive.title(),
                cover,
                deepDive.exhibits().stream()
                        .flatMap(exhibit -> exhibit.sheets().stream())
                        .toList());
    }

    private static List<String> about(Citation citation) {
        Stream<String> labels = citation.labels().stream()
                .sorted()
                .map((DataLabel label) -> label.title() + ". " + label.explanation());
        Stream<String> rest = Stream.of(
                "Study: " + citation.study().title() + ", "
                        + citation.study().provenance().publisher() + ".",
                "Licence: " + citation.study().provenance().licence() + ".",
                "How to cite: " + citation.text(),
                "Marks such as [c] and notes such as [note 1] are explained in the sheet Notes.");
        return Stream.concat(labels, rest).toList();
    }
}
