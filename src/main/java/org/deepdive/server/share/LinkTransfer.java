package org.deepdive.server.share;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.deepdive.analysis.Fingerprint;
import org.deepdive.server.share.LinkStore.Kept;
import org.deepdive.study.DataLabel;
import org.deepdive.study.InputException;
import org.deepdive.study.Sha256;

/**
 * Takes saved links from one database to another as JSON lines: one object a line, with the frozen plot and its hash, and
 * with the hash of the owner's key, so that owners keep their links.
 */
public final class LinkTransfer {

    private static final Set<String> FIELDS = Set.of(
            "id", "path", "labels", "title", "note", "created", "expires", "edited", "revoked", "locked", "owner",
            "data", "rules", "code", "hash", "frozen");

    private final LinkStore store;

    /**
     * What an import did.
     *
     * @param added how many links are new
     * @param same how many were there already with the same content
     */
    public record Imported(int added, int same) {}

    /**
     * What an export did.
     *
     * @param written how many links were written
     * @param damaged what is wrong with each of the others
     */
    public record Exported(int written, List<String> damaged) {

        public Exported {
            damaged = List.copyOf(damaged);
        }
    }

    /** @param store what is read or written */
    public LinkTransfer(LinkStore store) {
        this.store = store;
    }

    /**
     * Writes all links, oldest first. A damaged one is left out and told, and does not keep the others back.
     *
     * @throws IOException where it cannot be written
     */
    public Exported exportTo(Writer out) throws IOException {
        int written = 0;
        List<String> damaged = new ArrayList<>();
        for (SavedLink link : store.all()) {
            try {
                // Nothing deletes links: one that was listed is there.
                out.write(line(store.find(link.id()).orElseThrow()) + '\n');
                written++;
            } catch (LinkException e) {
                if (e.reason() != LinkException.Reason.DAMAGED) {
                    throw e;
                }
                damaged.add(e.problem());
            }
        }
        out.flush();
        return new Exported(written, damaged);
    }

    /** One link as a line. */
    static String line(Kept kept) {
        SavedLink link = kept.link();
        kept.frozen().requireWhole(link.id());
        ObjectNode node = FrozenText.STRICT.createObjectNode();
        node.put("id", link.id()).put("path", link.path());
        ArrayNode labels = node.putArray("labels");
        new TreeSet<>(link.labels()).forEach(label -> labels.add(label.name()));
        node.put("title", link.terms().title()).put("note", link.terms().note());
        node.put("created", link.created().toString());
        node.put("expires", text(link.terms().expires()));
        node.put("edited", text(link.edited()));
        node.put("revoked", text(link.revoked()));
        node.put("locked", link.terms().locked());
        node.put("owner", link.owner());
        node.put("data", link.fingerprint().data());
        node.put("rules", link.fingerprint().rules());
        node.put("code", link.fingerprint().code());
        node.put("hash", kept.frozen().hash());
        try {
            node.set("frozen", FrozenText.STRICT.readTree(kept.frozen().json()));
            return FrozenText.STRICT.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw FrozenText.damaged(link.id(), "it is not JSON");
        }
    }

    private static String text(Optional<Instant> time) {
        return time.map(Instant::toString).orElse(null);
    }

    /**
     * Reads links: all of the file or, where anything in it is wrong, nothing.
     *
     * @param name the file's name, for errors
     * @param file its text
     * @throws InputException that names the file and the line of the first thing that is wrong: no JSON of this form, markup
     *     that this program never writes, a hash that is not the plot's, or an id that has another content here
     * @throws IOException where it cannot be read
     */
    public Imported importFrom(String name, BufferedReader file) throws IOException {
        List<Kept> links = new ArrayList<>();
        List<Integer> lines = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        int number = 0;
        for (String line = file.readLine(); line != null; line = file.readLine()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            Kept kept = placed(name, number, line);
            if (!ids.add(kept.link().id())) {
                throw wrong("The file has the id twice.", kept.link().id()).in(place(name, number));
            }
            links.add(kept);
            lines.add(number);
        }
        int added = store.insertAll(links, (at, id) -> {
            throw wrong("Another link has this id here.", id).in(place(name, lines.get(at)));
        });
        return new Imported(added, links.size() - added);
    }

    private static String place(String name, int line) {
        return name + ", line " + line;
    }

    private static Kept placed(String name, int number, String line) {
        try {
            return kept(line);
        } catch (InputException e) {
            throw e.in(place(name, number));
        }
    }

    /** The link of one line. */
    static Kept kept(String line) {
        try {
            JsonNode node = FrozenText.STRICT.readTree(line);
            requireFields(node);
            FrozenText text =
                    new FrozenText(FrozenText.STRICT.writeValueAsString(node.get("frozen")), text(node, "hash"));
            requireSafe(text);
            return new Kept(link(node), text);
        } catch (JsonProcessingException e) {
            throw wrong("The line is not the JSON of a link: " + e.getOriginalMessage() + ".", "");
        }
    }

    private static void requireFields(JsonNode node) {
        Set<String> given = new TreeSet<>();
        node.fieldNames().forEachRemaining(given::add);
        if (!given.equals(FIELDS)) {
            throw wrong("The line does not have the fields of a link, " + new TreeSet<>(FIELDS) + ".", "" + given);
        }
    }

    private static void requireSafe(FrozenText text) throws JsonProcessingException {
        Frozen frozen = FrozenText.STRICT.readValue(text.json(), Frozen.class);
        if (frozen == null) {
            throw wrong("The line has no frozen plot.", "");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text.json())) {
            throw wrong("The frozen plot holds half a character, which no database keeps.", "");
        }
        FrozenText.problem(frozen).ifPresent(problem -> {
            throw wrong("The frozen plot is refused: " + problem + ".", "");
        });
        if (!Sha256.hex(text.json()).equals(text.hash())) {
            throw wrong("The frozen plot is not the one that its hash was made of.", text.hash());
        }
    }

    private static SavedLink link(JsonNode node) {
        return new SavedLink(
                text(node, "id"),
                text(node, "path"),
                labels(node.get("labels")),
                new LinkTerms(text(node, "title"), text(node, "note"), time(node, "expires"), flag(node, "locked")),
                time(node, "created").orElseThrow(() -> wrong("The link does not say when it was saved.", "")),
                time(node, "edited"),
                time(node, "revoked"),
                text(node, "owner"),
                new Fingerprint(text(node, "data"), text(node, "rules"), text(node, "code")));
    }

    private static Set<DataLabel> labels(JsonNode array) {
        if (!array.isArray()) {
            throw wrong("The field labels is not a list.", array.toString());
        }
        Set<DataLabel> labels = new TreeSet<>();
        for (JsonNode label : array) {
            try {
                labels.add(DataLabel.valueOf(label.asText()));
            } catch (IllegalArgumentException e) {
                throw wrong("\"" + label.asText() + "\" is no label of data.", label.asText());
            }
        }
        return labels;
    }

    private static String text(JsonNode node, String field) {
        if (!node.get(field).isTextual()) {
            throw wrong("The field " + field + " is not text.", node.get(field).toString());
        }
        return node.get(field).textValue();
    }

    private static boolean flag(JsonNode node, String field) {
        if (!node.get(field).isBoolean()) {
            throw wrong(
                    "The field " + field + " is neither true nor false.",
                    node.get(field).toString());
        }
        return node.get(field).booleanValue();
    }

    private static Optional<Instant> time(JsonNode node, String field) {
        if (node.get(field).isNull()) {
            return Optional.empty();
        }
        try {
            // The database keeps milliseconds in 64 bits, which is less than Java has.
            return Optional.of(
                    Instant.ofEpochMilli(Instant.parse(text(node, field)).toEpochMilli()));
        } catch (DateTimeException | ArithmeticException e) {
            throw wrong("The field " + field + " is not a time such as 2026-01-31T12:00:00Z.", text(node, field));
        }
    }

    private static InputException wrong(String problem, String given) {
        return InputException.of("links-file", problem, given, "");
    }
}
