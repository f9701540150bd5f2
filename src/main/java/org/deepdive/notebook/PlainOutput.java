package org.deepdive.notebook;

import static org.apache.commons.text.StringEscapeUtils.escapeXml10;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.deepdive.analysis.Citation;
import org.deepdive.analysis.SearchHit;
import org.deepdive.table.HtmlTable;

/** Words as an output: lists, maps, what a search found, and how to cite. */
final class PlainOutput {

    /** More lines than these are not read in a notebook. */
    static final int SHOWN = 100;

    private PlainOutput() {}

    /** A map is a table of two columns, in the map's own order. */
    static MimeBundle of(Map<?, ?> map) {
        if (map.isEmpty()) {
            return MimeBundle.text("(no entries)");
        }
        HtmlTable table = new HtmlTable(map.size() == 1 ? "1 entry" : map.size() + " entries").words("Name");
        if (map.values().stream().allMatch(Number.class::isInstance)) {
            table.numbers("Value");
        } else {
            table.words("Value");
        }
        map.entrySet().stream()
                .limit(SHOWN)
                .forEach(e -> table.row(List.of(RichDisplay.plain(e.getKey()), RichDisplay.plain(e.getValue()))));
        table.note(rest(map.size()));
        return MimeBundle.html(Page.of(table.html()), table.text());
    }

    /** A list of words or numbers, one a line. */
    static MimeBundle of(Collection<?> values) {
        if (values.isEmpty()) {
            return MimeBundle.text("(an empty list)");
        }
        List<String> lines = values.stream()
                .limit(SHOWN)
                .map(RichDisplay::of)
                .map(MimeBundle::text)
                .toList();
        String rest = rest(values.size());
        String html = lines.stream()
                .map(line -> "<li>" + escapeXml10(line) + "</li>")
                .collect(Collectors.joining("", "<ul class=\"dd-list\">", "</ul>"));
        return MimeBundle.html(
                rest.isEmpty() ? Page.of(html) : Page.of(html, Page.paragraph("dd-legend", rest)),
                String.join("\n", lines) + (rest.isEmpty() ? "" : "\n" + rest));
    }

    private static String rest(int size) {
        return size > SHOWN ? "The first " + SHOWN + " of " + size + "." : "";
    }

    /** What a search found, with where it is on a server. */
    static MimeBundle found(Collection<SearchHit> hits) {
        HtmlTable table = new HtmlTable(hits.size() == 1 ? "1 hit" : hits.size() + " hits")
                .label(hits.stream()
                        .map(SearchHit::labels)
                        .flatMap(Set::stream)
                        .distinct()
                        .sorted(Comparator.naturalOrder())
                        .map(Page::label)
                        .collect(Collectors.joining(" ")))
                .words("Found", "Kind", "Words", "In", "Page");
        hits.stream()
                .limit(SHOWN)
                .forEach(hit ->
                        table.row(List.of(hit.title(), hit.kind().title(), hit.text(), hit.context(), hit.path())));
        table.note(rest(hits.size()));
        return MimeBundle.html(Page.of(table.html()), table.text());
    }

    static MimeBundle of(Citation citation) {
        return MimeBundle.html(
                Page.of(
                        Page.paragraph("dd-paragraph", citation.text()),
                        "<details><summary>BibTeX</summary><pre>" + escapeXml10(citation.bibtex())
                                + "</pre></details>"),
                citation.text() + "\n\n" + citation.bibtex().stripTrailing());
    }
}
