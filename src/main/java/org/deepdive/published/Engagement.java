package org.deepdive.published;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.deepdive.study.DataFolder;
import org.deepdive.study.InputException;

/**
 * Who was heard in the consultations and what they said, read from {@code engagement/} of a data folder.
 *
 * @param groups the groups that were heard
 * @param themes the vocabulary of themes
 * @param statements what the groups said
 */
public record Engagement(List<Group> groups, List<Theme> themes, List<Statement> statements) {

    private static final int LAST_YEAR = 2100;
    private static final int MOST_THEMES = 3;
    private static final Pattern ID = Pattern.compile("[a-z0-9-]+");

    public Engagement {
        groups = List.copyOf(groups);
        themes = List.copyOf(themes);
        statements = List.copyOf(statements);
        requireUnique("group", groups.stream().map(Group::id).toList());
        requireUnique("theme", themes.stream().map(Theme::id).toList());
    }

    /**
     * A group that was heard.
     *
     * @param id its name in addresses, of small letters, digits and hyphens
     * @param name its name
     * @param sourceFile the file name of the document's text
     * @param year the year of the consultation
     * @param kind what it is, such as {@code event} or {@code community safety partnership}
     * @param description who they are
     * @param people the number of people, where one is printed
     * @param quote the document's words about it, with that number
     */
    public record Group(
            String id,
            String name,
            String sourceFile,
            int year,
            String kind,
            String description,
            Optional<Printed> people,
            String quote) {}

    /**
     * A theme.
     *
     * @param id its name in addresses, of small letters, digits and hyphens
     * @param label its name for readers
     */
    public record Theme(String id, String label) {}

    /**
     * Something that a group said.
     *
     * @param group the group
     * @param themes what it is about, one to three themes
     * @param quote the words of the document
     */
    public record Statement(Group group, List<Theme> themes, String quote) {

        public Statement {
            themes = List.copyOf(themes);
        }

        /** The words without the text's marks of bold and italic type. */
        public String words() {
            return quote.replace("*", "").strip();
        }

        /** Whether it is about a theme. */
        public boolean isAbout(Theme theme) {
            return themes.contains(theme);
        }
    }

    /**
     * Reads the files.
     *
     * @throws InputException that names the file and line of what is wrong
     */
    public static Engagement read(DataFolder data) {
        Path folder = data.resolve("engagement");
        List<Group> groups = CsvRows.read(
                folder.resolve("groups.csv"),
                List.of("id", "name", "source_file", "year", "kind", "description", "people", "quote"),
                Engagement::group);
        List<Theme> themes = CsvRows.read(
                folder.resolve("themes.csv"),
                List.of("theme", "label"),
                line -> new Theme(id(line, "theme"), CsvRows.text(line, "label")));
        List<Statement> statements = CsvRows.read(
                folder.resolve("statements.csv"),
                List.of("group", "themes", "quote"),
                line -> statement(line, groups, themes));
        return new Engagement(groups, themes, statements);
    }

    /** The group of an id, or an error that names the nearest. */
    public Group group(String id) {
        return named("group", id, groups, Group::id);
    }

    /** The theme of an id, or an error that names the nearest. */
    public Theme theme(String id) {
        return named("theme", id, themes, Theme::id);
    }

    private static Group group(NamedCsvRecord line) {
        return new Group(
                id(line, "id"),
                CsvRows.text(line, "name"),
                CsvRows.text(line, "source_file"),
                CsvRows.whole(line, "year", LAST_YEAR),
                CsvRows.text(line, "kind"),
                CsvRows.text(line, "description"),
                Printed.optional(line.getField("people")),
                CsvRows.text(line, "quote"));
    }

    /** A name that stands in addresses as it is. */
    private static String id(NamedCsvRecord line, String column) {
        String id = CsvRows.text(line, column);
        if (!ID.matcher(id).matches()) {
            throw InputException.of(
                    column,
                    "\"" + id + "\" cannot be part of an address.",
                    id,
                    "Write small letters, digits and hyphens.");
        }
        return id;
    }

    private static Statement statement(NamedCsvRecord line, List<Group> groups, List<Theme> themes) {
        List<Theme> about = CsvRows.words(line, "themes").stream()
                .map(id -> named("theme", id, themes, Theme::id))
                .toList();
        if (about.isEmpty() || about.size() > MOST_THEMES) {
            throw InputException.of(
                    "themes",
                    "A statement has " + about.size() + " themes.",
                    line.getField("themes"),
                    "Give it one to " + MOST_THEMES + ".");
        }
        Group group = named("group", line.getField("group"), groups, Group::id);
        return new Statement(group, about, CsvRows.text(line, "quote"));
    }

    private static <T> T named(String kind, String id, List<T> all, Function<T, String> name) {
        List<String> allowed = all.stream().map(name).toList();
        return all.get(allowed.indexOf(CsvRows.among(kind, id, allowed)));
    }

    private static void requireUnique(String kind, List<String> ids) {
        Set<String> seen = new HashSet<>();
        for (String id : ids) {
            if (!seen.add(id)) {
                throw InputException.of(
                        "repeated-" + kind, "Two " + kind + "s have the id \"" + id + "\".", id, "Rename one.");
            }
        }
    }
}
