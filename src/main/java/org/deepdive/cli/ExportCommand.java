package org.deepdive.cli;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.deepdive.analysis.Citation;
import org.deepdive.analysis.DeepDive;
import org.deepdive.analysis.DeepDives;
import org.deepdive.analysis.Workspace;
import org.deepdive.disclosure.Audience;
import org.deepdive.server.export.DeepDiveExport;
import org.deepdive.server.export.ExportFolder;
import org.deepdive.server.export.StaticSite;
import org.deepdive.study.InputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code deepdive export}. */
@Command(
        name = "export",
        description = {
            "Writes a deep-dive as a folder to take along: a page that opens from disk without a network, an accessible "
                    + "spreadsheet of all tables, every figure as SVG, PNG, CSV and JSON, and the citation.",
            "",
            "Numbers are those of the public pages: small cells withheld, bases rounded to 10. The folder is written as a "
                    + "whole or not at all.",
            ""
        },
        footer = {"", "Example:", "  deepdive export students --out students"},
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

    private static final String ALL = "all";

    @Parameters(index = "0", paramLabel = "DEEP-DIVE", description = "The deep-dive, such as students, or all.")
    private String deepDive;

    @Mixin
    private DataOptions data;

    @Option(names = "--out", paramLabel = "FOLDER", required = true, description = "The folder to write.")
    private Path out;

    @Option(names = "--force", description = "Replace an earlier export in that folder.")
    private boolean force;

    @Option(
            names = "--address",
            paramLabel = "URL",
            description = "The address of a server with the same pages, for citations and links. Default: none.")
    private Optional<URI> address = Optional.empty();

    @Override
    public Integer call() {
        List<String> slugs = deepDive.equals(ALL) ? DeepDives.slugs() : List.of(deepDive);
        slugs.forEach(DeepDives::title);
        address.ifPresent(ExportCommand::requireWeb);
        ExportFolder folder = new ExportFolder(out, force);
        folder.requireFree();
        Workspace workspace = data.open();
        // Before the bar: practice data have one of their own.
        workspace.reproductions(Audience.PUBLIC);
        int files;
        try (TerminalProgress progress = new TerminalProgress("Export")) {
            files = new StaticSite(folder).write(slugs, slug -> export(workspace, slug), progress::at);
        }
        System.out.printf(
                Locale.ROOT, "%d files of %s written; start at %s%n", files, words(slugs), out.resolve("index.html"));
        return ExitCodes.OK;
    }

    private static String words(List<String> slugs) {
        return slugs.size() == 1 ? "\"" + DeepDives.title(slugs.get(0)) + "\"" : slugs.size() + " deep-dives";
    }

    private static void requireWeb(URI given) {
        boolean web = "https".equals(given.getScheme()) || "http".equals(given.getScheme());
        if (!web || given.getHost() == null || given.getQuery() != null || given.getFragment() != null) {
            throw InputException.of(
                    "address",
                    "\"" + given + "\" is not the address of a server.",
                    given.toString(),
                    "Write it as https://www.example.org, with a path where the pages have one.");
        }
    }

    private DeepDiveExport export(Workspace workspace, String slug) {
        DeepDive opened = DeepDives.open(workspace, slug);
        return new DeepDiveExport(
                opened,
                new Citation(
                        opened.title(),
                        opened.study(),
                        opened.labels(),
                        workspace.fingerprints(opened.study().slug()),
                        address.map(a -> a.toString().replaceAll("/+$", "") + "/deepdives/" + slug),
                        LocalDate.now(),
                        version()));
    }

    private static String version() {
        String packaged = ExportCommand.class.getPackage().getImplementationVersion();
        return packaged == null ? "development version" : packaged;
    }
}
