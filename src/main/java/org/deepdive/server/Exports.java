package org.deepdive.server;

import static org.apache.commons.text.StringEscapeUtils.escapeHtml4;

import io.javalin.http.Context;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deepdive.analysis.Citation;
import org.deepdive.analysis.DeepDive;
import org.deepdive.analysis.Exhibit;
import org.deepdive.analysis.Fingerprint;
import org.deepdive.plot.Drawing;
import org.deepdive.server.export.DeepDiveExport;
import org.deepdive.server.export.ExportFormat;
import org.deepdive.server.export.FigureExport;
import org.deepdive.server.export.StandalonePages;
import org.deepdive.server.share.SavedLink;
import org.deepdive.server.view.ExportsView;
import org.deepdive.server.view.FigureView;
import org.deepdive.study.DataLabel;
import org.deepdive.study.Study;

/** The files of a site's figures, the menus that lead to them, and how to cite them. */
final class Exports {

    private static final int EMBED_WIDTH = 720;
    /** What stands around the picture in a frame: label, title, subtitle, caption and link. */
    private static final int EMBED_WORDS = 280;

    private static final int EMBED_TABLE = 600;
    private static final Pattern HEIGHT = Pattern.compile("<svg [^>]*?\\bheight=\"(\\d+)");

    private final Site site;
    private final Clock clock;
    private final Map<String, Fingerprint> fingerprints = new ConcurrentHashMap<>();

    /** @param clock says when a figure is read */
    Exports(Site site, Clock clock) {
        this.site = site;
        this.clock = clock;
    }

    private Citation citation(String title, Study study, Set<DataLabel> labels, String path) {
        return new Citation(
                title,
                study,
                labels,
                fingerprints.computeIfAbsent(study.slug(), site.workspace()::fingerprints),
                Optional.of(site.address() + path),
                LocalDate.now(clock),
                Site.version());
    }

    /**
     * Sends an exhibit as a file.
     *
     * @param wanted the format
     * @param name the file's name, without its extension
     * @param path the page that shows the exhibit
     */
    void send(Context ctx, Wanted wanted, Exhibit exhibit, Study study, String name, String path) {
        if (wanted.isPlotly() && exhibit.drawing().isPresent()) {
            Responses.json(ctx, name + ".plotly", exhibit.drawing().get().jsonForPage(Drawing.WIDE));
            return;
        }
        ExportFormat format = ExportFormat.of(wanted.format());
        Citation citation = citation(exhibit.title(), study, exhibit.labels(), path);
        send(ctx, format, name, new FigureExport(exhibit, citation).file(format));
    }

    /** Sends a whole deep-dive as a file. */
    void send(Context ctx, Wanted wanted, DeepDive deepDive, String path) {
        ExportFormat format = ExportFormat.of(wanted.format());
        send(ctx, format, deepDive.slug(), export(deepDive, path).file(format));
    }

    private DeepDiveExport export(DeepDive deepDive, String path) {
        return new DeepDiveExport(deepDive, citation(deepDive.title(), deepDive.study(), deepDive.labels(), path));
    }

    private static void send(Context ctx, ExportFormat format, String name, byte[] content) {
        if (format == ExportFormat.HTML) {
            ctx.header("Content-Security-Policy", StandalonePages.POLICY + "; frame-ancestors 'none'");
        } else if (format == ExportFormat.SVG) {
            ctx.header("Content-Security-Policy", SecurityHeaders.policyOf(""));
        }
        Responses.file(ctx, name + "." + format.extension(), format.contentType(), content);
    }

    /** The menu of a deep-dive as a whole: its files by name and path. */
    List<ExportsView.File> files(DeepDive deepDive, String path) {
        return DeepDiveExport.FORMATS.stream()
                .map(format -> file(format, path + "." + format.extension()))
                .toList();
    }

    /**
     * The figure with its menu.
     *
     * @param files the path of its file of an extension such as {@code .png}
     * @param path the page that shows it
     */
    FigureView menu(FigureView figure, Exhibit exhibit, Study study, UnaryOperator<String> files, String path) {
        Citation citation = citation(exhibit.title(), study, exhibit.labels(), path);
        return figure.exports(new ExportsView(
                FigureExport.formats(exhibit).stream()
                        .map(format -> file(format, files.apply("." + format.extension())))
                        .toList(),
                citation.text(),
                citation.bibtex(),
                figure.doors().path().filter(EmbedPage::isEmbeddable).map(page -> snippet(figure, page)),
                !site.settings().embedOrigins().isEmpty()));
    }

    /**
     * How to cite and embed a saved link: by the day it was saved, and the hashes of that day. Absent where its study is no
     * longer there.
     *
     * @param figure the plot as it was saved
     */
    Optional<ExportsView> link(SavedLink link, FigureView figure) {
        String path = "/p/" + link.id();
        String title = link.terms().title() + ", as saved on " + LinkWords.day(link.created());
        String slug = link.path().split("[/?]")[2];
        return site.studies().stream()
                .filter(study -> study.slug().equals(slug))
                .findFirst()
                .map(study -> new Citation(
                        title,
                        study,
                        link.labels(),
                        link.fingerprint(),
                        Optional.of(site.address() + path),
                        LocalDate.now(clock),
                        Site.version()))
                .map(citation -> new ExportsView(
                        List.of(),
                        citation.text(),
                        citation.bibtex(),
                        Optional.of(snippet(figure, path)),
                        !site.settings().embedOrigins().isEmpty()));
    }

    private static ExportsView.File file(ExportFormat format, String path) {
        return new ExportsView.File(format.title(), format.use(), path, format.isSaved());
    }

    private String snippet(FigureView figure, String page) {
        return "<iframe src=\"" + escapeHtml4(site.address() + EmbedPage.FOLDER + page) + "\" title=\""
                + escapeHtml4(figure.title()) + "\" width=\"" + EMBED_WIDTH + "\" height=\"" + height(figure)
                + "\" loading=\"lazy\"></iframe>";
    }

    private static int height(FigureView figure) {
        return figure.picture()
                .map(picture -> HEIGHT.matcher(picture.wide()))
                .filter(Matcher::find)
                .map(found -> Integer.parseInt(found.group(1)) + EMBED_WORDS)
                .orElse(EMBED_TABLE);
    }
}
