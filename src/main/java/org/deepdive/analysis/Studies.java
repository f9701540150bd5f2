package org.deepdive.analysis;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.deepdive.disclosure.Audience;
import org.deepdive.practice.Progress;
import org.deepdive.study.DataFolder;
import org.deepdive.study.InputException;
import org.deepdive.study.Study;

/**
 * Where a notebook begins: {@code Studies.open("pcss").measure("safe_local").by("sex").estimate()}.
 */
public final class Studies {

    private static Workspace shared;

    private Studies() {}

    /** The slugs of all studies. */
    public static List<String> list() {
        return shared().studies().stream().map(Study::slug).toList();
    }

    /** A study, with its usual respondents; practice data are made if there is no other file. */
    public static OpenStudy open(String slug) {
        return open(shared(), slug);
    }

    /** A study with the respondents of a file: CSV, plain or gzip. */
    public static OpenStudy open(String slug, Path file) {
        return open(Workspace.open(DataFolder.find(), Map.of(slug, file), Progress.NONE), slug);
    }

    /** A study of a workspace, such as one with a data folder of its own. */
    public static OpenStudy open(Workspace workspace, String slug) {
        return new OpenStudy(workspace, workspace.study(slug));
    }

    /**
     * A published deep-dive, computed when it is first asked for: its sections, with the plots and tables that support each headline.
     *
     * @throws InputException where there is no such deep-dive, with the nearest
     */
    public static DeepDive deepDive(String slug) {
        return shared().deepDive(slug);
    }

    /** What became of every published figure, recomputed from the usual respondents of each study. */
    public static FigureLedger reproduce() {
        return new FigureLedger(shared().reproductions(Audience.HOLDER));
    }

    /** What the printed figures say of one another by arithmetic alone, most severe first. */
    public static AuditReport audit() {
        return new AuditReport(shared().audit());
    }

    /**
     * Opened when first needed, then shared by all cells of a notebook. Not a constant of a class: a mistake in the data
     * folder would then be told once, without its words, and the class be lost to the session.
     */
    private static synchronized Workspace shared() {
        if (shared == null) {
            shared = Workspace.open();
        }
        return shared;
    }
}
