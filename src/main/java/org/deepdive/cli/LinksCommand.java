package org.deepdive.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.deepdive.analysis.Workspace;
import org.deepdive.server.share.LinkAdministration;
import org.deepdive.server.share.LinkException;
import org.deepdive.server.share.LinkStatus;
import org.deepdive.server.share.LinkStore;
import org.deepdive.server.share.LinkTransfer;
import org.deepdive.server.share.PresentData;
import org.deepdive.server.share.Results;
import org.deepdive.server.share.SavedLink;
import org.deepdive.study.CsvText;
import org.deepdive.study.DataLabel;
import org.deepdive.study.InputException;
import org.deepdive.study.Quote;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code deepdive links}: the saved links of a server, for whoever runs it. */
@Command(
        name = "links",
        description = {
            "Lists, shows, revokes, exports and imports saved links.",
            "",
            "It works on the database itself, beside a running server or without one, and needs no key.",
            ""
        },
        subcommands = {
            LinksCommand.ListLinks.class,
            LinksCommand.Show.class,
            LinksCommand.Revoke.class,
            LinksExportCommand.class,
            LinksCommand.Import.class
        },
        mixinStandardHelpOptions = true)
final class LinksCommand {

    /** Which database. */
    static final class Database {
        @Option(
                names = "--links",
                paramLabel = "WHERE",
                description = {
                    "The database: a file, jdbc:sqlite:FILE or jdbc:postgresql://HOST/DATABASE?user=NAME&password=WORD.",
                    "Default: DEEPDIVE_LINKS, else deepdive/links.db below XDG_DATA_HOME or ~/.local/share."
                })
        private String where;

        /** Does something with the links, which must be there unless they are to be written. */
        int with(boolean writing, Work work) throws IOException {
            String named = Optional.ofNullable(where)
                    .or(() -> Optional.ofNullable(System.getenv("DEEPDIVE_LINKS")))
                    .filter(text -> !text.isBlank())
                    .orElseGet(() -> LinkStore.usual(System.getenv()).toString());
            try (LinkStore store = LinkStore.open(named)) {
                if (!writing && !store.isThere()) {
                    throw InputException.of(
                            "links",
                            "There are no saved links at " + store.told() + ".",
                            "",
                            "Name another with --links.");
                }
                return work.on(store);
            } catch (LinkException e) {
                throw InputException.of(e.reason().code(), e.problem() + cause(e), "", e.remedy());
            }
        }

        /** What the database itself says, for whoever runs it. */
        private static String cause(LinkException e) {
            Throwable cause = e;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            return cause == e ? "" : " " + Quote.text(String.valueOf(cause.getMessage()));
        }
    }

    /** What a command does with the links. */
    interface Work {
        int on(LinkStore store) throws IOException;
    }

    private static final List<String> COLUMNS = List.of(
            "id",
            "state",
            "path",
            "title",
            "note",
            "data",
            "created",
            "expires",
            "edited",
            "revoked",
            "locked",
            "data_hash",
            "rules_hash",
            "code_hash");

    private LinksCommand() {}

    static InputException unusable(String problem, Path file, IOException e) {
        boolean said = e instanceof FileSystemException named && named.getReason() != null;
        String reason = said ? ((FileSystemException) e).getReason() : e.getMessage();
        return InputException.of("links-file", problem + ": " + reason + ".", file, "Name another file.");
    }

    private static List<String> fields(SavedLink link) {
        Function<Optional<Instant>, String> time = t -> t.map(Instant::toString).orElse("");
        return List.of(
                link.id(),
                link.state(Instant.now()).name().toLowerCase(Locale.ROOT),
                link.path(),
                link.terms().title(),
                link.terms().note(),
                new TreeSet<>(link.labels()).stream().map(DataLabel::code).collect(Collectors.joining(" ")),
                link.created().toString(),
                time.apply(link.terms().expires()),
                time.apply(link.edited()),
                time.apply(link.revoked()),
                String.valueOf(link.terms().locked()),
                link.fingerprint().data(),
                link.fingerprint().rules(),
                link.fingerprint().code());
    }

    private static ObjectNode json(SavedLink link) {
        ObjectNode node = new ObjectMapper().createObjectNode();
        List<String> fields = fields(link);
        for (int i = 0; i < fields.size(); i++) {
            node.put(COLUMNS.get(i), fields.get(i));
        }
        return node.put("locked", link.terms().locked());
    }

    /** {@code deepdive links list}. */
    @Command(name = "list", description = "Lists all links, oldest first.", mixinStandardHelpOptions = true)
    static final class ListLinks implements Callable<Integer> {

        @Mixin
        private Database database;

        @Option(names = "--format", defaultValue = "text", description = "text, csv or json. Default: text.")
        private Format format;

        @Override
        public Integer call() throws IOException {
            return database.with(false, store -> {
                List<SavedLink> links = new LinkAdministration(store).all();
                System.out.print(
                        switch (format) {
                            case text -> text(links);
                            case csv ->
                                CsvText.of(
                                        COLUMNS,
                                        links.stream().map(LinksCommand::fields).toList());
                            case json -> {
                                ArrayNode array = new ObjectMapper().createArrayNode();
                                links.forEach(link -> array.add(json(link)));
                                yield array.toPrettyString() + "\n";
                            }
                        });
                return ExitCodes.OK;
            });
        }

        private static String text(List<SavedLink> links) {
            return links.stream()
                    .map(link -> String.format(
                            "%-12s %-8s %s  %s%n",
                            link.id(),
                            fields(link).get(1),
                            link.created().toString().substring(0, 10),
                            Quote.text(link.terms().title())))
                    .collect(Collectors.joining());
        }
    }

    /** {@code deepdive links show}. */
    @Command(
            name = "show",
            description = "Shows a link: what is known of it, its frozen numbers, and whether they are current.",
            mixinStandardHelpOptions = true)
    static final class Show implements Callable<Integer> {

        @Mixin
        private Database database;

        @Mixin
        private DataOptions data;

        @Parameters(index = "0", paramLabel = "ID", description = "The id of the link.")
        private String id;

        @Option(
                names = "--format",
                defaultValue = "text",
                description = "text, json, or csv for the frozen numbers alone. Default: text.")
        private Format format;

        @Override
        public Integer call() throws IOException {
            return database.with(false, store -> {
                LinkAdministration.Shown shown = new LinkAdministration(store).show(id);
                if (format == Format.csv) {
                    System.out.print(shown.csv());
                    return ExitCodes.OK;
                }
                Workspace workspace = data.open();
                LinkStatus status = shown.status(new PresentData(Results.of(workspace), workspace::fingerprints));
                System.out.print(format == Format.json ? json(shown, status) : text(shown, status));
                return ExitCodes.OK;
            });
        }

        private static String json(LinkAdministration.Shown shown, LinkStatus status) {
            return LinksCommand.json(shown.link())
                            .put("status", status.word())
                            .put("csv", shown.csv())
                            .toPrettyString()
                    + "\n";
        }

        private static String text(LinkAdministration.Shown shown, LinkStatus status) {
            StringBuilder text = new StringBuilder();
            List<String> fields = fields(shown.link());
            for (int i = 0; i < fields.size(); i++) {
                if (!fields.get(i).isEmpty()) {
                    text.append(String.format(
                            "%-11s %s%n",
                            COLUMNS.get(i),
                            fields.get(i).lines().map(Quote::harmless).collect(Collectors.joining("\n            "))));
                }
            }
            text.append(String.format("%-11s %s%n", "status", status.word()));
            if (status instanceof LinkStatus.NotRecomputable why) {
                text.append(String.format("%-11s %s%n", "because", Quote.harmless(why.reason())));
            }
            if (status instanceof LinkStatus.Changed changed) {
                changed.changes()
                        .forEach(change -> text.append(String.format(
                                "  %s: %s -> %s, %s%n",
                                Quote.harmless(change.row()),
                                change.before()
                                        .map(v -> v.estimate() + v.flags())
                                        .orElse("-"),
                                change.after()
                                        .map(v -> v.estimate() + v.flags())
                                        .orElse("-"),
                                change.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '))));
            }
            return text.append('\n').append(shown.csv()).toString();
        }
    }

    /** {@code deepdive links revoke}. */
    @Command(
            name = "revoke",
            description = "Takes links back for good; visitors are told so.",
            mixinStandardHelpOptions = true)
    static final class Revoke implements Callable<Integer> {

        @Mixin
        private Database database;

        @Parameters(arity = "1..*", paramLabel = "ID", description = "The ids of the links.")
        private List<String> ids = new ArrayList<>();

        @Override
        public Integer call() throws IOException {
            return database.with(false, store -> {
                LinkAdministration links = new LinkAdministration(store);
                ids.forEach(links::show);
                for (String id : ids) {
                    System.out.println(id + " revoked "
                            + links.revoke(id, Instant.now()).revoked().orElseThrow());
                }
                return ExitCodes.OK;
            });
        }
    }

    /** {@code deepdive links import}. */
    @Command(
            name = "import",
            description = {
                "Reads links from a file of JSON lines: all of it or, where a line is wrong, nothing.",
                "Links that are there already with the same content stay as they are."
            },
            mixinStandardHelpOptions = true)
    static final class Import implements Callable<Integer> {

        @Mixin
        private Database database;

        @Parameters(index = "0", paramLabel = "FILE", description = "The file that export wrote.")
        private Path file;

        @Override
        public Integer call() throws IOException {
            return database.with(true, store -> {
                try (BufferedReader lines = Files.newBufferedReader(file)) {
                    LinkTransfer.Imported done =
                            new LinkTransfer(store).importFrom(String.valueOf(file.getFileName()), lines);
                    System.out.println(done.added() + " links added, " + done.same() + " were there already");
                    return ExitCodes.OK;
                } catch (NoSuchFileException e) {
                    throw InputException.of("links-file", "There is no file " + file + ".", file, "");
                } catch (MalformedInputException e) {
                    throw InputException.of("links-file", "The file " + file + " is not text in UTF-8.", file, "");
                } catch (IOException e) {
                    throw unusable("The file " + file + " cannot be read", file, e);
                }
            });
        }
    }
}
