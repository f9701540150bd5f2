package org.deepdive.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.miachm.sods.Range;
import com.github.miachm.sods.Sheet;
import com.github.miachm.sods.SpreadSheet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.assertj.core.data.Offset;
import org.deepdive.disclosure.Cleared;
import org.deepdive.estimate.EstimateTable;
import org.deepdive.table.DataSheet.Field;
import org.deepdive.table.DataSheet.Kind;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks follow the rules of accessible spreadsheets, and hold the numbers of the CSV. */
class WorkbookTest {

    private static final int HEADER = 4;

    private static SmallSurvey survey;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void readTheSurvey() {
        survey = SmallSurvey.in(folder);
    }

    private static DataSheet sheet(String query) {
        return ResultTable.of(survey.ask(query))
                .sheet("Safe by area", "Everyone", List.of("Weighted.", "Asked of all."));
    }

    private static Workbook book(DataSheet... sheets) {
        return new Workbook("A title", List.of("What it is about."), List.of(sheets));
    }

    private static SpreadSheet read(Workbook book) throws IOException {
        return new SpreadSheet(new ByteArrayInputStream(book.ods()));
    }

    private static Map<String, byte[]> files(byte[] ods) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(ods))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static Document content(Workbook book) throws IOException {
        return Jsoup.parse(
                new String(files(book.ods()).get("content.xml"), StandardCharsets.UTF_8), "", Parser.xmlParser());
    }

    @ParameterizedTest
    @ValueSource(strings = {"measure=safe&by=area", "measure=safe&by=sex", "measure=safe_scale&by=age"})
    void numbers_are_those_of_the_csv_to_the_last_digit(String query) throws IOException {
        Cleared<EstimateTable> answer = survey.ask(query);
        List<String> csv = ResultTable.of(answer).csv().lines().toList();
        List<String> names = List.of(csv.get(0).split(","));
        Sheet sheet = read(book(sheet(query))).getSheet("Table_1");
        List<Object> headers = row(sheet, HEADER);

        assertThat(headers).contains("Estimate", "Standard error", "Lower limit", "Upper limit", "Base", "Marks");
        assertThat(sheet.getMaxRows()).isEqualTo(HEADER + csv.size());
        int first = headers.indexOf("Estimate");
        for (int line = 1; line < csv.size(); line++) {
            String[] fields = csv.get(line).split(",", -1);
            List<Object> cells = row(sheet, HEADER + line);
            for (String name : List.of("estimate", "se", "low", "high", "base", "effective_base", "deff", "df")) {
                String exact = fields[names.indexOf(name)];
                Object cell = cells.get(first + names.indexOf(name) - names.indexOf("estimate"));
                if (exact.isEmpty()) {
                    assertThat(cell).as(name).isIn("[c]", "[x]");
                } else {
                    assertThat(((Number) cell).doubleValue()).as(name).isEqualTo(Double.parseDouble(exact));
                }
            }
        }
    }

    /** The cells of a row; what the reader takes for a percentage is read from the file, since it rounds. */
    private static List<Object> row(Sheet sheet, int row) throws IOException {
        Object[] cells = sheet.getRange(row, 0, 1, sheet.getMaxColumns()).getValues()[0];
        return Arrays.stream(cells)
                .map(cell -> cell instanceof com.github.miachm.sods.OfficePercentage share ? share.getValue() : cell)
                .toList();
    }

    @Test
    void cover_contents_and_notes_come_first_and_every_sheet_starts_with_its_title_in_the_first_cell()
            throws IOException {
        SpreadSheet book = read(book(sheet("measure=safe&by=area"), sheet("measure=safe&by=sex")));
        assertThat(book.getSheets().stream().map(Sheet::getName))
                .containsExactly("Cover", "Contents", "Notes", "Table_1", "Table_2");
        assertThat(book.getSheets().stream().map(sheet -> sheet.getRange(0, 0).getValue()))
                .containsExactly(
                        "A title",
                        "Contents",
                        "Notes and marks",
                        "Table 1: Safe by area [note 1] [note 2]",
                        "Table 2: Safe by area [note 1] [note 2]");
        for (Sheet sheet : book.getSheets()) {
            Range all = sheet.getDataRange();
            assertThat(all.getMergedCells()).as(sheet.getName()).isEmpty();
        }
    }

    @Test
    void the_data_label_stands_above_every_table_and_marks_and_blanks_are_explained() throws IOException {
        SpreadSheet book = read(book(sheet("measure=safe&by=sex")));
        Sheet table = book.getSheet("Table_1");
        assertThat(table.getRange(2, 0).getValue())
                .isEqualTo("Practice data: Invented respondents, calibrated to published figures. Not evidence about"
                        + " anyone.");
        assertThat(table.getRange(3, 0).getValue().toString())
                .contains("Notes and marks are explained in the sheet Notes.", "Some cells are blank");
        Object[][] notes = book.getSheet("Notes").getDataRange().getValues();
        assertThat(Arrays.stream(notes).map(row -> row[0]))
                .contains("[note 1]", "[note 2]", "[c]", "[u]", "[low]", "[x]", "*", "–", "Blank cell");
        assertThat(notes[3]).containsExactly("[note 1]", "Weighted.");
    }

    @Test
    void the_contents_lead_to_every_sheet() throws IOException {
        Document content = content(book(sheet("measure=safe&by=area")));
        assertThat(content.select("text|a").eachAttr("xlink:href"))
                .containsExactly("#Cover.A1", "#Notes.A1", "#Table_1.A1");
        assertThat(content.select("text|a").eachText()).containsExactly("Cover", "Notes", "Table_1");
    }

    @Test
    void percentages_are_numbers_that_are_shown_as_percentages() throws IOException {
        Document content = content(book(sheet("measure=safe&by=area")));
        Element cell = content.selectFirst("[office:value-type=percentage]");
        double value = Double.parseDouble(cell.attr("office:value"));
        assertThat(value).isBetween(0.0, 1.0);
        assertThat(cell.attr("table:style-name")).isEqualTo("share");
        assertThat(cell.text()).matches("\\d+\\.\\d%");
        assertThat(Double.parseDouble(cell.text().replace("%", ""))).isCloseTo(100 * value, within());
    }

    private static Offset<Double> within() {
        return Offset.offset(0.0501);
    }

    @Test
    void nothing_is_frozen_coloured_or_computed() throws IOException {
        Map<String, byte[]> files = files(book(sheet("measure=safe&by=area")).ods());
        String content = new String(files.get("content.xml"), StandardCharsets.UTF_8);
        assertThat(content).doesNotContain("table:formula", "background-color", "fo:color", "rows-spanned");
        assertThat(files).doesNotContainKey("settings.xml");
    }

    @Test
    void title_and_language_are_said_and_the_ranges_of_tables_named() throws IOException {
        Map<String, byte[]> files = files(book(sheet("measure=safe&by=area")).ods());
        assertThat(new String(files.get("meta.xml"), StandardCharsets.UTF_8))
                .contains(">A title</dc:title>", ">en-GB</dc:language>");
        assertThat(new String(files.get("styles.xml"), StandardCharsets.UTF_8))
                .contains("fo:language=\"en\" fo:country=\"GB\"");
        assertThat(new String(files.get("content.xml"), StandardCharsets.UTF_8))
                .contains("table:target-range-address=\"Table_1.A5:Table_1.J11\"");
    }

    @Test
    void the_media_type_comes_first_and_uncompressed_and_the_same_content_gives_the_same_bytes() throws IOException {
        byte[] ods = book(sheet("measure=safe&by=area")).ods();
        assertThat(new String(ods, 30, 8, StandardCharsets.US_ASCII)).isEqualTo("mimetype");
        assertThat(new String(ods, 38, Workbook.CONTENT_TYPE.length(), StandardCharsets.US_ASCII))
                .isEqualTo(Workbook.CONTENT_TYPE);
        assertThat(ods).isEqualTo(book(sheet("measure=safe&by=area")).ods());
        Files.write(Files.createDirectories(Path.of("target/figures")).resolve("workbook.ods"), ods);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"http://x\")",
                "+1",
                "-1",
                "@SUM(A1)",
                "<b>&amp;</b>",
                "]]>",
                "{\"a\"}",
                "شمال المدينة"
            })
    void texts_stay_texts_whatever_they_start_with(String text) throws IOException {
        DataSheet sheet =
                new DataSheet(text, text, text, List.of(Field.words(text)), List.of(List.of(text)), List.of(text));
        Workbook book = new Workbook(text, List.of(text), List.of(sheet));
        assertThat(row(read(book).getSheet("Table_1"), HEADER + 1)).containsExactly(text);
        Document content = content(book);
        assertThat(content.select("[table:formula]")).isEmpty();
        assertThat(content.select("[table:name=Table_1] [office:value-type]").eachAttr("office:value-type"))
                .containsOnly("string");
    }

    @Test
    void characters_that_xml_cannot_hold_are_left_out() throws IOException {
        String text = "a\u0000b\u0001\uFFFEc \uD83D\uDE00";
        DataSheet sheet = new DataSheet("t", "s", "d", List.of(Field.words("w")), List.of(List.of(text)), List.of());
        assertThat(row(read(book(sheet)).getSheet("Table_1"), HEADER + 1)).containsExactly("abc \uD83D\uDE00");
    }

    @Test
    void a_number_that_does_not_exist_is_a_mark_and_never_a_blank() {
        assertThat(DataSheet.number(0.5, "")).isEqualTo(0.5);
        assertThat(DataSheet.number(Double.NaN, "")).isEqualTo("[x]");
        assertThat(DataSheet.number(null, "[c]")).isEqualTo("[c]");
        assertThatThrownBy(() -> new DataSheet(
                        "t", "s", "d", List.of(new Field("n", Kind.NUMBER)), List.of(List.of(Double.NaN)), List.of()))
                .hasMessage("NaN is no cell of a table");
    }

    @Test
    void a_model_has_its_groups_coefficients_and_tests_on_three_sheets() throws IOException {
        ModelTable model = ModelTable.of(survey.model("measure=safe&terms=area,age"));
        SpreadSheet book = read(new Workbook("Model", List.of(), model.sheets("Safe", "Everyone", List.of())));
        assertThat(book.getSheets().stream()
                        .skip(3)
                        .map(sheet -> sheet.getRange(0, 0).getValue()))
                .containsExactly("Table 1: Safe", "Table 2: Coefficients: Safe", "Table 3: Tests of terms: Safe");
        List<Object> first = row(book.getSheet("Table_1"), HEADER + 1);
        double adjusted = model.adjusted().doubleColumn("adjusted").getDouble(0);
        assertThat(first.get(row(book.getSheet("Table_1"), HEADER).indexOf("Adjusted")))
                .isEqualTo(adjusted);
    }
}
