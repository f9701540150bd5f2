package org.deepdive.server.view;

import java.util.List;
import java.util.Optional;

/**
 * The menu of ways to take a figure along.
 *
 * @param files its files
 * @param citation how to cite it, as text
 * @param bibtex the same for bibliographies
 * @param embed the HTML that shows it in a frame on another page; absent for what no address recomputes
 * @param embedAllowed whether this server lets any other page do so
 */
public record ExportsView(
        List<File> files, String citation, String bibtex, Optional<String> embed, boolean embedAllowed) {

    public ExportsView {
        files = List.copyOf(files);
    }

    /** The notebook that asks the figure's question; absent where there is none. */
    public Optional<File> notebook() {
        return files.stream().filter(File::isNotebook).findFirst();
    }

    /**
     * A file.
     *
     * @param name what kind of file it is
     * @param use what it is for
     * @param path where it is
     * @param save whether a browser saves it, and does not show it
     */
    public record File(String name, String use, String path, boolean save) {

        private boolean isNotebook() {
            return path.replaceFirst("\\?.*", "").endsWith(".ipynb");
        }
    }
}
