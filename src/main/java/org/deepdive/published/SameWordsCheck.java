package org.deepdive.published;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Two sentences of one section and period that say the same in the same words, but for the numbers printed in them: one of
 * them must be about something that its words do not name. Words are compared with the figures' own numbers taken out and
 * all others, such as those of a wave or an age, left in; table rows and other short phrases are left alone.
 */
final class SameWordsCheck implements AuditCheck {

    private static final int FEWEST_WORDS = 6;
    private static final String NUMBER = "#";

    private record Place(String publication, String section, String period, String words) {}

    @Override
    public String name() {
        return "same-words";
    }

    @Override
    public List<AuditFinding> findings(AuditMaterial material) {
        Map<String, List<PublishedFigure>> byQuote = new LinkedHashMap<>();
        material.figures().stream()
                .filter(f -> f.printed().isPresent() && !f.quote().isBlank())
                .forEach(f -> byQuote.computeIfAbsent(
                                f.publication() + "\n" + f.section() + "\n" + f.quote(), q -> new ArrayList<>())
                        .add(f));
        Map<Place, List<List<PublishedFigure>>> byWords = new LinkedHashMap<>();
        for (List<PublishedFigure> sentence : byQuote.values()) {
            byWords.computeIfAbsent(place(sentence), p -> new ArrayList<>()).add(sentence);
        }
        List<AuditFinding> found = new ArrayList<>();
        byWords.forEach((place, sentences) -> {
            if (sentences.size() > 1 && isSentence(place.words())) {
                found.add(finding(place, sentences));
            }
        });
        return found;
    }

    private static Place place(List<PublishedFigure> sentence) {
        PublishedFigure first = sentence.get(0);
        String words = first.quote();
        for (PublishedFigure figure : sentence) {
            words = words.replaceFirst(
                    "(?<![\\w.,])"
                            + Pattern.quote(figure.printed().orElseThrow().text()) + "(?!\\w)",
                    NUMBER);
        }
        return new Place(
                first.publication(),
                first.section(),
                first.period(),
                words.strip().replaceAll("\\s+", " "));
    }

    private static boolean isSentence(String words) {
        return words.contains(NUMBER)
                && words.replaceAll("[^\\p{L} ]", "").strip().split(" +").length >= FEWEST_WORDS;
    }

    private AuditFinding finding(Place place, List<List<PublishedFigure>> sentences) {
        List<PublishedFigure> all = sentences.stream().flatMap(List::stream).toList();
        List<String> numbers = sentences.stream()
                .map(s -> Wording.list(
                        s.stream().map(f -> f.printed().orElseThrow().text()).toList()))
                .toList();
        return AuditFinding.of(
                Severity.INCONSISTENT,
                this,
                all,
                "The same words are printed with " + String.join(", then with ", numbers) + ": “" + place.words()
                        + "”; one of the sentences must be about something else.");
    }
}
