package org.deepdive.server.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ObjDoubleConsumer;
import org.deepdive.analysis.Citation;
import org.deepdive.analysis.Exhibit;
import org.deepdive.server.view.FigureView.Download;

/**
 * Deep-dives as a folder that needs no server: pages that open from disk, workbooks, every figure as SVG, PNG, CSV and JSON,
 * and citations. One deep-dive is the folder itself; of several, each has a folder below it, with a first page that lists
 * them. {@value ExportFolder#MANIFEST} says what the files were made from.
 */
public final class StaticSite {

    private static final String INDEX = "index.html";
    private static final String FIGURES = "figures/";
    private static final List<ExportFormat> OF_FIGURES =
            List.of(ExportFormat.SVG, ExportFormat.PNG, ExportFormat.CSV, ExportFormat.JSON);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ExportFolder folder;

    /** @param folder where it is written */
    public StaticSite(ExportFolder folder) {
        this.folder = folder;
    }

    /**
     * Writes deep-dives: all of the folder, or nothing of it.
     *
     * @param slugs the deep-dives, each once
     * @param exports makes the deep-dive of a slug
     * @param progress told what is written, and how much of all is done, from 0 to 1
     * @return how many files were written
     * @throws org.deepdive.study.InputException where the folder cannot be written
     */
    public int write(List<String> slugs, Function<String, DeepDiveExport> exports, ObjDoubleConsumer<String> progress) {
        return folder.fill(files -> fill(files, slugs, exports, progress));
    }

    private static void fill(
            ExportFolder.Writer files,
            List<String> slugs,
            Function<String, DeepDiveExport> exports,
            ObjDoubleConsumer<String> progress)
            throws IOException {
        List<DeepDiveExport> written = new ArrayList<>();
        for (int i = 0; i < slugs.size(); i++) {
            double before = (double) i / slugs.size();
            progress.accept(slugs.get(i), before);
            DeepDiveExport export = exports.apply(slugs.get(i));
            String below = slugs.size() == 1 ? "" : slugs.get(i) + "/";
            deepDive(files, below, export, (name, done) -> progress.accept(name, before + done / slugs.size()));
            written.add(export);
        }
        if (slugs.size() > 1) {
            files.write(INDEX, FigureExport.bytes(StandalonePages.index(written)));
        }
        files.write(ExportFolder.MANIFEST, manifest(written));
        progress.accept("done", 1);
    }

    private static void deepDive(
            ExportFolder.Writer files, String below, DeepDiveExport export, ObjDoubleConsumer<String> progress)
            throws IOException {
        Map<String, Exhibit> exhibits = export.exhibits();
        Map<String, List<Download>> links = new LinkedHashMap<>();
        int done = 0;
        for (Map.Entry<String, Exhibit> entry : exhibits.entrySet()) {
            progress.accept(export.deepDive().slug() + " " + entry.getKey(), (double) done++ / exhibits.size());
            links.put(entry.getKey(), figure(files, below, entry.getKey(), entry.getValue(), export.citation()));
        }
        String slug = export.deepDive().slug();
        files.write(below + slug + ".ods", export.file(ExportFormat.ODS));
        files.write(below + "citation.txt", export.file(ExportFormat.TXT));
        files.write(below + "citation.bib", export.file(ExportFormat.BIB));
        links.put(
                "",
                List.of(
                        new Download("All tables (ODS)", slug + ".ods", true),
                        new Download("Citation", "citation.txt", false),
                        new Download("BibTeX", "citation.bib", true)));
        files.write(below + INDEX, FigureExport.bytes(StandalonePages.deepDive(export, links)));
    }

    private static List<Download> figure(
            ExportFolder.Writer files, String below, String name, Exhibit exhibit, Citation citation)
            throws IOException {
        FigureExport export = new FigureExport(exhibit, citation);
        List<Download> links = new ArrayList<>();
        for (ExportFormat format : OF_FIGURES) {
            if (export.formats().contains(format)) {
                String path = FIGURES + name + "." + format.extension();
                files.write(below + path, export.file(format));
                links.add(new Download(format.title(), path, format.isSaved()));
            }
        }
        return links;
    }

    private static byte[] manifest(List<DeepDiveExport> written) throws IOException {
        ObjectNode root = MAPPER.createObjectNode();
        for (DeepDiveExport export : written) {
            Citation citation = export.citation();
            ObjectNode node = root.putObject(export.deepDive().slug());
            node.put("title", citation.title()).put("made", citation.accessed().toString());
            node.put("program", "Deepdive " + citation.version());
            citation.labels().stream()
                    .sorted()
                    .forEach(label -> node.withArray("labels").add(label.title() + ". " + label.explanation()));
            node.putObject("sha256")
                    .put("data", citation.fingerprint().data())
                    .put("rules", citation.fingerprint().rules())
                    .put("code", citation.fingerprint().code());
        }
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
    }
}
