package org.deepdive.notebook.run;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.deepdive.notebook.JupyterFolders;
import org.deepdive.notebook.NotebookInstall;
import org.deepdive.study.InputException;

/**
 * The installed kernels, found where {@code jupyter kernelspec list} looks: {@code JUPYTER_PATH}, the person's own folder, the
 * active virtual or Conda environment, and the system's folders, the first of a name winning. Environments come before the
 * person's folder where {@code JUPYTER_PREFER_ENV_PATH} is set.
 */
public final class KernelSpecs {

    private static final String INSTALL =
            "To register this program's Java kernel: java -jar deepdive.jar notebook install.";

    private final JupyterFolders jupyter;

    private KernelSpecs(JupyterFolders jupyter) {
        this.jupyter = jupyter;
    }

    /** The kernels that a person finds. */
    public static KernelSpecs of(JupyterFolders jupyter) {
        return new KernelSpecs(jupyter);
    }

    /** The data folders, in the order in which they are searched. */
    List<Path> folders() {
        Set<Path> folders = new LinkedHashSet<>();
        for (String named : value("JUPYTER_PATH").split(File.pathSeparator)) {
            add(folders, named);
        }
        Set<Path> environments = new LinkedHashSet<>();
        for (String prefix : List.of("VIRTUAL_ENV", "CONDA_PREFIX")) {
            if (!value(prefix).isEmpty()) {
                environments.add(JupyterFolders.dataBelow(Path.of(value(prefix))));
            }
        }
        boolean environmentsFirst = !Set.of("", "0", "n", "no", "off", "false")
                .contains(value("JUPYTER_PREFER_ENV_PATH").toLowerCase(Locale.ROOT));
        if (environmentsFirst) {
            folders.addAll(environments);
        }
        folders.add(jupyter.data());
        folders.addAll(environments);
        folders.addAll(system());
        return List.copyOf(folders);
    }

    private static void add(Set<Path> folders, String named) {
        if (!named.isBlank()) {
            folders.add(Path.of(named));
        }
    }

    private List<Path> system() {
        if (jupyter.system().toLowerCase(Locale.ROOT).startsWith("windows")) {
            String data = value("PROGRAMDATA");
            return data.isEmpty() ? List.of() : List.of(Path.of(data, "jupyter"));
        }
        return List.of(Path.of("/usr/local/share/jupyter"), Path.of("/usr/share/jupyter"));
    }

    private String value(String variable) {
        return jupyter.environment().getOrDefault(variable, "").strip();
    }

    /** The folder of each kernel by its name, which has no large letters. */
    public Map<String, Path> found() {
        Map<String, Path> found = new TreeMap<>();
        for (Path data : folders()) {
            for (Path folder : kernelsIn(data.resolve("kernels"))) {
                found.putIfAbsent(folder.getFileName().toString().toLowerCase(Locale.ROOT), folder);
            }
        }
        return found;
    }

    private static List<Path> kernelsIn(Path kernels) {
        if (!Files.isDirectory(kernels) || !Files.isReadable(kernels)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(kernels)) {
            return new ArrayList<>(entries.filter(entry -> Files.isRegularFile(entry.resolve("kernel.json")))
                    .sorted()
                    .toList());
        } catch (IOException e) {
            throw InputException.of(
                    "kernel-folder",
                    "The folder of kernels " + kernels + " cannot be read (" + e + ").",
                    kernels,
                    "Give yourself the right to read it, or name another folder in JUPYTER_PATH.");
        }
    }

    /** The kernel of a name, if it is installed. */
    public Optional<KernelSpec> find(String name) {
        String key = name.toLowerCase(Locale.ROOT);
        return Optional.ofNullable(found().get(key)).map(folder -> KernelSpec.read(key, folder));
    }

    /**
     * The kernel of a name; the one in this program where the notebooks' own name, {@value NotebookInstall#DEFAULT_NAME},
     * is not installed, so that nothing of Jupyter is needed.
     *
     * @throws InputException where there is no such kernel, or its kernelspec cannot be used
     */
    public KernelSpec get(String name) {
        Optional<KernelSpec> installed = find(name);
        if (installed.isPresent()) {
            return installed.get();
        }
        if (name.equals(NotebookInstall.DEFAULT_NAME)) {
            return ofThisProgram();
        }
        List<String> names = new ArrayList<>(found().keySet());
        if (!names.contains(NotebookInstall.DEFAULT_NAME)) {
            names.add(NotebookInstall.DEFAULT_NAME);
        }
        InputException unknown = InputException.unknown("kernel", name, names);
        String remedy = (unknown.remedy() + " " + INSTALL).strip();
        throw new InputException(unknown.code(), unknown.problem(), name, names, remedy);
    }

    /**
     * The kernel that is in this program.
     *
     * @throws InputException where this program is not packaged
     */
    public static KernelSpec ofThisProgram() {
        NotebookInstall program = NotebookInstall.ofThisProgram();
        return KernelSpec.parse(
                NotebookInstall.DEFAULT_NAME,
                program.jar().toString(),
                program.specification(NotebookInstall.DEFAULT_DISPLAY_NAME),
                Optional.empty());
    }
}
