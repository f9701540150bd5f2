package org.deepdive.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.deepdive.published.Computed;
import org.deepdive.published.PublishedFigure;
import org.deepdive.published.Reproduction;
import org.deepdive.study.DataLabel;

/** The words around a chart of published figures against computed ones. */
final class FiguresWords implements Captions {

    private final String title;
    private final List<Reproduction> figures;
    private final Pairs picture;

    FiguresWords(String title, List<Reproduction> figures, Pairs picture) {
        this.title = title;
        this.figures = figures;
        this.picture = picture;
    }

    private List<DataLabel> data() {
        return figures.stream()
                .flatMap(r -> r.computed().stream())
                .map(Computed::label)
                .distinct()
                .sorted()
                .toList();
    }

    /** What was computed from, such as {@code Practice data}. */
    String labels() {
        return data().stream().map(DataLabel::title).collect(Collectors.joining(", "));
    }

    private String explained() {
        return data().stream().map(Words::label).collect(Collectors.joining(" "));
    }

    @Override
    public String identity() {
        return figures.stream()
                .map(r -> r.figure().id() + r.computed().orElseThrow().value())
                .collect(Collectors.joining("|", "FIGURES|", ""));
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String subtitle() {
        long out = figures.stream()
                .filter(r -> r instanceof Reproduction.Reproduced)
                .count();
        return "Percentage printed and percentage computed, " + figures.size() + " figures, of which " + out
                + " come out as printed";
    }

    @Override
    public List<String> caption() {
        List<String> lines = new ArrayList<>();
        lines.add(explained());
        lines.add(marks());
        fitted().forEach(lines::add);
        lines.addAll(picture.remarks());
        lines.add("Deepdive " + Software.version() + ".");
        return lines;
    }

    @Override
    public List<String> footnotes() {
        List<String> lines = new ArrayList<>();
        lines.add(explained());
        lines.add(marks());
        lines.addAll(fitted());
        lines.addAll(picture.remarks());
        return lines;
    }

    private static String marks() {
        return "Bars are the values that print as published; points are weighted estimates, lines through them 95%"
                + " confidence intervals.";
    }

    /** Agreement with what was fitted proves nothing, and must not look as if it did. */
    private List<String> fitted() {
        long fitted = figures.stream()
                .filter(r -> r.figure().calibrated() == PublishedFigure.Calibrated.YES)
                .filter(r -> r.computed().orElseThrow().label() == DataLabel.PRACTICE)
                .count();
        return fitted == 0
                ? List.of()
                : List.of("The practice data were fitted to " + fitted + " of these " + figures.size()
                        + " figures: their agreement says nothing of the figures.");
    }

    @Override
    public String altText() {
        return "Dot plot of printed and computed values. " + Words.sentence(title()) + " " + Words.sentence(subtitle())
                + " " + picture.inWords() + " " + explained();
    }
}
