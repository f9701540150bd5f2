package org.deepdive.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import org.deepdive.analysis.AuditReport;
import org.deepdive.analysis.FigureLedger;
import org.deepdive.published.AuditFinding;
import org.deepdive.published.Publication;
import org.deepdive.published.Reproduction;
import org.deepdive.study.DataLabel;
import org.deepdive.study.InputException;

/** The published figures, what became of them, and what they say of one another. */
final class ApiPublished {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Site site;

    ApiPublished(Site site) {
        this.site = site;
    }

    void figures(Context ctx, String extension) {
        ApiFormat format = ApiFormat.of(ctx, extension);
        Map<String, String> asked = Parameters.parts(ctx, "publication", "verdict");
        FigureLedger ledger = new FigureLedger(wanted(asked));
        switch (format) {
            case CSV -> Responses.csv(ctx, "published-figures", ledger.csv());
            case JSON -> {
                ObjectNode root = MAPPER.createObjectNode();
                labels(root);
                root.set("figures", array(ledger.json()));
                Responses.json(ctx, "published-figures", root.toString());
            }
        }
    }

    private List<Reproduction> wanted(Map<String, String> asked) {
        String verdict = asked.getOrDefault("verdict", "");
        String publication = asked.getOrDefault("publication", "");
        require("verdict", verdict, Verdicts.ALL);
        require(
                "publication",
                publication,
                site.workspace().published().publications().stream()
                        .map(Publication::id)
                        .toList());
        return site.ledger().rows().stream()
                .filter(row -> verdict.isEmpty() || row.verdict().equals(verdict))
                .filter(row ->
                        publication.isEmpty() || row.figure().publication().equals(publication))
                .toList();
    }

    private static void require(String kind, String given, List<String> known) {
        if (!given.isEmpty() && !known.contains(given)) {
            throw InputException.unknown(kind, given, known);
        }
    }

    /** What the recomputed values come from: each study has its own respondents or counts. */
    private void labels(ObjectNode root) {
        ArrayNode data = root.putArray("data");
        site.studies().stream()
                .map(site::label)
                .distinct()
                .sorted()
                .forEach(l -> ApiStudies.label(data.addObject(), l));
    }

    void audit(Context ctx, String extension) {
        ApiFormat format = ApiFormat.of(ctx, extension);
        Parameters.only(ctx);
        List<AuditFinding> findings = site.audit();
        switch (format) {
            case CSV -> Responses.csv(ctx, "audit", new AuditReport(findings).csv());
            case JSON -> {
                ObjectNode root = MAPPER.createObjectNode();
                ApiStudies.label(root.putArray("data").addObject(), DataLabel.PUBLISHED);
                root.set("findings", array(new AuditReport(findings).json()));
                Responses.json(ctx, "audit", root.toString());
            }
        }
    }

    private static ArrayNode array(String json) {
        try {
            return (ArrayNode) MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was written as JSON can be read", e);
        }
    }
}
