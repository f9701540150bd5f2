package org.deepdive.server;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/** The addresses of the API that answer from a site's data, and the files beside pages that have none of their own. */
final class ApiRoutes {

    private static final String API = ServerRoutes.API;

    private final List<Route> routes = new ArrayList<>();

    private ApiRoutes() {}

    static List<Route> of(Site site) {
        ApiRoutes api = new ApiRoutes();
        api.studies(new ApiStudies(site));
        api.questions(new ApiQuestions(site));
        api.published(new ApiPublished(site));
        return List.copyOf(api.routes);
    }

    /**
     * Adds an address that answers in the form that is accepted, and the two whose ends say it.
     *
     * @param details what else is known of the first
     * @param examples queries, each with its "?", that it answers; an empty one for none
     */
    private void twins(
            String path,
            String summary,
            String schema,
            BiConsumer<Context, String> handler,
            UnaryOperator<Route> details,
            String... examples) {
        routes.add(exampled(
                details.apply(Route.get(path, summary, ctx -> handler.accept(ctx, "")))
                        .answers(Route.JSON, schema)
                        .answers(Route.CSV),
                examples));
        files(path, summary, schema, handler, details, examples);
    }

    /** Adds the two addresses whose ends say the form. */
    private void files(
            String path,
            String summary,
            String schema,
            BiConsumer<Context, String> handler,
            UnaryOperator<Route> details,
            String... examples) {
        routes.add(exampled(
                details.apply(Route.get(path + ".json", summary + ", as JSON", ctx -> handler.accept(ctx, "json")))
                        .answers(Route.JSON, schema),
                examples));
        routes.add(exampled(
                details.apply(Route.get(path + ".csv", summary + ", as CSV", ctx -> handler.accept(ctx, "csv")))
                        .answers(Route.CSV),
                examples));
    }

    private static Route exampled(Route route, String... queries) {
        String path = route.path().replace("{slug}", "pcss");
        Route all = route;
        for (String query : queries) {
            all = all.example(path + query);
        }
        return all;
    }

    private void studies(ApiStudies studies) {
        twins(API + "/studies", "The studies", "Studies", studies::studies, route -> route, "");
        routes.add(Route.get(API + "/studies/{slug}", "A study with what it can answer", studies::study)
                .answers(Route.JSON, "Study")
                .answers(Route.CSV)
                .example(API + "/studies/pcss")
                .example(API + "/studies/residents.csv"));
        twins(
                API + "/studies/{slug}/codebook",
                "The questions of a study with their answers",
                "Codebook",
                studies::codebook,
                route -> route,
                "");
        files("/deepdives", "The deep-dives", "DeepDives", studies::deepDives, route -> route, "");
        files("/methods", "The rules of disclosure control", "Rules", studies::rules, route -> route, "");
    }

    private void questions(ApiQuestions questions) {
        twins(
                API + "/estimate",
                "An estimate with its intervals and bases",
                "Estimate",
                questions::estimate,
                route -> query(route)
                        .asks("interval", "The kind of interval, such as logit, beta or wilson", "beta")
                        .question(),
                "?study=pcss&measure=safe_local&by=sex&where=student:yes&waves=2021Q2..2023Q2",
                "?study=residents&measure=q1_feel_safe");
        twins(
                API + "/compare",
                "Design-based tests of differences: of two groups, of a breakdown's groups, or of waves",
                "Comparison",
                questions::compare,
                route -> query(route)
                        .asks("group", "The first of two groups, as in where", "sex:female")
                        .asks("than", "The second group; everybody where it is left out", "sex:male")
                        .asks(
                                "compare",
                                "A family: pairs, complement or reference:CODE of the groups of by; previous, year or first"
                                        + " of waves",
                                "complement")
                        .asks("along", "Which of two breakdowns is compared", "sex")
                        .asks("adjust", "The adjustment over the family: holm, bh or none", "holm")
                        .question(),
                "?study=pcss&measure=safe_local&by=sex&compare=complement",
                "?study=pcss&measure=safe_local&group=sex:female&than=sex:male",
                "?study=pcss&measure=safe_local&compare=first");
    }

    private static Route query(Route route) {
        return route.needs("study", "The slug of a study", "pcss")
                .needs("measure", "A measure of the study; measure.answer picks one answer", "safe_local")
                .asks("by", "Breakdowns, with commas between them", "sex,age_band")
                .asks("where", "Filters, variable:category, several as variable:one/other", "student:yes")
                .asks("waves", "Waves, first..last", "2021Q2..2023Q2")
                .asks("dontknow", "Whether those who do not know are in the base", "excluded");
    }

    private void published(ApiPublished published) {
        twins(
                API + "/figures",
                "Published figures and what became of them",
                "Figures",
                published::figures,
                route -> route.asks("publication", "The id of a publication", "students")
                        .asks("verdict", "What became of a figure", "differs"),
                "?publication=students",
                "?verdict=differs");
        twins(API + "/audit", "What the printed numbers say of one another", "Audit", published::audit, r -> r, "");
    }
}
