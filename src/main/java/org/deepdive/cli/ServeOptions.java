package org.deepdive.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deepdive.server.Setting;
import org.deepdive.server.Settings;
import org.deepdive.server.SettingsReader;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The options of commands that serve: one for each {@link Setting}, and the one that names the settings file. */
final class ServeOptions {

    private static final String CONFIG = "--config";

    private ServeOptions() {}

    /** Adds the options to a command. */
    static void declare(CommandSpec command) {
        command.addOption(OptionSpec.builder(CONFIG)
                .paramLabel("FILE")
                .type(Path.class)
                .description(
                        "A YAML file of settings: each of the following by its name, without the dashes, and below"
                                + " data: the file of a study's respondents.",
                        "Default: " + SettingsReader.FILE + " in this folder, if it is there. Environment: "
                                + SettingsReader.FILE_VARIABLE + ".")
                .build());
        for (Setting setting : Setting.values()) {
            command.addOption(OptionSpec.builder(setting.flag())
                    .paramLabel(setting.label())
                    .type(String.class)
                    .description(description(setting))
                    .build());
        }
    }

    private static String[] description(Setting setting) {
        List<String> lines = new ArrayList<>(setting.meaning());
        lines.add("Default: " + setting.standard() + ". Environment: " + setting.environment() + ".");
        // Picocli would take a percent sign for a place to put something.
        return lines.stream().map(line -> line.replace("%", "%%")).toArray(String[]::new);
    }

    /** Reads the settings of a command line, over those of the environment and of the file. */
    static SettingsReader read(CommandSpec command) {
        ParseResult parsed = command.commandLine().getParseResult();
        Map<Setting, String> flags = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            String text = parsed.matchedOptionValue(setting.flag(), null);
            if (text != null) {
                flags.put(setting, text.strip());
            }
        }
        Optional<Path> file = Optional.ofNullable(parsed.matchedOptionValue(CONFIG, (Path) null));
        return SettingsReader.of(file, Path.of(""), System.getenv(), flags);
    }

    /** The settings, held against this machine: an address of its own and a port that is free. */
    static Settings requireFree(SettingsReader reader) {
        Settings settings = reader.settings();
        settings.listen().requireFree();
        return settings;
    }
}
