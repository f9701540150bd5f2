package org.deepdive.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;
import org.deepdive.analysis.SearchHit.Kind;

/**
 * Finds things by words. Something is found if each word looked for is one of its own, begins one of them, or, where no
 * word anywhere is or begins like it, is a small slip away from one. What has them in its title comes first, then whole words,
 * then beginnings, then slips. Immutable.
 */
public final class SearchIndex {

    private static final double IN_TITLE = 2;
    private static final double EXACT = 5;
    private static final double PREFIX = 3;
    private static final double SLIP = 1.5;
    private static final double PHRASE = 6;
    private static final int ONE_SLIP_FROM = 4;
    private static final int TWO_SLIPS_FROM = 8;

    private final List<SearchHit> entries;
    private final List<String> titles = new ArrayList<>();

    /** For each word the entries that have it, by number, and whether in their title. */
    private final NavigableMap<String, Map<Integer, Boolean>> places = new TreeMap<>();

    /** @param entries what can be found, the more important of equals first */
    public SearchIndex(List<SearchHit> entries) {
        this.entries = List.copyOf(entries);
        for (int i = 0; i < this.entries.size(); i++) {
            SearchHit entry = this.entries.get(i);
            List<String> title = SearchWords.of(entry.title());
            titles.add(String.join(" ", title));
            for (String word : SearchWords.of(entry.text() + " " + entry.context())) {
                places.computeIfAbsent(word, w -> new HashMap<>()).putIfAbsent(i, false);
            }
            for (String word : title) {
                places.computeIfAbsent(word, w -> new HashMap<>()).put(i, true);
            }
        }
    }

    /** How many things can be found. */
    public int size() {
        return entries.size();
    }

    /**
     * What was found.
     *
     * @param words the words looked for, as they were understood
     * @param hits for each kind that has any what was found of it, best first
     */
    public record Result(List<String> words, Map<Kind, List<SearchHit>> hits) {

        /** How many things were found. */
        public int size() {
            return hits.values().stream().mapToInt(List::size).sum();
        }
    }

    /**
     * Looks for words.
     *
     * @throws org.deepdive.study.InputException where the text is too long or has too many words
     */
    public Result find(String text) {
        List<String> words = SearchWords.wanted(text);
        Map<Integer, Double> scores = new HashMap<>();
        for (int i = 0; i < words.size(); i++) {
            Map<Integer, Double> found = found(words.get(i));
            if (i == 0) {
                scores.putAll(found);
            } else {
                scores.keySet().retainAll(found.keySet());
                scores.replaceAll((entry, score) -> score + found.get(entry));
            }
        }
        String phrase = String.join(" ", SearchWords.of(text));
        scores.replaceAll((entry, score) -> titles.get(entry).contains(phrase) ? score + PHRASE : score);
        Map<Kind, List<SearchHit>> hits = new EnumMap<>(Kind.class);
        scores.entrySet().stream()
                .sorted(Comparator.comparingDouble((Map.Entry<Integer, Double> e) -> -e.getValue())
                        .thenComparing(Map.Entry::getKey))
                .map(e -> entries.get(e.getKey()))
                .forEach(hit ->
                        hits.computeIfAbsent(hit.kind(), k -> new ArrayList<>()).add(hit));
        return new Result(words, hits);
    }

    /** The entries that a word finds, each with how well. */
    private Map<Integer, Double> found(String word) {
        Map<Integer, Double> found = new HashMap<>();
        places.subMap(word, true, word + Character.MAX_VALUE, false)
                .forEach((other, at) -> add(found, at, other.equals(word) ? EXACT : PREFIX));
        int slips = word.length() < ONE_SLIP_FROM ? 0 : word.length() < TWO_SLIPS_FROM ? 1 : 2;
        if (found.isEmpty() && slips > 0) {
            DamerauLevenshteinDistance distance = new DamerauLevenshteinDistance(slips);
            places.forEach((other, at) -> {
                if (Math.abs(other.length() - word.length()) <= slips && distance.apply(word, other) >= 0) {
                    add(found, at, SLIP);
                }
            });
        }
        return found;
    }

    private static void add(Map<Integer, Double> found, Map<Integer, Boolean> at, double score) {
        at.forEach((entry, inTitle) -> found.merge(entry, inTitle ? IN_TITLE * score : score, Math::max));
    }
}
