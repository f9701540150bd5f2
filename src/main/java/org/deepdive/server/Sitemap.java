package org.deepdive.server;

import static org.apache.commons.text.StringEscapeUtils.escapeXml10;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deepdive.analysis.DeepDives;
import org.deepdive.analysis.EngagementReport;
import org.deepdive.analysis.PerformanceReport;
import org.deepdive.notebook.format.PackagedNotebooks;

/**
 * The pages that have a name, for search engines ({@code /robots.txt}, {@code /sitemap.xml}) and for readers who mistyped
 * one. Questions with breakdowns and filters are without number, so search engines are asked to leave them alone.
 */
final class Sitemap {

    /** Programs that fetch a page because a person linked to it, and who show what it is. */
    private static final List<String> MESSENGERS = List.of(
            "Twitterbot",
            "facebookexternalhit",
            "LinkedInBot",
            "Slackbot-LinkExpanding",
            "Discordbot",
            "TelegramBot",
            "WhatsApp",
            "Mastodon",
            "Bluesky Cardyb");

    private final Site site;

    Sitemap(Site site) {
        this.site = site;
    }

    /**
     * A page.
     *
     * @param path where it is
     * @param title what it is
     */
    record Page(String path, String title) {}

    /** All pages that have a name, the general ones first. */
    List<Page> pages() {
        List<Page> pages = new ArrayList<>(List.of(
                new Page("/", "Deep-dives and studies"),
                new Page("/figures", "Published figures"),
                new Page("/audit", "Audit of the published figures"),
                new Page("/methods", "Methods"),
                new Page(NotebooksPage.PATH, "Notebooks"),
                new Page(PerformancePage.PATH, PerformanceReport.TITLE),
                new Page(EngagementPage.PATH, EngagementReport.TITLE)));
        DeepDives.slugs().forEach(slug -> pages.add(new Page("/deepdives/" + slug, DeepDives.title(slug))));
        PackagedNotebooks.names()
                .forEach(name -> pages.add(new Page(NotebooksPage.PATH + "/" + name, "Notebook " + name)));
        site.studies().forEach(study -> pages.add(new Page("/studies/" + study.slug(), study.title())));
        site.studies()
                .forEach(study -> study.measures().stream()
                        .filter(measure -> StudyPage.isComputed(study, measure))
                        .forEach(measure -> pages.add(
                                new Page("/explore/" + study.slug() + "/" + measure.name(), measure.label()))));
        return List.copyOf(pages);
    }

    void sitemap(Context ctx) {
        Responses.xml(
                ctx,
                pages().stream()
                        .map(page -> "<url><loc>" + escapeXml10(site.address() + page.path()) + "</loc></url>\n")
                        .collect(Collectors.joining(
                                "",
                                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                        + "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
                                "</urlset>\n")));
    }

    void robots(Context ctx) {
        String messengers =
                MESSENGERS.stream().map(name -> "User-agent: " + name + "\n").collect(Collectors.joining());
        String others = Stream.of("/explore/*?", "/model/", "/compare/", "/p/", "/api/")
                .map(path -> "Disallow: " + path + "\n")
                .collect(Collectors.joining("", "User-agent: *\n", ""));
        Responses.text(ctx, messengers + "Allow: /\n\n" + others + "\nSitemap: " + site.address() + "/sitemap.xml\n");
    }
}
