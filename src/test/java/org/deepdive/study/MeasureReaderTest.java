package org.deepdive.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Measures are read as study.yaml declares them, or refused with what is wrong in them. */
class MeasureReaderTest {

    private static final String VARIABLES = """
            sex,nominal,Sex,,everyone,female,Women,valid
            sex,,,,,male,Men,valid
            sex,,,,,unknown,Don't know,dont_know
            safety,ordinal,Safety,,everyone,very_safe,Very safe,valid
            safety,,,,,fairly_safe,Fairly safe,valid
            safety,,,,,unsafe,Unsafe,valid
            safety,,,,,dont_know,Don't know,dont_know
            safety,,,,,refused,Prefer not to say,refused
            age,numeric,Age,,everyone,99,Don't know,dont_know
            news,multiple,News,,everyone,paper,Newspaper,valid
            news,,,,,radio,Radio,valid
            priority,ranked,Priorities,,everyone,drugs,Drugs,valid
            priority,,,,,theft,Theft,valid
            priority,,,,,speed,Speeding,valid
            priority,,,,,noise,Noise,valid
            """;

    @TempDir
    Path temp;

    private Study study(String measure) {
        return new StudyFolder(temp, "small")
                .study("design: {weight: weight}\nmeasures:\n  - {name: m, label: M, " + measure + "}\n")
                .codebook(VARIABLES)
                .read();
    }

    private Measure read(String measure) {
        return study(measure).measure("m");
    }

    @Test
    void totals_are_of_people_in_a_net_or_of_numbers() {
        Measure people = read("kind: total, variable: sex, net: [female], exclude: [unknown]");
        assertThat(people)
                .isEqualTo(new Measure.Total(
                        "m", "M", "M", new Quantity.Net("sex", List.of("female"), List.of("unknown"))));
        assertThat(people.statistic()).isEqualTo("Estimated number of people");
        assertThat(((Measure.Total) people).exclude()).containsExactly("unknown");
        Measure numbers = read("kind: total, variable: age");
        assertThat(numbers).isEqualTo(new Measure.Total("m", "M", "M", new Quantity.Numeric("age")));
        assertThat(numbers.statistic()).isEqualTo("Estimated total");
        assertThat(List.of(people, numbers)).noneMatch(Measure::isShare).noneMatch(Measure::hasAnswers);
    }

    @Test
    void a_ratio_is_of_two_quantities() {
        Measure ratio = read("kind: ratio, numerator: {variable: age}, denominator: {variable: safety, net_last: 1}");
        assertThat(ratio)
                .isEqualTo(new Measure.Ratio(
                        "m",
                        "M",
                        "M",
                        new Quantity.Numeric("age"),
                        new Quantity.Net("safety", List.of("unsafe"), List.of())));
        assertThat(((Measure.Ratio) ratio).variable()).isEqualTo("age");
        assertThat(((Measure.Ratio) ratio).variables()).containsExactly("age", "safety");
        assertThat(ratio.statistic()).isEqualTo("Ratio");
        assertThat(ratio.isShare()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "'', 0.5, Median",
        "', probability: 0.25', 0.25, Lower quartile",
        "', probability: 0.75', 0.75, Upper quartile",
        "', probability: 0.9', 0.9, Quantile at 0.9"
    })
    void a_quantile_is_the_median_unless_it_says_otherwise(String setting, double probability, String statistic) {
        Measure quantile = read("kind: quantile, variable: age" + setting);
        assertThat(quantile).isEqualTo(new Measure.Quantile("m", "M", "M", new Quantity.Numeric("age"), probability));
        assertThat(quantile.statistic()).isEqualTo(statistic);
        assertThat(quantile.isShare()).isFalse();
    }

    @Test
    void a_quantile_may_be_of_scores() {
        assertThat(read("kind: quantile, variable: safety, scores: {very_safe: 3, fairly_safe: 2, unsafe: 1}"))
                .isEqualTo(new Measure.Quantile(
                        "m",
                        "M",
                        "M",
                        new Quantity.Scores("safety", Map.of("very_safe", 3.0, "fairly_safe", 2.0, "unsafe", 1.0)),
                        0.5));
    }

    @Test
    void a_mean_is_of_scores_or_of_numbers() {
        Measure mean = read("kind: mean, variable: age");
        assertThat(mean).isEqualTo(new Measure.NumericMean("m", "M", "M", "age"));
        assertThat(mean.statistic()).isEqualTo("Mean");
        assertThat(read("kind: mean, variable: safety, scores: {unsafe: 1}").statistic())
                .isEqualTo("Mean score");
    }

    @Test
    void a_ranked_variable_has_points_and_shares_of_those_who_chose() {
        Measure points = read("kind: rank, variable: priority");
        assertThat(points).isEqualTo(new Measure.RankPoints("m", "M", "M", "priority", 3));
        assertThat(points.statistic()).isEqualTo("Mean points per respondent");
        assertThat(points.isShare()).isFalse();
        assertThat(points.hasAnswers()).isTrue();
        assertThat(List.of(0, 1, 2, 3))
                .extracting(((Measure.RankPoints) points)::points)
                .containsExactly(0, 3, 2, 1);
        Measure chosen = read("kind: chose, variable: priority");
        assertThat(chosen).isEqualTo(new Measure.Chosen("m", "M", "M", "priority"));
        assertThat(chosen.isShare()).isTrue();
        assertThat(chosen.hasAnswers()).isTrue();
    }

    @Test
    void answers_may_be_shares_of_all_answers() {
        Measure share = read("kind: response_share, variable: news");
        assertThat(share).isEqualTo(new Measure.ResponseShare("m", "M", "M", "news"));
        assertThat(share.isShare()).isTrue();
        assertThat(share.statistic()).isEqualTo("Percentage of all answers");
    }

    @Test
    void the_first_or_last_answers_of_a_scale_are_a_net_without_dont_knows() {
        assertThat(read("kind: percentage, variable: safety, net_first: 2, exclude: [refused]"))
                .isEqualTo(new Measure.Percentage(
                        "m", "M", "M", "safety", List.of("very_safe", "fairly_safe"), List.of("refused")));
        assertThat(read("kind: percentage, variable: safety, net_last: 1"))
                .isEqualTo(new Measure.Percentage("m", "M", "M", "safety", List.of("unsafe"), List.of()));
    }

    @Test
    void a_measure_knows_the_dont_knows_of_its_variable() {
        Study study = study("kind: percentage, variable: safety, net_first: 2, exclude: [refused]");
        Measure.OfRespondents measure = (Measure.OfRespondents) study.measure("m");
        assertThat(measure.dontKnows(study.codebook())).containsExactly("dont_know");
        assertThat(measure.exclude()).containsExactly("refused");
        assertThat(((Measure.OfRespondents) read("kind: mean, variable: age")).dontKnows(study.codebook()))
                .containsExactly("99");
        assertThat(new Measure.Base().dontKnows(study.codebook())).isEmpty();
    }

    @Test
    void measures_with_one_value_have_no_answers_to_pick() {
        assertThat(List.of(
                        read("kind: percentage, variable: sex, net: [female]"),
                        read("kind: mean, variable: safety, scores: {unsafe: 1}"),
                        read("kind: mean, variable: age"),
                        read("kind: quantile, variable: age"),
                        new Measure.Base()))
                .noneMatch(Measure::hasAnswers);
        assertThat(List.of(
                        read("kind: distribution, variable: sex"),
                        read("kind: multiple, variable: news"),
                        read("kind: response_share, variable: news")))
                .allMatch(Measure::hasAnswers);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            kind: percentage, variable: age, net: [a]                          | "age" is a numeric variable. Use kind: mean, quantile, total or ratio.
            kind: distribution, variable: priority                             | "priority" is a ranked variable. Use kind: rank or chose.
            kind: rank, variable: news                                         | "news" is not a ranked variable. Name a variable of the kind ranked.
            kind: chose, variable: sex                                         | "sex" is not a ranked variable. Name a variable of the kind ranked.
            kind: response_share, variable: sex                                | "sex" is not a multiple-response variable. Use kind: distribution for "sex".
            kind: multiple, variable: priority                                 | "priority" is not a multiple-response variable. Name a multiple-response variable.
            kind: mean, variable: age, scores: {a: 1}                          | "age" is a numeric variable, for which "scores" has no meaning. Leave it out: special codes are never counted.
            kind: total, variable: age, net_first: 1                           | "age" is a numeric variable, for which "net_first" has no meaning. Leave it out: special codes are never counted.
            kind: mean, variable: agee                                         | There is no variable "agee". Did you mean "age"? Allowed: sex, safety, age, news, priority.
            kind: quantile, variable: age, probability: 1                      | "1" is not a probability. Write a number between 0 and 1, such as probability: 0.5 for the median.
            kind: quantile, variable: age, probability: 50%                    | "50%" is not a probability. Write a number between 0 and 1, such as probability: 0.5 for the median.
            kind: quantile, variable: age, probabilty: 0.9                     | There is no setting of a quantile "probabilty". Did you mean "probability"? Allowed: name, label, short, kind, variable, scores, probability.
            kind: percentage, variable: sex, net_first: 1                      | "sex" is not ordinal, so it has no first answers nor last. Name the answers under net.
            kind: percentage, variable: safety, net_first: 3                   | "net_first" is "3", of 3 answers of "safety". Write how many of them to count together, such as net_first: 2.
            kind: percentage, variable: safety, net_last: two                  | "net_last" is "two", of 3 answers of "safety". Write how many of them to count together, such as net_last: 2.
            kind: percentage, variable: safety, net: [unsafe], net_first: 1    | "net" and "net_first" exclude one another. Keep one of them.
            """)
    void a_measure_that_cannot_be_is_refused(String measure, String message) {
        assertThatThrownBy(() -> read(measure))
                .isInstanceOf(InputException.class)
                .hasMessage("small/study.yaml, m: " + message);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            kind: total, variable: sex                                              | m lacks "net". Add it.
            kind: quantile, variable: safety                                        | m lacks "scores". Add it.
            kind: ratio, numerator: {variable: age}                                 | m lacks "denominator". Add it.
            kind: ratio, numerator: {variable: sex}, denominator: {variable: age}   | m, numerator lacks "net". Add it.
            kind: ratio, numerator: {variable: news}, denominator: {variable: age}  | m, numerator: "news" is not a variable with one answer a respondent. Use kind: multiple for a multiple-response variable.
            kind: ratio, numerator: {variables: a}, denominator: {variable: age}    | m, numerator: There is no setting of a numerator "variables". Did you mean "variable"? Allowed: variable, net, net_first, net_last, exclude.
            """)
    void what_a_measure_lacks_is_named_with_its_place(String measure, String message) {
        assertThatThrownBy(() -> read(measure))
                .isInstanceOf(InputException.class)
                .hasMessage("small/study.yaml, " + message);
    }
}
