package org.deepdive.server;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.deepdive.analysis.EngagementReport;
import org.deepdive.analysis.EngagementSearch;
import org.deepdive.published.Engagement;
import org.deepdive.published.Publication;
import org.deepdive.server.view.EngagementView;
import org.deepdive.server.view.ExploreView.Choice;
import org.deepdive.server.view.Place;
import org.deepdive.study.InputException;

/** {@code /deepdives/engagement}: what people said, to read and to search, and the same as CSV. */
final class EngagementPage {

    static final String PATH = "/deepdives/engagement";

    /** The most statements of one page; all are in the CSV. */
    static final int MOST_SHOWN = 100;

    private static final List<String> OF_CONSULTATIONS = List.of("engagement", "consultation-2021");

    private final Site site;
    private EngagementReport report;

    EngagementPage(Site site) {
        this.site = site;
    }

    void show(Context ctx) {
        EngagementSearch search = search(ctx);
        EngagementReport shown = report();
        List<Engagement.Statement> found = shown.search(search);
        site.page(
                ctx,
                "engagement.jte",
                new EngagementView(
                        site.frame(EngagementReport.TITLE, shown.standfirst(), Place.HOME, PATH + address(search)),
                        shown,
                        shown.byKind(),
                        shown.byGroup(),
                        search,
                        choices(
                                "All themes",
                                shown.heard().themes(),
                                search.theme(),
                                Engagement.Theme::id,
                                Engagement.Theme::label),
                        choices(
                                "All groups",
                                shown.heard().groups(),
                                search.group(),
                                Engagement.Group::id,
                                group -> group.year() + ": " + group.name()),
                        search.isAll()
                                ? List.of()
                                : found.stream().limit(MOST_SHOWN).toList(),
                        found.size(),
                        PATH + ".csv" + address(search),
                        sources(shown)));
    }

    void csv(Context ctx) {
        EngagementSearch search = search(ctx);
        Responses.csv(ctx, "engagement", report().csv(search));
    }

    /** The deep-dive, read once. */
    synchronized EngagementReport report() {
        if (report == null) {
            try {
                report = EngagementReport.of(site.workspace());
            } catch (InputException e) {
                throw new DataRefusedException(EngagementReport.TITLE, e);
            }
        }
        return report;
    }

    /** What an address looks for. */
    EngagementSearch search(Context ctx) {
        Parameters.only(ctx, "q", "theme", "group");
        Engagement heard = report().heard();
        return new EngagementSearch(
                given(ctx, "q").orElse(""),
                given(ctx, "theme").map(heard::theme),
                given(ctx, "group").map(heard::group));
    }

    private static Optional<String> given(Context ctx, String name) {
        return Optional.of(Objects.requireNonNullElse(ctx.queryParam(name), "")).filter(text -> !text.isBlank());
    }

    /** The query of an address that looks for the same; empty where all are looked for. */
    private static String address(EngagementSearch search) {
        List<String> parts = new ArrayList<>();
        if (!search.text().isEmpty()) {
            parts.add("q=" + URLEncoder.encode(search.text(), StandardCharsets.UTF_8));
        }
        search.theme().ifPresent(theme -> parts.add("theme=" + theme.id()));
        search.group().ifPresent(group -> parts.add("group=" + group.id()));
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }

    private static <T> List<Choice> choices(
            String all, List<T> values, Optional<T> chosen, Function<T, String> id, Function<T, String> label) {
        List<Choice> choices = new ArrayList<>(List.of(new Choice("", all, chosen.isEmpty())));
        values.forEach(value -> choices.add(new Choice(
                id.apply(value),
                label.apply(value),
                chosen.filter(value::equals).isPresent())));
        return choices;
    }

    /** Each document that statements were taken from, as the publication of its consultation. */
    private List<Publication> sources(EngagementReport shown) {
        return shown.heard().groups().stream()
                .map(Engagement.Group::sourceFile)
                .distinct()
                .flatMap(file -> site.workspace().published().publications().stream()
                        .filter(p -> p.sourceFile().equals(file) && OF_CONSULTATIONS.contains(p.id())))
                .toList();
    }
}
