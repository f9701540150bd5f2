package org.deepdive.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.deepdive.server.share.LinkTransfer;
import org.deepdive.study.InputException;
import org.deepdive.study.Quote;
import org.deepdive.study.WholeFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code deepdive links export}. */
@Command(
        name = "export",
        description = "Writes all links as JSON lines, with their frozen plots; a back-up that any database can read."
                + " Damaged links are left out and told, and the exit code is then 1.",
        mixinStandardHelpOptions = true)
final class LinksExportCommand implements Callable<Integer> {

    @Mixin
    private LinksCommand.Database database;

    @Option(names = "--out", paramLabel = "FILE", description = "The file to write. Default: standard output.")
    private Path out;

    @Override
    public Integer call() throws IOException {
        return database.with(false, store -> {
            if (out == null) {
                return told(
                        new LinkTransfer(store).exportTo(new PrintWriter(System.out, false, StandardCharsets.UTF_8)));
            }
            try {
                LinkTransfer.Exported done = write(new LinkTransfer(store));
                System.err.println(done.written() + " links written to " + out);
                return told(done);
            } catch (IOException e) {
                throw LinksCommand.unusable("The file " + out + " cannot be written", out, e);
            }
        });
    }

    /** Tells what could not be written; the exit code says whether there was something. */
    private static int told(LinkTransfer.Exported done) {
        done.damaged().forEach(problem -> System.err.println("Not written: " + Quote.harmless(problem)));
        return done.damaged().isEmpty() ? ExitCodes.OK : ExitCodes.FINDINGS;
    }

    /** What was exported before may be the only whole copy of what is damaged now. */
    private void requireNothingLost(LinkTransfer.Exported done) {
        if (!done.damaged().isEmpty() && Files.exists(out)) {
            throw InputException.of(
                    "damaged-links",
                    "Saved links are damaged, and " + out + " may hold them whole, so it stays as it is: "
                            + Quote.harmless(String.join(" ", done.damaged())),
                    out,
                    "Write to another file; the links that can be read are written there.");
        }
    }

    private LinkTransfer.Exported write(LinkTransfer links) throws IOException {
        AtomicReference<LinkTransfer.Exported> written = new AtomicReference<>();
        WholeFile.write(out, half -> {
            try (Writer file = Files.newBufferedWriter(half)) {
                written.set(links.exportTo(file));
            }
            requireNothingLost(written.get());
        });
        return written.get();
    }
}
