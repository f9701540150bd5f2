package org.deepdive.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.deepdive.PackagedStudies;
import org.deepdive.estimate.Cell;
import org.deepdive.estimate.regression.AdjustedDifference;
import org.deepdive.estimate.regression.Model;
import org.deepdive.study.DataLabel;
import org.deepdive.study.InputException;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Deep-dives as objects: what their headlines claim, and what their sections are made of. */
class DeepDivesTest {

    private static final Pattern CLAIM = Pattern.compile(
            "more likely|less likely|[Mm]ost likely|[Ll]east likely|\\bgoe?s? with\\b.*(allowed for|adjusted)|more than in"
                    + "|less than in|, and more|^More are|most often");

    private static final Map<String, DeepDive> DIVES = new TreeMap<>();
    private static Workspace alike;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void open() {
        Workspace workspace = PackagedStudies.workspace();
        DeepDives.slugs().forEach(slug -> DIVES.put(slug, DeepDives.open(workspace, slug)));
        alike = Alike.in(folder);
    }

    static List<String> slugs() {
        return DeepDives.slugs();
    }

    @ParameterizedTest
    @ValueSource(strings = {"policing", "students"})
    void where_all_groups_are_alike_no_headline_and_no_sentence_claims_a_difference(String slug) {
        DeepDive dive = DeepDives.open(alike, slug);
        assertThat(dive.sections()).allSatisfy(section -> {
            assertThat(section.headline()).doesNotContainPattern(CLAIM);
            // What was published is told in the words of the publication.
            assertThat(section.id().equals("reproduction") ? List.<String>of() : section.paragraphs())
                    .allSatisfy(paragraph -> assertThat(paragraph).doesNotContainPattern(CLAIM));
        });
        assertThat(dive.section("sex").headline())
                .contains("no significant difference")
                .contains("(");
        assertThat(dive.section("drivers").headline())
                .as(dive.section("drivers").paragraphs().toString())
                .startsWith("Nothing in the model goes significantly with");
        gaps(dive).stream()
                .filter(gap -> !gap.first().equals("with an issue"))
                .forEach(gap -> assertThat(gap.drawing().orElseThrow().svg())
                        .doesNotContain(" points higher", " points lower"));
    }

    private static List<GapExhibit> gaps(DeepDive dive) {
        return dive.exhibits().stream()
                .filter(GapExhibit.class::isInstance)
                .map(GapExhibit.class::cast)
                .toList();
    }

    @Test
    void headlines_say_which_groups_differ_where_they_do() {
        DeepDive policing = DIVES.get("policing");
        assertThat(policing.section("sex").headline())
                .isEqualTo("Women are less likely than men to feel safe in their local area (88% v 91%)");
        assertThat(policing.section("age").headline())
                .isEqualTo("More likely than others to feel safe: 65 and over (93%); less likely: 16 to 24 (87%)");
        assertThat(policing.section("deprivation").headline())
                .contains("less likely")
                .contains("(84% v 97%)");
        assertThat(policing.section("drivers").headline())
                .contains("isability")
                .contains("eprivation quintile")
                .endsWith("go with feeling unsafe where one lives, each adjusted for the others");
    }

    @ParameterizedTest
    @CsvSource({"policing, drivers", "students, drivers", "victims, drivers-dissatisfied"})
    void drivers_are_named_in_the_order_of_their_largest_adjusted_difference(String slug, String id) {
        Section drivers = DIVES.get(slug).section(id);
        Pattern difference = Pattern.compile("a difference of (−?[\\d.]+) percentage points");
        List<Double> sizes = drivers.paragraphs().stream()
                .flatMap(p -> difference.matcher(p).results())
                .map(found -> Math.abs(Double.parseDouble(found.group(1).replace('−', '-'))))
                .toList();
        assertThat(sizes).isNotEmpty().isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(drivers.paragraphs()).last().asString().contains("in order of the largest adjusted difference");
    }

    @Test
    void every_significant_gap_is_named_and_no_other() {
        GapExhibit ages = gaps(DIVES.get("policing")).get(0);
        List<String> significant = IntStream.range(0, ages.plot().gaps().size())
                .filter(row -> ages.plot().isSignificant(row))
                .mapToObj(
                        row -> ages.plot().gaps().get(row).test().orElseThrow().value())
                .map(test -> String.format(
                        Locale.ROOT,
                        "%.1f points %s",
                        Math.abs(100 * test.difference()),
                        test.difference() > 0 ? "lower" : "higher"))
                .toList();
        assertThat(Jsoup.parse(ages.plot().svg(), Parser.xmlParser())
                        .select("text")
                        .eachText())
                .filteredOn(text -> text.matches(".*, [0-9.]+ points \\w+"))
                .extracting(text -> text.substring(text.indexOf(", ") + 2))
                .containsExactlyElementsOf(significant);
        assertThat(ages.plot().isSignificant(0)).isTrue();
        assertThat(ages.plot().adjusted()).anyMatch(p -> p > 0.05);
        assertThat(ages.csv().lines().findFirst().orElseThrow())
                .startsWith("row,group,query,estimate,low,high,base,effective_base,deff,flags,difference");
        assertThat(ages.csv().lines()).hasSize(1 + 2 * ages.plot().gaps().size());
        assertThat(ages.doors().cli())
                .startsWith(
                        "deepdive compare pcss safe_local --waves 2023Q2..2024Q1 --group sex=female --than sex=male");
        assertThat(ages.doors().java()).contains(".minus(Studies.open(\"pcss\")");
    }

    @Test
    void what_an_outcome_goes_with_is_told_with_adjusted_numbers_of_the_model_itself() {
        Section drivers = DIVES.get("students").section("drivers");
        Model model = ((ModelExhibit) drivers.exhibits().get(0)).model();
        AdjustedDifference widest = model.groups().differences().stream()
                .max(Comparator.comparingDouble(difference -> Math.abs(difference.difference())))
                .orElseThrow();
        Cell.Estimate adjusted =
                (Cell.Estimate) model.groups().adjusted().get(0).cell();
        assertThat(drivers.paragraphs().get(0))
                .startsWith(model.groups().variable().label() + ": “")
                .contains(Editor.tenths(adjusted.value()))
                .contains(widest.first().label())
                .contains("once adjusted (")
                .contains("a difference of ");
        assertThat(drivers.paragraphs()).last().asString().contains("none of this shows a cause");
        assertThat(drivers.exhibits()).hasSizeLessThanOrEqualTo(3).allSatisfy(exhibit -> {
            assertThat(exhibit).isInstanceOf(ModelExhibit.class);
            assertThat(exhibit.html()).contains("Unadjusted", "Adjusted", "Odds ratio");
            assertThat(exhibit.doors().cli()).startsWith("deepdive model pcss unsafe_local");
        });
    }

    @Test
    void who_answered_tells_bases_and_what_weighting_costs() {
        Section respondents = DIVES.get("students").section("respondents");
        assertThat(respondents.headline())
                .isEqualTo("Who answered: 29,250 residents aged 16 and over, in nine quarterly waves");
        assertThat(respondents.paragraphs().get(1))
                .matches("Unequal weights alone make these 29,250 respondents as good as 2\\d,\\d{3} of equal weight"
                        + " \\(Kish’s design effect 1\\.\\d\\d\\)\\.");
        assertThat(respondents.paragraphs().get(2))
                .matches(
                        "The \\d+ estimates of this deep-dive have design effects from .* with a median of 1\\.\\d: .*");
        assertThat(respondents.exhibits()).extracting(Exhibit::title).contains("Respondents (unweighted), by sex");
    }

    @Test
    void the_overview_counts_verdicts_and_says_what_was_fitted() {
        Section overview = DIVES.get("policing").section("reproduction");
        assertThat(overview.headline())
                .isEqualTo("17 of 20 published figures and findings come out again, 3 cannot be recomputed");
        assertThat(overview.paragraphs().get(0))
                .contains("were fitted to 15 of the 17 figures")
                .contains("says nothing of the figures");
        FiguresExhibit figures = (FiguresExhibit) overview.exhibits().get(0);
        assertThat(figures.figures()).hasSize(13);
        assertThat(figures.plot().svg())
                .contains("88.3%, 88%")
                .contains("The practice data were fitted to 13 of these 13");
        assertThat(figures.csv().lines().findFirst().orElseThrow()).startsWith("id,publication,printed,computed");
        assertThat(figures.doors().cli()).isEqualTo("deepdive reproduce --publication pcss-headlines");
    }

    @ParameterizedTest
    @MethodSource("slugs")
    void every_exhibit_has_a_table_a_text_a_csv_and_doors_and_says_what_data_it_is_of(String slug) {
        assertThat(DIVES.get(slug).exhibits()).isNotEmpty().allSatisfy(exhibit -> {
            assertThat(exhibit.title()).isNotBlank();
            assertThat(exhibit.html()).contains("<table", "</table>");
            assertThat(exhibit.csv().lines().count()).isGreaterThan(1);
            assertThat(exhibit.doors().java()).startsWith("Studies.open(");
            assertThat(exhibit.doors().cli()).startsWith("deepdive ");
            assertThat(exhibit.labels()).isNotEmpty();
            for (DataLabel label : exhibit.labels()) {
                assertThat(exhibit.html()).contains(label.title());
                assertThat(exhibit.text()).contains(label.title());
                exhibit.drawing().ifPresent(plot -> assertThat(plot.svg()).contains(label.title()));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("slugs")
    void sections_have_names_of_their_own_by_which_they_are_found(String slug) {
        DeepDive dive = DIVES.get(slug);
        List<String> ids = dive.sections().stream().map(Section::id).toList();
        assertThat(new HashSet<>(ids)).hasSameSizeAs(ids);
        assertThat(dive.section(ids.get(0))).isSameAs(dive.sections().get(0));
        assertThatThrownBy(() -> dive.section("respondent"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("respondents");
    }
}
