package org.deepdive.analysis;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.deepdive.plot.Drawing;
import org.deepdive.plot.FiguresPlot;
import org.deepdive.published.PublishedFigure;
import org.deepdive.published.Reproduction;
import org.deepdive.study.DataLabel;
import org.deepdive.table.DataSheet;
import org.deepdive.table.HtmlTable;

/**
 * Published shares against those computed.
 *
 * @param plot what was printed and what was computed, one row a figure
 */
public record FiguresExhibit(FiguresPlot plot) implements Exhibit {

    public FiguresExhibit {
        plot = plot.from(FiguresExhibit::new);
    }

    /** The figures, each with what became of it. */
    public List<Reproduction> figures() {
        return plot.drawn();
    }

    @Override
    public String title() {
        return plot.title();
    }

    @Override
    public String subtitle() {
        return plot.subtitle();
    }

    @Override
    public Optional<Drawing> drawing() {
        return Optional.of(plot);
    }

    @Override
    public Set<DataLabel> labels() {
        return plot.labels();
    }

    @Override
    public String html() {
        return plot.tableHtml();
    }

    @Override
    public String text() {
        String label = labels().stream()
                .sorted()
                .map(l -> l.title() + ": " + l.explanation())
                .collect(Collectors.joining(" "));
        HtmlTable table = new HtmlTable(title() + ".")
                .label(label)
                .words("Figure")
                .numbers("Printed", "Computed")
                .words("Verdict");
        figures()
                .forEach(r -> table.row(List.of(
                        r.figure().id(),
                        r.figure().printed().orElseThrow().text(),
                        Editor.tenths(r.computed().orElseThrow().value()),
                        r.verdict())));
        return table.text();
    }

    @Override
    public String csv() {
        return new FigureLedger(figures()).csv();
    }

    @Override
    public String json() {
        return new FigureLedger(figures()).json();
    }

    @Override
    public List<DataSheet> sheets() {
        return List.of(new FiguresSheet(this).sheet());
    }

    @Override
    public Doors doors() {
        List<PublishedFigure> figures =
                figures().stream().map(Reproduction::figure).toList();
        List<String> publications =
                figures.stream().map(PublishedFigure::publication).distinct().toList();
        return new Doors(
                Optional.of("/figures" + (publications.size() == 1 ? "#publication-" + publications.get(0) : "")),
                figures.stream()
                        .flatMap(f -> f.query().stream())
                        .map(q -> q.text())
                        .collect(Collectors.joining("\n")),
                publications.stream()
                        .map(p -> "deepdive reproduce --publication " + p)
                        .collect(Collectors.joining("\n")),
                figures.stream()
                        .flatMap(f -> f.query().stream()
                                .map(q -> "Studies.open(\"" + q.study() + "\").reproduce(\"" + f.publication() + "\")"))
                        .distinct()
                        .collect(Collectors.joining("\n")));
    }

    /** The numbers as {@link #text()} has them, for wherever nothing but text is shown. */
    @Override
    public String toString() {
        return text();
    }
}
