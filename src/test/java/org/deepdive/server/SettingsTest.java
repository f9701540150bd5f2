package org.deepdive.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deepdive.study.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    @TempDir
    Path folder;

    private Settings settings(String yaml, Map<String, String> environment, Map<Setting, String> flags)
            throws Exception {
        return reader(yaml, environment, flags).settings();
    }

    private SettingsReader reader(String yaml, Map<String, String> environment, Map<Setting, String> flags)
            throws Exception {
        if (!yaml.isEmpty()) {
            Files.writeString(folder.resolve("deepdive.yaml"), yaml);
        }
        return SettingsReader.of(Optional.empty(), folder, environment, flags);
    }

    @Test
    void without_any_the_defaults_hold() throws Exception {
        Settings settings = settings("", Map.of("XDG_DATA_HOME", "/home/someone/data"), Map.of());
        assertThat(settings)
                .isEqualTo(new Settings(
                        new ServerOptions("127.0.0.1", 7070),
                        Optional.empty(),
                        Optional.of("jdbc:sqlite:/home/someone/data/deepdive/links.db"),
                        List.of(),
                        List.of(),
                        new Operation(
                                Operation.LogFormat.TEXT,
                                true,
                                Operation.Access.LOOPBACK,
                                Optional.of(Duration.ofSeconds(5)),
                                Duration.ofSeconds(30),
                                64 * 1024 * 1024)));
        assertThat(settings.basePath()).isEmpty();
    }

    @Test
    void the_file_can_say_everything() throws Exception {
        Settings settings = settings("""
                # A comment.
                host: 0.0.0.0
                port: 8080
                public-address: https://example.org/surveys/
                links: jdbc:postgresql://db/deepdive
                embed-origins: [https://a.example, "https://b.example:8443"]
                cors-origins:
                  - https://c.example
                log-format: json
                log-requests: off
                metrics: on
                reload-interval: 2m
                request-time: 500ms
                cache-size: 1GB
                """, Map.of(), Map.of());
        assertThat(settings)
                .isEqualTo(new Settings(
                        new ServerOptions("0.0.0.0", 8080),
                        Optional.of("https://example.org/surveys"),
                        Optional.of("jdbc:postgresql://db/deepdive"),
                        List.of("https://a.example", "https://b.example:8443"),
                        List.of("https://c.example"),
                        new Operation(
                                Operation.LogFormat.JSON,
                                false,
                                Operation.Access.ON,
                                Optional.of(Duration.ofMinutes(2)),
                                Duration.ofMillis(500),
                                1024 * 1024 * 1024)));
        assertThat(settings.basePath()).isEqualTo("/surveys");
    }

    @Test
    void the_environment_wins_over_the_file_and_the_command_line_over_both() throws Exception {
        String yaml = "port: 1001\nhost: 127.0.0.1\nmetrics: off\n";
        Map<String, String> environment = Map.of("DEEPDIVE_PORT", "1002", "DEEPDIVE_HOST", "::1");
        Settings settings = settings(yaml, environment, Map.of(Setting.PORT, "1003"));
        assertThat(settings.listen()).isEqualTo(new ServerOptions("::1", 1003));
        assertThat(settings.operation().metrics()).isEqualTo(Operation.Access.OFF);
        assertThat(settings(yaml, environment, Map.of()).listen().port()).isEqualTo(1002);
        assertThat(settings(yaml, Map.of(), Map.of()).listen().port()).isEqualTo(1001);
    }

    @Test
    void the_file_may_be_another_and_names_data_beside_itself() throws Exception {
        Path elsewhere = Files.createDirectories(folder.resolve("etc"));
        Path file = Files.writeString(elsewhere.resolve("mine.yaml"), "data:\n  pcss: respondents/pcss.csv\n");
        Map<String, Path> expected = Map.of("pcss", elsewhere.resolve("respondents/pcss.csv"));
        assertThat(SettingsReader.of(Optional.of(file), folder, Map.of(), Map.of())
                        .data())
                .isEqualTo(expected);
        assertThat(SettingsReader.of(Optional.empty(), folder, Map.of("DEEPDIVE_CONFIG", "etc/mine.yaml"), Map.of())
                        .data())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            prot: 7070              | deepdive.yaml, line 2: There is no setting "prot". Did you mean "port"?
            port: many              | deepdive.yaml, line 2: "many" is no port. Write a number from 1 to 65535
            port: 70000             | deepdive.yaml, line 2: There is no port 70000.
            port:                   | deepdive.yaml, line 2: the setting "port" has no value.
            port: {a: b}            | deepdive.yaml, line 2: the setting "port" has no value.
            metrics: loopbak        | deepdive.yaml, line 2: There is no value of metrics "loopbak". Did you mean "loopback"?
            log-requests: yes       | deepdive.yaml, line 2: There is no value of log-requests "yes".
            request-time: 0s        | deepdive.yaml, line 2: "0s" is no time.
            request-time: 30        | deepdive.yaml, line 2: "30" is no time. Write a number above 0 and ms, s, m or h
            cache-size: 5           | deepdive.yaml, line 2: "5" is no size.
            public-address: a.b/c   | deepdive.yaml, line 2: "a.b/c" is no address of a server.
            public-address: https://a.b/../c | deepdive.yaml, line 2: "https://a.b/../c" is no address of a server.
            public-address: https://a.b/"c   | deepdive.yaml, line 2: "https://a.b/"c" is no address of a server.
            cors-origins: '*'       | deepdive.yaml, line 2: "*" is no origin.
            cors-origins: https://a.b/ | deepdive.yaml, line 2: "https://a.b/" is no origin.
            links: jdbc:oracle:me/secret | deepdive.yaml, line 2: "jdbc:oracle:" is no database of saved links.
            data: pcss.csv          | deepdive.yaml, line 2: "data" names no studies.
            host: 127.0.0.1         | deepdive.yaml, line 2: the setting "host" is given twice.
            'a: [b'                 | deepdive.yaml, line
            """)
    void a_mistake_in_the_file_is_told_with_its_line(String line, String message) {
        assertThatThrownBy(() -> settings("host: 127.0.0.1\n" + line + "\n", Map.of(), Map.of()))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(message)
                .hasMessageNotContaining("secret");
    }

    @Test
    void a_mistake_elsewhere_is_told_with_its_name() {
        assertThatThrownBy(() -> settings("", Map.of("DEEPDIVE_PROT", "1"), Map.of()))
                .hasMessageStartingWith("There is no variable of the environment \"DEEPDIVE_PROT\". Did you mean"
                        + " \"DEEPDIVE_PORT\"?");
        assertThatThrownBy(() -> settings("", Map.of("DEEPDIVE_PORT", "x"), Map.of()))
                .hasMessageStartingWith("DEEPDIVE_PORT: \"x\" is no port.");
        assertThatThrownBy(() -> settings("", Map.of(), Map.of(Setting.PORT, "x")))
                .hasMessageStartingWith("--port: \"x\" is no port.");
        assertThatThrownBy(() -> SettingsReader.of(Optional.of(folder.resolve("no.yaml")), folder, Map.of(), Map.of()))
                .hasMessageContaining("There is no settings file")
                .hasMessageContaining("no.yaml");
    }

    @Test
    void what_else_the_environment_says_of_data_is_no_mistake() throws Exception {
        assertThat(settings("", Map.of("DEEPDIVE_DATA", "x", "DEEPDIVE_FILE_PCSS", "y", "OTHER", "z"), Map.of()))
                .isNotNull();
    }

    @Test
    void links_may_be_off_or_in_a_file() throws Exception {
        assertThat(settings("links: off", Map.of(), Map.of()).links()).isEmpty();
        assertThat(settings("links: /srv/links.db", Map.of(), Map.of()).links()).hasValue("jdbc:sqlite:/srv/links.db");
    }
}
