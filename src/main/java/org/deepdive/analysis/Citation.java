package org.deepdive.analysis;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.deepdive.study.DataLabel;
import org.deepdive.study.Study;

/**
 * How to cite a plot, a table or a deep-dive: as text in the Harvard way, and as BibTeX. Practice data are never cited as the
 * survey: their author is this program, and the citation says that the respondents are invented.
 *
 * @param title what is cited
 * @param study the study asked
 * @param labels what the numbers were computed from
 * @param fingerprint of data, rules and program
 * @param address where it can be read; absent where no server shows it
 * @param accessed when it was read
 * @param version of this program
 */
public record Citation(
        String title,
        Study study,
        Set<DataLabel> labels,
        Fingerprint fingerprint,
        Optional<String> address,
        LocalDate accessed,
        String version) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final Pattern SPACES = Pattern.compile("[\\p{Cntrl}\\s]+");
    private static final Pattern NO_KEY = Pattern.compile("[^a-z0-9]+");
    private static final Pattern ENDS = Pattern.compile("^-|-$");
    private static final String PROGRAM = "Deepdive";
    private static final int HASH_DIGITS = 12;

    public Citation {
        labels = Set.copyOf(labels);
    }

    /** Who is cited: the publisher of real numbers, this program for invented ones. */
    public String author() {
        return isInvented() ? PROGRAM : study.provenance().publisher();
    }

    private boolean isInvented() {
        return labels.stream().anyMatch(DataLabel::isInvented);
    }

    /** What it is, with the data label. */
    public String kind() {
        String names = labels.stream()
                .sorted()
                .map(DataLabel::title)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" and "));
        String first =
                names.isEmpty() ? "Analysis" : names.substring(0, 1).toUpperCase(Locale.ROOT) + names.substring(1);
        return isInvented()
                ? first + ": invented respondents, not answers to the " + study.title()
                : first + ": " + study.title();
    }

    private String computed() {
        return "Computed with " + PROGRAM + " " + version;
    }

    private String hashes() {
        return "Data " + brief(fingerprint.data()) + ", rules " + brief(fingerprint.rules()) + ", code "
                + brief(fingerprint.code());
    }

    private static String brief(String hash) {
        return hash.substring(0, Math.min(HASH_DIGITS, hash.length()));
    }

    /** One paragraph: author, year, title, what it is, address with the day of access, hashes. */
    public String text() {
        String where = address.map(a -> " Available at: " + a + " (Accessed: " + DAY.format(accessed) + ").")
                .orElse(" Made: " + DAY.format(accessed) + ".");
        return author() + " (" + accessed.getYear() + ") " + plain(title) + " [" + kind() + "]. " + computed() + "."
                + where + " " + hashes() + ".";
    }

    /** An entry of BibTeX: {@code @misc} for invented data, {@code @dataset} for others. */
    public String bibtex() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("author", "{" + Latex.escaped(author()) + "}");
        fields.put("title", "{" + Latex.escaped(plain(title)) + "}");
        fields.put("year", String.valueOf(accessed.getYear()));
        fields.put("publisher", Latex.escaped(PROGRAM));
        address.ifPresent(a -> fields.put("url", Latex.address(a)));
        fields.put("urldate", accessed.toString());
        fields.put("version", Latex.escaped(version));
        fields.put("note", Latex.escaped(kind() + ". " + computed() + ". " + hashes() + "."));
        return fields.entrySet().stream()
                .map(field -> "  " + field.getKey() + " = {" + field.getValue() + "}")
                .collect(Collectors.joining(",\n", (isInvented() ? "@misc{" : "@dataset{") + key() + ",\n", "\n}\n"));
    }

    private String key() {
        String dashed = NO_KEY.matcher(plain(title).toLowerCase(Locale.ROOT)).replaceAll("-");
        String words = ENDS.matcher(dashed).replaceAll("");
        String shortened = words.substring(0, Math.min(40, words.length()));
        return "deepdive-" + study.slug() + (shortened.isEmpty() ? "" : "-" + shortened);
    }

    private static String plain(String text) {
        return SPACES.matcher(text).replaceAll(" ").strip();
    }

    /** The citation as text. */
    @Override
    public String toString() {
        return text();
    }
}
