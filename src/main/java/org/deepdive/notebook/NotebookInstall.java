package org.deepdive.notebook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.deepdive.study.InputException;

/**
 * Registers the Java kernel with Deepdive on its class path with Jupyter, by writing its kernelspec.
 *
 * @param java the program that runs Java
 * @param jar the packaged program, which holds the kernel too
 */
public record NotebookInstall(Path java, Path jar) {

    /** The name that the notebooks of this project ask for. */
    public static final String DEFAULT_NAME = "java";

    /** The name that Jupyter's menus show. */
    public static final String DEFAULT_DISPLAY_NAME = "Java (Deepdive)";

    private static final String NAME = "[a-z0-9][a-z0-9._-]*";
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * The running Java and the archive that this program runs from.
     *
     * @throws InputException where it runs from anything but the packaged program
     */
    public static NotebookInstall ofThisProgram() {
        Path archive = ProgramFile.ofKernel()
                .orElseThrow(() -> InputException.of(
                        "not-packaged",
                        "Jupyter can only start the packaged program, and this one runs from "
                                + ProgramFile.description() + ".",
                        ProgramFile.description(),
                        "Build it with mvn package, then run java -jar target/deepdive.jar notebook install."));
        Path bin = Path.of(System.getProperty("java.home"), "bin");
        Path java = Files.exists(bin.resolve("java.exe")) ? bin.resolve("java.exe") : bin.resolve("java");
        return new NotebookInstall(java, archive);
    }

    /**
     * Writes the kernelspec below a data folder of Jupyter.
     *
     * @param data the data folder
     * @param name the kernelspec's name: small letters, digits, dots, hyphens and underscores
     * @param displayName the name in menus
     * @param force whether another program's kernelspec of that name may be replaced
     * @return the folder of the kernelspec
     * @throws InputException where the name is not allowed or taken, or the folder cannot be written to
     */
    public Path install(Path data, String name, String displayName, boolean force) {
        if (!name.matches(NAME)) {
            throw InputException.of(
                    "kernel-name",
                    "\"" + name + "\" cannot be the name of a kernel.",
                    name,
                    "Jupyter's names have small letters, digits, dots, hyphens and underscores, a letter or digit first.");
        }
        Path folder = data.resolve("kernels").resolve(name).toAbsolutePath().normalize();
        Path file = folder.resolve("kernel.json");
        if (!force) {
            requireOwn(file, name);
        }
        try {
            Files.createDirectories(folder);
            Path half = Files.createTempFile(folder, "kernel", ".part");
            Files.writeString(half, specification(displayName));
            Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw InputException.of(
                    "kernel-folder",
                    "The kernelspec cannot be written to " + folder + " (" + e.getMessage() + ").",
                    folder,
                    "Name a folder that you may write to with --prefix.");
        }
        return folder;
    }

    private static void requireOwn(Path file, String name) {
        if (!Files.exists(file)) {
            return;
        }
        JsonNode existing;
        try {
            existing = JSON.readTree(Files.readString(file));
        } catch (JsonProcessingException e) {
            existing = JSON.createObjectNode();
        } catch (IOException e) {
            throw new UncheckedIOException("The kernelspec there is cannot be read: " + file, e);
        }
        for (JsonNode argument : existing.path("argv")) {
            if (argument.asText().equals(KernelMain.class.getName())) {
                return;
            }
        }
        String whose = existing.path("display_name").asText("");
        throw InputException.of(
                "kernel-taken",
                "Another program's kernel" + (whose.isEmpty() ? "" : " (" + whose + ")") + " is registered as \"" + name
                        + "\": " + file + ".",
                name,
                "Choose another name with --name, or replace it with --force.");
    }

    /** The text of {@code kernel.json}. */
    public String specification(String displayName) {
        ObjectNode spec = JSON.createObjectNode();
        spec.putArray("argv")
                .add(java.toString())
                .add("-cp")
                .add(jar.toString())
                .add(KernelMain.class.getName())
                .add("{connection_file}");
        spec.put("display_name", displayName);
        spec.put("language", "java");
        spec.put("interrupt_mode", "message");
        spec.putObject("env");
        return spec.toPrettyString() + "\n";
    }
}
