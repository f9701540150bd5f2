package org.deepdive.analysis;

import java.util.List;
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
}
