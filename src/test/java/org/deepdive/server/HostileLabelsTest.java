package org.deepdive.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.miachm.sods.SpreadSheet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.deepdive.analysis.Workspace;
import org.deepdive.practice.Progress;
import org.deepdive.study.DataFolder;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Labels of a codebook are data, whatever they hold. */
class HostileLabelsTest {

    private static final String LABEL = "</script><img src=x onerror=alert(1)>&'\u2028 é";

    @TempDir
    private static Path folder;

    private static ServedSite site;

    @BeforeAll
    static void start() throws IOException {
        Path data = Path.of("data");
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file :
                    files.filter(f -> !f.startsWith(data.resolve("practice"))).toList()) {
                Path copy = folder.resolve(data.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        Path codebook = folder.resolve("studies/pcss/codebook.csv");
        String text = Files.readString(codebook);
        assertThat(text).contains("female,Women,valid");
        Files.writeString(
                codebook,
                text.replace("female,Women,valid", "female,\"" + LABEL + "\",valid")
                        .replace("sex,nominal,Sex,", "sex,nominal,\"" + LABEL + "\","));
        site = new ServedSite(Workspace.open(new DataFolder(folder, true), Map.of(), Progress.NONE));
    }

    @AfterAll
    static void stop() {
        if (site != null) {
            site.close();
        }
    }

    @Test
    void they_are_shown_as_text_and_never_read_as_markup() throws Exception {
        for (String path : List.of(
                "/explore/pcss/safe_local?by=sex",
                "/explore/pcss/safe_local?by=sex&where=sex:female/male",
                "/model/pcss/safe_local?terms=sex",
                "/compare/pcss?title=Safe&of=Measure&first=women&second=men"
                        + "&row=safe_local;where=sex:female~safe_local;where=sex:male~Safe",
                "/studies/pcss",
                "/figures",
                "/deepdives/students")) {
            Document page = site.page(path);
            assertThat(page.select("img, [onerror]")).as(path).isEmpty();
            assertThat(page.select("script:not([type=application/json])"))
                    .as(path)
                    .isNotEmpty()
                    .allMatch(script -> script.data().isEmpty()
                            && script.attr("src").matches("/assets/(deepdive|explore)\\.[0-9a-f]+\\.js"));
            assertThat(page.text()).as(path).contains("</script><img src=x onerror=alert(1)>&'");
            for (var spec : page.select("script[type=application/json]")) {
                assertThat(new ObjectMapper().readTree(spec.data()).has("data")).isTrue();
                assertThat(spec.data()).doesNotContain("<");
            }
        }
    }

    @Test
    void they_stay_text_in_the_picture_and_in_the_data() throws Exception {
        assertThat(site.get("/explore/pcss/safe_local.svg?by=sex").body()).doesNotContain("<img", "<script");
        Document page =
                Jsoup.parse(site.get("/explore/pcss/safe_local.html?by=sex").body());
        assertThat(page.select("img, script, [onerror]")).isEmpty();
        assertThat(page.text()).contains("</script><img src=x onerror=alert(1)>&'");
        Document embed = site.page("/embed/explore/pcss/safe_local?where=sex:female");
        assertThat(embed.select("img, script, [onerror]")).isEmpty();
        assertThat(site.get("/explore/pcss/safe_local.bib?by=sex").body())
                .contains("\\textless{}img src=x onerror=alert(1)\\textgreater{}\\&'")
                .doesNotContain("<img");
        assertThat(site.file("/explore/pcss/safe_local.png?by=sex").statusCode())
                .isEqualTo(200);
        SpreadSheet book = new SpreadSheet(new ByteArrayInputStream(
                site.file("/explore/pcss/safe_local.ods?by=sex").body()));
        assertThat(List.of(book.getSheet("Table_1").getDataRange().getValues()))
                .anySatisfy(row ->
                        assertThat(String.valueOf(row[0])).startsWith("</script><img src=x onerror=alert(1)>&'"));
        assertThat(new ObjectMapper()
                        .readTree(
                                site.get("/explore/pcss/safe_local.json?by=sex").body())
                        .toString())
                .contains("onerror");
    }
}
