package org.deepdive.server;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.deepdive.server.Sitemap.Page;
import org.deepdive.server.view.ErrorView.Link;

/** Where a reader may go from a page that could not be shown: first what was probably meant. */
final class WayOn {

    private static final int MOST_NEAR = 5;
    private static final int LONGEST_PATH = 120;

    private final List<Page> pages;
    private final String path;

    /** @param path the path that was asked for */
    WayOn(Site site, String path) {
        this.pages = new Sitemap(site).pages();
        this.path = path.toLowerCase(Locale.ROOT);
    }

    /** The page at the path itself, where its parameters are what is wrong. */
    List<Link> withoutParameters() {
        return pages.stream()
                .filter(page -> page.path().equals(path) && path.startsWith("/explore/"))
                .map(page -> new Link(page.path(), page.title() + ", for everyone"))
                .toList();
    }

    /** The pages whose addresses, or the ends of these, differ from the path by few letters; nearest first. */
    List<Link> nearest() {
        if (path.length() > LONGEST_PATH) {
            return List.of();
        }
        return pages.stream()
                .filter(page -> page.path().length() > 1
                        && distance(page) <= Math.max(2, last(path).length() / 3))
                .sorted(Comparator.comparingInt(this::distance))
                .limit(MOST_NEAR)
                .map(page -> new Link(page.path(), page.title()))
                .toList();
    }

    private int distance(Page page) {
        int whole = letters(path, page.path());
        return last(path).isEmpty() ? whole : Math.min(whole, letters(last(path), last(page.path())));
    }

    private static int letters(String one, String other) {
        return LevenshteinDistance.getDefaultInstance().apply(one, other);
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The pages that lead everywhere: the general ones, the deep-dives and the studies. */
    List<Link> everywhere() {
        List<Link> links = new ArrayList<>();
        Stream.of("/deepdives/", "/studies/", "/figures", "/methods", "/")
                .flatMap(start -> pages.stream()
                        .filter(page -> start.endsWith("/") && start.length() > 1
                                ? page.path().startsWith(start)
                                : page.path().equals(start)))
                .forEach(page -> links.add(new Link(page.path(), page.title())));
        return links;
    }
}
