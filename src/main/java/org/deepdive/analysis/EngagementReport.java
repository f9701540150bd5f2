package org.deepdive.analysis;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.deepdive.published.Engagement;
import org.deepdive.published.Printed;
import org.deepdive.study.CsvText;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * The deep-dive on engagement: who was heard beside the surveys, and what they said.
 *
 * @param standfirst what it is about
 * @param heard the groups, themes and statements
 * @param notes remarks on method and limits
 * @param byKind how many statements of a year and a kind of group are about each theme
 * @param byGroup the same for each group, one matrix a year and kind
 * @param sizes how many statements each group has; a group without any is absent
 */
public record EngagementReport(
        String standfirst,
        Engagement heard,
        List<String> notes,
        ThemeMatrix byKind,
        List<ThemeMatrix> byGroup,
        Map<Engagement.Group, Long> sizes) {

    /** Its title. */
    public static final String TITLE = "What people said at events, in panels and in partnerships";

    private static final List<String> COLUMNS = List.of("group", "year", "kind", "themes", "quote", "source");

    public EngagementReport {
        notes = List.copyOf(notes);
        byGroup = List.copyOf(byGroup);
        sizes = Map.copyOf(sizes);
    }

    /** Reads what was transcribed and counts it once. */
    public static EngagementReport of(Workspace workspace) {
        Engagement heard = Engagement.read(workspace.data());
        Map<Engagement.Group, Long> sizes = heard.statements().stream()
                .collect(Collectors.groupingBy(Engagement.Statement::group, Collectors.counting()));
        long silent = heard.groups().stream().filter(g -> !sizes.containsKey(g)).count();
        return new EngagementReport(
                heard.statements().size() + " statements that two documents quote from "
                        + (heard.groups().size() - silent)
                        + " groups in the consultations of 2021 and 2024, each in the documents’ own words and with themes,"
                        + " to read and to search.",
                heard,
                notes(heard, silent),
                byKind(heard),
                byGroup(heard),
                sizes);
    }

    private static List<String> notes(Engagement heard, long silent) {
        return List.of(
                "Counts of statements are counts of lines in somebody’s notes. They measure neither how many people hold a"
                        + " view, nor how strongly, nor how common it is: a line may stand for a room or for one person, and"
                        + " groups with longer notes have more lines.",
                "A theme that a group has no statement on may have been talked about and not written down.",
                "Nobody was sampled. Those who came were invited or chose to come.",
                "Themes were given by lists of words. One person read the result once and corrected what stood out; there was"
                        + " no second coder, so there is no measure of agreement, and statements may have a theme too many or"
                        + " lack one. A statement has at most three of the "
                        + heard.themes().size() + " themes.",
                "Of " + silent + " groups the documents say that they were heard, not what they said.",
                "The boards’ material of 2021 is mostly slides of strategies. The table of 2024 breaks off after the fifth of"
                        + " its partnerships.");
    }

    /** The statements looked for, in the order of the documents. */
    public List<Engagement.Statement> search(EngagementSearch search) {
        return heard.statements().stream().filter(search::finds).toList();
    }

    private static ThemeMatrix byKind(Engagement heard) {
        return ThemeMatrix.of(
                "Statements by theme, year and kind of group",
                heard.themes(),
                heard.statements(),
                EngagementReport::kind);
    }

    private static List<ThemeMatrix> byGroup(Engagement heard) {
        return heard.statements().stream()
                .map(EngagementReport::kind)
                .distinct()
                .map(kind -> ThemeMatrix.of(
                        kind,
                        heard.themes(),
                        heard.statements().stream()
                                .filter(s -> kind(s).equals(kind))
                                .toList(),
                        s -> s.group().name()))
                .toList();
    }

    private static String kind(Engagement.Statement statement) {
        return statement.group().year() + " " + statement.group().kind();
    }

    /** The statements looked for, one row each. */
    public Table table(EngagementSearch search) {
        List<List<String>> rows = rows(search);
        Table table = Table.create("Statements");
        for (int i = 0; i < COLUMNS.size(); i++) {
            int column = i;
            table.addColumns(StringColumn.create(
                    COLUMNS.get(i), rows.stream().map(row -> row.get(column)).toList()));
        }
        return table;
    }

    /** All statements, one row each. */
    public Table table() {
        return table(EngagementSearch.all());
    }

    /** The groups: one row each, with the number of people as printed. */
    public Table groups() {
        List<Engagement.Group> groups = heard.groups();
        return Table.create("Groups")
                .addColumns(
                        StringColumn.create("group", groups.stream().map(Engagement.Group::name)),
                        IntColumn.create(
                                "year",
                                groups.stream().mapToInt(Engagement.Group::year).toArray()),
                        StringColumn.create("kind", groups.stream().map(Engagement.Group::kind)),
                        StringColumn.create(
                                "people",
                                groups.stream()
                                        .map(g -> g.people().map(Printed::text).orElse(""))),
                        IntColumn.create(
                                "statements",
                                groups.stream().mapToInt(this::statements).toArray()));
    }

    /** How many statements a group has. */
    public int statements(Engagement.Group group) {
        return sizes.getOrDefault(group, 0L).intValue();
    }

    /** CSV with the columns group, year, kind, themes (separated by semicolons), quote and source. */
    public String csv(EngagementSearch search) {
        return CsvText.of(COLUMNS, rows(search));
    }

    private List<List<String>> rows(EngagementSearch search) {
        return search(search).stream()
                .map(s -> List.of(
                        s.group().name(),
                        String.valueOf(s.group().year()),
                        s.group().kind(),
                        s.themes().stream().map(Engagement.Theme::label).collect(Collectors.joining("; ")),
                        s.quote(),
                        s.group().sourceFile()))
                .toList();
    }
}
