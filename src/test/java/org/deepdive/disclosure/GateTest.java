package org.deepdive.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.deepdive.estimate.Cell;
import org.deepdive.estimate.Comparison;
import org.deepdive.estimate.EstimateRow;
import org.deepdive.estimate.EstimateTable;
import org.deepdive.estimate.Flag;
import org.deepdive.estimate.Query;
import org.deepdive.estimate.SurveyEstimates;
import org.deepdive.estimate.TallyEstimates;
import org.deepdive.study.DataFolder;
import org.deepdive.study.InputException;
import org.deepdive.study.MicrodataReader;
import org.deepdive.study.StudyFolder;
import org.deepdive.study.StudyReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be shown of a table, and with which marks. */
class GateTest {

    private static final Rules RULES = Rules.read(DataFolder.packaged());
    private static final Gate PUBLIC = new Gate(RULES, Audience.PUBLIC);
    private static final Gate HOLDER = new Gate(RULES, Audience.HOLDER);
    private static final Query SAFE = Query.of("small", "safe");

    @TempDir
    Path temp;

    private final StringBuilder people = new StringBuilder("weight,area,age,answer,news.paper\n");

    /** People of an area and age: some answer yes, the others no. */
    private GateTest with(String area, String age, int yes, int no) {
        return answering(area, age, "yes", yes).answering(area, age, "no", no);
    }

    private GateTest answering(String area, String age, String answer, int count) {
        people.append(String.join(",", "1", area, age, answer, "1\n").repeat(count));
        return this;
    }

    private SurveyEstimates survey() {
        StudyFolder study = new StudyFolder(temp, "small")
                .study("""
                        design: {weight: weight}
                        measures:
                          - {name: safe, label: Safe, kind: percentage, variable: answer, net: ["yes"]}
                          - {name: answers, label: Answers, kind: distribution, variable: answer}
                          - {name: score, label: Score, kind: mean, variable: answer, scores: {"yes": 5, "no": 1, maybe: 3}}
                          - {name: news, label: News, kind: multiple, variable: news}
                        """)
                .codebook(StudyFolder.variable("area", "nominal", List.of("a", "b", "c", "d"))
                        + StudyFolder.variable("age", "ordinal", List.of("young", "old"))
                        + StudyFolder.variable("answer", "ordinal", List.of("yes", "no", "maybe", "never"))
                        + StudyFolder.variable("news", "multiple", List.of("paper")));
        try {
            Path file = Files.writeString(temp.resolve("people.csv"), people);
            return new SurveyEstimates(MicrodataReader.read(study.read(), file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For each row its groups and answer, with the rule that withholds it or "shown"; without groups that hold nobody. */
    private List<String> verdicts(EstimateTable table) {
        return table.rows().stream()
                .filter(row -> row.groups().stream()
                        .allMatch(group -> people.toString().contains("," + group.code() + ",")))
                .map(row -> row.label() + ": " + (row.cell() instanceof Cell.Withheld w ? w.rule() : "shown"))
                .toList();
    }

    private List<String> verdicts(Query query) {
        return verdicts(PUBLIC.estimate(survey(), query).value());
    }

    private static Query by(String... variables) {
        return SAFE.by(List.of(variables));
    }

    @Test
    void a_base_under_10_is_withheld_and_a_second_group_with_it() {
        with("a", "old", 5, 4).with("b", "old", 40, 40).with("c", "old", 30, 30).with("d", "old", 50, 50);
        assertThat(verdicts(by("area"))).containsExactly("a: base", "b: shown", "c: secondary", "d: shown");
    }

    @Test
    void fewer_than_10_counted_are_withheld() {
        with("a", "old", 9, 91).with("b", "old", 10, 90).with("c", "old", 50, 50);
        assertThat(verdicts(by("area"))).containsExactly("a: numerator", "b: secondary", "c: shown");
    }

    @Test
    void fewer_than_10_not_counted_are_withheld() {
        with("a", "old", 91, 9).with("b", "old", 60, 40).with("c", "old", 50, 50);
        assertThat(verdicts(by("area"))).containsExactly("a: complement", "b: secondary", "c: shown");
    }

    @Test
    void exactly_10_are_enough() {
        with("a", "old", 10, 10).with("b", "old", 10, 90).with("c", "old", 90, 10);
        assertThat(verdicts(by("area"))).containsExactly("a: shown", "b: shown", "c: shown");
    }

    @Test
    void two_small_groups_protect_each_other() {
        with("a", "old", 2, 2).with("b", "old", 1, 3).with("c", "old", 30, 30).with("d", "old", 50, 50);
        assertThat(verdicts(by("area"))).containsExactly("a: base", "b: base", "c: shown", "d: shown");
    }

    @Test
    void two_answers_of_a_group_that_are_too_small_even_together_bring_a_third() {
        with("a", "old", 50, 40).answering("a", "old", "maybe", 3).answering("a", "old", "never", 2);
        assertThat(verdicts(Query.of("small", "answers")))
                .containsExactly("yes: shown", "no: secondary", "maybe: numerator", "never: numerator");
    }

    @Test
    void in_a_two_way_table_each_row_and_column_hides_two() {
        for (String area : List.of("a", "b", "c")) {
            with(area, "young", area.equals("a") ? 4 : 30, 30).with(area, "old", 40, 40);
        }
        assertThat(verdicts(by("area", "age")))
                .containsExactly(
                        "a, young: numerator",
                        "a, old: secondary",
                        "b, young: secondary",
                        "b, old: secondary",
                        "c, young: shown",
                        "c, old: shown");
    }

    @Test
    void a_withheld_answer_brings_a_second_answer_of_the_group() {
        with("a", "old", 50, 40).answering("a", "old", "maybe", 30).answering("a", "old", "never", 3);
        assertThat(verdicts(Query.of("small", "answers")))
                .containsExactly("yes: shown", "no: shown", "maybe: secondary", "never: numerator");
    }

    @Test
    void a_withheld_answer_of_a_group_is_hidden_across_groups_and_answers() {
        for (String area : List.of("a", "b", "c")) {
            with(area, "old", 50, 40).answering(area, "old", "maybe", area.equals("c") ? 25 : 30);
        }
        answering("a", "old", "never", 3).answering("b", "old", "never", 40).answering("c", "old", "never", 20);
        assertThat(verdicts(Query.of("small", "answers").by(List.of("area"))))
                .containsExactly(
                        "a, yes: shown",
                        "a, no: shown",
                        "a, maybe: secondary",
                        "a, never: numerator",
                        "b, yes: shown",
                        "b, no: shown",
                        "b, maybe: shown",
                        "b, never: shown",
                        "c, yes: shown",
                        "c, no: shown",
                        "c, maybe: secondary",
                        "c, never: secondary");
    }

    @Test
    void a_withheld_value_keeps_no_number() {
        with("a", "old", 5, 3);
        Cell cell = PUBLIC.estimate(survey(), SAFE).value().rows().get(0).cell();
        assertThat(cell).isEqualTo(new Cell.Withheld("base"));
        assertThat(cell.flags()).containsExactly(Flag.SUPPRESSED);
    }

    @Test
    void a_mean_needs_a_base_and_gives_no_rare_answer_away() {
        with("a", "old", 20, 30).with("b", "old", 4, 5).with("c", "old", 2, 90).with("d", "old", 60, 0);
        assertThat(verdicts(Query.of("small", "score").by(List.of("area"))))
                .containsExactly("a: shown", "b: base", "c: secondary", "d: complement");
    }

    @Test
    void a_group_without_any_answer_protects_nobody() {
        with("a", "old", 5, 3)
                .answering("b", "old", "", 3)
                .with("c", "old", 30, 30)
                .with("d", "old", 50, 50);
        assertThat(verdicts(by("area"))).containsExactly("a: base", "b: base", "c: secondary", "d: shown");
    }

    @Test
    void a_filter_that_leaves_out_a_few_is_refused() {
        with("a", "old", 30, 30).with("a", "young", 4, 3).with("b", "young", 20, 20);
        SurveyEstimates survey = survey();
        assertThatThrownBy(() -> PUBLIC.estimate(survey, SAFE.where("area", "a").where("age", "old")))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "With and without the filter by age, the respondents differ by fewer than 10, who could be found by"
                                + " comparing two answers. Drop it, or ask for larger groups.");
        assertThat(PUBLIC.estimate(survey, SAFE.where("area", "a", "b")).value().rows())
                .hasSize(1);
        assertThat(PUBLIC.estimate(survey, SAFE.where("area", "a")).value().rows())
                .hasSize(1);
    }

    @Test
    void a_category_that_adds_a_few_to_a_filter_is_refused() {
        with("a", "old", 30, 30).with("b", "old", 3, 4).with("c", "old", 20, 20).with("d", "old", 20, 20);
        SurveyEstimates survey = survey();
        assertThatThrownBy(() -> PUBLIC.estimate(survey, SAFE.where("area", "a", "b")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("With and without the category area:b, the respondents differ by fewer than 10");
        assertThat(PUBLIC.estimate(survey, SAFE.where("area", "a", "c"))
                        .value()
                        .single()
                        .base())
                .isEqualTo(100);
    }

    @Test
    void an_answer_withheld_from_the_distribution_is_not_given_by_a_pick_a_net_or_a_mean() {
        with("a", "old", 50, 14).answering("a", "old", "maybe", 5);
        assertThat(verdicts(Query.of("small", "answers")))
                .containsExactly("yes: shown", "no: secondary", "maybe: numerator", "never: numerator");
        assertThat(verdicts(Query.of("small", "answers.no"))).containsExactly("no: secondary");
        assertThat(verdicts(Query.of("small", "answers.yes/no"))).containsExactly("yes or no: complement");
        assertThat(verdicts(Query.of("small", "answers.no/maybe"))).containsExactly("no or maybe: shown");
        assertThat(verdicts(Query.of("small", "score"))).containsExactly("All: secondary");
        assertThat(verdicts(SAFE)).containsExactly("All: shown");
    }

    @Test
    void groups_with_nobody_look_like_groups_with_a_few() {
        with("a", "old", 30, 30).with("b", "old", 1, 0).with("c", "old", 20, 20);
        List<EstimateRow> rows = PUBLIC.estimate(survey(), by("area")).value().rows();
        assertThat(rows).extracting(EstimateRow::label).containsExactly("a", "b", "c", "d");
        assertThat(rows.get(1).cell()).isEqualTo(rows.get(3).cell()).isEqualTo(new Cell.Withheld("base"));
    }

    @Test
    void the_public_sees_rounded_bases_and_the_holder_exact_ones() {
        with("a", "old", 123, 321);
        Cell.Estimate raw = survey().estimate(SAFE).single();
        Cell.Estimate shown = PUBLIC.estimate(survey(), SAFE).value().single();
        assertThat(shown.base()).isEqualTo(440);
        assertThat(shown.counted()).isEqualTo(120);
        assertThat(shown.effectiveBase()).isEqualTo(440);
        assertThat(shown.df()).isEqualTo(440);
        assertThat(shown.deff()).isEqualTo(1);
        assertThat(shown.value()).isEqualTo(Math.round(raw.value() * 1e4) / 1e4);
        assertThat(shown.se()).isEqualTo(Math.round(raw.se() * 1e4) / 1e4);
        assertThat(HOLDER.estimate(survey(), SAFE).value().single()).isEqualTo(raw);
        assertThat(PUBLIC.estimate(survey(), SAFE).audience()).isEqualTo(Audience.PUBLIC);
        assertThat(HOLDER.estimate(survey(), SAFE).audience()).isEqualTo(Audience.HOLDER);
    }

    @Test
    void small_and_wide_estimates_are_marked() {
        with("a", "old", 12, 13)
                .with("b", "old", 20, 21)
                .with("c", "old", 49, 49)
                .with("d", "old", 51, 51);
        assertThat(PUBLIC.estimate(survey(), by("area")).value().rows())
                .extracting(row -> row.label() + " "
                        + row.cell().flags().stream().map(Flag::mark).sorted().toList())
                .containsExactly("a [[low], [u]]", "b [[low], [u]]", "c [[low]]", "d []");
    }

    @Test
    void an_estimate_without_an_interval_is_unreliable() {
        StudyFolder study = new StudyFolder(temp, "small")
                .study("""
                        design: {weight: weight, cluster: place, lonely: remove}
                        measures:
                          - {name: safe, label: Safe, kind: percentage, variable: answer, net: ["yes"]}
                        """)
                .codebook(StudyFolder.variable("area", "nominal", List.of("a", "b"))
                        + StudyFolder.variable("answer", "ordinal", List.of("yes", "no")));
        StringBuilder text = new StringBuilder("weight,place,area,answer\n");
        for (String place : List.of("p,a", "q,b", "r,b", "s,b")) {
            text.append(("1.1," + place + ",yes\n0.7," + place + ",no\n").repeat(place.equals("q,b") ? 90 : 70));
        }
        Path file = study.write("people.csv", text.toString());
        SurveyEstimates survey = new SurveyEstimates(MicrodataReader.read(study.read(), file));
        Cell.Estimate inOnePlace =
                (Cell.Estimate) survey.estimate(by("area")).rows().get(0).cell();
        assertThat(inOnePlace.df()).isZero();
        assertThat(inOnePlace.se()).isZero();
        assertThat(inOnePlace.effectiveBase()).isLessThan(140);
        assertThat(PUBLIC.estimate(survey, by("area"))
                        .value()
                        .rows()
                        .get(0)
                        .cell()
                        .flags())
                .containsExactly(Flag.UNRELIABLE);
    }

    @Test
    void counts_of_respondents_are_rounded_or_withheld() {
        with("a", "old", 5, 4).with("b", "old", 23, 24).with("c", "old", 10, 10);
        Query base = Query.of("small", "base").by(List.of("area"));
        EstimateTable shown = PUBLIC.estimate(survey(), base).value();
        assertThat(verdicts(shown)).containsExactly("a: base", "b: shown", "c: secondary");
        assertThat(((Cell.Estimate) shown.rows().get(1).cell()).value()).isEqualTo(50);
        EstimateTable exact = HOLDER.estimate(survey(), base).value();
        assertThat(((Cell.Estimate) exact.rows().get(1).cell()).value()).isEqualTo(47);
    }

    @Test
    void a_comparison_is_cleared_like_its_two_sides() {
        with("a", "old", 55, 44)
                .with("b", "old", 33, 66)
                .with("c", "old", 4, 90)
                .with("d", "old", 4, 4);
        SurveyEstimates survey = survey();
        Query a = SAFE.where("area", "a");
        Comparison shown = PUBLIC.compare(survey, a, SAFE.where("area", "b")).value();
        assertThat(shown.difference()).isEqualTo(0.2222);
        assertThat(List.of(shown.firstBase(), shown.secondBase(), shown.firstCounted(), shown.secondCounted()))
                .containsExactly(100, 100, 60, 30);
        assertThat(HOLDER.compare(survey, a, SAFE.where("area", "b")).value().firstBase())
                .isEqualTo(99);
        for (String small : List.of("c", "d")) {
            assertThatThrownBy(() -> PUBLIC.compare(survey, a, SAFE.where("area", small)))
                    .isInstanceOf(InputException.class)
                    .hasMessage(
                            "The comparison is withheld [c]: on one side too few respondents are counted, or are not."
                                    + " Ask for a larger group.");
        }
        Query score = Query.of("small", "score");
        assertThat(PUBLIC.compare(survey, score.where("area", "a"), score.where("area", "b"))
                        .value()
                        .secondBase())
                .isEqualTo(100);
        assertThatThrownBy(() -> PUBLIC.compare(survey, score.where("area", "a"), score.where("area", "d")))
                .isInstanceOf(InputException.class)
                .hasMessage("The comparison is withheld [c]: on one side too few respondents are counted, or are not."
                        + " Ask for a larger group.");
    }

    @Test
    void published_counts_pass_as_they_are() {
        TallyEstimates residents = new TallyEstimates(new StudyReader(DataFolder.packaged()).read("residents"));
        Query query = Query.of("residents", "district");
        assertThat(PUBLIC.estimate(residents, query).value().rows())
                .isEqualTo(residents.estimate(query).rows())
                .anySatisfy(row -> assertThat(row.cell()).isEqualTo(new Cell.Published(55 / 790.0, 55, 790)));
    }

    @Test
    void the_rules_are_those_of_the_file() {
        assertThat(RULES)
                .usingRecursiveComparison()
                .ignoringFields("listed")
                .isEqualTo(new Rules(10, 10, 10, 10, 30, 0.3, 100, 10, List.of()));
        assertThat(RULES.listed())
                .extracting(Rules.Rule::id)
                .containsExactly(
                        "base",
                        "numerator",
                        "complement",
                        "secondary",
                        "remainder",
                        "effective-base",
                        "interval-width",
                        "low-base");
        assertThat(RULES.listed()).allSatisfy(rule -> assertThat(rule.source()).isNotBlank());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            minimum: 30   | minimum: ten  | disclosure.yaml: the rule "effective-base" has the threshold "ten". Give it a number, such as 30 or 0.30, as its minimum or maximum.
            minimum: 30   | minimum: -1   | disclosure.yaml: the rule "effective-base" has the threshold "-1". Give it a number, such as 30 or 0.30, as its minimum or maximum.
            minimum: 100  | minimum: 9.5  | disclosure.yaml: the rule "low-base" has the threshold "9.5". Give it a whole number, such as 10, as its minimum or maximum.
            maximum: 0.30 | maximun: 0.30 | disclosure.yaml: the rule "interval-width" has the threshold "". Give it a number, such as 30 or 0.30, as its minimum or maximum.
            base: 10      | base: ten     | disclosure.yaml: bases cannot be rounded to "ten". Give rounding, base a whole number above 0, such as 10.
            base: 10      | base: 0       | disclosure.yaml: bases cannot be rounded to "0". Give rounding, base a whole number above 0, such as 10.
            """)
    void a_threshold_that_is_no_number_is_refused_with_its_rule(String right, String wrong, String message)
            throws IOException {
        String yaml = Files.readString(DataFolder.packaged().resolve("disclosure.yaml"));
        Files.writeString(temp.resolve("disclosure.yaml"), yaml.replace(right + "\n", wrong + "\n"));
        assertThatThrownBy(() -> Rules.read(new DataFolder(temp, true)))
                .isInstanceOf(InputException.class)
                .hasMessage(message);
    }

    @Test
    void rules_that_are_missing_or_not_yaml_are_refused() throws IOException {
        Path file = temp.resolve("disclosure.yaml");
        String start = "The file of disclosure rules \"" + file + "\" ";
        assertThatThrownBy(() -> Rules.read(new DataFolder(temp, true)))
                .isInstanceOf(InputException.class)
                .hasMessage(start + "does not exist. Without it nothing can be cleared; put it back.");
        Files.writeString(file, "confidentiality:\n  - [\n");
        assertThatThrownBy(() -> Rules.read(new DataFolder(temp, true)))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(start + "is not valid YAML. See line ");
        Files.write(file, new byte[] {'a', ':', ' ', (byte) 0xff});
        assertThatThrownBy(() -> Rules.read(new DataFolder(temp, true)))
                .isInstanceOf(InputException.class)
                .hasMessage(start + "cannot be read. It must be a readable file of UTF-8 text.");
    }

    @Test
    void a_file_of_rules_that_lacks_one_is_refused() throws IOException {
        String yaml = Files.readString(DataFolder.packaged().resolve("disclosure.yaml"));
        Files.writeString(temp.resolve("disclosure.yaml"), yaml.replace("id: numerator", "id: numerater"));
        assertThatThrownBy(() -> Rules.read(new DataFolder(temp, true)))
                .isInstanceOf(InputException.class)
                .hasMessage("disclosure.yaml lacks the rule \"numerator\"."
                        + " Without it nothing can be cleared; put it back.");
    }

    @Test
    void four_decimals_print_with_fewer_as_the_exact_value_does() {
        Gate gate = new Gate(RULES, Audience.PUBLIC);
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 100_000; i++) {
            double exact = random.nextDouble(-1, 1);
            double shown = gate.digits(exact);
            assertThat(shown).isCloseTo(exact, within(1.5e-4));
            for (int decimals : new int[] {2, 3}) {
                assertThat(printed(shown, decimals)).as("%s", exact).isEqualTo(printed(exact, decimals));
            }
        }
        assertThat(gate.digits(0.63649999978)).isEqualTo(0.6364);
        assertThat(gate.digits(0.63496)).isEqualTo(0.6349);
        assertThat(gate.digits(0.6365)).isEqualTo(0.6365);
    }

    private static String printed(double value, int decimals) {
        // BigDecimal has no negative zero, as no page prints one.
        return BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
