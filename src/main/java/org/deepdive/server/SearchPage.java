package org.deepdive.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.deepdive.analysis.DeepDive;
import org.deepdive.analysis.SearchEntries;
import org.deepdive.analysis.SearchHit;
import org.deepdive.analysis.SearchIndex;
import org.deepdive.server.view.Place;
import org.deepdive.server.view.SearchView;
import org.deepdive.study.DataLabel;

/** {@code /search?q=...}: measures, questions, answers, sections of deep-dives and published figures, found by words. */
final class SearchPage {

    /** More of one kind than this are counted, and not listed. */
    static final int MOST_LISTED = 12;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Site site;
    private Indexed indexed;

    /**
     * What can be found.
     *
     * @param index the index
     * @param deepDives the deep-dives in it
     */
    private record Indexed(SearchIndex index, List<DeepDive> deepDives) {}

    SearchPage(Site site) {
        this.site = site;
    }

    /** The index, made anew when more deep-dives are computed than when it was made. */
    private synchronized SearchIndex index() {
        List<DeepDive> computed = site.workspace().computedDeepDives();
        if (indexed == null || indexed.deepDives().size() != computed.size()) {
            indexed = new Indexed(SearchEntries.index(site.workspace(), computed), computed);
        }
        return indexed.index();
    }

    private static String words(Context ctx) {
        Parameters.only(ctx, "q");
        return Objects.requireNonNullElse(ctx.queryParam("q"), "").strip();
    }

    void show(Context ctx) {
        String words = words(ctx);
        SearchIndex.Result result = index().find(words);
        String title = words.isEmpty() ? "Search" : "Search: " + words;
        site.page(
                ctx,
                "search.jte",
                new SearchView(
                        site.frame(
                                title,
                                "Measures, questions, groups, deep-dives and published figures, found by words.",
                                Place.NONE,
                                "",
                                labels(result)),
                        words,
                        result.size(),
                        result.hits().entrySet().stream()
                                .map(kind -> new SearchView.Group(kind.getKey(), kind.getValue(), MOST_LISTED))
                                .toList()));
    }

    void json(Context ctx) {
        String words = words(ctx);
        SearchIndex.Result result = index().find(words);
        List<Map<String, Object>> hits = result.hits().values().stream()
                .flatMap(List::stream)
                .map(SearchPage::fields)
                .toList();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("query", words);
        body.put("words", result.words());
        body.put("count", hits.size());
        body.put("hits", hits);
        Responses.json(ctx, "search", MAPPER.valueToTree(body).toPrettyString());
    }

    private static Set<DataLabel> labels(SearchIndex.Result result) {
        return result.hits().values().stream()
                .flatMap(List::stream)
                .flatMap(hit -> hit.labels().stream())
                .collect(Collectors.toSet());
    }

    private static Map<String, Object> fields(SearchHit hit) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("kind", hit.kind().name().toLowerCase(Locale.ROOT));
        fields.put("title", hit.title());
        fields.put("text", hit.text());
        fields.put("context", hit.context());
        fields.put("path", hit.path());
        fields.put("data", hit.labels().stream().map(DataLabel::code).sorted().toList());
        return fields;
    }
}
