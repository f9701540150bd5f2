package org.deepdive.server;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import org.deepdive.analysis.Answer;
import org.deepdive.analysis.FigureLedger;
import org.deepdive.analysis.GapExhibit;
import org.deepdive.analysis.GapQuestion;
import org.deepdive.analysis.GapScreen;
import org.deepdive.analysis.ModelExhibit;
import org.deepdive.analysis.Workspace;
import org.deepdive.disclosure.Audience;
import org.deepdive.disclosure.Cleared;
import org.deepdive.estimate.ComparisonPlan;
import org.deepdive.estimate.ComparisonTable;
import org.deepdive.estimate.EstimateTable;
import org.deepdive.estimate.Query;
import org.deepdive.estimate.comparison.Adjustment;
import org.deepdive.estimate.regression.ModelQuery;
import org.deepdive.published.AuditFinding;
import org.deepdive.server.view.Chrome;
import org.deepdive.server.view.Frame;
import org.deepdive.server.view.Place;
import org.deepdive.study.DataLabel;
import org.deepdive.study.InputException;
import org.deepdive.study.InvalidDataException;
import org.deepdive.study.Study;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What all pages share: the workspace they ask, the templates, the assets and the frame around every page. */
final class Site {

    private static final Logger LOG = LoggerFactory.getLogger(Site.class);
    private static final int MOST_SCREENS = 500;

    private final Workspace workspace;
    private final Settings settings;
    private final Assets assets = new Assets();
    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.deepdive.templates");
    private final DeepDivePage deepDives;
    private final PerformancePage performance = new PerformancePage(this);
    private final EngagementPage engagement = new EngagementPage(this);
    private final Chrome chrome;
    private final Cache<Query, GapScreen> screens =
            Caffeine.newBuilder().maximumSize(MOST_SCREENS).build();
    private final Set<String> refused = new ConcurrentSkipListSet<>();
    private volatile String address = "";

    Site(Workspace workspace, Settings settings) {
        this.workspace = workspace;
        this.settings = settings;
        this.chrome = new Chrome(
                assets.address("deepdive.css"),
                assets.address("plot.css"),
                assets.address("deepdive.js"),
                assets.address("plotly.js"),
                assets.address("explore.js"),
                assets.address("explore.css"),
                assets.address("favicon.svg"),
                version());
        this.deepDives = new DeepDivePage(this);
    }

    Workspace workspace() {
        return workspace;
    }

    Settings settings() {
        return settings;
    }

    Assets assets() {
        return assets;
    }

    DeepDivePage deepDives() {
        return deepDives;
    }

    PerformancePage performance() {
        return performance;
    }

    EngagementPage engagement() {
        return engagement;
    }

    /** The version of the archive that runs. */
    static String version() {
        String packaged = Site.class.getPackage().getImplementationVersion();
        return packaged == null ? "development version" : packaged;
    }

    /** @param url the address of the first page */
    void listensAt(String url) {
        this.address = url.substring(0, url.length() - 1);
    }

    /** The server's address as others know it, without a slash at its end. */
    String address() {
        return settings.publicAddress().orElseGet(() -> System.getProperty(Answer.SERVER_PROPERTY, address));
    }

    /** Makes what is slow before it is asked for; a failure shows when a page asks for it. */
    void prepare() {
        CompletableFuture.runAsync(() -> {
                    ledger();
                    deepDives.prepare();
                })
                .exceptionally(e -> {
                    LOG.error("Pages could not be prepared", e);
                    return null;
                });
    }

    /** The frame of a page that shows no numbers of its own. */
    Frame frame(String title, String description, Place place, String path) {
        return frame(title, description, place, path, Set.of());
    }

    /** The frame of a page whose numbers were computed from the labelled data. */
    Frame frame(String title, String description, Place place, String path, Set<DataLabel> labels) {
        return new Frame(title, description, place, path, labels, chrome);
    }

    String render(String template, Object view) {
        StringOutput html = new StringOutput(1 << 15);
        templates.render(template, view, html);
        return html.toString();
    }

    void page(Context ctx, String template, Object view) {
        Responses.page(ctx, render(template, view));
    }

    /** The answer to a query, cleared for anyone. */
    Cleared<EstimateTable> answer(Query query) {
        requireData(workspace.study(query.study()));
        return workspace.answer(query, Audience.PUBLIC);
    }

    /** Comparisons of a query's groups or waves, cleared for anyone. */
    Cleared<ComparisonTable> comparisons(Query query, ComparisonPlan plan) {
        requireData(workspace.study(query.study()));
        return workspace.comparisons(query, plan, Audience.PUBLIC);
    }

    /** Every breakdown screened, cleared for anyone; made once and kept while there is room. */
    GapScreen screen(Query query) {
        requireData(workspace.study(query.study()));
        return screens.get(query, q -> GapScreen.of(workspace, q, Adjustment.HOLM, Audience.PUBLIC));
    }

    /** A model, cleared for anyone. */
    ModelExhibit model(ModelQuery query) {
        requireData(workspace.study(query.outcome().study()));
        return ModelExhibit.of(workspace.model(query, Audience.PUBLIC));
    }

    /** Gaps between two groups, cleared for anyone. */
    GapExhibit gaps(GapQuestion question) {
        requireData(workspace.study(question.study()));
        return GapExhibit.of(workspace, question);
    }

    /** What became of every published figure. */
    FigureLedger ledger() {
        workspace.studies().forEach(this::requireData);
        return new FigureLedger(workspace.reproductions(Audience.PUBLIC));
    }

    /** What the printed figures say of one another, most severe first. */
    List<AuditFinding> audit() {
        return workspace.audit();
    }

    /** What a study's numbers are computed from. */
    DataLabel label(Study study) {
        requireData(study);
        return workspace.estimates(study.slug()).label();
    }

    /** Keeps problems of the holder's files, whose names and values are not for readers, apart from readers' mistakes. */
    private void requireData(Study study) {
        try {
            workspace.estimates(study.slug());
            refused.remove(study.slug());
        } catch (InvalidDataException | InputException e) {
            refused.add(study.slug());
            throw new DataRefusedException(study.title(), e);
        }
    }

    /** Says which studies' files were refused, as far as they were read; every other page can be asked still. */
    void health(Context ctx) {
        List<String> missing = List.copyOf(refused);
        Map<String, Object> health = new LinkedHashMap<>();
        health.put("status", missing.isEmpty() ? "ok" : "degraded");
        health.put("version", version());
        if (!missing.isEmpty()) {
            health.put("refused", missing);
        }
        ctx.json(health);
    }

    List<Study> studies() {
        return workspace.studies();
    }
}
