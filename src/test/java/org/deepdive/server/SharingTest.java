package org.deepdive.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.deepdive.analysis.Answer;
import org.deepdive.analysis.AnswerExhibit;
import org.deepdive.analysis.Banner;
import org.deepdive.analysis.Difference;
import org.deepdive.analysis.GapScreen;
import org.deepdive.analysis.ModelAnswer;
import org.deepdive.analysis.OpenStudy;
import org.deepdive.analysis.OwnStudy;
import org.deepdive.analysis.Question;
import org.deepdive.analysis.Retraceable;
import org.deepdive.analysis.Studies;
import org.deepdive.analysis.Workspace;
import org.deepdive.notebook.RichDisplay;
import org.deepdive.plot.Chart;
import org.deepdive.plot.Drawing;
import org.deepdive.plot.Plot;
import org.deepdive.plot.SharedLink;
import org.deepdive.practice.Progress;
import org.deepdive.study.DataFolder;
import org.deepdive.study.InputException;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

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
    void every_plot_knows_its_link_its_java_and_its_command() {
        Question asked = study.measure("agree").by("area");
        Answer answer = asked.estimate();
        Difference gap = study.measure("agree")
                .where("area", "a")
                .minus(study.measure("agree").where("area", "b"));
        ModelAnswer model =
                study.measure("agree").model("area").adjustedFor("age").fit();
        Map<Drawing, Retraceable> plots = Map.of(answer.plot(), answer, gap.plot(), gap, model.plot(), model);
        plots.forEach((plot, result) -> {
            assertThat(plot.link()).isEqualTo(result.link());
            assertThat(plot.java()).isEqualTo(result.java());
            assertThat(plot.cli()).isEqualTo(result.cli());
            assertThat(page(plot.link()).select("svg")).isNotEmpty();
            assertThat(plot.toString()).startsWith(plot.title());
        });
        Plot compared = asked.differences().plot();
        assertThat(compared.link()).isEqualTo(answer.link());
        assertThat(compared.java()).endsWith(".by(\"area\").differences()");
        GapScreen screen = study.measure("answers").gaps().adjusted("none");
        List<Plot> gaps = screen.plots();
        assertThat(gaps).hasSameSizeAs(screen.gaps()).isNotEmpty();
        assertThat(page(gaps.get(0).link()).select("svg")).isNotEmpty();
    }

    @Test
    void a_plot_of_another_kind_is_linked_and_saved_as_that_kind() {
        Plot stacked = study.measure("answers").by("area").estimate().plot();
        Plot bars = stacked.withKind(Chart.BARS);
        assertThat(stacked.kind()).isEqualTo(Chart.LIKERT);
        assertThat(stacked.link()).doesNotContain("chart=");
        assertThat(bars.link()).isEqualTo(stacked.link() + "&chart=bars");
        SharedLink saved = bars.share("Answers as bars");
        assertThat(site.page(path(saved.address())).text()).contains("Answers as bars");
        String notebook = site.page(path(saved.address()))
                .select("a:contains(Open in notebook)")
                .attr("href");
        assertThat(notebook).endsWith("/answers.ipynb?by=area&chart=bars");
        assertThat(site.get(notebook).body()).contains("\"nbformat\": 4", ".by(\\\"area\\\").estimate()");
        assertThat(new AnswerExhibit(bars).plot().link()).isEqualTo(bars.link());
    }

    @Test
    void a_plot_made_of_numbers_alone_says_who_draws_one_that_knows_its_link() {
        Plot bare = Plot.of(study.measure("agree").estimate().cleared());
        assertThatThrownBy(bare::link)
                .isInstanceOf(InputException.class)
                .hasMessageContaining("This plot was made of numbers alone, so what was asked is not known.")
                .hasMessageContaining(".estimate().plot()");
    }

    @Test
    void a_study_opened_for_this_session_alone_has_links_only_once_a_server_is_named_for_it() {
        Table people = Table.create(
                "people",
                StringColumn.create(
                        "sex",
                        Collections.nCopies(60, List.of("f", "m")).stream().flatMap(List::stream)),
                StringColumn.create(
                        "safe",
                        Collections.nCopies(40, List.of("yes", "no", "yes")).stream()
                                .flatMap(List::stream)));
        Answer own =
                OwnStudy.of(people).practice().open().measure("safe").by("sex").estimate();
        assertThat(own.plot().link()).startsWith(site.uri("/").toString());
        assertThatThrownBy(() -> own.plot().share("Mine"))
                .as("in the words of a server without that study")
                .hasMessageContaining("did not save the plot. ");
        System.clearProperty(Answer.SERVER_PROPERTY);
        for (Callable<?> call : List.<Callable<?>>of(
                own::link, own.plot()::link, () -> own.plot().share("Mine"))) {
            assertThatThrownBy(call::call)
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("No server has a page of this result.")
                    .hasMessageContaining(
                            "once you .save(folder) it, serve the folder with \"deepdive serve --data folder\"");
        }
        assertThat(own.plot().java()).isEqualTo("Studies.open(\"people\").measure(\"safe\").by(\"sex\").estimate()");
        assertThat(RichDisplay.of(own).html().orElseThrow())
                .contains("Command: ")
                .doesNotContain("Link: ");
    }

    @Test
    void a_study_that_was_saved_has_links_whatever_its_folder_is_called() {
        Path data = folder.resolve("deepdive-own-people");
        OwnStudy.of(Table.create(
                        "people",
                        StringColumn.create(
                                "safe",
                                Collections.nCopies(60, List.of("yes", "no")).stream()
                                        .flatMap(List::stream))))
                .practice()
                .save(data);
        System.clearProperty(Answer.SERVER_PROPERTY);
        Workspace kept = Workspace.open(new DataFolder(data, true), Map.of(), Progress.NONE);
        assertThat(Studies.open(kept, "people").measure("safe").estimate().link())
                .isEqualTo("http://127.0.0.1:7070/explore/people/safe");
    }

    @Test
    void a_banner_prints_its_java_and_its_command_and_says_that_it_has_no_page() {
        Banner banner = study.banner("answers").by("area").where("age", "old");
        assertThat(banner.java())
                .isEqualTo("Studies.open(\"town\").banner(\"answer\").by(\"area\").where(\"age\", \"old\").letters()");
        assertThat(banner.cli()).isEqualTo("deepdive table town answer --by area --where age=old");
        assertThatThrownBy(banner::link).hasMessageContaining("No server has a page of this result.");
        assertThat(study.banner("answers").arrows().java()).endsWith(".arrows()");
        assertThat(study.banner("answers").arrows().cli()).endsWith(" --arrows");
    }

    private Document page(String link) {
        URI page = URI.create(link);
        return site.page(page.getRawPath() + (page.getRawQuery() == null ? "" : "?" + page.getRawQuery()));
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
