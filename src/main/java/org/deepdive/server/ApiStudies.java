package org.deepdive.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deepdive.analysis.CodebookReport;
import org.deepdive.analysis.DeepDives;
import org.deepdive.analysis.EngagementReport;
import org.deepdive.analysis.PerformanceReport;
import org.deepdive.study.CsvText;
import org.deepdive.study.DataLabel;
import org.deepdive.study.Measure;
import org.deepdive.study.Study;

/** What there is to ask: the studies, their measures and their codebooks, and the deep-dives made of them. */
final class ApiStudies {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Site site;

    ApiStudies(Site site) {
        this.site = site;
    }

    /** A data label, as every answer has it. */
    static void label(ObjectNode node, DataLabel label) {
        node.put("label", label.code()).put("title", label.title()).put("explanation", label.explanation());
    }

    void studies(Context ctx, String extension) {
        ApiFormat format = ApiFormat.of(ctx, extension);
        Parameters.only(ctx);
        switch (format) {
            case CSV ->
                Responses.csv(
                        ctx,
                        "studies",
                        CsvText.of(
                                List.of("slug", "title", "population", "collected", "publisher", "licence", "data"),
                                site.studies().stream().map(this::line).toList()));
            case JSON -> {
                ObjectNode root = MAPPER.createObjectNode();
                ArrayNode studies = root.putArray("studies");
                site.studies().forEach(study -> about(studies.addObject(), study));
                Responses.json(ctx, "studies", root.toString());
            }
        }
    }

    private List<String> line(Study study) {
        return List.of(
                study.slug(),
                study.title(),
                study.population(),
                WaveWords.of(study.provenance().collected()),
                study.provenance().publisher(),
                study.provenance().licence(),
                site.label(study).code());
    }

    private void about(ObjectNode node, Study study) {
        node.put("slug", study.slug())
                .put("title", study.title())
                .put("population", study.population())
                .put("collected", WaveWords.of(study.provenance().collected()))
                .put("publisher", study.provenance().publisher())
                .put("source", study.provenance().source())
                .put("licence", study.provenance().licence())
                .put("url", "/studies/" + study.slug());
        label(node.putObject("data"), site.label(study));
    }

    /** A study with what it can answer. */
    void study(Context ctx) {
        Wanted wanted = Wanted.of(ctx.pathParam("slug"));
        wanted.require(List.of("csv", "json"));
        Study study = site.workspace().study(wanted.name());
        ApiFormat format = ApiFormat.of(ctx, wanted.format());
        Parameters.only(ctx);
        switch (format) {
            case CSV -> Responses.csv(ctx, study.slug() + "-measures", measuresCsv(study));
            case JSON -> Responses.json(ctx, study.slug(), studyJson(study).toString());
        }
    }

    private ObjectNode studyJson(Study study) {
        ObjectNode root = MAPPER.createObjectNode();
        about(root, study);
        ArrayNode breakdowns = root.putArray("breakdowns");
        if (study.design().isPresent()) {
            study.codebook().breakdowns().forEach(breakdowns::add);
        }
        ArrayNode waves = root.putArray("waves");
        study.waves().ifPresent(wave -> wave.codes().forEach(waves::add));
        ArrayNode measures = root.putArray("measures");
        for (Measure measure : study.measures()) {
            measures.addObject()
                    .put("name", measure.name())
                    .put("label", measure.label())
                    .put("question", StudyPage.question(study, measure))
                    .put("computed", StudyPage.isComputed(study, measure))
                    .put("url", "/explore/" + study.slug() + "/" + measure.name());
        }
        return root;
    }

    private String measuresCsv(Study study) {
        return CsvText.of(
                List.of("measure", "label", "question", "computed", "data"),
                study.measures().stream()
                        .map(m -> List.of(
                                m.name(),
                                m.label(),
                                StudyPage.question(study, m),
                                String.valueOf(StudyPage.isComputed(study, m)),
                                site.label(study).code()))
                        .toList());
    }

    /** The variables of a study, with their questions and answers. */
    void codebook(Context ctx, String extension) {
        codebook(ctx, site.workspace().study(ctx.pathParam("slug")), extension);
    }

    /** {@code /studies/<slug>.csv} and {@code .json}: what the page of a study shows, for programs. */
    void codebook(Context ctx, Study study, String extension) {
        ApiFormat format = ApiFormat.of(ctx, extension);
        Parameters.only(ctx);
        CodebookReport report = new CodebookReport(study.codebook().variables());
        String name = study.slug() + "-codebook";
        switch (format) {
            case CSV -> Responses.csv(ctx, name, report.csv());
            case JSON -> {
                ObjectNode root = MAPPER.createObjectNode().put("study", study.slug());
                label(root.putObject("data"), site.label(study));
                root.put("wording_assumed", study.wordingAssumed());
                root.set("variables", report.json());
                Responses.json(ctx, name, root.toString());
            }
        }
    }

    /** {@code /deepdives.csv} and {@code .json}: what the first page shows, for programs. */
    void deepDives(Context ctx, String extension) {
        ApiFormat format = ApiFormat.of(ctx, extension);
        Parameters.only(ctx);
        Map<String, String> titles = new LinkedHashMap<>();
        DeepDives.slugs().forEach(slug -> titles.put("/deepdives/" + slug, DeepDives.title(slug)));
        titles.put(PerformancePage.PATH, PerformanceReport.TITLE);
        titles.put(EngagementPage.PATH, EngagementReport.TITLE);
        switch (format) {
            case CSV ->
                Responses.csv(
                        ctx,
                        "deep-dives",
                        CsvText.of(
                                List.of("slug", "title"),
                                titles.entrySet().stream()
                                        .map(e -> List.of(slug(e.getKey()), e.getValue()))
                                        .toList()));
            case JSON -> {
                ObjectNode root = MAPPER.createObjectNode();
                ArrayNode all = root.putArray("deep_dives");
                titles.forEach((path, title) -> all.addObject()
                        .put("slug", slug(path))
                        .put("title", title)
                        .put("url", path));
                Responses.json(ctx, "deep-dives", root.toString());
            }
        }
    }

    private static String slug(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** {@code /methods.csv} and {@code .json}: the rules of disclosure in force. */
    void rules(Context ctx, String extension) {
        ApiFormat format = ApiFormat.of(ctx, extension);
        Parameters.only(ctx);
        var rules = site.workspace().rules().listed();
        switch (format) {
            case CSV ->
                Responses.csv(
                        ctx,
                        "disclosure-rules",
                        CsvText.of(
                                List.of("id", "threshold", "rule", "source"),
                                rules.stream()
                                        .map(r -> List.of(r.id(), r.threshold(), r.rule(), r.source()))
                                        .toList()));
            case JSON -> {
                ObjectNode root = MAPPER.createObjectNode();
                ArrayNode all = root.putArray("rules");
                rules.forEach(r -> all.addObject()
                        .put("id", r.id())
                        .put("threshold", r.threshold())
                        .put("rule", r.rule())
                        .put("source", r.source()));
                Responses.json(ctx, "disclosure-rules", root.toString());
            }
        }
    }
}
