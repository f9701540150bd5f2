package org.deepdive.estimate.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deepdive.study.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Targets are read as they stand, or refused with file and line. */
class TargetsReaderTest {

    @TempDir
    Path folder;

    private Targets read(String text) throws IOException {
        return TargetsReader.read(Files.writeString(folder.resolve("targets.csv"), text));
    }

    @Test
    void margins_come_in_the_order_of_the_file_with_their_lines() throws IOException {
        Targets targets =
                read("\uFEFFmargin,category,target\nsex,female,51.5\nsex * age,female*16_24,1200\nsex,male,48.5\n");
        assertThat(targets.margins()).extracting(Margin::name).containsExactly("sex", "sex*age");
        assertThat(targets.margins().get(0).unit()).isEqualTo(Margin.Unit.PERCENT);
        assertThat(targets.margins().get(0).targets())
                .containsExactly(
                        new Target("female", 51.5, "targets.csv, line 2"),
                        new Target("male", 48.5, "targets.csv, line 4"));
        assertThat(targets.margins().get(1).unit()).isEqualTo(Margin.Unit.TOTAL);
        assertThat(targets.margins().get(1).variables()).containsExactly("sex", "age");
        assertThat(targets.population()).isEmpty();
    }

    @Test
    void a_unit_says_what_a_sum_cannot() throws IOException {
        Targets targets = read("margin,category,target,unit\nsex,female,40,total\nsex,male,55,total\n");
        assertThat(targets.margins().get(0).unit()).isEqualTo(Margin.Unit.TOTAL);
        assertThat(targets.margins().get(0).sum()).isEqualTo(95);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sex,female,50;sex,male,4O         | targets.csv, line 3: The target \"4O\" is not a number from 0. Write digits",
                "sex,female,-5;sex,male,105        | targets.csv, line 2: The target \"-5\" is not a number from 0.",
                "sex,female,50%;sex,male,50%       | targets.csv, line 2: The target \"50%\" is not a number from 0.",
                "sex,female,1d;sex,male,50         | targets.csv, line 2: The target \"1d\" is not a number from 0.",
                "sex,female,1e999;sex,male,50      | targets.csv, line 2: The target of \"female\" is Infinity. Give a number from 0.",
                "sex,female,50;sex,female,50       | targets.csv, line 3: The margin sex has two targets for \"female\". Keep one.",
                "sex,female,50;sex,,50             | targets.csv, line 3: A target has no category. Name the category it is for.",
                "sex,female,50;sex,male,40         | targets.csv, line 2: The targets of sex add up to 90, not to 100.",
                "sex,female,0;sex,male,0           | targets.csv, line 2: The margin sex has no target above 0. Give its targets.",
                ",female,50;,male,50               | targets.csv, line 2: \"\" is not a margin. Name a variable",
                "sex,female,500;age,young,501      | targets.csv, line 3: The totals of age add up to 501, but the sum of sex is 500.",
                "sex,female                        | /targets.csv line 2 has 2 fields, its header 3.",
            })
    void a_mistake_is_told_with_file_and_line(String lines, String message) {
        assertThatThrownBy(() -> read("margin,category,target\n" + lines.replace(";", "\n") + "\n"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(message);
    }

    @Test
    void units_are_known_words_and_one_a_margin() {
        assertThatThrownBy(() -> read("margin,category,target,unit\nsex,female,50,percents\nsex,male,50,percents\n"))
                .hasMessage(
                        "targets.csv, line 2: There is no unit \"percents\". Did you mean \"percent\"? Allowed: total, "
                                + "percent, proportion.");
        assertThatThrownBy(() -> read("margin,category,target,unit\nsex,female,50,percent\nsex,male,50,\n"))
                .hasMessage(
                        "targets.csv, line 2: The targets of sex have several units: , percent. Give all of them one unit.");
    }

    @Test
    void a_variable_that_the_data_lack_is_told_with_the_line_of_its_margin() throws IOException {
        Targets targets = read("margin,category,target\nsx*age,a*b,100\n");
        assertThatThrownBy(() -> targets.variablesIn(List.of("sex", "age")))
                .hasMessage(
                        "targets.csv, line 2: There is no variable \"sx\". Did you mean \"sex\"? Allowed: sex, age.");
        assertThat(targets.variablesIn(List.of("age", "sx"))).containsExactly("sx", "age");
    }

    @Test
    void a_file_that_is_none_is_refused() {
        assertThatThrownBy(() -> TargetsReader.read(folder))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("cannot be read");
        assertThatThrownBy(() -> TargetsReader.read(folder.resolve("none.csv")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("none.csv does not exist.");
        assertThatThrownBy(() -> read("margin,category,targets\nsex,female,100\n"))
                .hasMessageContaining("lacks the column \"target\"");
    }
}
