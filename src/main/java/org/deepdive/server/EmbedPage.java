package org.deepdive.server;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.deepdive.analysis.Exhibit;
import org.deepdive.server.view.EmbedView;
import org.deepdive.server.view.FigureView;
import org.deepdive.study.DataLabel;

/**
 * {@code /embed/...}: a figure without the site around it, for a frame on a page of another origin. Which origins may show it
 * is a setting; where none may, the page says so.
 */
final class EmbedPage {

    /** What stands before the path of a figure's own page. */
    static final String FOLDER = "/embed";

    private static final List<String> PAGES = List.of("/explore/", "/model/", "/compare/", "/p/");

    /** Scheme, host and port, and nothing that could end the directive of a policy. */
    private static final Pattern ORIGIN =
            Pattern.compile("https?://(\\[[0-9a-f:.]+]|[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?)(:\\d{1,5})?");

    private final Site site;

    /**
     * @throws IllegalArgumentException where an origin of the settings is none
     */
    EmbedPage(Site site) {
        this.site = site;
        policy(site.settings().embedOrigins());
    }

    /**
     * A figure to embed.
     *
     * @param figure the figure
     * @param labels what its numbers were computed from
     * @param path its own page
     */
    record Embedded(FigureView figure, Set<DataLabel> labels, String path) {

        Embedded(Exhibit exhibit, String path) {
            this(FigureView.of("plot", exhibit, List.of()), exhibit.labels(), path);
        }
    }

    /** Whether a page shows one figure, so that a frame can. */
    static boolean isEmbeddable(String path) {
        return PAGES.stream().anyMatch(path::startsWith);
    }

    static String policy(List<String> origins) {
        origins.stream()
                .filter(origin -> !ORIGIN.matcher(origin).matches())
                .findFirst()
                .ifPresent(origin -> {
                    throw new IllegalArgumentException("\"" + origin + "\" is no origin");
                });
        return "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none';"
                + " frame-ancestors " + (origins.isEmpty() ? "'none'" : String.join(" ", origins));
    }

    /**
     * The address of a frame.
     *
     * @param path the path of the figure's own page
     * @param summary what is there
     * @param asked the figure that a request asks for; empty where it was led to another address
     */
    Route route(String path, String summary, Function<Context, Optional<Embedded>> asked) {
        return Route.get(FOLDER + path, summary, ctx -> asked.apply(ctx).ifPresent(embedded -> show(ctx, embedded)));
    }

    /** Whether an address is one of a frame. */
    static boolean isFrame(String path) {
        return path.startsWith(FOLDER + "/");
    }

    /** Lets the pages of some origins show an answer in a frame. */
    static void letIn(Context ctx, List<String> origins) {
        ctx.header("Content-Security-Policy", policy(origins));
        if (!origins.isEmpty()) {
            // It knows no list of origins, and would forbid what the policy allows.
            ctx.removeHeader("X-Frame-Options");
        }
    }

    private void show(Context ctx, Embedded embedded) {
        boolean allowed = !site.settings().embedOrigins().isEmpty();
        letIn(ctx, site.settings().embedOrigins());
        if (!allowed) {
            ctx.status(HttpStatus.FORBIDDEN);
        }
        site.page(ctx, "embed.jte", view(embedded, allowed));
    }

    private EmbedView view(Embedded embedded, boolean allowed) {
        return new EmbedView(
                embedded.figure(),
                embedded.labels().stream().sorted().toList(),
                site.address() + embedded.path(),
                site.assets().address("embed.css"),
                site.assets().address("plot.css"),
                allowed);
    }
}
