package org.deepdive.server;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deepdive.study.InputException;

/**
 * Reads the settings of a server: from a file, over it from the environment, over that from the command line. Whatever is
 * not known or cannot be is refused with the place where it was given.
 */
public final class SettingsReader {

    /** The settings file that is read where it is there and no other is named. */
    public static final String FILE = "deepdive.yaml";

    /** Names the settings file in the environment. */
    public static final String FILE_VARIABLE = "DEEPDIVE_CONFIG";

    /** Names the respondents' file of a study in the environment, with the study's slug in capitals behind it. */
    static final String DATA_VARIABLE = "DEEPDIVE_FILE_";

    /** Names the data folder in the environment. */
    static final String FOLDER_VARIABLE = "DEEPDIVE_DATA";

    private static final String PREFIX = "DEEPDIVE_";

    private final Map<Setting, Given> given = new EnumMap<>(Setting.class);
    private final Map<String, Path> data = new LinkedHashMap<>();
    private final Map<String, String> environment;

    /**
     * A value as it was given.
     *
     * @param text the value; several with commas between them
     * @param place where: a line of a file, a variable of the environment, or an option
     */
    record Given(String text, String place) {}

    private SettingsReader(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * Gathers settings.
     *
     * @param file the settings file that the command line names; absent for the one that the environment names, or else
     *     {@value #FILE} in the folder, where it is there
     * @param folder where the program was started
     * @param environment the variables of the environment
     * @param flags the values that the command line gives
     * @throws InputException where the file cannot be read, or it or the environment has a setting that does not exist
     */
    public static SettingsReader of(
            Optional<Path> file, Path folder, Map<String, String> environment, Map<Setting, String> flags) {
        SettingsReader reader = new SettingsReader(environment);
        file.or(() -> Optional.ofNullable(environment.get(FILE_VARIABLE))
                        .filter(name -> !name.isBlank())
                        .map(folder::resolve))
                .or(() -> Optional.of(folder.resolve(FILE)).filter(SettingsFile::isThere))
                .map(SettingsFile::read)
                .ifPresent(reader::add);
        reader.addEnvironment();
        flags.forEach((setting, text) -> reader.given.put(setting, new Given(text, setting.flag())));
        return reader;
    }

    private void add(SettingsFile file) {
        given.putAll(file.given());
        data.putAll(file.data());
    }

    private void addEnvironment() {
        Map<String, Setting> names =
                Stream.of(Setting.values()).collect(Collectors.toMap(Setting::environment, Function.identity()));
        environment.forEach((name, text) -> {
            if (names.containsKey(name)) {
                given.put(names.get(name), new Given(text.strip(), name));
            } else if (name.startsWith(PREFIX) && !isOther(name)) {
                throw InputException.unknown(
                        "variable of the environment",
                        name,
                        names.keySet().stream().sorted().toList());
            }
        });
    }

    private static boolean isOther(String name) {
        return List.of(FILE_VARIABLE, FOLDER_VARIABLE).contains(name) || name.startsWith(DATA_VARIABLE);
    }

    /** The respondents' files that the settings file names, by the slugs of their studies. */
    public Map<String, Path> data() {
        return Map.copyOf(data);
    }

    /**
     * The settings.
     *
     * @throws InputException where a value cannot be, with the place where it was given
     */
    public Settings settings() {
        return new Settings(
                listen(),
                read(Setting.PUBLIC_ADDRESS, SettingText::publicAddress),
                read(Setting.LINKS, text -> SettingText.links(text, environment)),
                read(Setting.EMBED_ORIGINS, SettingText::origins),
                read(Setting.CORS_ORIGINS, SettingText::origins),
                operation());
    }

    /** Where to listen: each of the two is held against what can be for itself, to name its own place. */
    private ServerOptions listen() {
        String host = read(Setting.HOST, text -> new ServerOptions(text, 0).host());
        return read(Setting.PORT, text -> new ServerOptions(host, SettingText.port(text)));
    }

    private Operation operation() {
        return new Operation(
                read(Setting.LOG_FORMAT, text -> SettingText.word(Setting.LOG_FORMAT, Operation.LogFormat.class, text)),
                read(Setting.LOG_REQUESTS, text -> SettingText.isOn(Setting.LOG_REQUESTS, text)),
                read(Setting.METRICS, text -> SettingText.word(Setting.METRICS, Operation.Access.class, text)),
                read(Setting.RELOAD_INTERVAL, SettingText::durationOrOff),
                read(Setting.REQUEST_TIME, SettingText::duration),
                read(Setting.CACHE_SIZE, SettingText::bytes));
    }

    private <T> T read(Setting setting, Function<String, T> meaning) {
        Given value = given.get(setting);
        if (value == null) {
            return meaning.apply(setting.initial());
        }
        try {
            return meaning.apply(value.text());
        } catch (InputException e) {
            throw e.in(value.place());
        }
    }
}
