package org.deepdive.server;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deepdive.server.share.LinkException;
import org.deepdive.server.share.LinkException.Reason;
import org.deepdive.server.share.OwnerKey;
import org.deepdive.server.share.SavedLink;
import org.deepdive.server.view.LinksView;
import org.deepdive.server.view.Place;

/** {@code /links}: the links of the key that the browser keeps, with the forms that edit and revoke them. */
final class MyLinksPage {

    private static final String PATH = "/links";

    private final Site site;
    private final KeyCookie cookie;

    MyLinksPage(Site site) {
        this.site = site;
        this.cookie = new KeyCookie(site.settings());
    }

    void show(Context ctx) {
        Parameters.only(ctx);
        site.links();
        show(ctx, cookie.read(ctx), "");
    }

    private void show(Context ctx, Optional<OwnerKey> key, String problem) {
        List<LinksView.Row> rows = new ArrayList<>();
        try {
            key.ifPresent(k -> site.links().mine(k).forEach(link -> rows.add(row(link))));
        } catch (LinkException e) {
            if (e.reason() != Reason.KEY_UNKNOWN) {
                throw e;
            }
            show(ctx, Optional.empty(), e.problem() + " " + e.remedy());
            return;
        }
        ctx.status(problem.isEmpty() ? HttpStatus.OK : HttpStatus.UNAUTHORIZED);
        ctx.header("Cache-Control", "no-store").header("X-Robots-Tag", "noindex");
        ctx.contentType("text/html; charset=utf-8")
                .result(site.render(
                        "links.jte",
                        new LinksView(
                                site.frame("My links", "The links saved with a key.", Place.NONE, PATH),
                                problem,
                                rows,
                                key.isPresent(),
                                key.map(OwnerKey::formToken).orElse(""))));
    }

    private LinksView.Row row(SavedLink link) {
        SavedLink.State state = link.state(site.links().now());
        return new LinksView.Row(
                link.id(),
                "/p/" + link.id(),
                link.path(),
                link.terms().title(),
                link.terms().note(),
                link.labels().stream().sorted().toList(),
                LinkWords.time(link.created()),
                link.terms().expires().map(LinkWords::day).orElse(""),
                state(link, state),
                state != SavedLink.State.REVOKED);
    }

    private String state(SavedLink link, SavedLink.State state) {
        return switch (state) {
            case EXPIRED -> "Expired";
            case REVOKED -> "Revoked on " + LinkWords.day(link.revoked().orElseThrow());
            case OPEN ->
                site.present().hasSameInputs(link)
                        ? "Current"
                        : "Data, rules or program changed since; the link says what became of the numbers";
        };
    }

    /** Keeps a key that was entered, as on another machine than the one it was made on. */
    void enter(Context ctx) {
        FormFields form = FormFields.of(ctx, site.settings().publicAddress(), "key");
        Optional<OwnerKey> key = OwnerKey.read(form.get("key"));
        try {
            site.links().mine(key.orElseThrow(MyLinksPage::noKey));
            cookie.give(ctx, key.get());
            ctx.redirect(PATH, HttpStatus.SEE_OTHER);
        } catch (LinkException e) {
            if (e.reason() != Reason.KEY_UNKNOWN) {
                throw e;
            }
            show(ctx, Optional.empty(), e.problem() + " " + e.remedy());
        }
    }

    private static LinkException noKey() {
        return new LinkException(
                Reason.KEY_UNKNOWN,
                "This is not a key.",
                "A key has 43 letters, digits, hyphens and underscores; paste it whole.");
    }

    void forget(Context ctx) {
        FormFields form = FormFields.of(ctx, site.settings().publicAddress(), "token");
        if (cookie.read(ctx).isPresent()) {
            key(ctx, form);
        }
        cookie.take(ctx);
        ctx.redirect(PATH, HttpStatus.SEE_OTHER);
    }

    void edit(Context ctx) {
        FormFields form =
                FormFields.of(ctx, site.settings().publicAddress(), "token", "title", "note", "expires", "day");
        OwnerKey key = key(ctx, form);
        String id = ctx.pathParam("id");
        SavedLink link = site.links().mine(id, key);
        site.links()
                .edit(
                        id,
                        key,
                        form.get("title"),
                        form.get("note"),
                        LinkWords.end(form, site.links().now(), link.terms().expires()));
        ctx.redirect(PATH, HttpStatus.SEE_OTHER);
    }

    void revoke(Context ctx) {
        FormFields form = FormFields.of(ctx, site.settings().publicAddress(), "token");
        site.links().revoke(ctx.pathParam("id"), key(ctx, form));
        ctx.redirect(PATH, HttpStatus.SEE_OTHER);
    }

    /** The key of a form that only a page shown to its holder can have sent. */
    private OwnerKey key(Context ctx, FormFields form) {
        OwnerKey key = cookie.require(ctx);
        if (!key.isFormToken(form.get("token"))) {
            throw new LinkException(
                    Reason.FOREIGN_FORM,
                    "The form is not one of the page of your links.",
                    "Open that page again, and send it from there.");
        }
        return key;
    }
}
