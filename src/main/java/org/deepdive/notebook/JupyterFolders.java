package org.deepdive.notebook;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * Where Jupyter looks for what a person installed, by the rules of {@code jupyter_core.paths.jupyter_data_dir}.
 *
 * @param system the operating system's name, as in the system property {@code os.name}
 * @param environment the environment's variables
 * @param home the person's home folder
 */
public record JupyterFolders(String system, Map<String, String> environment, Path home) {

    /** The folders of the person who runs this program. */
    public static JupyterFolders ofThisUser() {
        return new JupyterFolders(
                System.getProperty("os.name"), System.getenv(), Path.of(System.getProperty("user.home")));
    }

    /**
     * The person's own data folder: {@code JUPYTER_DATA_DIR}; else {@code ~/Library/Jupyter} on macOS,
     * {@code %APPDATA%\jupyter} on Windows, and {@code jupyter} below {@code XDG_DATA_HOME} or {@code ~/.local/share}.
     */
    public Path data() {
        String named = value("JUPYTER_DATA_DIR");
        if (!named.isEmpty()) {
            return Path.of(named);
        }
        String os = system.toLowerCase(Locale.ROOT);
        if (os.startsWith("mac")) {
            return home.resolve("Library").resolve("Jupyter");
        }
        if (os.startsWith("windows")) {
            return value("APPDATA").isEmpty()
                    ? home.resolve(".jupyter").resolve("data")
                    : Path.of(value("APPDATA")).resolve("jupyter");
        }
        Path share = value("XDG_DATA_HOME").isEmpty()
                ? home.resolve(".local").resolve("share")
                : Path.of(value("XDG_DATA_HOME"));
        return share.resolve("jupyter");
    }

    /** The data folder of an installation of Jupyter, such as a virtual environment. */
    public static Path dataBelow(Path prefix) {
        return prefix.resolve("share").resolve("jupyter");
    }

    private String value(String variable) {
        return environment.getOrDefault(variable, "").strip();
    }
}
