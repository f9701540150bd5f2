package org.deepdive.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deepdive.estimate.Query;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A question, given as words of the command line. */
final class QueryOptions {

    @Parameters(index = "0", paramLabel = "STUDY", description = "The study, such as pcss.")
    private String study;

    @Parameters(
            index = "1",
            paramLabel = "MEASURE",
            description =
                    "The measure, such as safe_local; NAME.ANSWER picks one answer of a measure that has several.")
    private String measure;

    @Option(names = "--by", paramLabel = "VARIABLE", split = ",", description = "Break down by one or two variables.")
    private List<String> by = List.of();

    @Option(
            names = "--where",
            paramLabel = "VARIABLE=CODE",
            split = ",",
            description = "Only respondents with that answer; VARIABLE=ONE/OTHER for several. May be repeated.")
    private List<String> where = List.of();

    @Option(names = "--waves", paramLabel = "FIRST..LAST", description = "Only these waves, such as 2021Q2..2023Q2.")
    private String waves = "";

    /** The query of these words. */
    Query query() {
        return query(where);
    }

    /** The query of these words with other filters added. */
    Query query(List<String> filters) {
        List<String> parts = new ArrayList<>();
        filters.forEach(filter -> parts.add(filter.replaceFirst("=", ":")));
        Map<String, String> words = new LinkedHashMap<>();
        words.put("study", study);
        words.put("measure", measure);
        words.put("by", String.join(",", by));
        words.put("where", String.join(",", parts));
        words.put("waves", waves);
        return Query.parse(words);
    }

    /** The filters as given. */
    List<String> where() {
        return where;
    }
}
