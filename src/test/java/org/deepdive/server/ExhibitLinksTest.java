package org.deepdive.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deepdive.analysis.AnswerExhibit;
import org.deepdive.analysis.DeepDives;
import org.deepdive.analysis.Exhibit;
import org.deepdive.analysis.FiguresExhibit;
import org.deepdive.analysis.GapExhibit;
import org.deepdive.analysis.ModelExhibit;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every exhibit of a deep-dive has an address from which alone its plot is computed again. */
@ExtendWith(ServedSite.Shared.class)
class ExhibitLinksTest {

    private static final String MODEL = "/model/pcss/confident_emergency?terms=sex,age_band";
    private static final String PAIR =
            "/compare/pcss?title=Trust&of=Measure&first=women&second=men&row=trust;where=sex:female~trust;where=sex:male~Trust";

    private static final Map<String, List<Exhibit>> EXHIBITS = new ConcurrentHashMap<>();

    private final ServedSite site;

    ExhibitLinksTest(ServedSite site) {
        this.site = site;
    }

    static List<String> slugs() {
        return DeepDives.slugs();
    }

    private List<Exhibit> exhibits(String slug) {
        return EXHIBITS.computeIfAbsent(
                slug, name -> DeepDives.open(site.workspace(), name).exhibits());
    }

    @ParameterizedTest
    @MethodSource("slugs")
    void every_exhibits_link_opens_its_plot(String slug) {
        assertThat(exhibits(slug)).isNotEmpty().allSatisfy(exhibit -> {
            String path = exhibit.doors().path().orElseThrow();
            HttpResponse<String> answer = site.get(path.replaceFirst("#.*", ""));
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            if (exhibit instanceof ModelExhibit || exhibit instanceof GapExhibit || exhibit instanceof AnswerExhibit) {
                String picture = exhibit.drawing().orElseThrow().standalone().svg();
                assertThat(site.get(file(path, ".svg")).body()).as(path).isEqualTo(picture);
                assertThat(site.get(file(path, ".csv")).body()).as(path).isEqualTo(exhibit.csv());
            }
        });
    }

    private static String file(String path, String extension) {
        int end = path.indexOf('?');
        return end < 0 ? path + extension : path.substring(0, end) + extension + path.substring(end);
    }

    @ParameterizedTest
    @MethodSource("slugs")
    void every_exhibit_of_the_page_says_where_it_opens(String slug) {
        List<Exhibit> exhibits = exhibits(slug);
        Document page = site.page("/deepdives/" + slug);
        List<Element> links = page.select("figure.exhibit .tools .open a");
        assertThat(links)
                .extracting(link -> link.attr("href"))
                .containsExactlyElementsOf(exhibits.stream()
                        .map(exhibit -> exhibit.doors().path().orElseThrow())
                        .toList());
        assertThat(links)
                .extracting(Element::text)
                .containsExactlyElementsOf(exhibits.stream()
                        .map(exhibit -> (exhibit instanceof FiguresExhibit ? "Open these figures" : "Open this plot")
                                + ": " + exhibit.title())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("slugs")
    void a_link_to_published_figures_leads_to_those_of_the_publication(String slug) {
        for (Exhibit exhibit : exhibits(slug)) {
            String path = exhibit.doors().path().orElseThrow();
            if (path.contains("#")) {
                assertThat(site.page("/figures").getElementById(path.substring(path.indexOf('#') + 1)))
                        .as(path)
                        .isNotNull();
            }
        }
    }

    @Test
    void a_model_has_its_plot_finding_tables_doors_files_and_label() throws Exception {
        Document page = site.page(MODEL);
        assertThat(page.select(".card-label").text()).isEqualTo("Practice data");
        assertThat(page.select(".plot-wide svg, .plot-narrow svg")).hasSize(2);
        assertThat(page.select(".plot-wide svg").text()).contains("Practice data");
        assertThat(page.select("figcaption").text()).contains("Adjusted values are average marginal predictions");
        assertThat(page.select("#findings + ul").text()).contains("The groups without a model");
        assertThat(page.select("#findings + ul a").eachAttr("href"))
                .containsExactly("/explore/pcss/confident_emergency?by=sex");
        assertThat(page.select("section[aria-labelledby=numbers] table")).isNotEmpty();
        assertThat(page.select(".doors code").eachText())
                .containsExactly(
                        site.server().url() + MODEL.substring(1),
                        "Studies.open(\"pcss\").measure(\"confident_emergency\").model(\"sex\").adjustedFor(\"age_band\").fit()",
                        "deepdive model pcss confident_emergency --terms sex,age_band",
                        "study=pcss&measure=confident_emergency&terms=sex,age_band");
        assertThat(page.select(".actions a")).extracting(Element::ownText).containsExactly("CSV", "JSON", "SVG");
        for (String extension : List.of(".csv", ".json", ".svg")) {
            HttpResponse<String> file = site.get(file(MODEL, extension));
            assertThat(file.statusCode()).isEqualTo(200);
            assertThat(file.body()).containsIgnoringCase("practice");
        }
        assertThat(new ObjectMapper()
                        .readTree(site.get(file(MODEL, ".json")).body())
                        .toString())
                .contains("terms=sex,age_band");
    }

    @Test
    void a_comparison_has_its_plot_test_table_doors_files_and_label() {
        Document page = site.page(PAIR);
        assertThat(page.select("h1").text()).isEqualTo("Trust");
        assertThat(page.select(".card-label").text()).isEqualTo("Practice data");
        assertThat(page.select(".plot-wide svg, .plot-narrow svg")).hasSize(2);
        assertThat(page.select(".note").text()).contains("are those of the link");
        assertThat(page.select("#findings + ul li").text())
                .contains("Women", "against Men", "percentage points (95% interval");
        assertThat(page.select("#findings + ul a").eachAttr("href"))
                .containsExactly("/explore/pcss/trust?where=sex:female", "/explore/pcss/trust?where=sex:male");
        assertThat(page.select(".doors code").eachText())
                .contains("deepdive compare pcss trust --group sex=female --than sex=male")
                .element(0)
                .isEqualTo(site.server().url() + PAIR.substring(1));
        var rows = CsvReader.builder()
                .ofNamedCsvRecord(site.get(file(PAIR, ".csv")).body())
                .stream()
                .toList();
        assertThat(rows).extracting(row -> row.getField("group")).containsExactly("women", "men");
        assertThat(rows).allSatisfy(row -> assertThat(row.getField("data")).isEqualTo("practice"));
    }

    @Test
    void each_of_several_pairs_has_a_page_of_its_own() {
        Document page =
                site.page(PAIR + "&row=trust;where=sex:female,student:yes~trust;where=sex:male,student:yes~Students");
        List<String> alone =
                page.select("#findings + ul a:contains(This comparison)").eachAttr("href");
        assertThat(alone).hasSize(2).element(0).isEqualTo(PAIR);
        assertThat(site.page(alone.get(1)).select("#findings + ul li strong").eachText())
                .containsExactly("Students");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /model/pcss/confident_emergency?terms=sex&kind=logistic                       | /model/pcss/confident_emergency?terms=sex
            /model/pcss/confident_emergency?terms=age_band&where=sex:female | /model/pcss/confident_emergency?where=sex:female&terms=age_band
            /model/pcss/confident_emergency.csv?reference=sex:male&terms=sex,student      | /model/pcss/confident_emergency.csv?terms=sex,student&reference=sex:male
            """)
    void another_spelling_of_a_model_leads_to_its_address(String given, String canonical) {
        HttpResponse<String> answer = site.get(given);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("location").orElseThrow()).endsWith(canonical);
        assertThat(site.get(canonical).statusCode()).isEqualTo(200);
    }

    @Test
    void a_comparison_without_words_leads_to_the_address_that_has_them() {
        HttpResponse<String> answer =
                site.get("/compare/pcss?row=safe_local;where=sex:female;waves=2022Q1..2022Q1~safe_local;waves=2022Q1");
        assertThat(answer.statusCode()).isEqualTo(302);
        String canonical = answer.headers().firstValue("location").orElseThrow();
        assertThat(canonical)
                .contains("&of=Measure&first=first%20group&second=second%20group")
                .contains("&row=safe_local;where=sex:female;waves=2022Q1~safe_local;waves=2022Q1~");
        assertThat(site.get(canonical).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /model/pcs/trust.csv?terms=sex                                    | 404 | unknown-study
            /model/pcss/trst.csv?terms=sex                                    | 404 | unknown-measure
            /model/pcss/trust.csv?terms=sexx                                  | 400 | unknown-variable
            /model/pcss/trust.csv?terms=sex&where=sex:femal                   | 400 | unknown-category-of-sex
            /model/pcss/trust.csv?terms=sex&reference=sex:femal               | 400 | unknown-category-of-sex
            /model/pcss/trust.csv?terms=sex&reference=age_band:16_24          | 400 | reference
            /model/pcss/trust.csv                                             | 400 | terms
            /model/pcss/trust.csv?terms=sex&terms=age_band                    | 400 | repeated-part
            /model/pcss/trust.csv?terms=sex&by=age_band                       | 400 | unknown-parameter
            /model/pcss/base.csv?terms=sex                                    | 400 | outcome
            /model/pcss/trust.csv?terms=wave,district,wave:district           | 400 | model-size
            /model/residents/q1_feel_safe.csv?terms=sex                       | 400 | no-respondents
            /compare/pcs.csv?row=trust~trust                                  | 404 | unknown-study
            /compare/pcss.csv                                                 | 400 | rows
            /compare/pcss.csv?row=trust                                       | 400 | row
            /compare/pcss.csv?row=trst~trust~A                                | 404 | unknown-measure
            /compare/pcss.csv?row=trust;where=sexx:male~trust                 | 400 | unknown-variable
            /compare/pcss.csv?row=trust;study=victims~trust                   | 400 | repeated-part
            /compare/pcss.csv?row=trust;by=sex~trust                          | 400 | several-values
            /compare/pcss.csv?row=safe_local_scale~trust                      | 400 | several-values
            /compare/pcss.csv?row=trust~base                                  | 400 | units
            /compare/pcss.json?row=trust~base                                 | 400 | units
            /compare/pcss.csv?row=trust~trust&sort=1                          | 400 | unknown-parameter
            /compare/pcss.csv?row=trust~trust&title=a&title=b                 | 400 | repeated-part
            /compare/pcss.csv?row=trust~trust&title=%E2%80%AEabc              | 400 | words
            /compare/residents.csv?row=q1_feel_safe~q1_feel_safe              | 400 | no-respondents
            """)
    void a_mistake_has_the_shape_of_every_other(String path, int status, String code) throws Exception {
        HttpResponse<String> answer = site.get(path, "*/*");
        JsonNode error = new ObjectMapper().readTree(answer.body()).path("error");
        assertThat(error.path("code").asText())
                .as(error.path("message").asText())
                .isEqualTo(code);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(error.path("message").asText()).isNotBlank();
    }

    @Test
    void a_mistake_names_the_nearest() {
        assertThat(site.page("/model/pcss/trust?terms=age_bnd").select("main").text())
                .contains("There is no variable \"age_bnd\".", "Did you mean \"age_band\"?");
        assertThat(site.page("/compare/pcss?row=trst~trust").select("main").text())
                .contains("There is no measure \"trst\".", "Did you mean \"trust\"?");
    }

    @Test
    void more_pairs_than_a_plot_holds_are_refused_however_short() {
        String rows =
                IntStream.rangeClosed(0, 20).mapToObj(i -> "row=trust~trust").collect(Collectors.joining("&"));
        assertThat(site.page("/compare/pcss?" + rows).select("main").text())
                .contains("compares 21 pairs; 1 to 20 are possible");
        String tooLong = "a".repeat(161);
        assertThat(site.page("/compare/pcss?row=trust~trust&title=" + tooLong).text())
                .contains("The title has more than 160 characters.");
        assertThat(site.page("/compare/pcss?row=trust~trust~" + tooLong).text())
                .contains("The row has more than 100 characters.");
    }

    @Test
    void a_model_with_a_category_too_small_is_forbidden_with_the_rule() throws Exception {
        HttpResponse<String> answer = site.get("/model/pcss/trust.csv?terms=sex");
        assertThat(answer.statusCode()).isEqualTo(403);
        JsonNode error = new ObjectMapper().readTree(answer.body()).path("error");
        assertThat(error.path("code").asText()).isEqualTo("suppressed");
        assertThat(error.path("message").asText()).startsWith("The model is withheld [c]");
        assertThat(site.page("/model/pcss/trust?terms=sex").select("main a").eachAttr("href"))
                .contains("/methods#disclosure");
    }

    @Test
    void a_group_too_small_shows_neither_its_value_nor_the_difference() {
        String path = withheldPair();
        Document page = site.page(path);
        assertThat(page.select("#findings + ul li").text()).contains("The test is withheld [c]");
        assertThat(page.select(".plot-wide svg text").eachText()).anyMatch(text -> text.startsWith("[c]"));
        var small = CsvReader.builder()
                .ofNamedCsvRecord(site.get(file(path, ".csv")).body())
                .stream()
                .toList()
                .get(0);
        assertThat(small.getField("flags")).isEqualTo("[c]");
        for (String column : List.of("estimate", "low", "high", "base", "effective_base", "deff", "difference", "p")) {
            assertThat(small.getField(column)).as(column).isEmpty();
        }
    }

    /** A pair whose first group has a few respondents. */
    private String withheldPair() {
        for (String district :
                site.workspace().study("pcss").codebook().variable("district").codes()) {
            String path = "/compare/pcss?title=Safe&of=Measure&first=some&second=all"
                    + "&row=safe_local;where=district:" + district
                    + ",orientation:bisexual,student:yes;waves=2021Q2~safe_local;waves=2021Q2~Safe";
            if (site.get(file(path, ".csv")).body().contains("[c]")) {
                return path;
            }
        }
        throw new AssertionError("No district has a few bisexual students in a wave");
    }

    static Stream<String> hostile() {
        String words = "%3C%2Fscript%3E%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E%22'%26%3Cb%3E";
        String row = "row=trust;where=sex:female~trust;where=sex:male~";
        return Stream.of(
                "/compare/pcss?title=" + words + "&of=" + words + "&first=" + words + "&second=" + words + "&" + row
                        + words,
                "/compare/pcss?title=%00&" + row + "A",
                "/compare/pcss?title=a%0D%0ASet-Cookie:x=1&" + row + "A",
                "/compare/pcss?" + row + words + "&row=%3Cscript%3E~%3Cscript%3E",
                "/compare/%3Cscript%3Ealert(1)%3C%2Fscript%3E?" + row,
                "/model/pcss/%3Cscript%3Ealert(1)?terms=sex",
                "/model/pcss/trust?terms=%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E",
                "/model/pcss/trust?terms=sex&reference=sex:%3Cb%3E",
                "/model/pcss/trust?terms=sex&%3Cscript%3E=1");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void words_of_an_address_are_text_wherever_they_stand(String path) throws Exception {
        HttpResponse<String> answer = site.get(path);
        String location = answer.headers().firstValue("location").orElse(path);
        assertThat(answer.headers().firstValue("set-cookie")).isEmpty();
        Document page = site.page(location);
        assertThat(page.select("main img, main b, [onerror]")).isEmpty();
        assertThat(page.select("script:not([type=application/json])")).hasSize(1);
        for (Element spec : page.select("script[type=application/json]")) {
            assertThat(new ObjectMapper().readTree(spec.data()).has("data")).isTrue();
            assertThat(spec.data()).doesNotContain("<");
        }
    }

    @Test
    void hostile_words_stay_words_in_the_page_the_picture_and_the_data() {
        String path = site.get(hostile().findFirst().orElseThrow())
                .headers()
                .firstValue("location")
                .orElse(hostile().findFirst().orElseThrow());
        assertThat(site.page(path).select("h1").text()).isEqualTo("</script><img src=x onerror=alert(1)>\"'&<b>");
        String picture =
                site.get(file(path.replaceFirst("^https?://[^/]+", ""), ".svg")).body();
        assertThat(picture).startsWith("<svg").doesNotContain("<img", "<script", "<b>");
    }
}
