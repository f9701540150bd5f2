package org.deepdive.server;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.deepdive.notebook.format.Notebook;
import org.deepdive.notebook.format.NotebookReader;
import org.deepdive.notebook.format.PackagedNotebooks;
import org.deepdive.notebook.format.RunRecord;
import org.deepdive.notebook.page.RenderedCell;
import org.deepdive.notebook.page.RenderedNotebook;
import org.deepdive.server.export.ExportFormat;
import org.deepdive.server.view.Contents;
import org.deepdive.server.view.NotebookView;
import org.deepdive.server.view.NotebooksView;
import org.deepdive.server.view.Place;
import org.deepdive.study.DataLabel;
import org.deepdive.study.Study;

/** {@code /notebooks}: the notebooks that come with this program, and each as a page, as it was last run. */
final class NotebooksPage {

    /** Where they are. */
    static final String PATH = "/notebooks";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final int HASH_DIGITS = 12;
    private static final int BYTES = 1000;

    private final Site site;
    private final Map<String, Kept> notebooks = new ConcurrentHashMap<>();

    /**
     * A notebook with its file.
     *
     * @param text the file
     * @param notebook what is in it
     * @param run when it was run
     */
    private record Kept(String text, Notebook notebook, Optional<RunRecord> run) {

        Set<DataLabel> labels() {
            return run.stream()
                    .flatMap(record -> record.data().stream())
                    .map(RunRecord.Data::label)
                    .collect(Collectors.toSet());
        }
    }

    NotebooksPage(Site site) {
        this.site = site;
    }

    private Kept notebook(String name) {
        return notebooks.computeIfAbsent(name, NotebooksPage::read);
    }

    private static Kept read(String name) {
        String text = PackagedNotebooks.text(name);
        Notebook notebook = NotebookReader.read(name + PackagedNotebooks.SUFFIX, text);
        return new Kept(text, notebook, RunRecord.of(notebook));
    }

    /** The list. */
    void list(Context ctx) {
        Parameters.only(ctx);
        List<NotebooksView.Entry> entries =
                PackagedNotebooks.names().stream().map(this::entry).toList();
        site.page(
                ctx,
                "notebooks.jte",
                new NotebooksView(
                        site.frame(
                                "Notebooks",
                                "Notebooks in Java that ask the surveys, with their results, to read and to run.",
                                Place.NOTEBOOKS,
                                PATH),
                        entries));
    }

    private NotebooksView.Entry entry(String name) {
        Kept kept = notebook(name);
        RenderedNotebook rendered = RenderedNotebook.of(name, kept.notebook().cleared());
        return new NotebooksView.Entry(
                name,
                rendered.title(),
                rendered.lead(),
                rendered.cells().stream()
                        .filter(RenderedCell.Code.class::isInstance)
                        .count(),
                kept.labels());
    }

    /** A notebook as a page, or its file. */
    void show(Context ctx) {
        Parameters.only(ctx);
        Wanted wanted = Wanted.of(ctx.pathParam("name"));
        wanted.require(List.of(ExportFormat.IPYNB.extension()));
        Kept kept = notebook(wanted.name());
        if (wanted.format().isEmpty()) {
            site.page(ctx, "notebook.jte", view(wanted.name(), kept));
        } else {
            Responses.file(
                    ctx,
                    wanted.name() + PackagedNotebooks.SUFFIX,
                    ExportFormat.IPYNB.contentType(),
                    kept.text().getBytes(StandardCharsets.UTF_8));
        }
    }

    private NotebookView view(String name, Kept kept) {
        List<NotebookView.Data> data = kept.run().stream()
                .flatMap(record -> record.data().stream())
                .map(this::data)
                .toList();
        Set<String> current = data.stream()
                .filter(NotebookView.Data::current)
                .map(NotebookView.Data::study)
                .collect(Collectors.toSet());
        RenderedNotebook rendered = RenderedNotebook.of(name, kept.notebook(), new NotebookPictures(site, current));
        return new NotebookView(
                site.frame(rendered.title(), rendered.lead(), Place.NOTEBOOKS, PATH + "/" + name, kept.labels()),
                name,
                rendered,
                rendered.headings().stream()
                        .map(heading -> new Contents(heading.id(), heading.text()))
                        .toList(),
                kept.run().map(record -> record.day().format(DAY)),
                data,
                kept.text().length() / BYTES);
    }

    private NotebookView.Data data(RunRecord.Data data) {
        Optional<Study> study = site.studies().stream()
                .filter(candidate -> candidate.slug().equals(data.study()))
                .findFirst();
        boolean current = study.filter(candidate -> site.refusal(candidate).isEmpty())
                .filter(candidate ->
                        site.workspace().fingerprints(candidate.slug()).data().equals(data.hash()))
                .isPresent();
        return new NotebookView.Data(
                data.study(),
                study.map(Study::title).orElse(data.study()),
                data.label(),
                data.hash().substring(0, Math.min(HASH_DIGITS, data.hash().length())),
                current);
    }
}
