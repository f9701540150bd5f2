package org.deepdive.analysis;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.deepdive.study.DataLabel;
import org.deepdive.study.InputException;
import org.deepdive.study.Study;

/**
 * A published deep-dive, recomputed: what a page shows and a notebook can take apart.
 *
 * @param slug its name in URLs
 * @param title its title
 * @param standfirst what it is about, in one or two sentences
 * @param study the study it analyses
 * @param labels what its numbers were computed from
 * @param sections its sections, in order
 * @param notes remarks on method and limits
 */
public record DeepDive(
        String slug,
        String title,
        String standfirst,
        Study study,
        Set<DataLabel> labels,
        List<Section> sections,
        List<String> notes) {

    public DeepDive {
        labels = Set.copyOf(labels);
        sections = List.copyOf(sections);
        notes = List.copyOf(notes);
    }

    /**
     * The section of an anchor.
     *
     * @throws InputException where there is none, with the nearest
     */
    public Section section(String id) {
        return sections.stream()
                .filter(section -> section.id().equals(id))
                .findFirst()
                .orElseThrow(() -> InputException.unknown(
                        "section", id, sections.stream().map(Section::id).toList()));
    }

    /** All its plots and tables, in order. */
    public List<Exhibit> exhibits() {
        return sections.stream().flatMap(section -> section.exhibits().stream()).toList();
    }

    /** The title and the headlines of its sections. */
    @Override
    public String toString() {
        return title + "\n" + standfirst + "\n\n"
                + sections.stream().map(s -> s.id() + ": " + s.headline()).collect(Collectors.joining("\n"));
    }
}
