package org.deepdive.server;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deepdive.study.InputException;

/** A settings file: YAML with one key a setting, and {@value #DATA} with the respondents' file of each study. */
final class SettingsFile {

    /** The key of the respondents' files. */
    static final String DATA = "data";

    private final Path file;
    private final Map<Setting, SettingsReader.Given> given = new EnumMap<>(Setting.class);
    private final Map<String, Path> data = new LinkedHashMap<>();
    private final Set<String> seen = new HashSet<>();

    private SettingsFile(Path file) {
        this.file = file;
    }

    static boolean isThere(Path file) {
        return Files.isRegularFile(file);
    }

    /** @throws InputException where the file cannot be read, or has a setting that does not exist, with its line */
    static SettingsFile read(Path file) {
        SettingsFile settings = new SettingsFile(file);
        try (JsonParser yaml = new YAMLFactory().createParser(Files.readString(file))) {
            settings.readAll(yaml);
        } catch (NoSuchFileException e) {
            throw InputException.of(
                    "settings-file",
                    "There is no settings file \"" + file + "\".",
                    file,
                    "Name one that is there in --config.");
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw settings.wrong(line, "this is not YAML.", "Write one setting a line, as in port: 7070.");
        } catch (IOException e) {
            throw InputException.of(
                    "settings-file", "The settings file \"" + file + "\" cannot be read.", file, "Make it readable.");
        }
        return settings;
    }

    private void readAll(JsonParser yaml) throws IOException {
        JsonToken first = yaml.nextToken();
        if (first == null) {
            return;
        }
        if (first != JsonToken.START_OBJECT) {
            throw wrong(line(yaml), "there are no settings.", "Write one a line, as in port: 7070.");
        }
        while (yaml.nextToken() == JsonToken.FIELD_NAME) {
            readOne(yaml);
        }
    }

    private void readOne(JsonParser yaml) throws IOException {
        String key = yaml.currentName();
        int line = line(yaml);
        if (!seen.add(key)) {
            throw wrong(line, "the setting \"" + key + "\" is given twice.", "Give it once.");
        }
        yaml.nextToken();
        if (key.equals(DATA)) {
            readData(yaml);
            return;
        }
        Setting setting = setting(key, line);
        given.put(setting, new SettingsReader.Given(String.join(",", values(yaml, key)), place(line)));
    }

    private Setting setting(String key, int line) {
        for (Setting setting : Setting.values()) {
            if (setting.key().equals(key)) {
                return setting;
            }
        }
        List<String> keys = new ArrayList<>(Setting.keys());
        keys.add(DATA);
        throw InputException.unknown("setting", key, keys).in(place(line));
    }

    private List<String> values(JsonParser yaml, String key) throws IOException {
        if (yaml.currentToken() != JsonToken.START_ARRAY) {
            return List.of(scalar(yaml, key));
        }
        List<String> values = new ArrayList<>();
        while (yaml.nextToken() != JsonToken.END_ARRAY) {
            values.add(scalar(yaml, key));
        }
        return values;
    }

    private String scalar(JsonParser yaml, String key) throws IOException {
        if (!yaml.currentToken().isScalarValue() || yaml.currentToken() == JsonToken.VALUE_NULL) {
            throw wrong(
                    line(yaml), "the setting \"" + key + "\" has no value.", "Write one behind it, or leave it out.");
        }
        return yaml.getText().strip();
    }

    /** Files are looked for beside the settings file, wherever the program is started. */
    private void readData(JsonParser yaml) throws IOException {
        if (yaml.currentToken() != JsonToken.START_OBJECT) {
            throw wrong(line(yaml), "\"" + DATA + "\" names no studies.", "Write a study and its file below it.");
        }
        while (yaml.nextToken() == JsonToken.FIELD_NAME) {
            String study = yaml.currentName();
            yaml.nextToken();
            Path named = file.toAbsolutePath().resolveSibling(scalar(yaml, study));
            if (data.put(study, named) != null) {
                throw wrong(line(yaml), "the study \"" + study + "\" is given twice.", "Give it once.");
            }
        }
    }

    private static int line(JsonParser yaml) {
        return yaml.currentTokenLocation().getLineNr();
    }

    private String place(int line) {
        return file.getFileName() + ", line " + line;
    }

    private InputException wrong(int line, String problem, String remedy) {
        return InputException.of("settings-file", place(line) + ": " + problem, "", remedy);
    }

    Map<Setting, SettingsReader.Given> given() {
        return Map.copyOf(given);
    }

    Map<String, Path> data() {
        return Map.copyOf(data);
    }
}
