package org.deepdive.server.share;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import java.util.Optional;
import org.deepdive.server.share.SafeMarkup.Kind;
import org.deepdive.study.Sha256;

/**
 * A frozen plot as text, with the hash that says whether it still is what was saved.
 *
 * @param json the plot as JSON
 * @param hash the SHA-256 of that text in UTF-8, as hexadecimal digits
 */
record FrozenText(String json, String hash) {

    /** Reads JSON as strictly as there is: no part twice, missing, unknown or of another kind. */
    static final ObjectMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    static FrozenText of(Frozen frozen) {
        try {
            String json = STRICT.writeValueAsString(frozen);
            return new FrozenText(json, Sha256.hex(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts can always be written as JSON", e);
        }
    }

    /** @throws LinkException where the text is not the one that was saved */
    void requireWhole(String id) {
        if (!Sha256.hex(json).equals(hash)) {
            throw damaged(id, "its text does not have its hash");
        }
    }

    /**
     * The plot.
     *
     * @throws LinkException where it is not what was saved, or holds what this program never wrote
     */
    Frozen checked(String id) {
        requireWhole(id);
        try {
            Frozen frozen = STRICT.readValue(json, Frozen.class);
            Optional<String> problem = problem(frozen);
            if (problem.isPresent()) {
                throw damaged(id, problem.get());
            }
            return frozen;
        } catch (JsonProcessingException e) {
            throw damaged(id, "it is no frozen plot: " + e.getOriginalMessage());
        }
    }

    /** What of a plot this program never wrote so. */
    static Optional<String> problem(Frozen frozen) {
        Map<String, Optional<String>> parts = Map.of(
                "wide picture", SafeMarkup.problem(Kind.SVG, frozen.wide()),
                "narrow picture", SafeMarkup.problem(Kind.SVG, frozen.narrow()),
                "table", SafeMarkup.problem(Kind.HTML, frozen.table()),
                "JSON", jsonProblem(frozen.json()),
                "CSV", csvProblem(frozen.csv()));
        return parts.entrySet().stream()
                .filter(part -> part.getValue().isPresent())
                .map(part -> "the " + part.getKey() + " is not one of this program: "
                        + part.getValue().get())
                .sorted()
                .findFirst();
    }

    private static Optional<String> jsonProblem(String json) {
        try {
            STRICT.readTree(json);
            return Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.of(e.getOriginalMessage());
        }
    }

    private static Optional<String> csvProblem(String csv) {
        try {
            return NumberRow.of(csv).isEmpty() ? Optional.of("it has no lines") : Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of("it cannot be read as CSV");
        }
    }

    static LinkException damaged(String id, String problem) {
        return new LinkException(
                LinkException.Reason.DAMAGED,
                "The saved link " + id + " is not shown, because " + problem + ".",
                "Whoever runs this server can bring it back from a back-up.");
    }
}
