package org.deepdive.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.deepdive.study.DataLabel;
import org.deepdive.study.InputException;
import org.deepdive.study.InvalidDataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Invented respondents never pass for people, however a file says or does not say that they are invented. */
class OwnStudyLabelTest {

    @TempDir
    Path folder;

    private Path file(String column, String value) throws Exception {
        String lines = IntStream.range(0, 300)
                .mapToObj(i -> value.replace("#", String.valueOf(i)) + "," + (i % 3 == 0 ? "yes" : "no"))
                .collect(Collectors.joining("\n"));
        return Files.writeString(folder.resolve("own.csv"), column + ",safe\n" + lines + "\n");
    }

    @ParameterizedTest
    @CsvSource({
        "id, PRACTICE-#, PRACTICE",
        "data_label, practice, PRACTICE",
        "data_label, invented, INVENTED",
        "number, #, INVENTED"
    })
    void what_is_said_to_be_invented_is_labelled_so_everywhere(String column, String value, DataLabel label)
            throws Exception {
        OpenStudy own = OwnStudy.of(file(column, value)).practice().open();
        assertThat(own.label()).isEqualTo(label);
        Answer answer = own.measure("safe").estimate();
        assertThat(answer.toString()).contains(label.title(), label.explanation());
        assertThat(answer.plot().altText()).contains(label.title() + ". " + label.explanation());
        assertThat(answer.plot().svg()).contains(label.title());
        assertThat(answer.table().html()).contains(label.title());
    }

    @Test
    void only_what_stands_in_for_a_published_survey_is_said_to_be_fitted_to_its_figures() {
        assertThat(DataLabel.PRACTICE.explanation()).contains("calibrated to published figures");
        assertThat(DataLabel.INVENTED.explanation()).isEqualTo("Invented respondents. Not evidence about anyone.");
    }

    @Test
    void a_file_says_one_thing_of_all_its_respondents() throws Exception {
        Path mixed =
                Files.writeString(folder.resolve("mixed.csv"), "data_label,safe\ninvented,yes\npractice,no\nreal,no\n");
        assertThatThrownBy(() -> OwnStudy.of(mixed))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("line 3")
                .hasMessageContaining("line 4")
                .hasMessageContaining("invented in every row, or no such column");
    }

    @Test
    void people_are_not_invented_and_invented_respondents_are_no_people() throws Exception {
        assertThat(OwnStudy.of(file("number", "#")).real().open().label()).isEqualTo(DataLabel.REAL);
        OwnStudy invented = OwnStudy.of(file("id", "PRACTICE-#"));
        assertThatThrownBy(invented::real)
                .isInstanceOf(InputException.class)
                .hasMessageContaining("Call .practice() instead");
        assertThatThrownBy(() -> OwnStudy.of(file("number", "#")).open())
                .isInstanceOf(InputException.class)
                .hasMessageContaining("Call .practice() for invented respondents, or .real()");
    }
}
