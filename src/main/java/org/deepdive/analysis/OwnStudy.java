package org.deepdive.analysis;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.deepdive.estimate.Query;
import org.deepdive.practice.Progress;
import org.deepdive.study.Category;
import org.deepdive.study.CodedColumn;
import org.deepdive.study.DataFolder;
import org.deepdive.study.DataLabel;
import org.deepdive.study.InputException;
import org.deepdive.study.RespondentFile;
import org.deepdive.study.SurveyDesign;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/**
 * A survey file of one's own, from CSV to plot in a few lines of a notebook:
 *
 * <pre>{@code
 * OpenStudy own = OwnStudy.of(Path.of("people.csv")).practice()
 *         .weight("wt").stratum("area").cluster("psu")
 *         .percentage("safe", "Feel safe", "q1", "Very safe", "Fairly safe")
 *         .open();
 * own.measure("safe").by("sex").estimate().plot();
 * }</pre>
 *
 * <p>What is not said is inferred. A column with at most {@value #MOST_INFERRED} different values is a category, its answers
 * in order of first appearance, numbers by size; one with more, all of them numbers, is numeric; any other, such as an
 * identifier or a free text, is left out and not kept. An empty field is no answer. A value that queries cannot hold, such as
 * {@code Very safe}, has a code, {@code very_safe}; both name it here. Each variable without a measure of its name gets one: the
 * distribution of its answers, or its mean.
 *
 * <p>Whose data they are must be said: {@link #practice()} or {@link #real()}. Every result carries that label. The rules of
 * disclosure are those of the data folder in force. Each method returns a new description; what it names must be in the file.
 */
public final class OwnStudy {

    /** With more different values than this a column is a category only where that is said. */
    public static final int MOST_INFERRED = 20;

    private final Path file;
    private final boolean fromTable;
    private final RespondentFile respondents;
    private final Map<String, OwnColumn> columns;
    private OwnDesign design = OwnDesign.NONE;
    private Optional<DataLabel> label = Optional.empty();
    private String slug;
    private String title;
    private String population;
    private Map<String, OwnWords> words = new LinkedHashMap<>();
    private List<OwnMeasure> measures = new ArrayList<>();

    private OwnStudy(Path file, boolean fromTable) {
        String name = file.getFileName().toString().replaceFirst("(?i)(\\.csv)?(\\.gz)?$", "");
        this.file = file;
        this.fromTable = fromTable;
        this.respondents = RespondentFile.read(file, Optional.empty(), header -> header);
        this.columns = columns(respondents);
        this.slug = OwnColumn.word(name, "own").toLowerCase(Locale.ROOT);
        this.title = name;
        this.population = "Respondents of " + name;
    }

    private OwnStudy(OwnStudy other) {
        this.file = other.file;
        this.fromTable = other.fromTable;
        this.respondents = other.respondents;
        this.columns = other.columns;
        this.design = other.design;
        this.label = other.label;
        this.slug = other.slug;
        this.title = other.title;
        this.population = other.population;
        this.words = new LinkedHashMap<>(other.words);
        this.measures = new ArrayList<>(other.measures);
    }

    private OwnStudy with(Consumer<OwnStudy> change) {
        OwnStudy changed = new OwnStudy(this);
        change.accept(changed);
        return changed;
    }

    /**
     * The study of a file.
     *
     * @param csv a CSV file in UTF-8 with a header line, plain or gzip, one line a respondent
     * @throws InputException where the file is missing, truncated, not UTF-8 or not CSV
     * @throws org.deepdive.study.InvalidDataException where lines have other fields than the header, by file and line
     */
    public static OwnStudy of(Path csv) {
        return new OwnStudy(csv, false);
    }

    /** The study of a table, one row a respondent, such as one that was read from a spreadsheet. */
    public static OwnStudy of(Table table) {
        Path folder = OwnFolder.temporary();
        Path csv = folder.resolve(OwnColumn.word(table.name() == null ? "" : table.name(), "table") + ".csv");
        try (CsvWriter out = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(csv)) {
            out.writeRecord(table.columnNames());
            for (Row row : table) {
                out.writeRecord(table.columns().stream()
                        .map(c -> c.isMissing(row.getRowNumber()) ? "" : c.getUnformattedString(row.getRowNumber()))
                        .toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The table cannot be written to " + csv, e);
        }
        csv.toFile().deleteOnExit();
        return new OwnStudy(csv, true);
    }

    private static Map<String, OwnColumn> columns(RespondentFile respondents) {
        Map<String, OwnColumn> columns = new LinkedHashMap<>();
        List<String> names = new ArrayList<>();
        for (CodedColumn column : respondents.columns()) {
            if (!column.name().equals(DataLabel.COLUMN)) {
                names.add(OwnColumn.free(OwnColumn.word(column.name(), "column"), names));
                columns.put(
                        column.name(), OwnColumn.of(column.name(), names.get(names.size() - 1), column.categories()));
            }
        }
        return columns;
    }

    /**
     * The respondents are invented: every result says "Invented data", or "Practice data" where the file itself says that it
     * stands in for one whose figures were published.
     */
    public OwnStudy practice() {
        DataLabel said = respondents.label();
        return with(next -> next.label = Optional.of(said.isInvented() ? said : DataLabel.INVENTED));
    }

    /**
     * The respondents are real people, whose answers every result says it is made of.
     *
     * @throws InputException where the file says that they are invented
     */
    public OwnStudy real() {
        if (respondents.label().isInvented()) {
            throw InputException.of(
                    "data-label",
                    "The file \"" + file.getFileName() + "\" says that its respondents are invented.",
                    file.getFileName().toString(),
                    "Call .practice() instead: invented respondents must never pass for real ones.");
        }
        return with(next -> next.label = Optional.of(DataLabel.REAL));
    }

    /** What the study is called in queries and addresses: small letters, digits and underscores. */
    public OwnStudy named(String name) {
        if (!name.matches("[a-z0-9_]{1,60}")) {
            throw InputException.of(
                    "study-name",
                    "\"" + name + "\" cannot be the name of a study.",
                    name,
                    "Use small letters, digits and underscores, at most 60.");
        }
        return with(next -> next.slug = name);
    }

    /** The full title; the file's name if nothing is said. */
    public OwnStudy title(String words) {
        return with(next -> next.title = said("title", words));
    }

    /** Whom the estimates are about, such as {@code Residents of Greater Manchester aged 16 and over}. */
    public OwnStudy population(String words) {
        return with(next -> next.population = said("population", words));
    }

    private static String said(String what, String words) {
        if (words.isBlank()) {
            throw InputException.of(what, "The " + what + " is empty.", words, "Say it in a few words.");
        }
        return words.strip();
    }

    /** The column of weights, numbers above 0; without one everybody counts 1. */
    public OwnStudy weight(String column) {
        String found = column(column).column();
        return with(next -> next.design = design.weighted(found));
    }

    /** The columns whose combinations are the strata. */
    public OwnStudy stratum(String... strata) {
        List<String> found =
                Stream.of(strata).map(this::column).map(OwnColumn::column).toList();
        return with(next -> next.design = design.stratified(found));
    }

    /** The columns that name the sampling units: the primary, and the secondary if there are any. */
    public OwnStudy cluster(String... clusters) {
        List<String> found =
                Stream.of(clusters).map(this::column).map(OwnColumn::column).toList();
        return with(next -> next.design = design.clustered(found));
    }

    /** Names of sampling units are unique within their stratum only. */
    public OwnStudy nested() {
        return with(next -> next.design = design.nesting());
    }

    /** What to do with a stratum of a single sampling unit; without a word the study refuses to estimate, as R does. */
    public OwnStudy lonely(SurveyDesign.Lonely treatment) {
        return with(next -> next.design = design.treating(treatment));
    }

    /** The column of waves; in time they are ordered as words are, as with {@code 2023Q1}, unless {@link #order} says it. */
    public OwnStudy wave(String column) {
        String found = column(column).column();
        return with(next -> next.design = design.inWaves(found));
    }

    /** A short name of a column for people; the column's own if nothing is said. */
    public OwnStudy label(String column, String words) {
        return described(column, own -> own.labelled(said("label", words)));
    }

    /** The question's wording. */
    public OwnStudy question(String column, String wording) {
        return described(column, own -> own.asked(said("question", wording)));
    }

    /** What answers are called in tables and plots, by value or code. */
    public OwnStudy labels(String column, Map<String, String> labels) {
        OwnColumn found = column(column);
        Map<String, String> byValue = new LinkedHashMap<>();
        labels.forEach((answer, words) -> byValue.put(found.value(answer), said("label of " + answer, words)));
        return described(column, own -> own.calling(byValue));
    }

    /** The answers in order, by value or code, which makes the column ordinal; answers that are not named follow. */
    public OwnStudy order(String column, String... answers) {
        OwnColumn found = column(column);
        List<String> values = Stream.of(answers).map(found::value).distinct().toList();
        return described(column, own -> own.ordered(values));
    }

    /** Answers that say "don't know", by value or code: in the base unless a question leaves them out. */
    public OwnStudy dontKnow(String column, String... answers) {
        return status(column, Category.Status.DONT_KNOW, answers);
    }

    /** Answers that refuse to answer. */
    public OwnStudy refused(String column, String... answers) {
        return status(column, Category.Status.REFUSED, answers);
    }

    private OwnStudy status(String column, Category.Status status, String... answers) {
        OwnColumn found = column(column);
        Map<String, Category.Status> byValue = new LinkedHashMap<>();
        Stream.of(answers).map(found::value).forEach(value -> byValue.put(value, status));
        return described(column, own -> own.meaning(byValue));
    }

    /** Makes a column numeric that has few different values; each that is no number must be a don't know or a refusal. */
    public OwnStudy numeric(String column) {
        return described(column, OwnWords::numeric);
    }

    /** Makes a column a category that has many different values. */
    public OwnStudy category(String column) {
        return described(column, OwnWords::category);
    }

    private OwnStudy described(String column, UnaryOperator<OwnWords> change) {
        String found = column(column).column();
        return with(next -> next.words.put(found, change.apply(words(found))));
    }

    OwnWords words(String column) {
        return words.getOrDefault(column, OwnWords.NONE);
    }

    /**
     * A named measure: the share of respondents whose answer is one of several.
     *
     * @param name its name in queries
     * @param words what is measured, in words that follow "percentage of respondents who"
     * @param answers the answers counted together, by value or code
     */
    public OwnStudy percentage(String name, String words, String column, String... answers) {
        OwnColumn found = column(column);
        if (answers.length == 0) {
            throw InputException.of(
                    "net",
                    "The measure \"" + name + "\" counts no answer.",
                    name,
                    "Name the answers to count together, of: "
                            + String.join(", ", found.codes().keySet()) + ".");
        }
        List<String> net = Stream.of(answers)
                .map(found::value)
                .map(found.codes()::get)
                .distinct()
                .toList();
        return measure(new OwnMeasure(name, words, "percentage", found.name(), net, Map.of()));
    }

    /** A named measure: the share of each answer of a column. */
    public OwnStudy distribution(String name, String words, String column) {
        return measure(OwnMeasure.distribution(name, words, column(column).name()));
    }

    /** A named measure: the mean of a column of numbers. */
    public OwnStudy mean(String name, String words, String column) {
        return numeric(column)
                .measure(OwnMeasure.numericMean(name, words, column(column).name()));
    }

    /**
     * A named measure: the mean of scores given to answers; answers without a score are left out of the base.
     *
     * @param scores answer, by value or code, to score
     */
    public OwnStudy mean(String name, String words, String column, Map<String, ? extends Number> scores) {
        OwnColumn found = column(column);
        Map<String, Double> byCode = new LinkedHashMap<>();
        found.codes()
                .forEach((value, code) -> scores.forEach((answer, score) -> {
                    if (found.value(answer).equals(value)) {
                        byCode.put(code, score.doubleValue());
                    }
                }));
        return measure(new OwnMeasure(name, words, "mean", found.name(), List.of(), byCode));
    }

    private OwnStudy measure(OwnMeasure measure) {
        if (!Query.isName(measure.name())) {
            throw InputException.of(
                    "measure-name",
                    "\"" + measure.name() + "\" cannot be the name of a measure.",
                    measure.name(),
                    "Use letters, digits and underscores.");
        }
        return with(next -> {
            next.measures.removeIf(known -> known.name().equals(measure.name()));
            next.measures.add(measure);
        });
    }

    /** The column of that name, in the file or in queries. */
    private OwnColumn column(String name) {
        return Optional.ofNullable(columns.get(name))
                .or(() -> columns.values().stream()
                        .filter(column -> column.name().equals(name))
                        .findFirst())
                .orElseThrow(() ->
                        InputException.unknown("column of " + file.getFileName(), name, List.copyOf(columns.keySet())));
    }

    /**
     * The study with its respondents, to be asked. The Java, addresses and command lines of its results hold once it is
     * {@link #save saved}.
     *
     * @throws InputException where it was not said whose data they are, and where the description cannot be
     * @throws org.deepdive.study.InvalidDataException where values are wrong, by file, line and column
     */
    public OpenStudy open() {
        DataLabel said = requireLabel();
        DataFolder data = new DataFolder(OwnFolder.temporary(), true);
        Path opened = new OwnFolder(this, data, said).writeToOpen();
        OwnFolder.forget(data.root());
        Workspace workspace = Workspace.ofSession(data, Map.of(slug, opened));
        // Read now, so that what is wrong in the file is told by this cell and not by the first question.
        DataLabel read = workspace.estimates(slug).label();
        if (read != said) {
            throw new IllegalStateException("The respondents were read as " + read + " and not as " + said);
        }
        return Studies.open(workspace, slug);
    }

    /**
     * Declares the study for good: writes {@code studies/NAME} with {@code study.yaml}, {@code codebook.csv} and what else they
     * need to a data folder, whose server and command line then know it, and this notebook with {@code DEEPDIVE_DATA}.
     *
     * <p>The respondents stay in their file, which {@code study.yaml} names. Where the file lacks a weight or does not say that
     * its respondents are invented, and for a table, a copy that does is put beside {@code study.yaml}.
     *
     * @param folder the data folder; a new one gets the rules, studies and published figures of the one in force
     * @return the folder of the study
     * @throws InputException as {@link #open()}, and where the folder has a study of that name that was written by hand
     */
    public Path save(Path folder) {
        DataFolder data = new DataFolder(folder.toAbsolutePath().normalize(), true);
        new OwnFolder(this, data, requireLabel()).writeToKeep();
        Workspace.open(data, Map.of(), Progress.NONE).estimates(slug);
        return data.resolve("studies").resolve(slug);
    }

    private DataLabel requireLabel() {
        return label.orElseThrow(() -> InputException.of(
                "data-label",
                "Nobody said whose data \"" + file.getFileName() + "\" holds.",
                file.getFileName().toString(),
                "Call .practice() for invented respondents, or .real() for answers of real people."));
    }

    String slug() {
        return slug;
    }

    String title() {
        return title;
    }

    String population() {
        return population;
    }

    Path file() {
        return file;
    }

    /** Whether the file is of this program's making, and goes with it. */
    boolean isFromTable() {
        return fromTable;
    }

    RespondentFile respondents() {
        return respondents;
    }

    OwnDesign design() {
        return design;
    }

    List<OwnColumn> columns() {
        return List.copyOf(columns.values());
    }

    List<OwnMeasure> measures() {
        return List.copyOf(measures);
    }

    @Override
    public String toString() {
        return title + ": " + respondents.size() + " respondents in " + file.getFileName() + ", "
                + label.map(DataLabel::title).orElse("nobody said yet whose data they are")
                + "\n" + new OwnCodebook(this).text() + "\nNot open yet: .open() lets it be asked.";
    }
}
