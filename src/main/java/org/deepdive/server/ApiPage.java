package org.deepdive.server;

import io.javalin.http.Context;
import java.util.List;
import org.deepdive.server.view.ApiView;
import org.deepdive.server.view.Place;

/** {@code /api/v1}: what can be asked of the API, for people. */
final class ApiPage {

    private ApiPage() {}

    /** @param routes every route of the server */
    static void show(Context ctx, List<Route> routes) {
        Parameters.only(ctx);
        Site site = LiveSite.of(ctx);
        site.page(
                ctx,
                "api.jte",
                new ApiView(
                        site.frame(
                                "The API",
                                "Every number of these pages as JSON and CSV, with what can be asked.",
                                Place.NONE,
                                ServerRoutes.API),
                        site.address(),
                        routes.stream()
                                .filter(route -> route.path().startsWith(ServerRoutes.API + "/"))
                                .filter(route -> !route.path().matches(".*\\.(csv|json)") || isAlone(route, routes))
                                .map(ApiPage::operation)
                                .toList()));
    }

    /** Whether no address is the same without its end. */
    private static boolean isAlone(Route route, List<Route> routes) {
        String without = route.path().replaceFirst("\\.[a-z]+$", "");
        return routes.stream().noneMatch(other -> other.path().equals(without));
    }

    private static ApiView.Operation operation(Route route) {
        return new ApiView.Operation(
                route.path(),
                route.summary(),
                List.copyOf(route.answers().keySet()),
                route.parameters().stream()
                        .map(p -> new ApiView.Parameter(p.name(), p.meaning(), p.example(), p.required()))
                        .toList(),
                route.examples());
    }
}
