package org.deepdive.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.deepdive.study.DataLabel;
import org.deepdive.study.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    @ValueSource(strings = {"id,PRACTICE-#", "data_label,practice", "number,#"})
    void what_is_said_to_be_invented_is_labelled_so_everywhere(String columnAndValue) throws Exception {
        String[] parts = columnAndValue.split(",");
        OpenStudy own = OwnStudy.of(file(parts[0], parts[1])).practice().open();
        assertThat(own.label()).isEqualTo(DataLabel.PRACTICE);
        Answer answer = own.measure("safe").estimate();
        assertThat(answer.toString()).contains("Practice data");
        assertThat(answer.plot().svg()).contains("Practice data");
        assertThat(answer.table().html()).contains("Practice data");
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
