package org.deepdive.server.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.deepdive.analysis.PerformanceReport;
import org.deepdive.analysis.Score;
import org.deepdive.published.Claim;
import org.deepdive.published.PublishedFigure;

/**
 * The deep-dive on performance.
 *
 * @param frame what stands around it
 * @param report the deep-dive
 */
public record PerformanceView(Frame frame, PerformanceReport report) {

    /** Claims without which a number would say too much. */
    private static final Set<Claim> BOUNDS = Set.of(Claim.OVER, Claim.AT_MOST, Claim.ABOUT, Claim.ALMOST);

    /** Its sections. */
    public List<Contents> contents() {
        List<Contents> entries = new ArrayList<>();
        report.priorities()
                .forEach(priority -> entries.add(new Contents(
                        "scores-" + priority.number(),
                        "Scorecard of Priority " + priority.number() + ": " + priority.name())));
        report.priorities()
                .forEach(priority -> entries.add(new Contents(
                        "commitments-" + priority.number(), "Commitments of Priority " + priority.number())));
        entries.addAll(Contents.of(
                "elsewhere", "Reported without a commitment",
                "success", "How the plan of 2018 wanted to be judged",
                "method", "Notes",
                "sources", "Sources"));
        return entries;
    }

    /** A figure's number as printed, with what is said of it beside ("over 80"), or that it has none. */
    public static String printed(PublishedFigure figure) {
        String bound =
                figure.claim().filter(BOUNDS::contains).map(c -> c.text() + " ").orElse("");
        return figure.printed().map(p -> bound + p.text()).orElse("in words");
    }

    /** The class of a verdict in the style sheet. */
    public static String style(Score score) {
        return "score-" + score.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The sentences that print a score's figures, each once. */
    public static List<String> quotes(Score score) {
        return figures(score).map(PublishedFigure::quote).distinct().toList();
    }

    private static Stream<PublishedFigure> figures(Score score) {
        return Stream.of(
                        score.indicator().earlier(),
                        score.indicator().latest(),
                        score.indicator().stated(),
                        score.indicator().comparison())
                .flatMap(Optional::stream);
    }
}
