package org.deepdive.server;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Optional;
import org.deepdive.server.share.LinkTerms;
import org.deepdive.server.share.Links;
import org.deepdive.server.share.OwnerKey;
import org.deepdive.server.view.Place;
import org.deepdive.server.view.SavedView;
import org.deepdive.study.InputException;

/** {@code POST /p}: saves the plot of a page as a link, from the form on that page. */
final class SavePage {

    private final Site site;
    private final KeyCookie cookie;

    SavePage(Site site) {
        this.site = site;
        this.cookie = new KeyCookie(site.settings());
    }

    void save(Context ctx) {
        Links links = site.links();
        FormFields form = FormFields.of(
                ctx, site.settings().publicAddress(), "path", "title", "note", "expires", "day", "locked");
        LinkTerms terms = new LinkTerms(
                form.get("title"),
                form.get("note"),
                LinkWords.end(form, links.now(), Optional.empty()),
                flag(form.get("locked")));
        Links.Saved saved = links.save(form.get("path"), terms, cookie.read(ctx), sender(ctx), site.present());
        saved.newKey().ifPresent(key -> cookie.give(ctx, key));
        String path = "/p/" + saved.link().id();
        ctx.status(HttpStatus.CREATED).header("Location", path);
        ctx.header("Cache-Control", "no-store").header("X-Robots-Tag", "noindex");
        ctx.contentType("text/html; charset=utf-8")
                .result(site.render(
                        "saved.jte",
                        new SavedView(
                                site.frame("Link saved", "The plot is saved as a link.", Place.NONE, ""),
                                saved.link().terms().title(),
                                path,
                                site.address() + path,
                                saved.newKey().map(OwnerKey::text).orElse(""))));
    }

    private static boolean flag(String text) {
        return switch (text) {
            case "" -> false;
            case "on" -> true;
            default -> throw InputException.unknown("value of locked", text, List.of("on"));
        };
    }

    /**
     * Where a request comes from. Behind a proxy it is what the proxy says last; without one, nobody else is believed.
     */
    private String sender(Context ctx) {
        String forwarded = ctx.header("X-Forwarded-For");
        boolean behindProxy = site.settings().publicAddress().isPresent() && forwarded != null;
        return behindProxy ? forwarded.substring(forwarded.lastIndexOf(',') + 1).strip() : ctx.ip();
    }
}
