package org.deepdive.server.view;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.deepdive.analysis.SearchHit;

/**
 * What a search found.
 *
 * @param frame what stands around it
 * @param words what was looked for; empty where nothing was yet
 * @param found how many things were found
 * @param groups what was found, by kind
 */
public record SearchView(Frame frame, String words, int found, List<Group> groups) {

    private static final int LONGEST = 220;

    /** The words as part of an address. */
    public String escaped() {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    /** The beginning of a text, cut between words. */
    public static String beginning(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int space = text.lastIndexOf(' ', LONGEST);
        return text.substring(0, space > 0 ? space : LONGEST) + " …";
    }

    /**
     * Things of one kind.
     *
     * @param kind the kind
     * @param hits what was found, best first
     * @param most how many are listed
     */
    public record Group(SearchHit.Kind kind, List<SearchHit> hits, int most) {

        /** Its part of an anchor. */
        public String id() {
            return kind.name().toLowerCase(Locale.ROOT);
        }

        /** Those that are listed. */
        public List<SearchHit> listed() {
            return hits.subList(0, Math.min(most, hits.size()));
        }

        /** How many more there are. */
        public int more() {
            return hits.size() - listed().size();
        }
    }
}
