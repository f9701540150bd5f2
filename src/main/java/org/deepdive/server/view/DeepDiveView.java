package org.deepdive.server.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deepdive.analysis.DeepDive;
import org.deepdive.published.Publication;

/**
 * A deep-dive as a page.
 *
 * @param frame what stands around it
 * @param deepDive the deep-dive
 * @param sections its sections
 * @param sources the publications whose figures it recomputes
 * @param files the whole deep-dive as files
 */
public record DeepDiveView(
        Frame frame,
        DeepDive deepDive,
        List<SectionView> sections,
        List<Publication> sources,
        List<ExportsView.File> files) {

    /** Its findings, and what stands after them. */
    public List<Contents> contents() {
        return Stream.concat(
                        sections.stream().map(section -> new Contents(section.id(), section.headline())),
                        Contents.of("method", "Method notes", "sources", "Sources").stream())
                .toList();
    }

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
            String id, String headline, List<String> paragraphs, List<FigureView> exhibits, List<QuoteView> quotes) {

        /** More published figures than this are folded away. */
        public static final int MOST_OPEN = 4;

        /** How many published figures it is about. */
        public long figures() {
            return all().count();
        }

        /** How many figures there are, and how many have each verdict. */
        public String summary() {
            Map<String, Long> verdicts = all().collect(Collectors.groupingBy(
                    ReproductionView::verdictText, LinkedHashMap::new, Collectors.counting()));
            return figures() + " figures, "
                    + verdicts.entrySet().stream()
                            .map(e -> e.getValue() + " " + e.getKey().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "));
        }

        private Stream<ReproductionView> all() {
            return quotes.stream().flatMap(quote -> quote.figures().stream());
        }
    }
}
