package org.deepdive.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.miachm.sods.Sheet;
import com.github.miachm.sods.SpreadSheet;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.deepdive.analysis.DeepDives;
import org.deepdive.server.export.ExportFormat;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

/** Every plot can be taken along in every format, and opened again. */
@ExtendWith(ServedSite.Shared.class)
class ExportsTest {

    private static final String EXPLORE = "/explore/pcss/unsafe_local%s?by=sex&waves=2021Q2..2023Q2";
    private static final String MODEL = "/model/pcss/confident_emergency%s?terms=sex,age_band";
    private static final String COMPARE = "/compare/pcss%s?title=Trust&of=Measure&first=women&second=men"
            + "&row=trust;where=sex:female~trust;where=sex:male~Trust";
    private static final String EXHIBIT = "/deepdives/students/safety-1%s";

    private final ServedSite site;

    ExportsTest(ServedSite site) {
        this.site = site;
    }

    static List<String> plots() {
        return List.of(EXPLORE, MODEL, COMPARE, EXHIBIT);
    }

    private HttpResponse<byte[]> file(String plot, String extension) {
        HttpResponse<byte[]> answer = site.file(plot.formatted("." + extension));
        assertThat(answer.statusCode()).as(plot + " as " + extension).isEqualTo(200);
        return answer;
    }

    private String text(String plot, String extension) {
        return new String(file(plot, extension).body(), StandardCharsets.UTF_8);
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static String spaceless(String text) {
        return text.replaceAll("\\s", "");
    }

    @ParameterizedTest
    @MethodSource("plots")
    void a_plot_has_every_format_with_its_media_type_and_a_name_to_save_it_by(String plot) {
        for (ExportFormat format : ExportFormat.values()) {
            HttpResponse<byte[]> answer = file(plot, format.extension());
            assertThat(header(answer, "content-type").replace(" ", ""))
                    .isEqualToIgnoringCase(format.contentType().replace(" ", ""));
            assertThat(header(answer, "content-disposition"))
                    .startsWith("inline; filename=\"")
                    .endsWith("." + format.extension() + "\"");
            assertThat(header(answer, "etag")).isNotEmpty();
            assertThat(answer.body()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("plots")
    void the_picture_says_its_title_and_label_and_the_png_is_twice_its_size(String plot) throws Exception {
        String svg = text(plot, "svg");
        var root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)))
                .getDocumentElement();
        String title = Jsoup.parse(text(plot, "html")).select("h1").text();
        assertThat(spaceless(root.getTextContent().substring(title.length())))
                .contains(spaceless(title), "Practicedata", "Notevidenceaboutanyone", "Source:", "Deepdive");
        BufferedImage png =
                ImageIO.read(new ByteArrayInputStream(file(plot, "png").body()));
        assertThat(png.getWidth()).isEqualTo(2 * Integer.parseInt(root.getAttribute("width")));
        assertThat(png.getHeight()).isEqualTo(2 * Integer.parseInt(root.getAttribute("height")));
    }

    @ParameterizedTest
    @MethodSource("plots")
    void the_workbook_has_the_numbers_of_the_csv(String plot) throws Exception {
        SpreadSheet book =
                new SpreadSheet(new ByteArrayInputStream(file(plot, "ods").body()));
        Sheet table = book.getSheet("Table_1");
        assertThat(table.getRange(2, 0).getValue().toString()).startsWith("Practice data: ");
        List<Double> numbers = new ArrayList<>();
        for (Object[] row : table.getDataRange().getValues()) {
            Stream.of(row).filter(Double.class::isInstance).forEach(cell -> numbers.add((Double) cell));
        }
        String csv = text(plot, "csv");
        assertThat(numbers).hasSizeGreaterThan(3);
        List<Double> printed = Stream.of(csv.split("[,\n]"))
                .filter(field -> field.matches("-?\\d+(\\.\\d+)?(E-?\\d+)?"))
                .map(Double::valueOf)
                .toList();
        assertThat(printed).containsAll(numbers);
    }

    @ParameterizedTest
    @MethodSource("plots")
    void the_page_needs_nothing_but_itself(String plot) {
        HttpResponse<byte[]> answer = file(plot, "html");
        Document page = Jsoup.parse(new String(answer.body(), StandardCharsets.UTF_8));
        assertThat(page.select("script, link, img, iframe, [style], [src]")).isEmpty();
        assertThat(page.select("style")).hasSize(1);
        String policy = page.select("meta[http-equiv=Content-Security-Policy]").attr("content");
        assertThat(policy).startsWith("default-src 'none'; style-src 'sha256-");
        assertThat(header(answer, "content-security-policy")).isEqualTo(policy + "; frame-ancestors 'none'");
        assertThat(page.select(".data-label").text()).startsWith("Practice data Invented respondents");
        assertThat(page.select("h1, svg, table, .doors, .citation")).hasSizeGreaterThanOrEqualTo(6);
        assertThat(page.select(".citation a").attr("href"))
                .startsWith(site.uri("/").toString());
    }

    @ParameterizedTest
    @MethodSource("plots")
    void the_citation_names_the_address_and_says_that_nobody_was_asked(String plot) {
        String text = text(plot, "txt");
        assertThat(text)
                .startsWith("Deepdive (")
                .contains(
                        "[Practice data: invented respondents, not answers to the Policing and Community Safety Survey]")
                .contains("Available at: " + site.uri("/"))
                .containsPattern("Data [0-9a-f]{12}, rules [0-9a-f]{12}, code [0-9a-f]{12}\\.");
        assertThat(text(plot, "bib")).startsWith("@misc{deepdive-pcss-").contains("author = {{Deepdive}}");
    }

    @ParameterizedTest
    @MethodSource("plots")
    void the_json_carries_its_data_label(String plot) throws Exception {
        assertThat(new ObjectMapper()
                        .readTree(text(plot, "json"))
                        .at("/data/label")
                        .asText())
                .isEqualTo("practice");
    }

    @Test
    void a_whole_deep_dive_is_a_page_a_workbook_and_a_citation() throws Exception {
        SpreadSheet book = new SpreadSheet(
                new ByteArrayInputStream(site.file("/deepdives/students.ods").body()));
        Document page = Jsoup.parse(site.get("/deepdives/students.html").body());
        int exhibits = page.select("figure").size();
        assertThat(exhibits).isGreaterThan(10);
        assertThat(book.getNumSheets()).isGreaterThanOrEqualTo(exhibits + 3);
        assertThat(page.select("script, link, img, [style]")).isEmpty();
        assertThat(page.select("a[href^=/]")).as("addresses that need a server").isEmpty();
        page.select("a[href^=#]")
                .forEach(a -> assertThat(page.getElementById(a.attr("href").substring(1)))
                        .as(a.attr("href"))
                        .isNotNull());
        assertThat(site.get("/deepdives/students.txt").body()).startsWith("Deepdive (");
        assertThat(site.get("/deepdives/students.bib").body()).startsWith("@misc{deepdive-pcss-students");
        assertThat(site.get("/deepdives/residents.bib").body()).startsWith("@dataset{");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/deepdives/students.png", "/deepdives/students.svg"})
    void a_whole_deep_dive_has_no_single_picture_or_table(String path) {
        HttpResponse<String> answer = site.get(path);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("ods", "html", "txt", "bib");
    }

    @Test
    void a_table_by_itself_has_no_picture() {
        String slug = DeepDives.slugs().stream()
                .filter(name -> !site.page("/deepdives/" + name)
                        .select("figure.exhibit:not(:has(.plot))")
                        .isEmpty())
                .findFirst()
                .orElseThrow();
        Document page = site.page("/deepdives/" + slug);
        String table = page.select("figure.exhibit:not(:has(.plot))").attr("id");
        for (String extension : List.of(".csv", ".json", ".ods", ".html", ".txt", ".bib")) {
            String path = "/deepdives/" + slug + "/" + table + extension;
            assertThat(site.file(path).statusCode()).as(path).isEqualTo(200);
        }
        assertThat(site.get("/deepdives/" + slug + "/" + table + ".png").statusCode())
                .isEqualTo(404);
        assertThat(page.select("#" + table + " .export-files a").eachText().toString())
                .contains("ODS")
                .doesNotContain("PNG");
    }

    @Test
    void every_figure_of_a_page_has_a_menu_whose_files_are_there() {
        Document page = site.page("/deepdives/students");
        assertThat(page.select("figure.exhibit details.exports")).hasSameSizeAs(page.select("figure.exhibit"));
        for (String path : page.select("#safety-1 .export-files a").eachAttr("href")) {
            assertThat(site.file(path).statusCode()).as(path).isEqualTo(200);
        }
        assertThat(page.select("#safety-1 .exports dt").eachText())
                .contains("Java, in a notebook", "Command line", "Citation", "BibTeX", "In a page of yours");
    }

    @Test
    void the_snippet_is_a_frame_of_the_plots_own_address_with_its_title() {
        Document page = site.page(EXPLORE.formatted(""));
        Document snippet = Jsoup.parse(page.select("textarea.export-embed").text());
        var frame = snippet.selectFirst("iframe");
        assertThat(frame.attr("src"))
                .isEqualTo(site.uri("/embed/explore/pcss/unsafe_local?by=sex&waves=2021Q2..2023Q2")
                        .toString());
        assertThat(frame.attr("title")).isEqualTo(page.select("h1").text());
        assertThat(frame.attr("loading")).isEqualTo("lazy");
        assertThat(Integer.parseInt(frame.attr("height"))).isBetween(300, 2000);
    }

    @Test
    void no_other_page_may_show_a_plot_unless_the_settings_say_so() {
        HttpResponse<String> answer = site.get("/embed/explore/pcss/safe_local?by=sex");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(header(answer, "content-security-policy")).contains("frame-ancestors 'none'");
        assertThat(header(answer, "x-frame-options")).isEqualTo("DENY");
        assertThat(answer.body()).contains("embed-origins").doesNotContain("<svg");
    }

    @Test
    void where_the_settings_name_an_origin_it_alone_may_frame_plots_and_nothing_else() {
        try (ServedSite open =
                new ServedSite(site.workspace(), List.of("https://www.example.org", "http://[::1]:80"))) {
            for (String path : List.of(
                    "/embed/explore/pcss/safe_local?by=sex",
                    "/embed" + MODEL.formatted(""),
                    "/embed" + COMPARE.formatted(""))) {
                HttpResponse<String> answer = open.get(path);
                assertThat(answer.statusCode()).as(path).isEqualTo(200);
                assertThat(header(answer, "content-security-policy"))
                        .isEqualTo("default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none';"
                                + " form-action 'none'; frame-ancestors https://www.example.org http://[::1]:80");
                assertThat(answer.headers().firstValue("x-frame-options")).isEmpty();
                assertThat(header(answer, "x-content-type-options")).isEqualTo("nosniff");
                Document page = Jsoup.parse(answer.body());
                assertThat(page.select("script, form, nav, header")).isEmpty();
                assertThat(page.select(".data-label").text()).startsWith("Practice data");
                assertThat(page.select("main > p > a[target=_blank]").attr("rel"))
                        .isEqualTo("noopener");
                assertThat(page.select("main > p > a[target=_blank]").attr("href"))
                        .isEqualTo(open.uri(path.substring("/embed".length())).toString());
            }
            HttpResponse<String> page = open.get("/explore/pcss/safe_local?by=sex");
            assertThat(header(page, "x-frame-options")).isEqualTo("DENY");
            assertThat(header(page, "content-security-policy")).contains("frame-ancestors 'none'");
        }
    }

    @Test
    void a_saved_link_stands_in_a_frame_with_its_own_title(@TempDir Path folder) {
        Settings settings = new Settings(
                new ServerOptions(ServerOptions.LOOPBACK, 0),
                Optional.empty(),
                Optional.of("jdbc:sqlite:" + folder.resolve("links.db")),
                List.of("https://www.example.org"),
                List.of());
        try (ServedSite open = new ServedSite(site.workspace(), settings)) {
            String form = "path=" + URLEncoder.encode(EXPLORE.formatted(""), StandardCharsets.UTF_8)
                    + "&title=For+the+board&note=&expires=&day=&locked=";
            HttpResponse<String> saved = open.send(HttpRequest.newBuilder(open.uri("/p"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("Origin", open.uri("/").toString().replaceAll("/$", ""))
                    .POST(HttpRequest.BodyPublishers.ofString(form))
                    .build());
            assertThat(saved.statusCode()).as(saved.body()).isEqualTo(201);
            String path = header(saved, "location");
            HttpResponse<String> answer = open.get("/embed" + path);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(header(answer, "content-security-policy")).contains("frame-ancestors https://www.example.org");
            Document page = Jsoup.parse(answer.body());
            assertThat(page.select("h1").text()).isEqualTo("For the board");
            assertThat(page.select(".plot-wide svg.dd-plot")).hasSize(1);
            assertThat(page.select(".data-label").text()).startsWith("Practice data");
            assertThat(page.select("main > p > a[target=_blank]").attr("href")).endsWith(path);
            assertThat(open.get("/embed/p/nothing").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void a_frame_is_led_to_its_canonical_address_and_told_what_does_not_exist() {
        HttpResponse<String> other = site.get("/embed/explore/pcss/safe_local?waves=2021Q2..2023Q2&by=sex");
        assertThat(header(other, "location")).isEqualTo("/embed/explore/pcss/safe_local?by=sex&waves=2021Q2..2023Q2");
        assertThat(site.get("/embed/explore/pcss/nothing").statusCode()).isEqualTo(404);
        assertThat(site.get("/embed/explore/pcss/safe_local?by=nothing").statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "https://a.example; script-src *",
                "https://a.example/path",
                "'unsafe-inline'",
                "example.org",
                "https://",
                "https://a example",
                "javascript:alert(1)",
                "https://a.example\n"
            })
    void what_is_no_origin_never_reaches_the_policy(String origin) {
        assertThatThrownBy(() -> EmbedPage.policy(List.of(origin)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"" + origin + "\" is no origin");
    }
}
