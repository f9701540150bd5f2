package org.deepdive.server;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import org.deepdive.analysis.Answer;
import org.deepdive.analysis.FigureLedger;
import org.deepdive.analysis.Fingerprint;
import org.deepdive.analysis.GapExhibit;
import org.deepdive.analysis.GapQuestion;
import org.deepdive.analysis.GapScreen;
import org.deepdive.analysis.ModelExhibit;
import org.deepdive.analysis.Workspace;
import org.deepdive.disclosure.Audience;
import org.deepdive.disclosure.Cleared;
import org.deepdive.estimate.Comparison;
import org.deepdive.estimate.ComparisonPlan;
import org.deepdive.estimate.ComparisonTable;
import org.deepdive.estimate.EstimateTable;
import org.deepdive.estimate.Query;
import org.deepdive.estimate.comparison.Adjustment;
import org.deepdive.estimate.regression.ModelQuery;
import org.deepdive.published.AuditFinding;
import org.deepdive.server.share.LinkException;
import org.deepdive.server.share.Links;
import org.deepdive.server.share.PresentData;
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
    private final Assets assets;
    private final BasePath base;
    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.deepdive.templates");
    private final DeepDivePage deepDives;
    private final PerformancePage performance = new PerformancePage(this);
    private final Exports exports = new Exports(this, Clock.systemDefaultZone());
    private final EngagementPage engagement = new EngagementPage(this);
    private final Chrome chrome;
    private final Cache<Query, GapScreen> screens =
            Caffeine.newBuilder().maximumSize(MOST_SCREENS).build();
    private final Set<String> refused = new ConcurrentSkipListSet<>();
    private final PresentData present = new PresentData(new SiteResults(this), this::fingerprint);
    private volatile String address = "";
    private volatile Links links;
    private volatile boolean served = true;

    /** The hash of all that answers depend on beside their address, once the slow pages are made. */
    private volatile Optional<String> state = Optional.empty();

    private final PageCache pages;
    private final ModelFits fits = new ModelFits();

    private volatile CompletableFuture<Void> prepared = new CompletableFuture<>();

    Site(Workspace workspace, Settings settings) {
        this(workspace, settings, new Assets(), new PageCache.Use());
    }

    /**
     * @param assets the same for every site of a server
     * @param use likewise, counts what its cache is good for
     */
    Site(Workspace workspace, Settings settings, Assets assets, PageCache.Use use) {
        this.workspace = workspace;
        this.settings = settings;
        this.assets = assets;
        this.pages = new PageCache(() -> state, settings.operation().cacheBytes(), use);
        this.base = new BasePath(settings.basePath());
        this.chrome = new Chrome(
                assets.address("deepdive.css"),
                assets.address("deepdive.js"),
                assets.address("plotly.js"),
                assets.address("explore.js"),
                assets.address("explore.css"),
                settings.links().isPresent() ? assets.address("share.css") : "",
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

    Exports exports() {
        return exports;
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

    /** @param saved the links of the server, which outlive a site */
    void keeps(Links saved) {
        this.links = saved;
    }

    /**
     * The saved links.
     *
     * @throws LinkException where none are kept
     */
    Links links() {
        if (links == null) {
            throw new LinkException(
                    LinkException.Reason.OFF,
                    "This server keeps no saved links.",
                    "Whoever runs it can start it with links; every question has an address that can be sent.");
        }
        return links;
    }

    /** What the data of this site say, for links to be held against. */
    PresentData present() {
        return present;
    }

    private Fingerprint fingerprint(String study) {
        requireData(workspace.study(study));
        return workspace.fingerprints(study);
    }

    /** The server's address as others know it, without a slash at its end. */
    String address() {
        return settings.publicAddress().orElseGet(() -> System.getProperty(Answer.SERVER_PROPERTY, address));
    }

    /** What stands before every address that goes out. */
    BasePath base() {
        return base;
    }

    /**
     * Makes what is slow before it is asked for; a failure shows when a page asks for it.
     *
     * @return done when all is made that can be
     */
    CompletableFuture<Void> prepare() {
        prepared = CompletableFuture.runAsync(
                        () -> {
                            ledger();
                            deepDives.prepare(() -> served);
                            state = refused.isEmpty() ? Optional.of(hash()) : Optional.empty();
                        },
                        Site::inBackground)
                .exceptionally(e -> {
                    tellUnprepared(e.getCause());
                    return null;
                });
        return prepared;
    }

    /** A folder or file that is gone is no mistake of the program: where it was stands in the message. */
    private static void tellUnprepared(Throwable e) {
        if (e instanceof DataRefusedException data) {
            LOG.error("Pages could not be prepared: {} {}", data.getMessage(), data.whereWrong());
        } else if (e instanceof UncheckedIOException file) {
            LOG.error("Pages could not be prepared: {}: {}", file.getMessage(), String.valueOf(file.getCause()));
        } else {
            LOG.error("Pages could not be prepared", e);
        }
    }

    /** In a thread of its own: a wait in the common pool would hold up everybody else's work there. */
    private static void inBackground(Runnable task) {
        Thread thread = new Thread(task, "prepare");
        thread.setDaemon(true);
        thread.start();
    }

    /** Nobody will ask this site any more: what is prepared for later need not be. */
    void retire() {
        served = false;
    }

    private String hash() {
        return studies().stream()
                .map(study -> workspace.fingerprints(study.slug()).toString())
                .collect(Collectors.joining(
                        "\n", "", "\n" + workspace.programAndDocuments() + "\n" + settings + address()));
    }

    /** A handler that asks another only for answers that are not kept. */
    Handler kept(Handler maker) {
        return pages.keeping(maker);
    }

    /** Whether what is slow has been made, as far as it can be. */
    boolean isPrepared() {
        return prepared.isDone();
    }

    /** Done when what is slow has been made, as far as it can be. */
    CompletableFuture<Void> prepared() {
        return prepared;
    }

    /** Reads all respondents; the slugs of the studies whose files are refused. */
    Set<String> load() {
        for (Study study : studies()) {
            try {
                requireData(study);
            } catch (DataRefusedException e) {
                LOG.error("{} {}", e.getMessage(), e.whereWrong());
            }
        }
        return new TreeSet<>(refused);
    }

    /** The studies whose files were refused, as far as they were read. */
    Set<String> refused() {
        return Set.copyOf(refused);
    }

    /** The frame of a page that shows no numbers of its own. */
    Frame frame(String title, String description, Place place, String path) {
        return frame(title, description, place, path, Set.of());
    }

    /** The frame of a page whose numbers were computed from the labelled data. */
    Frame frame(String title, String description, Place place, String path, Set<DataLabel> labels) {
        return new Frame(title, description, place, path, labels, chrome, address(), Previews.SITE);
    }

    String render(String template, Object view) {
        return new String(rendered(template, view), StandardCharsets.UTF_8);
    }

    void page(Context ctx, String template, Object view) {
        Responses.page(ctx, rendered(template, view));
    }

    /** Renders a part of a page, which gets the sub-path before its addresses with the page. */
    byte[] part(String template, Map<String, Object> parameters) {
        Utf8ByteOutput html = new Utf8ByteOutput();
        templates.render(template, parameters, html);
        return html.toByteArray();
    }

    private byte[] rendered(String template, Object view) {
        Utf8ByteOutput html = new Utf8ByteOutput();
        templates.render(template, view, html);
        return base.html(html.toByteArray());
    }

    /** The answer to a query, cleared for anyone. */
    Cleared<EstimateTable> answer(Query query) {
        requireData(workspace.study(query.study()));
        return workspace.answer(query, Audience.PUBLIC);
    }

    /** The difference of two queries to one study, cleared for anyone. */
    Cleared<Comparison> compared(Query first, Query second) {
        requireData(workspace.study(first.study()));
        return workspace.compare(first, second, Audience.PUBLIC);
    }

    /** The comparisons of a query's groups or waves, cleared for anyone. */
    Cleared<ComparisonTable> compared(Query query, ComparisonPlan plan) {
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
        return fits.inTurn(() -> ModelExhibit.of(workspace.model(query, Audience.PUBLIC)));
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

    /** Why a study's respondents cannot be asked; absent where they can. */
    Optional<String> refusal(Study study) {
        try {
            requireData(study);
            return Optional.empty();
        } catch (DataRefusedException e) {
            return Optional.of(e.getMessage());
        }
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

    List<Study> studies() {
        return workspace.studies();
    }
}
