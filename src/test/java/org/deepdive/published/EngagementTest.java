package org.deepdive.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.deepdive.study.DataFolder;
import org.deepdive.study.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who was heard, and what they said. */
class EngagementTest {

    private static final Engagement HEARD = Engagement.read(new DataFolder(Path.of("data"), true));

    @TempDir
    private Path folder;

    @Test
    void every_quote_is_found_in_its_source_when_the_folder_is_there() throws IOException {
        for (String file : HEARD.groups().stream()
                .map(Engagement.Group::sourceFile)
                .distinct()
                .toList()) {
            Optional<String> text = SourceTexts.of(file);
            List<String> groups = HEARD.groups().stream()
                    .filter(g -> g.sourceFile().equals(file))
                    .map(Engagement.Group::quote)
                    .toList();
            List<String> statements = HEARD.statements().stream()
                    .filter(s -> s.group().sourceFile().equals(file))
                    .map(Engagement.Statement::quote)
                    .toList();
            assertThat(statements).hasSizeGreaterThan(50);
            for (List<String> quotes : List.of(groups, statements)) {
                assertThat(quotes).allSatisfy(quote -> {
                    assertThat(quote).isNotBlank().isEqualTo(SourceTexts.collapsed(quote));
                    text.ifPresent(t -> assertThat(t.contains(quote)).as(quote).isTrue());
                });
            }
        }
    }

    @Test
    void printed_numbers_of_people_stand_in_their_quotes() {
        List<Engagement.Group> counted =
                HEARD.groups().stream().filter(g -> g.people().isPresent()).toList();
        assertThat(counted)
                .extracting(g -> g.people().orElseThrow().text())
                .containsExactlyInAnyOrder("250", "60", "790", "121");
        assertThat(counted)
                .allSatisfy(g ->
                        assertThat(g.quote()).contains(g.people().orElseThrow().text()));
    }

    @Test
    void no_group_says_the_same_twice_and_every_theme_is_used() {
        assertThat(HEARD.statements().stream()
                        .map(s -> s.group().id() + " " + s.quote())
                        .toList())
                .doesNotHaveDuplicates();
        assertThat(HEARD.themes())
                .allSatisfy(theme -> assertThat(HEARD.statements().stream().filter(s -> s.isAbout(theme)))
                        .as(theme.id())
                        .isNotEmpty());
        assertThat(HEARD.statements())
                .allSatisfy(s -> assertThat(s.themes()).hasSizeBetween(1, 3).doesNotHaveDuplicates());
    }

    @Test
    void all_ten_partnerships_of_2021_and_five_of_2024_are_there() {
        assertThat(HEARD.groups())
                .filteredOn(g -> g.kind().equals("community safety partnership"))
                .extracting(Engagement.Group::year)
                .containsOnly(2021, 2024)
                .satisfies(years -> assertThat(years).filteredOn(y -> y == 2021).hasSize(10))
                .satisfies(years -> assertThat(years).filteredOn(y -> y == 2024).hasSize(5));
    }

    @Test
    void marks_of_bold_type_are_left_out_of_the_words_and_kept_in_the_quote() {
        Engagement.Statement supporting = HEARD.statements().stream()
                .filter(s -> s.quote().startsWith("**Supporting offenders**"))
                .findFirst()
                .orElseThrow();
        assertThat(supporting.words()).startsWith("Supporting offenders- a growing will");
    }

    @Test
    void an_unknown_name_is_answered_with_the_nearest() {
        assertThatThrownBy(() -> HEARD.group("2021-csp-wign"))
                .hasMessageContaining("There is no group \"2021-csp-wign\". Did you mean \"2021-csp-wigan\"?");
        assertThatThrownBy(() -> HEARD.theme("mental-helth"))
                .hasMessageContaining("There is no theme \"mental-helth\". Did you mean \"mental-health\"?");
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
            groups.csv     | a,A,f.txt,24,event,All,many,Many            | "many" is not a printed number.
            groups.csv     | a,A,f.txt,x,event,All,,Words                | "x" is not a year. Write a whole number from 1 to 2100.
            groups.csv     | a,,f.txt,2024,event,All,,Words              | The field "name" is empty. Fill it.
            groups.csv     | a/b,A,f.txt,2024,event,All,,Words           | "a/b" cannot be part of an address. Write small letters, digits and hyphens.
            groups.csv     | Ä b,A,f.txt,2024,event,All,,Words           | "Ä b" cannot be part of an address.
            themes.csv     | ../calm,Calm                                | "../calm" cannot be part of an address.
            statements.csv | b,calm,Words                                | There is no group "b". Did you mean "a"? Allowed: a.
            statements.csv | a,clam,Words                                | There is no theme "clam". Did you mean "calm"?
            statements.csv | a,,Words                                    | A statement has 0 themes. Give it one to 3.
            statements.csv | a,calm calm calm calm,Words                 | A statement has 4 themes. Give it one to 3.
            """)
    void a_malformed_row_is_refused_with_its_file_and_line(String file, String row, String words) throws IOException {
        Path made = Files.createDirectory(folder.resolve("engagement"));
        Files.writeString(
                made.resolve("groups.csv"),
                "id,name,source_file,year,kind,description,people,quote\na,A,f.txt,2024,event,All,5,5 came\n");
        Files.writeString(made.resolve("themes.csv"), "theme,label\ncalm,Calm\n");
        Files.writeString(made.resolve("statements.csv"), "group,themes,quote\na,calm,Words\n");
        DataFolder data = new DataFolder(folder, true);
        assertThat(Engagement.read(data).statements()).hasSize(1);
        Files.write(
                made.resolve(file),
                List.of(Files.readAllLines(made.resolve(file)).get(0), row));
        assertThatThrownBy(() -> Engagement.read(data))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(file + ", line 2: ")
                .hasMessageContaining(words);
    }

    @Test
    void an_id_is_given_once() {
        Engagement.Theme theme = new Engagement.Theme("calm", "Calm");
        List<Engagement.Theme> twice = List.of(theme, theme);
        assertThatThrownBy(() -> new Engagement(List.of(), twice, List.of()))
                .hasMessage("Two themes have the id \"calm\". Rename one.");
    }
}
