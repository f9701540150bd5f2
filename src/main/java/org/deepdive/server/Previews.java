package org.deepdive.server;

import io.javalin.http.Context;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.deepdive.analysis.DeepDive;
import org.deepdive.analysis.Exhibit;
import org.deepdive.plot.Drawing;
import org.deepdive.plot.PreviewImage;
import org.deepdive.server.share.Links;
import org.deepdive.study.DataLabel;
import org.deepdive.study.InputException;
import org.deepdive.study.Study;

/**
 * {@code /preview/...}: the pictures, and the sentence, that messengers and networks show beside a link to a page. The
 * address of a page with a plot gives its picture after {@link #FOLDER} and with {@code .png} after its path.
 */
final class Previews {

    /** What stands before the path of a page in the address of its picture. */
    static final String FOLDER = "/preview";

    /** The picture of pages without one of their own. */
    static final String SITE = FOLDER + "/site.png";

    private static final String PNG = ".png";
    private static final int ICON_PIXELS = 180;

    /** How much of a description is shown anywhere. */
    private static final int LONGEST = 280;

    private final Site site;

    Previews(Site site) {
        this.site = site;
    }

    /**
     * A description of a page: what its numbers were computed from, before anything else, and what they are.
     *
     * @param words the values in words, or findings that are tested; cut between two of them where there are too many
     */
    static String description(Collection<DataLabel> labels, String words) {
        String label = labels.stream().sorted().map(DataLabel::title).collect(Collectors.joining(" and "));
        String all = label.isEmpty() ? words : label + ": " + words;
        if (all.length() <= LONGEST) {
            return all;
        }
        String start = all.substring(0, LONGEST);
        int end = Math.max(start.lastIndexOf("; "), start.lastIndexOf(". "));
        return end > label.length() + 2 ? start.substring(0, end) + " …" : start + "…";
    }

    void site(Context ctx) {
        Responses.preview(
                ctx,
                PreviewImage.of(
                        HomePage.TITLE,
                        "Weighted survey estimates with their intervals, and published figures recomputed.",
                        site.studies().stream().map(site::label).collect(Collectors.toSet())));
    }

    void icon(Context ctx) {
        Responses.preview(ctx, PreviewImage.icon(Assets.own("favicon.svg"), ICON_PIXELS));
    }

    /** The first plot of a deep-dive, below the deep-dive's own title. */
    void deepDive(Context ctx) {
        DeepDive deepDive = site.deepDives().deepDive(named(ctx, "slug"));
        Optional<Drawing> first = deepDive.exhibits().stream()
                .map(Exhibit::drawing)
                .flatMap(Optional::stream)
                .findFirst();
        Responses.preview(
                ctx,
                first.map(PreviewImage::of)
                        .orElseGet(() -> PreviewImage.of(deepDive.title(), deepDive.standfirst(), deepDive.labels())));
    }

    void question(Context ctx) {
        Responses.preview(
                ctx,
                PreviewImage.of(
                        ExplorePage.exhibit(site, ctx, named(ctx, "measure")).plot()));
    }

    void model(Context ctx) {
        Responses.preview(
                ctx,
                PreviewImage.of(site.model(ModelPage.canonical(site, ctx, named(ctx, "measure")))
                        .plot()));
    }

    /** Gaps, whose title and names are those of the address, which the picture says. */
    void gaps(Context ctx) {
        Study study = site.workspace().study(named(ctx, "study"));
        Drawing plot = site.gaps(ComparePage.canonical(ctx, study)).plot();
        Responses.preview(ctx, PreviewImage.of(plot, ComparePage.NAMED));
    }

    /** What a saved link is called, and what of: its numbers may be others by the time a messenger shows it. */
    void link(Context ctx) {
        Links.Held held = site.links().held(named(ctx, "id"));
        Responses.preview(
                ctx,
                PreviewImage.of(
                        held.link().terms().title(),
                        held.frozen().title() + ". " + held.frozen().subtitle(),
                        held.link().labels()));
    }

    /** What a path names before {@code .png}. */
    private static String named(Context ctx, String parameter) {
        String name = ctx.pathParam(parameter);
        if (!name.endsWith(PNG)) {
            throw InputException.unknown("file", name, List.of(name + PNG));
        }
        return name.substring(0, name.length() - PNG.length());
    }
}
