package org.deepdive.table;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deepdive.disclosure.Audience;
import org.deepdive.estimate.Cell;
import org.deepdive.estimate.EstimateTable;
import org.deepdive.estimate.Flag;
import org.deepdive.estimate.comparison.Adjustment;
import org.deepdive.study.Category;
import tech.tablesaw.api.Table;

/**
 * A banner table, as survey agencies publish them: the answers to one question down the side, with its nets and its mean,
 * and across the top a total and several breakdowns. Immutable, made of cleared results only.
 *
 * <p>Each column has its unweighted and its effective base (Kish's, from the weights alone), each cell its marks and what
 * it differs from significantly. The forms for people print whole percentages; the forms for programs have one line for
 * each cell, with its standard error, interval, base and its own effective base, in full precision. A withheld cell has no
 * number in any form, and marks of significance are the same in all.
 */
public final class BannerTable {

    /** How many characters a line of text has where nothing else is asked for. */
    public static final int USUAL_WIDTH = 100;

    /** The fewest characters that a line of text can have. */
    public static final int LEAST_WIDTH = 60;

    private final BannerQuestion question;
    private final EstimateTable about;
    private final Audience audience;
    private final List<BannerColumn> columns;
    private final List<BannerBlock> blocks;

    private BannerTable(
            BannerQuestion question,
            EstimateTable about,
            Audience audience,
            List<BannerColumn> columns,
            List<BannerBlock> blocks) {
        this.question = question;
        this.about = about;
        this.audience = audience;
        this.columns = List.copyOf(columns);
        this.blocks = List.copyOf(blocks);
    }

    /**
     * The banner of a question.
     *
     * @param question what it is about
     * @param measures for each measure of the question, in the order of the rows, its parts from left to right; all measures
     *     have the same breakdowns
     */
    public static BannerTable of(BannerQuestion question, List<List<BannerPart>> measures) {
        List<BannerPart> first = measures.get(0);
        return new BannerTable(
                question,
                first.get(0).table().value(),
                first.get(0).table().audience(),
                first.stream().flatMap(part -> part.columns().stream()).toList(),
                measures.stream().map(parts -> block(question, parts)).toList());
    }

    /** The Java that makes this table. */
    public String java() {
        return question.java();
    }

    /** The command line that prints it. */
    public String cli() {
        return question.cli();
    }

    private static BannerBlock block(BannerQuestion question, List<BannerPart> parts) {
        EstimateTable total = parts.get(0).table().value();
        List<BannerRow> rows = new ArrayList<>();
        for (Optional<Category> answer : parts.get(0).answers()) {
            if (answer.map(a -> question.letsThrough(total.query(), a.code())).orElse(true)) {
                rows.add(new BannerRow(
                        answer,
                        parts.stream()
                                .flatMap(part -> part.cells(answer).stream())
                                .toList()));
            }
        }
        List<Cell> bases =
                parts.stream().flatMap(part -> part.baseCells().stream()).toList();
        return new BannerBlock(total.measure(), bases, rows);
    }

    /** What it is about. */
    public BannerQuestion question() {
        return question;
    }

    /** Its columns, from left to right. */
    public List<BannerColumn> columns() {
        return columns;
    }

    /** Its rows, by measure. */
    public List<BannerBlock> blocks() {
        return blocks;
    }

    /**
     * The table as plain text: blocks of columns below one another where they do not fit beside one another.
     *
     * @param width how many characters a line may have, at least {@link #LEAST_WIDTH}
     */
    public String text(int width) {
        return new BannerText(this, width).text();
    }

    /** The table as plain text of at most 100 characters a line. */
    public String text() {
        return text(USUAL_WIDTH);
    }

    /**
     * The table as accessible HTML, to stand in a page: without scripts or inline styles, headers with their scopes, all
     * within an element that scrolls sideways. Classes as {@link ResultTable#html}, and {@code dd-banner} on the whole.
     */
    public String html() {
        return new BannerHtml(this).html();
    }

    /** The table as a page of its own that needs no other file. */
    public String page() {
        return HtmlPage.of(question.variable().label(), html());
    }

    /**
     * The table as CSV with one line for each cell: codes of question, measure and answer; the column's breakdown, group and
     * letter; {@code statistic}; the columns of numbers of {@link ResultTable#csv}; {@code flags}; {@code significance}, the
     * letters of the groups that the value is significantly higher than or an arrow; and {@code data}. Lines whose
     * statistic is {@code Base} hold the column's unweighted base and Kish's effective base.
     */
    public String csv() {
        return new BannerLines(this).csv();
    }

    /** The table for Tablesaw: the columns of {@link #csv()}, with labels in place of codes. A new table each time. */
    public Table tablesaw() {
        return new BannerLines(this).tablesaw();
    }

    /** The table as JSON, with the study, the data label, the columns and the meaning of the marks. */
    public String json() {
        return new BannerJson(this).text();
    }

    @Override
    public String toString() {
        return text();
    }

    String fingerprint() {
        return about.fingerprint();
    }

    String dataCode() {
        return about.label().code();
    }

    /** The data label and what it means. */
    String dataLabel() {
        return about.label().title() + ": " + about.label().explanation();
    }

    String dataTitle() {
        return about.label().title();
    }

    double level() {
        return about.level();
    }

    /** What the table is, whom it is about, and of which study. */
    String caption() {
        String by = columns.stream()
                .map(BannerColumn::breakdown)
                .distinct()
                .filter(breakdown -> !breakdown.isTotal())
                .map(BannerBreakdown::label)
                .collect(Collectors.joining(", "));
        String whom = Stream.concat(Stream.of(question.among()), question.period().stream())
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
        return question.variable().label() + (by.isEmpty() ? "" : ", by " + by) + ". "
                + (whom.isEmpty() ? "" : whom + ". ") + question.study().title() + ".";
    }

    /** Everything a reader must know of the numbers, one sentence each. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (!question.wording().isEmpty()) {
            notes.add("Question: " + question.wording());
        }
        notes.add("Estimates are weighted. Unweighted bases count respondents"
                + (audience == Audience.PUBLIC ? ", rounded to the nearest 10" : "")
                + "; effective bases are Kish’s, from the weights");
        if (marks() != BannerMarks.NONE) {
            notes.add(significance());
        }
        flags().forEach(flag -> notes.add(flag.mark() + " " + flag.meaning()));
        if (hasNegligible()) {
            notes.add("* more than 0% and less than 0.5%; – zero");
        }
        return notes;
    }

    /** How differences are marked: not at all where no breakdown has groups to compare. */
    private BannerMarks marks() {
        boolean compares =
                columns.stream().anyMatch(column -> !column.breakdown().isTotal());
        return compares ? question.marks() : BannerMarks.NONE;
    }

    private String significance() {
        String tests = ", by design-based t tests at " + Math.round(100 * level()) + "%, "
                + (question.adjustment() == Adjustment.NONE
                        ? "not adjusted for their number"
                        : "adjusted within each measure and breakdown ("
                                + question.adjustment().word() + ")");
        return question.marks() == BannerMarks.LETTERS
                ? "A letter beside a value: significantly higher than the group of that letter in the same breakdown"
                        + (isNested() ? ", within the same outer group" : "") + tests
                : "↑ or ↓ beside a value: significantly higher or lower than the rest of the same breakdown" + tests;
    }

    private boolean isNested() {
        return columns.stream().anyMatch(column -> column.groups().size() > 1);
    }

    Set<Flag> flags() {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        for (BannerBlock block : blocks) {
            block.bases().forEach(base -> flags.addAll(base.flags()));
            block.rows()
                    .forEach(row ->
                            row.cells().forEach(cell -> flags.addAll(cell.cell().flags())));
        }
        return flags;
    }

    private boolean hasNegligible() {
        return blocks.stream()
                .filter(block -> block.measure().isShare())
                .flatMap(block -> block.rows().stream()
                        .flatMap(row -> row.cells().stream())
                        .map(cell -> block.printing().of(cell.cell())))
                .anyMatch(text -> text.equals("*") || text.equals("–"));
    }

    /** Whether the bases of a measure print otherwise than the first one's, in a column where both are shown. */
    boolean hasOwnBases(BannerBlock block) {
        List<Cell> first = blocks.get(0).bases();
        return IntStream.range(0, columns.size())
                .filter(i ->
                        first.get(i) instanceof Cell.Estimate && block.bases().get(i) instanceof Cell.Estimate)
                .anyMatch(i -> !bases(first.get(i)).equals(bases(block.bases().get(i))));
    }

    private static List<BannerBlock.Text> bases(Cell base) {
        return List.of(BannerBlock.base(base), BannerBlock.effectiveBase(base));
    }
}
