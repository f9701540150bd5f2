package org.deepdive.notebook.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deepdive.study.InputException;

/**
 * How a kernel is started, as its {@code kernel.json} says.
 *
 * @param name the name that notebooks ask for
 * @param displayName the name in menus
 * @param language the programming language
 * @param command the program and its arguments, with <code>{connection_file}</code> and <code>{resource_dir}</code> in them
 * @param environment variables added to this program's, with <code>${NAME}</code> for those of this program
 * @param interrupt how a running cell is stopped
 * @param folder the folder of {@code kernel.json}; empty for a kernel that is not installed
 */
public record KernelSpec(
        String name,
        String displayName,
        String language,
        List<String> command,
        Map<String, String> environment,
        Interrupt interrupt,
        Optional<Path> folder) {

    /** How a running cell is stopped. */
    public enum Interrupt {
        /** By the signal that Ctrl-C gives. */
        SIGNAL,
        /** By a message on the control channel. */
        MESSAGE
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)}");

    public KernelSpec {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /**
     * Reads the kernelspec in a folder.
     *
     * @param name the name that notebooks ask for
     * @param folder the folder with {@code kernel.json}
     * @throws InputException where the file cannot be read or starts nothing
     */
    public static KernelSpec read(String name, Path folder) {
        Path file = folder.resolve("kernel.json");
        try {
            return parse(name, file.toString(), Files.readString(file), Optional.of(folder));
        } catch (IOException e) {
            throw broken(file.toString(), "it cannot be read (" + e + ")");
        }
    }

    /**
     * Reads the text of a {@code kernel.json}.
     *
     * @param name the name that notebooks ask for
     * @param file what to call the text in messages
     * @param text the JSON
     * @param folder the folder it is in, if it is installed
     * @throws InputException where it starts nothing
     */
    public static KernelSpec parse(String name, String file, String text, Optional<Path> folder) {
        JsonNode spec;
        try {
            spec = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw broken(file, "it is not JSON: " + e.getOriginalMessage());
        }
        List<String> command = new ArrayList<>();
        spec.path("argv").forEach(word -> command.add(word.asText()));
        if (command.isEmpty()) {
            throw broken(file, "it has no argv, the command that starts the kernel");
        }
        Map<String, String> environment = new LinkedHashMap<>();
        spec.path("env")
                .properties()
                .forEach(e -> environment.put(e.getKey(), e.getValue().asText()));
        boolean byMessage = spec.path("interrupt_mode").asText("signal").equals("message");
        return new KernelSpec(
                name,
                spec.path("display_name").asText(name),
                spec.path("language").asText(""),
                command,
                environment,
                byMessage ? Interrupt.MESSAGE : Interrupt.SIGNAL,
                folder);
    }

    private static InputException broken(String file, String what) {
        return InputException.of(
                "kernelspec",
                "The kernelspec " + file + " cannot be used: " + what + ".",
                Path.of(file),
                "Install the kernel again; for this program's: java -jar deepdive.jar notebook install.");
    }

    /** The command for one connection. */
    List<String> commandFor(Path connectionFile) {
        return command.stream()
                .map(word -> word.replace("{connection_file}", connectionFile.toString())
                        .replace("{resource_dir}", folder.map(Path::toString).orElse("")))
                .toList();
    }

    /** The environment to add, with variables of the given one filled in; unknown ones stay as they are. */
    Map<String, String> environmentOver(Map<String, String> given) {
        Map<String, String> filled = new LinkedHashMap<>();
        environment.forEach((variable, value) -> filled.put(
                variable,
                VARIABLE.matcher(value)
                        .replaceAll(
                                found -> Matcher.quoteReplacement(given.getOrDefault(found.group(1), found.group())))));
        return filled;
    }
}
