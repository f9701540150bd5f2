package org.deepdive.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.deepdive.server.share.LinkException;
import org.deepdive.server.share.Links;
import org.deepdive.server.share.OwnerKey;
import org.deepdive.server.share.SavedLink;
import org.deepdive.study.CsvText;

/** Saved links, for programs: anyone's by its id, and one's own by the key in {@code Authorization: Deepdive-Key KEY}. */
final class ApiLinks {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String SCHEME = "Deepdive-Key ";
    private static final List<String> COLUMNS =
            List.of("id", "state", "title", "note", "question", "created", "expires", "data");

    private final Site site;

    ApiLinks(Site site) {
        this.site = site;
    }

    /** The links of a key, newest as the store has them; never kept by a browser or proxy. */
    void mine(Context ctx, String extension) {
        ApiFormat format = ApiFormat.of(ctx, extension);
        Parameters.only(ctx);
        List<SavedLink> links = site.links().mine(key(ctx));
        ctx.header("Cache-Control", "no-store").header("Vary", "Authorization, Accept");
        switch (format) {
            case CSV ->
                Responses.csv(
                        ctx,
                        "links",
                        CsvText.of(COLUMNS, links.stream().map(this::line).toList()));
            case JSON -> {
                ObjectNode root = MAPPER.createObjectNode();
                ArrayNode all = root.putArray("links");
                links.forEach(link -> facts(all.addObject(), link));
                Responses.json(ctx, "links", root.toString());
            }
        }
    }

    private OwnerKey key(Context ctx) {
        return Optional.ofNullable(ctx.header("Authorization"))
                .filter(given -> given.startsWith(SCHEME))
                .flatMap(given -> OwnerKey.read(given.substring(SCHEME.length()).strip()))
                .orElseThrow(() -> new LinkException(
                        LinkException.Reason.KEY_MISSING,
                        "The request has no key.",
                        "Send it as the header Authorization: " + SCHEME + "KEY."));
    }

    private List<String> line(SavedLink link) {
        return List.of(
                link.id(),
                state(link),
                link.terms().title(),
                link.terms().note(),
                site.address() + link.path(),
                link.created().toString(),
                link.terms().expires().map(Instant::toString).orElse(""),
                String.join(" ", link.labels().stream().sorted().map(Enum::name).toList())
                        .toLowerCase(Locale.ROOT));
    }

    private void facts(ObjectNode node, SavedLink link) {
        node.put("id", link.id())
                .put("url", "/p/" + link.id())
                .put("state", state(link))
                .put("title", link.terms().title())
                .put("note", link.terms().note())
                .put("question_url", link.path())
                .put("created", link.created().toString());
        link.terms().expires().ifPresent(end -> node.put("expires", end.toString()));
        ArrayNode labels = node.putArray("data");
        link.labels().stream().sorted().forEach(label -> ApiStudies.label(labels.addObject(), label));
    }

    private String state(SavedLink link) {
        return link.state(site.links().now()).name().toLowerCase(Locale.ROOT);
    }

    /** A link with its frozen numbers, and whether they come out the same today. */
    void one(Context ctx) {
        Wanted wanted = Wanted.of(ctx.pathParam("id"));
        wanted.require(List.of("csv", "json"));
        ApiFormat format = ApiFormat.of(ctx, wanted.format());
        Parameters.only(ctx);
        ctx.header("X-Robots-Tag", "noindex");
        switch (format) {
            case CSV ->
                Responses.csv(
                        ctx,
                        "link-" + wanted.name(),
                        site.links().held(wanted.name()).frozen().csv());
            case JSON ->
                Responses.json(ctx, "link-" + wanted.name(), json(site.links().open(wanted.name(), site.present())));
        }
    }

    private String json(Links.Opened opened) {
        ObjectNode root = MAPPER.createObjectNode();
        facts(root, opened.link());
        root.put("status", opened.status().word());
        root.put("query", opened.frozen().query());
        root.putObject("hashes")
                .put("data", opened.link().fingerprint().data())
                .put("rules", opened.link().fingerprint().rules())
                .put("code", opened.link().fingerprint().code());
        if (!opened.frozen().json().isEmpty()) {
            try {
                root.set("numbers", MAPPER.readTree(opened.frozen().json()));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("The numbers of a link are kept as JSON", e);
            }
        }
        return root.toString();
    }
}
