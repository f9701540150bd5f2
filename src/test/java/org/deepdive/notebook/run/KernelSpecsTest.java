package org.deepdive.notebook.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deepdive.notebook.JupyterFolders;
import org.deepdive.study.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where kernels are found, and what their kernelspecs say. */
class KernelSpecsTest {

    @TempDir
    Path temp;

    private KernelSpecs specs(String... environment) {
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < environment.length; i += 2) {
            variables.put(environment[i], environment[i + 1]);
        }
        return KernelSpecs.of(new JupyterFolders("Linux", variables, temp.resolve("home")));
    }

    private Path install(String data, String name, String json) throws IOException {
        Path folder =
                Files.createDirectories(temp.resolve(data).resolve("kernels").resolve(name));
        Files.writeString(folder.resolve("kernel.json"), json);
        return folder;
    }

    @Test
    void folders_are_searched_in_jupyters_order() {
        Path own = temp.resolve("home/.local/share/jupyter");
        Path venv = Path.of("/venv/share/jupyter");
        Path local = Path.of("/usr/local/share/jupyter");
        Path system = Path.of("/usr/share/jupyter");
        String path = "/a" + File.pathSeparator + "/b";
        assertThat(specs("JUPYTER_PATH", path, "VIRTUAL_ENV", "/venv").folders())
                .containsExactly(Path.of("/a"), Path.of("/b"), own, venv, local, system);
        assertThat(specs("VIRTUAL_ENV", "/venv", "JUPYTER_PREFER_ENV_PATH", "1").folders())
                .containsExactly(venv, own, local, system);
        assertThat(KernelSpecs.of(
                                new JupyterFolders("Windows 11", Map.of("APPDATA", "/me", "PROGRAMDATA", "/all"), temp))
                        .folders())
                .containsExactly(Path.of("/me/jupyter"), Path.of("/all/jupyter"));
    }

    @Test
    void the_first_kernel_of_a_name_wins_and_its_kernelspec_is_read() throws IOException {
        Path first = install("a", "Octave", """
                {"argv": ["{resource_dir}/run", "-f", "{connection_file}"], "display_name": "Octave 9", "language": "octave",
                 "interrupt_mode": "message", "env": {"PATH": "/own:${PATH}:${NONE}"}}""");
        install("b", "octave", "{\"argv\": [\"other\"]}");
        KernelSpecs specs = specs("JUPYTER_PATH", temp.resolve("a") + File.pathSeparator + temp.resolve("b"));
        KernelSpec octave = specs.find("OCTAVE").orElseThrow();
        assertThat(octave.displayName()).isEqualTo("Octave 9");
        assertThat(octave.language()).isEqualTo("octave");
        assertThat(octave.interrupt()).isEqualTo(KernelSpec.Interrupt.MESSAGE);
        assertThat(octave.commandFor(Path.of("/tmp/c.json"))).containsExactly(first + "/run", "-f", "/tmp/c.json");
        assertThat(octave.environmentOver(Map.of("PATH", "/bin$1")))
                .containsExactly(Map.entry("PATH", "/own:/bin$1:${NONE}"));
        assertThat(specs.find("none")).isEmpty();
    }

    @Test
    void a_kernel_is_interrupted_by_signal_unless_it_says_otherwise() {
        KernelSpec spec = KernelSpec.parse("x", "kernel.json", "{\"argv\": [\"a\"]}", Optional.empty());
        assertThat(spec.interrupt()).isEqualTo(KernelSpec.Interrupt.SIGNAL);
        assertThat(spec.displayName()).isEqualTo("x");
    }

    @Test
    void a_missing_kernel_is_told_with_those_there_are_and_how_to_install() throws IOException {
        install("a", "octave", "{\"argv\": [\"x\"]}");
        assertThatThrownBy(() ->
                        specs("JUPYTER_PATH", temp.resolve("a").toString()).get("octav"))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("There is no kernel \"octav\". Did you mean \"octave\"?"
                        + " To register this program's Java kernel: java -jar deepdive.jar notebook install. Allowed: ")
                .hasMessageContaining("octave")
                .hasMessageContaining("java");
    }

    @Test
    void a_broken_kernelspec_is_told_with_its_file() throws IOException {
        Path folder = install("a", "bad", "{");
        assertThatThrownBy(() -> KernelSpec.read("bad", folder))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(
                        "The kernelspec " + folder.resolve("kernel.json") + " cannot be used: it is not JSON");
        Path empty = install("a", "empty", "{}");
        assertThatThrownBy(() -> KernelSpec.read("empty", empty))
                .hasMessageContaining("it has no argv, the command that starts the kernel");
        assertThatThrownBy(() -> KernelSpec.read("gone", temp.resolve("gone")))
                .hasMessageContaining("it cannot be read");
    }

    @Test
    void signatures_are_those_of_the_protocol() {
        // printf '{}{}{}{}' | openssl dgst -sha256 -hmac key
        Signature signature = new Signature("key");
        List<byte[]> parts = List.of("{}".getBytes(), "{}".getBytes(), "{}".getBytes(), "{}".getBytes());
        assertThat(new String(signature.of(parts)))
                .isEqualTo("ca767b02c5bc061ed184a9a029e7f93a7f2f7ed4e8fe74120fc1212f0b008fa3");
        assertThat(signature.matches(signature.of(parts), parts)).isTrue();
        assertThat(signature.matches(new byte[64], parts)).isFalse();
    }
}
