package org.deepdive.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.deepdive.analysis.Banner;
import org.deepdive.analysis.OpenStudy;
import org.deepdive.analysis.Studies;
import org.deepdive.estimate.Query;
import org.deepdive.estimate.WaveRange;
import org.deepdive.estimate.comparison.Adjustment;
import org.deepdive.study.InputException;
import org.deepdive.study.Measure;
import org.deepdive.study.Variable;
import org.deepdive.table.BannerIndex;
import org.deepdive.table.BannerMarks;
import org.deepdive.table.BannerTable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code deepdive table}. */
@Command(
        name = "table",
        description = {
            "Banner tables: the answers to a question in rows, with its nets and means, and a total and several breakdowns "
                    + "side by side in columns.",
            "",
            "Beside a value stand its marks and the letters of the groups of the same breakdown that it is significantly "
                    + "higher than (95%%, design-based). CSV and JSON have for every cell its standard error, interval and "
                    + "bases. Small cells are withheld [c] by the rules of disclosure.yaml. Bases are exact, for the holder "
                    + "of the data; with --public they are rounded to 10.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  deepdive table pcss safe_local --by sex,age_band,sex/age_band",
            "  deepdive table pcss --all --by sex,age_band --format html --out tables"
        },
        mixinStandardHelpOptions = true)
final class TableCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "STUDY", description = "The study, such as pcss.")
    private String study;

    @Parameters(
            index = "1..*",
            paramLabel = "QUESTION",
            description = "The questions, each by its variable or one of its measures, such as safe_local.")
    private List<String> questions = List.of();

    @Option(names = "--all", description = "All questions of the study, but for those broken down by.")
    private boolean all;

    @Option(
            names = "--by",
            paramLabel = "BREAKDOWN",
            split = ",",
            description = "Breakdowns side by side; sex/age_band (or 'sex>age_band', quoted) is age within sex.")
    private List<String> by = List.of();

    @Option(
            names = "--where",
            paramLabel = "VARIABLE=CODE",
            split = ",",
            description = "Only respondents with that answer; VARIABLE=ONE/OTHER for several. May be repeated.")
    private List<String> where = List.of();

    @Option(names = "--waves", paramLabel = "FIRST..LAST", description = "Only these waves, such as 2021Q2..2023Q2.")
    private String waves = "";

    @ArgGroup
    private Marks marks = new Marks();

    /** How significant differences are marked; at most one is given. */
    static final class Marks {
        @Option(names = "--letters", description = "Letters of the groups that a value is higher than. The default.")
        private boolean letters;

        @Option(names = "--arrows", description = "Arrows where a group differs from the rest of its breakdown.")
        private boolean arrows;

        @Option(names = "--plain", description = "No marks of significance.")
        private boolean plain;

        BannerMarks chosen() {
            if (plain) {
                return BannerMarks.NONE;
            }
            return arrows ? BannerMarks.ARROWS : BannerMarks.LETTERS;
        }
    }

    @Option(
            names = "--adjust",
            defaultValue = "none",
            paramLabel = "METHOD",
            description =
                    "Adjust for the number of tests of a measure under a breakdown: holm, bh or none. Default: none.")
    private String adjust;

    @Option(
            names = "--dont-knows",
            paramLabel = "in|out",
            description = "Whether don't knows are in the base and the rows. Default: as the study has them.")
    private String dontKnows = "";

    @Option(names = "--format", defaultValue = "text", description = "text, csv, json or html. Default: text.")
    private TableFormat format;

    @Option(
            names = "--width",
            paramLabel = "N",
            description = "How many characters a line of text may have. Default: the environment's COLUMNS, or 100.")
    private Integer width;

    @Option(names = "--out", paramLabel = "FOLDER", description = "Write a file a question, and an index, to a folder.")
    private Path out;

    @Option(names = "--force", description = "Replace files that exist.")
    private boolean force;

    @Option(names = "--public", description = "Round bases to 10, as for anyone.")
    private boolean forAnyone;

    @Mixin
    private DataOptions data;

    @Override
    public Integer call() {
        requireQuestions();
        OpenStudy open = Studies.open(data.open(study), study);
        if (out == null) {
            BannerTable table = banner(open, questions.get(0)).table(marks.chosen());
            System.out.print(format.write(table, width()));
            if (format == TableFormat.text) {
                System.out.println(
                        "\nThe same table\n  shell  " + table.question().cli() + "\n  Java   "
                                + table.question().java());
            }
            return ExitCodes.OK;
        }
        writeAll(open);
        return ExitCodes.OK;
    }

    private void writeAll(OpenStudy open) {
        List<Variable> asked = all
                ? open.questions().stream()
                        .filter(question -> !isBrokenDownBy(question))
                        .toList()
                : questions.stream()
                        .map(question -> open.banner(question).question())
                        .distinct()
                        .toList();
        TableFolder folder = new TableFolder(out, force, format, width());
        BannerIndex index;
        try (TerminalProgress progress = new TerminalProgress("Tables")) {
            index = folder.write(
                    open.study(),
                    asked,
                    question -> banner(open, question.name()).table(marks.chosen()),
                    progress);
        }
        System.out.printf(
                Locale.ROOT,
                "%d of %d tables written; start at %s%n",
                index.written(),
                asked.size(),
                out.resolve("index.html"));
    }

    /** A question cannot be broken down by its own answers, so that all questions are all others. */
    private boolean isBrokenDownBy(Variable question) {
        return by.stream().anyMatch(part -> List.of(part.split("/")).contains(question.name()));
    }

    private void requireQuestions() {
        if (all != questions.isEmpty()) {
            String given = String.join(" ", questions);
            throw InputException.of(
                    "questions",
                    all ? "Both --all and questions are given." : "No question is given.",
                    given,
                    all ? "Leave one of them out." : "Name one, such as safe_local, or add --all.");
        }
        if (out == null && (all || questions.size() > 1)) {
            throw InputException.of(
                    "output-folder", "Several tables need a folder.", study, "Add --out FOLDER, or name one question.");
        }
        if (out == null && force) {
            throw InputException.of(
                    "output-folder", "--force does nothing without --out.", "--force", "Add --out FOLDER.");
        }
    }

    private Banner banner(OpenStudy open, String question) {
        Banner banner = open.banner(question).by(by.toArray(String[]::new)).adjusted(Adjustment.read(adjust));
        Query domain = domain(open);
        for (Map.Entry<String, List<String>> filter : domain.where().entrySet()) {
            banner = banner.where(filter.getKey(), filter.getValue().toArray(String[]::new));
        }
        if (domain.waves().isPresent()) {
            WaveRange range = domain.waves().get();
            banner = banner.waves(range.first(), range.last());
        }
        banner = switch (dontKnows) {
            case "" -> banner;
            case "in" -> banner.withDontKnows();
            case "out" -> banner.withoutDontKnows();
            default ->
                throw InputException.of(
                        "dont-knows",
                        "--dont-knows is in or out, not \"" + dontKnows + "\".",
                        dontKnows,
                        "Write --dont-knows out, or leave it out for what the study says.");
        };
        return forAnyone ? banner.forAnyone() : banner;
    }

    /** The filters and waves, read as every query's are. */
    private Query domain(OpenStudy open) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("study", open.study().slug());
        words.put("measure", Measure.Base.NAME);
        words.put("where", String.join(",", QueryOptions.canonical(where)));
        words.put("waves", waves);
        return Query.parse(words);
    }

    private int width() {
        if (width != null) {
            if (width < BannerTable.LEAST_WIDTH) {
                throw InputException.of(
                        "width",
                        "A table of " + width + " characters a line cannot be read.",
                        String.valueOf(width),
                        "Give at least " + BannerTable.LEAST_WIDTH + ".");
            }
            return width;
        }
        String columns = System.getenv().getOrDefault("COLUMNS", "");
        return columns.matches("[0-9]{2,4}")
                ? Math.max(BannerTable.LEAST_WIDTH, Integer.parseInt(columns))
                : BannerTable.USUAL_WIDTH;
    }
}
