package org.deepdive.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.deepdive.analysis.DeepDives;
import org.deepdive.analysis.Workspace;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ServedSite.Shared.class)
class HomePageTest {

    private final ServedSite site;

    HomePageTest(ServedSite site) {
        this.site = site;
    }

    @Test
    void before_anything_is_computed_the_first_page_lists_what_there_is_and_says_what_is_being_done() {
        Site starting = new Site(Workspace.open(), Settings.at(new ServerOptions(ServerOptions.LOOPBACK, 0)));
        Document page = Jsoup.parse(starting.render("home.jte", new HomePage(starting).early()));
        assertThat(page.select(".card a").eachAttr("href"))
                .hasSize(DeepDives.slugs().size() + 2)
                .contains("/deepdives/students", "/deepdives/engagement");
        assertThat(page.select("[role=status]").text())
                .startsWith("They are being recomputed now, which takes some seconds.");
        assertThat(page.select("[role=status]").attr("data-wait")).isEqualTo("/healthz/ready");
        assertThat(page.select(".measures a").eachAttr("href")).contains("/explore/pcss/safe_local");
        assertThat(page.select(".count, .severity")).isEmpty();
        assertThat(starting.refused()).isEmpty();
    }

    @Test
    void once_computed_it_has_every_count_and_label() {
        Document page = site.page("/");
        assertThat(page.select("[data-wait]")).isEmpty();
        assertThat(page.select("#reproduction, #audit").eachText())
                .isEqualTo(List.of(
                        "Do the published figures come out again?", "Do the printed numbers agree with one another?"));
        assertThat(page.select(".study-entry h3 .label")).hasSameSizeAs(page.select(".study-entry"));
    }

    @Test
    void in_a_browser_the_counts_appear_by_themselves() {
        Browser.browse(browser -> {
            try (ServedSite starting = new ServedSite(Workspace.open())) {
                browser.open(starting.uri("/"));
                assertThat(browser.number("return document.querySelectorAll('.waiting').length"))
                        .as("what is waited for")
                        .isEqualTo(1);
                browser.until("document.querySelectorAll('#content .counts .count').length > 0", Duration.ofMinutes(3));
                assertThat(browser.number("return document.querySelectorAll('h1').length"))
                        .isEqualTo(1);
                assertThat(browser.number("return document.querySelectorAll('.waiting').length"))
                        .isZero();
            }
        });
    }
}
