package org.deepdive.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.deepdive.study.InputException;
import org.deepdive.table.SmallSurvey;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Figures for re-use say everything a reader needs within the picture, and are drawn alike everywhere. */
class StandaloneFigureTest {

    private static final Path LOOK = Path.of("target/figures");

    private static SmallSurvey survey;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void readTheSurvey() {
        survey = SmallSurvey.in(folder);
    }

    @ParameterizedTest
    @CsvSource({
        "bars, measure=safe&by=area, 720",
        "suppressed, measure=safe&by=sex, 720",
        "unreliable, 'measure=safe&by=area,age&waves=2023Q1..2023Q2', 720",
        "likert, measure=safe_scale&by=age, 720",
        "line, 'measure=safe&by=wave,student', 720",
        "line-withheld, 'measure=safe&by=wave,tenure', 720",
        "narrow, measure=safe&by=area, 400"
    })
    void title_subtitle_caption_and_label_stand_in_the_picture_and_the_png_has_its_size(
            String name, String query, int width) throws IOException {
        Plot plot = Plot.of(survey.ask(query));
        StandaloneFigure figure = plot.standalone(width);

        String words = spaceless(String.join("", Payloads.texts(figure.svg())));
        assertThat(words)
                .contains(spaceless(plot.title()), spaceless(plot.subtitle()), "Practicedata")
                .contains(plot.captionLines().stream()
                        .map(StandaloneFigureTest::spaceless)
                        .toList());
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(figure.png()));
        Element root = Payloads.xml(figure.svg()).getDocumentElement();
        assertThat(picture.getWidth()).isEqualTo(2 * width).isEqualTo(2 * number(root, "width"));
        assertThat(picture.getHeight()).isEqualTo(2 * number(root, "height"));
        assertThat(picture.getColorModel().getColorSpace().isCS_sRGB()).isTrue();
        assertThat(share(picture)).as("ink on the paper").isBetween(0.03, 0.6);
        assertThat(edges(picture)).as("nothing is cut off at an edge").isTrue();

        Files.createDirectories(LOOK);
        Files.write(LOOK.resolve(name + ".png"), figure.png());
        Files.writeString(LOOK.resolve(name + ".svg"), figure.svg());
    }

    @ParameterizedTest
    @CsvSource({
        "bars, measure=safe&by=area",
        "unreliable, 'measure=safe&by=area,age&waves=2023Q1..2023Q2'",
        "likert, measure=safe_scale&by=age",
        "line, 'measure=safe&by=wave,student'"
    })
    void a_picture_that_was_kept_is_drawn_as_it_was_with_the_words_of_who_kept_it(String name, String query)
            throws IOException {
        Plot plot = Plot.of(survey.ask(query));
        String kept = plot.svgForPage(Drawing.WIDE);
        StandaloneFigure figure = new SavedChart(
                        "For the <board>",
                        "What & when",
                        plot.altText(),
                        plot.labels(),
                        List.of("As saved on 1 March 2026.", "A caption."),
                        kept)
                .standalone();

        String words = String.join("", Payloads.texts(figure.svg()));
        assertThat(spaceless(words))
                .contains("Forthe<board>", "What&when", "Practicedata", "Assavedon1March2026.", "Acaption.")
                .contains(Payloads.texts(kept.replaceAll("(?s)<title.*</desc>", "")).stream()
                        .map(StandaloneFigureTest::spaceless)
                        .toList());
        assertThat(figure.svg()).doesNotContain("class=", "<style");
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(figure.png()));
        assertThat(picture.getWidth()).isEqualTo(2 * (Drawing.WIDE + 2 * StandaloneSvg.MARGIN));
        assertThat(share(picture)).as("ink on the paper").isBetween(0.03, 0.6);
        assertThat(edges(picture)).as("nothing is cut off at an edge").isTrue();
        Files.createDirectories(LOOK);
        Files.write(LOOK.resolve("saved-" + name + ".png"), figure.png());
    }

    @Test
    void a_picture_of_another_program_is_not_taken_for_one_that_was_kept() {
        assertThatThrownBy(() -> new SavedChart("a", "b", "c", Set.of(), List.of("d"), "<svg><path/></svg>"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("The picture is not one that Deepdive drew for a page.");
    }

    @Test
    void nothing_of_it_depends_on_a_style_sheet_or_on_the_readers_colours() {
        String svg =
                Plot.of(survey.ask("measure=safe_scale&by=age")).standalone().svg();
        assertThat(svg).doesNotContain("<style", "class=", "var(", "currentColor", "Canvas", "light-dark");
        assertThat(svg).contains("fill=\"#0B0C0C\"", "fill=\"#FFFFFF\"");
    }

    @Test
    void a_number_on_a_dark_segment_is_white_also_in_the_png() throws IOException {
        StandaloneFigure figure =
                Plot.of(survey.ask("measure=safe_scale&by=age")).standalone();
        Document svg = Payloads.xml(figure.svg());
        NodeList texts = svg.getElementsByTagName("text");
        long white = 0;
        for (int i = 0; i < texts.getLength(); i++) {
            white += ((Element) texts.item(i)).getAttribute("fill").equals("#FFFFFF") ? 1 : 0;
        }
        assertThat(white).isPositive();
    }

    @Test
    void a_png_says_of_itself_what_it_shows_and_where_it_comes_from() throws IOException {
        Plot plot = Plot.of(survey.ask("measure=safe&by=area"));
        Map<String, String> texts = texts(plot.standalone().png());
        assertThat(texts)
                .containsEntry("Title", plot.title())
                .containsEntry("Description", plot.altText())
                .containsEntry(
                        "Disclaimer",
                        "Practice data. Invented respondents, calibrated to published figures. Not evidence about anyone.")
                .containsEntry("Software", "Deepdive development version");
        assertThat(texts.get("Source")).isNotBlank();
        assertThat(plot.captionLines()).contains("Source: " + texts.get("Source"));
    }

    @Test
    void the_same_figure_is_drawn_twice_to_the_same_bytes() {
        StandaloneFigure figure = Plot.of(survey.ask("measure=safe&by=area")).standalone();
        assertThat(figure.png(1)).isEqualTo(figure.png(1));
    }

    @Test
    void labels_with_markup_stay_text_in_the_svg_and_the_png() throws IOException {
        Map<String, String> labels = new HashMap<>();
        String hostile = "</text><script>alert(1)</script> class=\"dd-bold\" $1 \\ &amp;";
        labels.put("area.north", hostile);
        labels.put("measure:safe", "Safe " + hostile);
        SmallSurvey hostileSurvey = SmallSurvey.in(folder.resolve("hostile"), labels, true);
        Plot plot = Plot.of(hostileSurvey.ask("measure=safe&by=area"));
        String svg = plot.standalone().svg();
        assertThat(Payloads.xml(svg).getElementsByTagName("script").getLength()).isZero();
        assertThat(spaceless(String.join("", Payloads.texts(svg)))).contains(spaceless(hostile));
        assertThat(texts(plot.standalone().png()).get("Title")).contains(hostile);
    }

    @Test
    void a_size_that_cannot_be_read_is_refused() {
        Plot plot = Plot.of(survey.ask("measure=safe&by=area"));
        assertThatThrownBy(() -> plot.standalone(200))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("A chart cannot be 168 pixels wide.");
        for (double scale : List.of(0.0, -1.0, 5.0, Double.NaN)) {
            assertThatThrownBy(() -> plot.standalone().png(scale))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("cannot be drawn at " + scale + " times its size");
        }
    }

    private static String spaceless(String text) {
        return text.replaceAll("\\s", "");
    }

    private static int number(Element element, String attribute) {
        return Integer.parseInt(element.getAttribute(attribute));
    }

    /** The share of pixels that are not paper. */
    private static double share(BufferedImage picture) {
        long ink = 0;
        for (int x = 0; x < picture.getWidth(); x++) {
            for (int y = 0; y < picture.getHeight(); y++) {
                ink += (picture.getRGB(x, y) & 0xFFFFFF) == 0xFFFFFF ? 0 : 1;
            }
        }
        return (double) ink / picture.getWidth() / picture.getHeight();
    }

    private static boolean edges(BufferedImage picture) {
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < 8; x++) {
                if ((picture.getRGB(picture.getWidth() - 1 - x, y) & 0xFFFFFF) != 0xFFFFFF
                        || (picture.getRGB(x, y) & 0xFFFFFF) != 0xFFFFFF) {
                    return false;
                }
            }
        }
        return true;
    }

    private static Map<String, String> texts(byte[] png) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
        reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(png)));
        IIOImage image = reader.readAll(0, null);
        NodeList entries =
                ((Element) image.getMetadata().getAsTree("javax_imageio_png_1.0")).getElementsByTagName("iTXtEntry");
        Map<String, String> texts = new HashMap<>();
        for (int i = 0; i < entries.getLength(); i++) {
            Element entry = (Element) entries.item(i);
            texts.put(entry.getAttribute("keyword"), entry.getAttribute("text"));
        }
        return texts;
    }
}
