package org.deepdive.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import org.deepdive.study.DataFolder;
import org.deepdive.study.StudyReader;
import org.junit.jupiter.api.Test;

/**
 * What the audit finds in the figures that come with the program. The document was read by hand for contradictions, with
 * the results in {@code data/published/README.md}: each that arithmetic can find is found, and no other.
 */
class PackagedFiguresAuditTest {

    private static final DataFolder DATA = new DataFolder(Path.of("data"), true);
    private static final List<AuditFinding> FINDINGS = Audit.of(
                    PublishedFigures.read(DATA), new StudyReader(DATA).readAll())
            .findings();

    @Test
    void finds_every_contradiction_known_by_hand_and_no_other() {
        assertThat(FINDINGS)
                .extracting(AuditFinding::severity, f -> String.join(" ", f.checks()), AuditFinding::ids)
                .containsExactly(
                        tuple(Severity.IMPOSSIBLE, "granularity", List.of("partners-q11-important")),
                        tuple(
                                Severity.IMPOSSIBLE,
                                "rank-bounds",
                                List.of("residents-headline-visible-policing", "residents-q1-chart-visible-police")),
                        tuple(
                                Severity.IMPOSSIBLE,
                                "rank-bounds",
                                List.of("residents-headline-low-crime", "residents-q1-chart-low-crime-asb")),
                        tuple(
                                Severity.IMPOSSIBLE,
                                "rank-bounds",
                                List.of(
                                        "residents-q6-transparency-top-3",
                                        "residents-q6-chart-transparency-trust",
                                        "residents-headline-transparency-first")),
                        tuple(
                                Severity.INCONSISTENT,
                                "printed-twice",
                                List.of("residents-sex-prefer-not-to-say-71", "residents-sex-prefer-not-to-say-8")),
                        tuple(
                                Severity.INCONSISTENT,
                                "printed-twice same-words",
                                List.of(
                                        "waves-emergency-latest",
                                        "waves-emergency-again-latest",
                                        "waves-emergency-first",
                                        "waves-emergency-again-first")),
                        tuple(Severity.INCONSISTENT, "text-against-data", List.of("partners-text-manchester")),
                        tuple(
                                Severity.INCONSISTENT,
                                "samples",
                                List.of("trust-respondents", "students-respondents-wider", "pcss-respondents-wave")),
                        tuple(Severity.INCONSISTENT, "periods", List.of("waves-months")),
                        tuple(Severity.IMPRECISE, "granularity", List.of("residents-religion-withheld")),
                        tuple(Severity.IMPRECISE, "granularity", List.of("residents-q9-important")),
                        tuple(
                                Severity.IMPRECISE,
                                "sums",
                                List.of(
                                        "residents-combined-responses",
                                        "residents-responses",
                                        "residents-partner-responses")),
                        tuple(
                                Severity.IMPRECISE,
                                "text-against-data",
                                List.of(
                                        "residents-q8-communication-closely-followed",
                                        "residents-q8-chart-victim-services")),
                        tuple(
                                Severity.IMPRECISE,
                                "units",
                                List.of(
                                        "progress-satisfaction-change",
                                        "progress-satisfaction-2022",
                                        "progress-satisfaction-2023")));
    }

    @Test
    void one_contradiction_has_all_its_reasons() {
        assertThat(FINDINGS).hasSize(14);
        assertThat(finding("waves-emergency-latest"))
                .contains("64% and 44% are both printed", "59% and 39% are both printed", "The same words are printed");
        assertThat(finding("trust-respondents"))
                .contains("which leaves nobody for the other 9", "but 18 waves of 3,250 are 58,500");
    }

    @Test
    void visible_policing_cannot_have_been_chosen_by_47_percent() {
        assertThat(finding("residents-headline-visible-policing"))
                .contains("47% of 790", "1,524 points", "508 to 790 respondents (64.3% to 100.0%)")
                .endsWith("As the share that ranked it first, 47% is possible.");
    }

    @Test
    void low_crime_cannot_have_been_chosen_by_29_percent() {
        assertThat(finding("residents-headline-low-crime"))
                .contains("29% of 790", "1,345 points", "449 to 790 respondents (56.8% to 100.0%)")
                .endsWith("As the share that ranked it first, 29% is possible.");
    }

    @Test
    void transparency_cannot_have_been_chosen_by_39_percent_when_almost_30_ranked_it_first() {
        assertThat(finding("residents-q6-transparency-top-3"))
                .contains("39% of 790", "1,120 points", "374 to 790 respondents (47.3% to 100.0%)")
                .contains("443 to 650 respondents (56.1% to 82.3%) when 29.7% ranked it first")
                .doesNotContain("is possible");
    }

    @Test
    void two_counts_that_preferred_not_to_say_fill_the_base_together() {
        assertThat(finding("residents-sex-prefer-not-to-say-71"))
                .contains("71 and 8 are both printed for “Prefer not to say”")
                .contains("376 + 324 + 7 + 4 + 71 + 8 = 790");
    }

    @Test
    void two_percentages_come_from_no_whole_count_but_may_be_sums() {
        assertThat(finding("residents-q9-important"))
                .startsWith("No whole count of 790 prints as 71.78%: 567 prints 71.77% and 568 prints 71.90%")
                .contains("sum of 2 rounded percentages");
        assertThat(finding("residents-religion-withheld"))
                .startsWith("No whole count of 790 prints as 12.16%: 96 prints 12.15% and 97 prints 12.28%")
                .contains("sum of 2 rounded percentages");
    }

    @Test
    void a_percentage_of_121_partners_comes_from_no_whole_count_nor_from_a_sum() {
        assertThat(finding("partners-q11-important"))
                .startsWith("No whole count of 121 prints as 72.3%: 87 prints 71.9% and 88 prints 72.7%")
                .endsWith(
                        "and no 2 rounded percentages add up to it. This assumes that all 121 answered; of 119, 86 would"
                                + " print so.");
    }

    @Test
    void a_fifth_of_the_partners_is_no_majority() {
        assertThat(finding("partners-text-manchester"))
                .isEqualTo(
                        "“Manchester” is called majority, but the study counts 26 of 121 (21.49%), no more than half.");
    }

    @Test
    void nine_hundred_responses_are_911_rounded_to_hundreds() {
        assertThat(finding("residents-combined-responses")).contains("900", "790 + 121 = 911", "rounded to 100s");
    }

    @Test
    void services_to_victims_do_not_follow_communication_closely() {
        assertThat(finding("residents-q8-communication-closely-followed"))
                .contains("883 against 627 is a gap of 256, 3 times the median gap of 86")
                .contains("the next gap, down to 576, is 51");
    }

    private static String finding(String id) {
        return FINDINGS.stream()
                .filter(f -> f.ids().get(0).equals(id))
                .map(AuditFinding::finding)
                .reduce((a, b) -> a + " " + b)
                .orElseThrow();
    }
}
