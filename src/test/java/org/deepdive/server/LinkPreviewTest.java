package org.deepdive.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What messengers, networks and search engines are told of a page. */
@ExtendWith(ServedSite.Shared.class)
class LinkPreviewTest {

    private final ServedSite site;

    LinkPreviewTest(ServedSite site) {
        this.site = site;
    }

    private static String property(Document page, String name) {
        return page.select("meta[property=og:" + name + "]").attr("content");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/deepdives/students",
                "/deepdives/residents",
                "/explore/pcss/safe_local?by=sex",
                "/explore/residents/q1_feel_safe",
                "/model/pcss/unsafe_local?terms=orientation,age_band",
                "/figures",
                "/methods"
            })
    void a_link_is_shown_with_the_page_s_title_address_and_a_picture(String path) throws Exception {
        Document page = site.page(path);
        assertThat(page.select("link[rel=canonical]").attr("href"))
                .isEqualTo(site.uri(path).toString())
                .isEqualTo(property(page, "url"));
        assertThat(page.title()).startsWith(property(page, "title"));
        assertThat(property(page, "description")).hasSizeBetween(20, 300);
        try (InputStream png = URI.create(property(page, "image")).toURL().openStream()) {
            BufferedImage picture = ImageIO.read(png);
            assertThat(picture.getWidth()).isEqualTo(1200);
            assertThat(picture.getHeight()).isEqualTo(630);
        }
    }

    @Test
    void a_description_says_first_what_the_numbers_were_computed_from() {
        assertThat(property(site.page("/explore/pcss/safe_local?by=sex"), "description"))
                .startsWith("Practice data: ")
                .contains("Men 9", "% to ");
        assertThat(property(site.page("/deepdives/students"), "description")).startsWith("Practice data: ");
        assertThat(property(site.page("/deepdives/residents"), "description")).startsWith("Published counts: ");
    }

    @Test
    void the_sitemap_lists_pages_that_are_there_and_robots_are_told_of_it() {
        assertThat(site.get("/robots.txt").body())
                .contains("Disallow: /explore/*?", "Sitemap: " + site.uri("/sitemap.xml"));
        List<String> pages = Jsoup.parse(site.get("/sitemap.xml").body(), "", Parser.xmlParser())
                .select("loc")
                .eachText();
        assertThat(pages).hasSizeGreaterThan(40).doesNotHaveDuplicates();
        assertThat(pages)
                .allSatisfy(
                        page -> assertThat(site.get(URI.create(page).getPath()).statusCode())
                                .as(page)
                                .isEqualTo(200));
    }

    @Test
    void an_error_is_in_no_index_and_names_the_nearest_page() {
        Document page = site.page("/explore/pcss/safe_locl");
        assertThat(page.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
        assertThat(page.select(".near a").eachAttr("href")).startsWith("/explore/pcss/safe_local");
        assertThat(site.page("/student").select(".near a").eachAttr("href")).contains("/deepdives/students");
        assertThat(site.page("/explore/pcss/safe_local?by=sexx")
                        .select(".near a")
                        .eachAttr("href"))
                .containsExactly("/explore/pcss/safe_local");
    }
}
