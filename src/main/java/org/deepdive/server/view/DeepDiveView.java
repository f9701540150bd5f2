package org.deepdive.server.view;

import java.util.List;
import org.deepdive.analysis.DeepDive;
import org.deepdive.published.Publication;

/**
 * A deep-dive as a page.
 *
 * @param frame what stands around it
 * @param deepDive the deep-dive
 * @param sections its sections
 * @param sources the publications whose figures it recomputes
 */
public record DeepDiveView(Frame frame, DeepDive deepDive, List<SectionView> sections, List<Publication> sources) {

    /**
     * A section.
     *
     * @param id its anchor
     * @param headline the finding in words
     * @param paragraphs its text
     * @param exhibits its charts
     * @param quotes the sentences of the publication that it is about
     */
    public record SectionView(
            String id, String headline, List<String> paragraphs, List<FigureView> exhibits, List<QuoteView> quotes) {}
}
