package org.deepdive.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.deepdive.analysis.Answer;
import org.deepdive.analysis.OpenStudy;
import org.deepdive.analysis.Retraceable;
import org.deepdive.analysis.SharedLink;
import org.deepdive.analysis.Studies;
import org.deepdive.study.InputException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** What a session says of its results' pages, and saves on a running server. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class SharingTest {

    @TempDir
    Path folder;

    private ServedSite site;
    private OpenStudy study;
    private String before;

    @BeforeEach
    void serve() {
        before = System.getProperty(Answer.SERVER_PROPERTY);
        site = new ServedSite(
                LinkTown.saved(folder.resolve("town")),
                ServedSite.keepingLinks(folder.resolve("links.db"), Optional.empty()));
        study = Studies.open(site.workspace(), "town");
        System.setProperty(Answer.SERVER_PROPERTY, site.uri("/").toString());
    }

    @AfterEach
    void stop() {
        site.close();
        if (before == null) {
            System.clearProperty(Answer.SERVER_PROPERTY);
        } else {
            System.setProperty(Answer.SERVER_PROPERTY, before);
        }
    }

    private String path(String address) {
        assertThat(address).startsWith(site.uri("/").toString());
        return URI.create(address).getPath();
    }

    @Test
    void an_answer_is_saved_with_its_title_and_the_key_is_told_once() {
        Answer answer = study.measure("agree").by("area").estimate();
        SharedLink first = answer.share("Agreement, \"by\" area & age");
        assertThat(site.page(path(first.address())).text()).contains("Agreement, \"by\" area & age", "60");
        assertThat(first.key().orElseThrow()).matches("[A-Za-z0-9_-]{43}");
        assertThat(first.toString()).contains(first.address(), first.key().get(), "told once", "the server's own data");

        SharedLink second = study.measure("agree").by("age").estimate().share("Another");
        assertThat(second.key()).as("of the same owner").isEmpty();
        assertThat(second.toString()).contains("the key that you were told with your first link");
        Visitor owner = new Visitor(site);
        owner.post("/links/key", "key", first.key().get());
        assertThat(owner.page("/links").select("section.link h2").eachText())
                .containsExactlyInAnyOrder("Agreement, \"by\" area & age", "Another");
    }

    @Test
    void a_difference_and_a_model_are_saved_too() {
        SharedLink gap = study.measure("agree")
                .where("area", "a")
                .minus(study.measure("agree").where("area", "b"))
                .share("A gap");
        assertThat(site.page(path(gap.address())).text()).contains("A gap");
        SharedLink model =
                study.measure("agree").model("area").adjustedFor("age").fit().share("A model");
        assertThat(site.page(path(model.address())).text()).contains("A model");
    }

    @Test
    void every_result_names_a_page_that_there_is() {
        List<Retraceable> results = List.of(
                study.measure("agree").by("area").estimate(),
                study.measure("agree").by("area").differences(),
                study.measure("agree").gaps(),
                study.measure("answers").by("area").association(),
                study.measure("agree").model("area").adjustedFor("age").fit(),
                study.measure("agree")
                        .where("area", "a")
                        .minus(study.measure("agree").where("area", "b")));
        for (Retraceable result : results) {
            URI page = URI.create(result.link());
            assertThat(site.get(page.getRawPath() + (page.getRawQuery() == null ? "" : "?" + page.getRawQuery()))
                            .statusCode())
                    .as(result.link())
                    .isEqualTo(200);
            assertThat(result.cli()).startsWith("deepdive ").contains(" town ");
            assertThat(result.java()).startsWith("Studies.open(\"town\").measure(");
        }
        assertThat(results.get(2).cli()).isEqualTo("deepdive compare town agree --screen");
        assertThat(results.get(2).java()).isEqualTo("Studies.open(\"town\").measure(\"agree\").gaps()");
        assertThat(results.get(3).cli()).isEqualTo("deepdive compare town answers --by area --association");
        Retraceable ratios =
                study.measure("agree").by("area").against("b").ratios().adjusted("bh");
        assertThat(ratios.cli()).isEqualTo("deepdive compare town agree --by area --reference b --ratio --adjust bh");
        assertThat(ratios.java())
                .isEqualTo(
                        "Studies.open(\"town\").measure(\"agree\").by(\"area\").against(\"b\").ratios().adjusted(\"bh\")");
    }

    @Test
    void a_refusal_is_told_in_the_servers_words() {
        Answer answer = study.measure("agree").by("area").estimate();
        assertThatThrownBy(() -> answer.share(" "))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("did not save the plot. The link has no title.")
                .hasMessageContaining("Say in a few words what it shows.");
        System.setProperty(Answer.SERVER_PROPERTY, site.uri("/nowhere").toString());
        assertThatThrownBy(() -> answer.share("A title")).hasMessageContaining("There is no page at this address.");
        System.setProperty(Answer.SERVER_PROPERTY, "here");
        assertThatThrownBy(() -> answer.share("A title"))
                .hasMessageContaining("\"here\" is not the address of a server.");
    }

    @Test
    void a_server_that_does_not_run_is_told_with_what_to_do() {
        Answer answer = study.measure("agree").by("area").estimate();
        site.close();
        assertThatThrownBy(() -> answer.share("A title"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("cannot be reached, so the plot is not saved.")
                .hasMessageContaining("Start one with \"deepdive serve\"");
    }
}
