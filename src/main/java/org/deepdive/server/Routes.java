package org.deepdive.server;

import io.javalin.http.Handler;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * All addresses of a site. They are the same, in the same order, for every site, so that a server can put a new site in
 * the place of one whose data have changed.
 */
final class Routes {

    private Routes() {}

    /** The routes to a site's own pages. */
    static List<Route> of(Site site) {
        List<Route> routes = new ArrayList<>();
        routes.add(Route.get("/", "The deep-dives and the studies", new HomePage(site).handler())
                .example("/"));
        deepDives(routes, site);
        questions(routes, site);
        exploring(routes, site);
        published(routes, site);
        links(routes, site);
        routes.addAll(ApiRoutes.of(site));
        routes.add(Route.get("/studies/{slug}", "A study with its codebook", site.kept(new StudyPage(site)::show))
                .example("/studies/pcss"));
        routes.add(Route.get(
                        "/methods",
                        "Methods, disclosure control and data labels",
                        site.kept(new MethodsPage(site)::show))
                .example("/methods"));
        notebooks(routes, site);
        forMachines(routes, site);
        routes.add(Route.get(Assets.FOLDER + "{name}", "Style sheets, scripts and pictures", site.assets()::serve));
        return List.copyOf(routes);
    }

    private static void notebooks(List<Route> routes, Site site) {
        NotebooksPage notebooks = new NotebooksPage(site);
        routes.add(Route.get(NotebooksPage.PATH, "The notebooks", site.kept(notebooks::list))
                .example(NotebooksPage.PATH));
        routes.add(Route.get(
                        NotebooksPage.PATH + "/{name}",
                        "A notebook as it was last run, and its file where the name ends in .ipynb",
                        site.kept(notebooks::show))
                .example(NotebooksPage.PATH + "/students"));
    }

    /** What search engines, messengers and telephones ask for. */
    private static void forMachines(List<Route> routes, Site site) {
        Previews previews = new Previews(site);
        routes.add(Route.get(Previews.SITE, "The picture of the site for links to it", site.kept(previews::site)));
        routes.add(Route.get("/preview/deepdives/{slug}", "The picture of a deep-dive", site.kept(previews::deepDive)));
        routes.add(Route.get(
                "/preview/explore/{study}/{measure}", "The picture of a question", site.kept(previews::question)));
        routes.add(Route.get("/preview/model/{study}/{measure}", "The picture of a model", site.kept(previews::model)));
        routes.add(Route.get("/preview/p/{id}", "The picture of a saved link", previews::link));
        routes.add(Route.get("/preview/compare/{study}", "The picture of gaps", site.kept(previews::gaps)));
        routes.add(Route.get("/apple-touch-icon.png", "The icon for telephones", site.kept(previews::icon)));
        Sitemap sitemap = new Sitemap(site);
        routes.add(Route.get("/robots.txt", "What search engines may ask for", sitemap::robots));
        routes.add(Route.get("/sitemap.xml", "The addresses of all pages", site.kept(sitemap::sitemap)));
    }

    /** The two made of documents stand before the pattern that would take them for slugs. */
    private static void deepDives(List<Route> routes, Site site) {
        routes.add(Route.get(PerformancePage.PATH, "The plan's performance", site.kept(site.performance()::show))
                .example(PerformancePage.PATH));
        routes.add(Route.get(EngagementPage.PATH, "What groups said", site.kept(site.engagement()::show))
                .example(EngagementPage.PATH + "?q=bus"));
        routes.add(
                Route.get(EngagementPage.PATH + ".csv", "What groups said, as CSV", site.kept(site.engagement()::csv))
                        .answers(Route.CSV)
                        .example(EngagementPage.PATH + ".csv"));
        routes.addAll(PageFiles.routes(site));
        routes.add(Route.get("/deepdives/{slug}", "A deep-dive", site.kept(site.deepDives()::show))
                .example("/deepdives/students"));
        routes.add(Route.get(
                "/deepdives/{slug}/{file}", "An exhibit's numbers or picture", site.kept(site.deepDives()::file)));
    }

    private static void questions(List<Route> routes, Site site) {
        ExplorePage explore = new ExplorePage(site);
        ModelPage model = new ModelPage(site);
        ComparePage compare = new ComparePage(site);
        routes.add(
                Route.get("/explore", "Where exploring starts", explore::start).example("/explore"));
        routes.add(Route.get("/explore/{study}", "The form's question, led to its address", explore::redirect)
                .example("/explore/pcss?measure=safe_local&by1=sex"));
        routes.add(Route.get("/explore/{study}/{measure}", "A question with its answer", site.kept(explore::show))
                .example("/explore/pcss/safe_local?by=sex")
                .question());
        routes.add(Route.get("/model/{study}/{measure}", "A model with its answer", site.kept(model::show))
                .example("/model/pcss/confident_emergency?terms=sex,age_band")
                .question());
        routes.add(Route.get("/compare/{study}", "Gaps between two groups", site.kept(compare::show))
                .example("/compare/pcss?row=trust;where=sex:female~trust;where=sex:male~Trust"));
        EmbedPage embed = new EmbedPage(site);
        routes.add(embed.route("/explore/{study}/{measure}", "A question's plot for a frame", explore::embedded));
        routes.add(embed.route("/model/{study}/{measure}", "A model's plot for a frame", model::embedded));
        routes.add(embed.route("/compare/{study}", "A plot of gaps for a frame", compare::embedded));
    }

    /** What is tested of a question, and how a question is found. */
    private static void exploring(List<Route> routes, Site site) {
        String question = "/explore/{study}/{measure}";
        TestsPage tests = new TestsPage(site);
        GapsPage gaps = new GapsPage(site);
        SearchPage search = new SearchPage(site);
        withFiles(
                        question + "/tests",
                        "The comparisons of a question's groups or waves",
                        "?by=sex",
                        extension -> site.kept(ctx -> tests.answer(ctx, extension)))
                .forEach(routes::add);
        withFiles(
                        question + "/gaps",
                        "Every breakdown screened for significant gaps",
                        "",
                        extension -> site.kept(ctx -> gaps.answer(ctx, extension)))
                .forEach(routes::add);
        routes.add(Route.get(
                question + "/difference",
                "Two values of a question, led to the test of their difference",
                new DifferencePage(site)::redirect));
        routes.add(Route.get("/search", "Measures, questions, deep-dives and figures found by words", search::show)
                .example("/search?q=safe"));
        routes.add(Route.get("/search.json", "What is found by words, as JSON", search::json)
                .example("/search.json?q=safe"));
    }

    /**
     * A page of a question with its files.
     *
     * @param query the query of the example, with its "?"
     * @param handler answers for an extension, with its dot; empty for the page
     */
    private static List<Route> withFiles(String path, String summary, String query, Function<String, Handler> handler) {
        String example = path.replace("{study}", "pcss").replace("{measure}", "safe_local");
        return Stream.of("", ".csv", ".json")
                .map(extension -> Route.get(
                                path + extension,
                                extension.isEmpty()
                                        ? summary
                                        : summary + ", as "
                                                + extension.substring(1).toUpperCase(Locale.ROOT),
                                handler.apply(extension))
                        .example(example + extension + query)
                        .question())
                .toList();
    }

    private static void published(List<Route> routes, Site site) {
        FiguresPage figures = new FiguresPage(site);
        AuditPage audit = new AuditPage(site);
        routes.add(Route.get("/figures", "Every published figure and what became of it", site.kept(figures::show))
                .answers(Route.HTML)
                .example("/figures"));
        routes.add(Route.get("/figures.csv", "Every published figure, as CSV", site.kept(figures::csv))
                .answers(Route.CSV)
                .example("/figures.csv"));
        routes.add(Route.get("/figures.json", "Every published figure, as JSON", site.kept(figures::json))
                .answers(Route.JSON)
                .example("/figures.json"));
        routes.add(Route.get("/audit", "What the printed numbers say of one another", site.kept(audit::show))
                .answers(Route.HTML)
                .example("/audit"));
        routes.add(Route.get("/audit.csv", "The audit, as CSV", site.kept(audit::csv))
                .answers(Route.CSV)
                .example("/audit.csv"));
        routes.add(Route.get("/audit.json", "The audit, as JSON", site.kept(audit::json))
                .answers(Route.JSON)
                .example("/audit.json"));
    }

    private static void links(List<Route> routes, Site site) {
        LinkPage link = new LinkPage(site);
        MyLinksPage mine = new MyLinksPage(site);
        routes.add(Route.post("/p", "Saves the plot of a page as a link", new SavePage(site)::save));
        routes.add(Route.get("/p/{id}", "A saved link", link::show));
        routes.add(new EmbedPage(site)
                .route("/p/{id}", "A saved plot for a frame", asked -> Optional.of(link.embedded(asked))));
        routes.add(Route.get("/links", "The links of a key", mine::show));
        routes.add(Route.post("/links/key", "Enters a key", mine::enter));
        routes.add(Route.post("/links/forget", "Forgets the key in this browser", mine::forget));
        routes.add(Route.post("/links/{id}", "Changes the title, the note or the end of a link", mine::edit));
        routes.add(Route.post("/links/{id}/revoke", "Takes a link back", mine::revoke));
    }
}
