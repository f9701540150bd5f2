package org.deepdive.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.deepdive.study.DataFolder;
import org.deepdive.study.DataLabel;
import org.deepdive.study.Study;
import org.deepdive.study.StudyReader;
import org.junit.jupiter.api.Test;

/** Citations name their author rightly, and say what they are. */
class CitationTest {

    private static final Study PCSS = new StudyReader(DataFolder.find())
            .readAll().stream()
                    .filter(study -> study.slug().equals("pcss"))
                    .findFirst()
                    .orElseThrow();

    static Citation citation(String title, DataLabel... labels) {
        return new Citation(
                title,
                PCSS,
                Set.of(labels),
                new Fingerprint("0123456789abcdef", "123456789abcdef0", "23456789abcdef01"),
                Optional.of("https://www.example.org/explore/pcss/safe_local?by=sex"),
                LocalDate.of(2026, 3, 4),
                "0.1.0");
    }

    @Test
    void practice_data_are_never_cited_as_the_survey() {
        assertThat(citation("Feel safe, by sex", DataLabel.PRACTICE).text())
                .isEqualTo("Deepdive (2026) Feel safe, by sex [Practice data: invented respondents, not answers to the"
                        + " Policing and Community Safety Survey]. Computed with Deepdive 0.1.0. Available at:"
                        + " https://www.example.org/explore/pcss/safe_local?by=sex (Accessed: 4 March 2026)."
                        + " Data 0123456789ab, rules 123456789abc, code 23456789abcd.");
        assertThat(citation("Safe", DataLabel.PRACTICE, DataLabel.PUBLISHED).text())
                .startsWith("Deepdive (2026) Safe [Practice data and published counts: invented respondents, not");
        assertThat(citation("Safe", DataLabel.PRACTICE).bibtex())
                .startsWith("@misc{deepdive-pcss-safe,\n  author = {{Deepdive}},\n");
    }

    @Test
    void real_and_published_numbers_are_their_publishers() {
        assertThat(citation("Safe", DataLabel.REAL).text())
                .startsWith(
                        "Greater Manchester Combined Authority (2026) Safe [Survey data: Policing and Community Safety"
                                + " Survey]. Computed with Deepdive 0.1.0.");
        assertThat(citation("Safe", DataLabel.PUBLISHED).bibtex())
                .startsWith("@dataset{deepdive-pcss-safe,\n  author = {{Greater Manchester Combined Authority}},\n")
                .contains("  url = {https://www.example.org/explore/pcss/safe_local?by=sex},\n"
                        + "  urldate = {2026-03-04},\n")
                .contains(
                        "note = {Published counts: Policing and Community Safety Survey. Computed with Deepdive 0.1.0."
                                + " Data 0123456789ab, rules 123456789abc, code 23456789abcd.}");
    }

    @Test
    void a_citation_without_a_server_says_when_it_was_made() {
        Citation offline = new Citation(
                "Safe",
                PCSS,
                Set.of(DataLabel.PRACTICE),
                new Fingerprint("d", "r", "c"),
                Optional.empty(),
                LocalDate.of(2026, 3, 4),
                "0.1.0");
        assertThat(offline.text())
                .endsWith("Computed with Deepdive 0.1.0. Made: 4 March 2026. Data d, rules r, code c.");
        assertThat(offline.bibtex()).doesNotContain("url =");
    }
}
