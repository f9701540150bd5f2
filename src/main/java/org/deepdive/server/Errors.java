package org.deepdive.server;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.MethodNotAllowedResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.deepdive.server.share.LinkException;
import org.deepdive.server.view.EmbedProblemView;
import org.deepdive.server.view.ErrorView;
import org.deepdive.server.view.Place;
import org.deepdive.study.InputException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers for everything that goes wrong: one shape, as a page for people and as JSON for programs. */
final class Errors {

    /** As the words of the answer say. */
    private static final String TRY_AGAIN_SECONDS = "60";

    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);
    private static final String ANSWERED = "error-answered";
    private static final int INTERNAL = 500;

    void register(RoutesConfig routes) {
        routes.exception(InputException.class, (e, ctx) -> answer(ctx, ErrorBody.of(e)));
        routes.exception(DataRefusedException.class, this::refused);
        routes.exception(LinkException.class, this::link);
        routes.exception(MethodNotAllowedResponse.class, (e, ctx) -> answer(ctx, method(ctx, e)));
        routes.exception(HttpResponseException.class, (e, ctx) -> answer(ctx, of(e.getStatus())));
        routes.exception(Exception.class, this::internal);
        for (HttpStatus status : List.of(
                HttpStatus.BAD_REQUEST,
                HttpStatus.NOT_FOUND,
                HttpStatus.METHOD_NOT_ALLOWED,
                HttpStatus.CONTENT_TOO_LARGE,
                HttpStatus.SERVICE_UNAVAILABLE)) {
            routes.error(status, ctx -> {
                if (ctx.attribute(ANSWERED) == null) {
                    answer(ctx, of(status.getCode()));
                }
            });
        }
    }

    /** An answer that says what it has to say itself, whatever its status. */
    static void leave(Context ctx) {
        ctx.attribute(ANSWERED, true);
    }

    private void refused(DataRefusedException e, Context ctx) {
        String id = newId();
        RequestNotes.of(ctx).error(id);
        LOG.error("Error {}: {} {}", id, e.getMessage(), e.whereWrong());
        answer(
                ctx,
                new ErrorBody(
                        INTERNAL,
                        "data-refused",
                        e.getMessage() + " What is wrong with it stands in the server's log, error " + id + ".",
                        "",
                        List.of(),
                        "Whoever runs this server can correct the file and start it again."));
    }

    private void internal(Exception e, Context ctx) {
        String id = newId();
        RequestNotes.of(ctx).error(id);
        LOG.error("Error {} of {} {}", id, ctx.method(), RequestNotes.of(ctx).pattern(), e);
        answer(
                ctx,
                new ErrorBody(
                        INTERNAL,
                        "internal",
                        "The server made a mistake. It is in the server's log as error " + id + ".",
                        "",
                        List.of(),
                        "Try again later, or tell whoever runs this server."));
    }

    private void link(LinkException e, Context ctx) {
        if (e.reason().status() >= INTERNAL) {
            LOG.error("Saved links: {}", e.problem(), e);
        }
        e.retryAfter().ifPresent(wait -> ctx.header("Retry-After", String.valueOf(wait.toSeconds() + 1)));
        if (e.reason().status() == HttpStatus.UNAUTHORIZED.getCode()) {
            ctx.header("WWW-Authenticate", "Deepdive-Key realm=\"links\"");
        }
        answer(ctx, ErrorBody.of(e));
    }

    /** What the address does answer to. */
    private static ErrorBody method(Context ctx, MethodNotAllowedResponse e) {
        String methods = e.getDetails().getOrDefault("availableMethods", "GET, HEAD");
        ctx.header("Allow", methods);
        return new ErrorBody(
                e.getStatus(),
                "method",
                "This address is not asked with " + ctx.method() + ".",
                ctx.method().toString(),
                List.of(methods.split(", ")),
                "Use " + methods.replace(", ", " or ") + ".");
    }

    private static String newId() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    private static ErrorBody of(int status) {
        return switch (status) {
            case 404 ->
                new ErrorBody(
                        status,
                        "not-found",
                        "There is no page at this address.",
                        "",
                        List.of(),
                        "Start from the first page.");
            case 406 ->
                new ErrorBody(
                        status,
                        "not-acceptable",
                        "The answer is not there in a form that the request accepts.",
                        "",
                        ApiFormat.TYPES,
                        "Accept one of these, or end the address in .json or .csv.");
            case 413 ->
                new ErrorBody(
                        status,
                        "body",
                        "The request carries more than the " + FormFields.MOST_BYTES / 1024 + " kB that are read.",
                        "",
                        List.of(),
                        "Shorten it.");
            case 415 ->
                new ErrorBody(
                        status,
                        "content-type",
                        "The request does not carry a form.",
                        "",
                        List.of(FormFields.TYPE),
                        "Send the fields as " + FormFields.TYPE + ".");
            case 503 -> ErrorBody.unavailable();
            default ->
                new ErrorBody(status, "request", "The request cannot be read.", "", List.of(), "Check the address.");
        };
    }

    private void answer(Context ctx, ErrorBody error) {
        leave(ctx);
        SecurityHeaders.add(ctx);
        ctx.header("Cache-Control", "no-store").removeHeader("Content-Disposition");
        ctx.status(error.status());
        if (error.status() == HttpStatus.SERVICE_UNAVAILABLE.getCode()) {
            ctx.header("Retry-After", TRY_AGAIN_SECONDS);
        }
        if (wantsJson(ctx)) {
            ctx.json(error.json());
        } else {
            ctx.contentType("text/html; charset=utf-8").result(html(ctx, error));
        }
    }

    /** Within a frame the message alone: the site around it has scripts and forms, which frames have not. */
    private static String html(Context ctx, ErrorBody error) {
        Site site = LiveSite.of(ctx);
        if (!EmbedPage.isFrame(ctx.path())) {
            return page(site, error, ctx.path());
        }
        EmbedPage.letIn(ctx, site.settings().embedOrigins());
        return site.render(
                "embed-problem.jte",
                new EmbedProblemView(
                        error.heading(),
                        error.message(),
                        error.remedy(),
                        site.address() + "/",
                        site.assets().address("embed.css")));
    }

    /** Whether the answer is for a program: the path ends as data does, or HTML is not what is asked for. */
    private static boolean wantsJson(Context ctx) {
        String path = ctx.path().toLowerCase(Locale.ROOT);
        if (path.endsWith(".json") || path.endsWith(".csv") || path.startsWith("/api/") || path.equals("/healthz")) {
            return true;
        }
        String accept = ctx.header("Accept");
        return accept != null && accept.contains("application/json") && !accept.contains("text/html");
    }

    /** The page of an error, for whatever has no route to make it. */
    static String page(Site site, ErrorBody error, String path) {
        return site.render("error.jte", view(site, error, path));
    }

    private static ErrorView view(Site site, ErrorBody error, String path) {
        WayOn way = new WayOn(site, path);
        List<ErrorView.Link> links = new ArrayList<>();
        if (error.isWithheld()) {
            links.add(new ErrorView.Link("/methods#disclosure", "The rules of disclosure control"));
        }
        links.addAll(way.everywhere());
        return new ErrorView(
                site.frame(error.heading(), error.message(), Place.NONE, ""),
                error.status(),
                error.heading(),
                error.message(),
                error.given(),
                error.allowed(),
                error.remedy(),
                error.explanation(),
                error.status() == HttpStatus.NOT_FOUND.getCode() ? way.nearest() : way.withoutParameters(),
                links);
    }
}
