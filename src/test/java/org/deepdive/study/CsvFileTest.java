package org.deepdive.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"1,2,3", "1"})
    void a_first_line_with_other_fields_than_the_header_is_refused(String line) throws IOException {
        Path file = Files.writeString(folder.resolve("small.csv"), "a,b\n" + line + "\n");
        assertThatThrownBy(() -> CsvFile.read(file, List.of("a", "b")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("small.csv line 2 has " + line.split(",").length + " fields, its header 2.");
    }

    @Test
    void a_later_line_with_other_fields_than_the_header_is_refused() throws IOException {
        Path file = Files.writeString(folder.resolve("small.csv"), "a,b\n1,2\n3\n");
        assertThatThrownBy(() -> CsvFile.read(file, List.of("a", "b")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("small.csv is not valid CSV")
                .hasMessageContaining("3");
    }

    @Test
    void quoted_fields_may_hold_commas_and_line_breaks() throws IOException {
        Path file = Files.writeString(folder.resolve("small.csv"), "a,b\n\"1,\n2\",x\n");
        assertThat(CsvFile.read(file, List.of("a", "b")).get(0).getField("a")).isEqualTo("1,\n2");
    }
}
