package org.deepdive.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deepdive.estimate.Query;
import org.deepdive.study.InputException;
import org.deepdive.study.Quote;
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

    @Option(
            names = "--dont-knows",
            paramLabel = "in|out",
            description = "Whether don't knows are in the base. Default: as the study declares.")
    private String dontKnows = "";

    @Option(
            names = "--interval",
            paramLabel = "KIND",
            description =
                    "logit, beta, wilson, wald, arcsine or likelihood. Default: logit for shares, wald for others.")
    private String interval = "";

    /** The study asked, as given. */
    String study() {
        return study;
    }

    /** The query of these words. */
    Query query() {
        return query(List.of());
    }

    /** The query of these words with other filters added, as given to another option. */
    Query query(List<String> filters) {
        List<String> all = new ArrayList<>(canonical(where));
        all.addAll(canonical(filters));
        Map<String, String> words = new LinkedHashMap<>();
        words.put("study", study);
        words.put("measure", measure);
        words.put("by", String.join(",", by));
        words.put("where", String.join(",", all));
        words.put("waves", waves);
        words.put("dontknow", dontKnows);
        words.put("interval", interval);
        return Query.parse(words);
    }

    /** Filters as a query writes them. A word without a variable is told with the one before it, cut off at a comma. */
    static List<String> canonical(List<String> filters) {
        List<String> canonical = new ArrayList<>();
        String before = "";
        for (String filter : filters) {
            String[] sides = filter.split("[=:]", 2);
            if (sides.length < 2 || sides[0].isBlank() || sides[1].isBlank()) {
                boolean cutOff = sides.length < 2 && !filter.isBlank() && !before.isEmpty();
                String several = cutOff ? Quote.text(before) + "/" + Quote.text(filter) : "sex=female/male";
                throw InputException.of(
                        "where",
                        "\"" + filter + "\" is not a filter.",
                        filter,
                        "Write variable=category; several categories of one variable with a slash, such as " + several
                                + ".");
            }
            canonical.add(sides[0] + ":" + sides[1]);
            before = filter;
        }
        return canonical;
    }
}
