package org.deepdive.notebook.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deepdive.study.DataLabel;

/**
 * When a notebook was run, and on which data: kept in its metadata, under {@code deepdive}.
 *
 * @param day the day
 * @param data the data of each study that it asked
 */
public record RunRecord(LocalDate day, List<Data> data) {

    private static final String NAME = "deepdive";

    /**
     * The data of a study.
     *
     * @param study its slug
     * @param label what they are
     * @param hash of the respondents or counts, and of the study's description, as SHA-256 in hexadecimal digits; empty for
     *     data that the notebook makes itself
     */
    public record Data(String study, DataLabel label, String hash) {}

    public RunRecord {
        data = List.copyOf(data);
    }

    /** The record in a notebook; empty where it has none that can be read. */
    public static Optional<RunRecord> of(Notebook notebook) {
        JsonObject kept = notebook.metadata().object(NAME);
        try {
            List<Data> data = new ArrayList<>();
            if (kept.has("data")) {
                for (JsonNode study : kept.get("data")) {
                    data.add(new Data(
                            study.path("study").asText(),
                            DataLabel.ofCode(study.path("label").asText()),
                            study.path("hash").asText()));
                }
            }
            return kept.text("executed").map(day -> new RunRecord(LocalDate.parse(day), data));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            // Somebody else's, under the same name.
            return Optional.empty();
        }
    }

    /** The notebook with this record. */
    public Notebook in(Notebook notebook) {
        ObjectNode kept = JsonNodeFactory.instance.objectNode().put("executed", day.toString());
        ArrayNode studies = kept.putArray("data");
        data.forEach(study -> studies.addObject()
                .put("study", study.study())
                .put("label", study.label().code())
                .put("hash", study.hash()));
        return notebook.withMetadata(notebook.metadata().with(NAME, JsonObject.of(kept)));
    }
}
