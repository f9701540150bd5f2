package org.deepdive.server;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The form that an answer of the API is asked for in. */
enum ApiFormat {
    /** An object. */
    JSON("application/json"),
    /** A table with a header line. */
    CSV("text/csv");

    /** The media types that can be asked for. */
    static final List<String> TYPES =
            Arrays.stream(values()).map(format -> format.type).toList();

    private final String type;

    ApiFormat(String type) {
        this.type = type;
    }

    /**
     * The form that a request asks for: by the end of its address, else by its {@code Accept}, else JSON.
     *
     * @param extension the end of the address, such as {@code csv}; empty for none
     * @throws HttpResponseException where it asks for other forms only
     */
    static ApiFormat of(Context ctx, String extension) {
        if (!extension.isEmpty()) {
            return valueOf(extension.toUpperCase(Locale.ROOT));
        }
        ctx.res().addHeader("Vary", "Accept");
        String accept = ctx.header("Accept");
        if (accept == null || accept.isBlank()) {
            return JSON;
        }
        double json = Math.max(quality(accept, "application/json"), quality(accept, "text/html"));
        double csv = quality(accept, "text/csv");
        if (json <= 0 && csv <= 0) {
            throw new HttpResponseException(HttpStatus.NOT_ACCEPTABLE.getCode());
        }
        return csv > json ? CSV : JSON;
    }

    /** How much a type is wanted, from 0 to 1; the most exact range that has it decides. */
    private static double quality(String accept, String type) {
        String family = type.substring(0, type.indexOf('/')) + "/*";
        for (String range : List.of(type, family, "*/*")) {
            for (String part : accept.toLowerCase(Locale.ROOT).split(",")) {
                String[] words = part.strip().split("\\s*;\\s*");
                if (words[0].equals(range)) {
                    return quality(words);
                }
            }
        }
        return 0;
    }

    private static double quality(String[] words) {
        for (String word : words) {
            if (word.matches("q=[01](\\.\\d{0,3})?")) {
                return Double.parseDouble(word.substring(2));
            }
        }
        return 1;
    }
}
