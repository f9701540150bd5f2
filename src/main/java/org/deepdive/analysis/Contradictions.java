package org.deepdive.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deepdive.published.AuditFinding;
import org.deepdive.published.PublishedFigure;
import org.deepdive.published.Reproduction;

/** Writes the section on where a published document contradicts itself: what the audit's arithmetic finds, and what reading it does. */
final class Contradictions {

    private final Editor editor;

    Contradictions(Editor editor) {
        this.editor = editor;
    }

    /**
     * The section.
     *
     * @param publication the publication
     * @param read what the audit's arithmetic cannot find, a sentence or two each
     * @param figures the published figures it is about, besides those of the audit's findings
     */
    Section section(String publication, List<String> read, List<Reproduction> figures) {
        Set<String> ids = editor.publication(publication).value().stream()
                .map(Reproduction::figure)
                .map(PublishedFigure::id)
                .collect(Collectors.toSet());
        List<AuditFinding> found = editor.workspace().audit().stream()
                .filter(finding -> finding.ids().stream().anyMatch(ids::contains))
                .toList();
        List<String> paragraphs = new ArrayList<>();
        found.forEach(finding -> paragraphs.add(finding.finding()));
        paragraphs.addAll(read);
        int places = paragraphs.size();
        if (places > 0) {
            paragraphs.add("Nothing was changed to make these agree: figures are recomputed as they are printed.");
        }
        return new Section(
                "contradictions",
                places == 0
                        ? "Nothing in the published text contradicts itself"
                        : "The published text does not agree with itself in " + Phrases.number(places)
                                + (places == 1 ? " place" : " places"),
                paragraphs,
                List.of(),
                Stream.concat(of(found).stream(), figures.stream()).distinct().toList());
    }

    private List<Reproduction> of(List<AuditFinding> findings) {
        return editor.figures(findings.stream()
                .flatMap(finding -> finding.ids().stream())
                .distinct()
                .toArray(String[]::new));
    }
}
