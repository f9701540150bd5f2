package org.deepdive.analysis;

import java.util.List;
import java.util.stream.Collectors;
import org.deepdive.published.Reproduction;

/**
 * A section of a deep-dive.
 *
 * @param id its anchor
 * @param headline the finding in words; claims a difference only where its test supports it
 * @param paragraphs what else the numbers say
 * @param exhibits its plots and tables
 * @param figures the published figures it is about, each with what became of it
 */
public record Section(
        String id, String headline, List<String> paragraphs, List<Exhibit> exhibits, List<Reproduction> figures) {

    public Section {
        paragraphs = List.copyOf(paragraphs);
        exhibits = List.copyOf(exhibits);
        figures = List.copyOf(figures);
    }

    /** The section as text, its exhibits within it. */
    @Override
    public String toString() {
        return headline + "\n\n" + String.join("\n", paragraphs) + "\n\n"
                + exhibits.stream().map(Exhibit::text).collect(Collectors.joining("\n\n"));
    }
}
