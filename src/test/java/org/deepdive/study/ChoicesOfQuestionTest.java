package org.deepdive.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many answers a question lets people choose, as {@code study.yaml} says it. */
class ChoicesOfQuestionTest {

    @TempDir
    private Path folder;

    @Test
    void a_question_without_published_counts_lets_people_choose_one_answer_unless_it_says_more() throws IOException {
        assertThat(unpublished("").choose()).isEqualTo(1);
        assertThat(unpublished("choose: 3").choose()).isEqualTo(3);
    }

    @Test
    void a_number_of_choices_that_is_none_is_refused() {
        assertThatThrownBy(() -> unpublished("choose: up to three"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("q: \"up to three\" is not a number of choices.")
                .hasMessageContaining("Write how many answers could be chosen, such as choose: 3.");
    }

    private Measure.Unpublished unpublished(String choose) throws IOException {
        Path study = Files.createDirectories(folder.resolve("studies/small"));
        Files.writeString(
                study.resolve("tallies.csv"),
                "measure,option,label,count,respondents,origin\n" + "counted,a,A,1,2,table\n");
        Files.writeString(study.resolve("study.yaml"), """
                slug: small
                title: A small survey
                population: Invented people
                provenance: {publisher: Nobody, source: A test, collected: never, licence: none, microdata: invented}
                tallies: tallies.csv
                measures:
                  - {name: counted, label: Counted, kind: tally_share}
                  - name: q
                    label: A question
                    kind: unpublished_counts
                    options: [{code: a}, {code: b}]
                """ + (choose.isEmpty() ? "" : "    " + choose + "\n"));
        return (Measure.Unpublished)
                new StudyReader(new DataFolder(folder, true)).read("small").measure("q");
    }
}
