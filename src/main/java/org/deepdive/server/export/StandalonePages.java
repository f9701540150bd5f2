package org.deepdive.server.export;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.deepdive.analysis.Exhibit;
import org.deepdive.analysis.Section;
import org.deepdive.plot.Drawing;
import org.deepdive.published.Reproduction;
import org.deepdive.server.view.FigureView;
import org.deepdive.server.view.FigureView.Download;
import org.deepdive.study.DataLabel;
import org.deepdive.study.Sha256;
import org.deepdive.table.HtmlTable;

/**
 * Pages that work from disk, without a server and without a network: their one style sheet and their pictures are within
 * them, they have no script, and their own policy forbids everything else.
 */
public final class StandalonePages {

    private static final TemplateEngine TEMPLATES =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.deepdive.templates");
    private static final String STYLES = Drawing.styleSheet() + ownStyles();

    /** The policy of these pages: nothing but the style sheet within them. */
    public static final String POLICY = "default-src 'none'; style-src 'sha256-" + sha256(STYLES)
            + "'; img-src data:; base-uri 'none'; form-action 'none'";

    private StandalonePages() {}

    /** The page of one exhibit. */
    static String figure(FigureExport export) {
        FigureView figure = FigureView.of("plot", export.exhibit(), List.of());
        return render(
                "standalone-figure.jte",
                new StandaloneFigureView(
                        page(figure.title(), figure.subtitle()), figure, labels(export.exhibit()), export.citation()));
    }

    /**
     * The page of a deep-dive.
     *
     * @param files the files of each exhibit, by its name, as addresses relative to the page; empty for none
     */
    static String deepDive(DeepDiveExport export, Map<String, List<Download>> files) {
        List<StandaloneDeepDiveView.SectionView> sections = new ArrayList<>();
        for (Section section : export.deepDive().sections()) {
            List<FigureView> figures = new ArrayList<>();
            for (int i = 0; i < section.exhibits().size(); i++) {
                String name = DeepDiveExport.name(section, i);
                figures.add(FigureView.of(name, section.exhibits().get(i), files.getOrDefault(name, List.of())));
            }
            sections.add(new StandaloneDeepDiveView.SectionView(section, figures, published(section)));
        }
        return render(
                "standalone-deepdive.jte",
                new StandaloneDeepDiveView(
                        page(export.deepDive().title(), export.deepDive().standfirst()),
                        export.deepDive(),
                        sections,
                        files.getOrDefault("", List.of()),
                        export.citation()));
    }

    /** The first page of a folder of several deep-dives. */
    static String index(List<DeepDiveExport> exports) {
        return render(
                "standalone-index.jte",
                new StandaloneIndexView(
                        page("Survey deep-dives", "Weighted survey estimates with their intervals."), exports));
    }

    private static StandalonePage page(String title, String description) {
        return new StandalonePage(title, description, POLICY, STYLES);
    }

    private static List<DataLabel> labels(Exhibit exhibit) {
        return exhibit.labels().stream().sorted().toList();
    }

    private static String published(Section section) {
        if (section.figures().isEmpty()) {
            return "";
        }
        HtmlTable table = new HtmlTable("What was published")
                .words("Sentence")
                .numbers("Printed")
                .words("Recomputed", "Why");
        for (Reproduction figure : section.figures()) {
            table.row(List.of(
                    figure.figure().quote(),
                    figure.figure().printed().map(printed -> printed.text()).orElse(""),
                    figure.verdict().replace('-', ' '),
                    figure.reason()));
        }
        return table.html();
    }

    private static String render(String template, Object view) {
        Utf8ByteOutput html = new Utf8ByteOutput();
        TEMPLATES.render(template, view, html);
        return new String(html.toByteArray(), StandardCharsets.UTF_8);
    }

    private static String ownStyles() {
        try (InputStream in = StandalonePages.class.getResourceAsStream("standalone.css")) {
            if (in == null) {
                throw new IllegalStateException("The program was packaged without standalone.css");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The program's own style sheet cannot be read", e);
        }
    }

    private static String sha256(String text) {
        return Base64.getEncoder().encodeToString(Sha256.digest().digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
