package org.deepdive.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.deepdive.server.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

/** What is said of settings, wherever it is said. */
class ServeHelpTest {

    private static String help(CommandLine command) {
        return command.setUsageHelpWidth(1000).getUsageMessage().replaceAll("\\s+", " ");
    }

    @ParameterizedTest
    @EnumSource(Setting.class)
    void the_help_of_every_command_that_serves_has_every_setting_with_its_default_and_environment(Setting setting) {
        CommandLine program = DeepdiveCommand.line();
        for (CommandLine command : List.of(program, program.getSubcommands().get("serve"))) {
            assertThat(help(command))
                    .contains(setting.flag() + "=")
                    .contains(String.join(" ", setting.meaning()))
                    .contains("Default: " + setting.standard() + ". Environment: " + setting.environment() + ".");
        }
    }

    @Test
    void the_table_of_the_readme_has_the_same_settings_in_the_same_order() throws Exception {
        try (Stream<String> lines = Files.lines(Path.of("README.md"))) {
            List<String> rows = lines.filter(line -> line.matches("\\| `[a-z-]+` \\| `DEEPDIVE_[A-Z_]+` \\|.*"))
                    .toList();
            List<String> expected = Stream.of(Setting.values())
                    .map(s -> "| `" + s.key() + "` | `" + s.environment() + "` | " + s.standard() + " | "
                            + String.join(" ", s.meaning()) + " |")
                    .toList();
            assertThat(rows).containsExactlyElementsOf(expected);
        }
    }

    @Test
    void the_help_names_the_settings_file() {
        assertThat(help(DeepdiveCommand.line().getSubcommands().get("serve")))
                .contains("--config=FILE")
                .contains("deepdive.yaml in this folder")
                .contains("DEEPDIVE_CONFIG");
    }
}
