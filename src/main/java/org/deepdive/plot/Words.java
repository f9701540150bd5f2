package org.deepdive.plot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deepdive.estimate.Cell;
import org.deepdive.estimate.CellText;
import org.deepdive.estimate.EstimateRow;
import org.deepdive.estimate.EstimateTable;
import org.deepdive.estimate.Flag;
import org.deepdive.estimate.Query;
import org.deepdive.study.Category;
import org.deepdive.study.DataLabel;
import org.deepdive.study.Measure;
import org.deepdive.study.Study;
import org.deepdive.study.Variable;

/** The words around a chart of estimates, all from the table itself. */
final class Words implements Captions {

    private static final CellText COUNTS = new CellText(CellText.Unit.COUNT);
    private static final Pattern SPACE = Pattern.compile("\\s");

    private final EstimateTable table;
    private final Picture.OfTable picture;

    /** Made when first asked for, and shared by the pictures of all widths. */
    private volatile String altText;

    /** Likewise. */
    private volatile List<String> footnotes;

    Words(EstimateTable table, Picture.OfTable picture) {
        this.table = table;
        this.picture = picture;
    }

    @Override
    public String identity() {
        return table.query().text() + '|' + table.fingerprint() + '|' + picture.chart() + '|';
    }

    @Override
    public String title() {
        String what = table.measure().label() + answer().map(a -> ": " + a).orElse("");
        if (table.rows().size() == 1
                && table.by().isEmpty()
                && table.measure().isShare()
                && answer().isEmpty()
                && table.rows().get(0).cell() instanceof Cell.Estimate estimate
                && estimate.flags().isEmpty()) {
            return CellText.of(table.measure()).of(estimate.value()) + " " + inSentence(what);
        }
        String by = table.by().stream().map(v -> inSentence(v.label())).collect(Collectors.joining(" and "));
        return by.isEmpty() ? what : what + ", by " + by;
    }

    @Override
    public String subtitle() {
        return quantity()
                + filters(table.study(), table.query()).map(f -> ", " + f).orElse("") + ", " + Period.of(table);
    }

    private String quantity() {
        return table.measure().statistic() + ": " + table.study().population();
    }

    /** The filters of a query in words; absent without any. */
    static Optional<String> filters(Study study, Query query) {
        if (query.where().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(query.where().entrySet().stream()
                .map(e -> filter(study.codebook().variable(e.getKey()), e.getValue()))
                .collect(Collectors.joining(", ", "among ", "")));
    }

    /** Groups by their own names where these hold the variable's: "students", not "Student: Students". */
    private static String filter(Variable variable, List<String> codes) {
        Stream<String> labels = codes.stream().map(c -> variable.category(c).label());
        return isNamed(variable, codes)
                ? labels.map(Words::inSentence).collect(Collectors.joining(" or "))
                : variable.label() + ": " + labels.collect(Collectors.joining(" or "));
    }

    private static boolean isNamed(Variable variable, List<String> codes) {
        String name = variable.label().toLowerCase(Locale.ROOT);
        return codes.stream()
                .allMatch(c ->
                        variable.category(c).label().toLowerCase(Locale.ROOT).contains(name));
    }

    /** The only answer of a table whose rows are all about one. */
    private Optional<String> answer() {
        List<String> answers = table.rows().stream()
                .map(EstimateRow::answer)
                .flatMap(Optional::stream)
                .map(Category::label)
                .distinct()
                .toList();
        return answers.size() == 1 ? Optional.of(answers.get(0)) : Optional.empty();
    }

    @Override
    public List<String> caption() {
        List<String> lines = new ArrayList<>();
        lines.add(label());
        base().ifPresent(lines::add);
        table.dontKnows().ifPresent(lines::add);
        lines.add(published() ? "Not weighted." : weighting());
        interval().ifPresent(lines::add);
        lines.add("Period: " + sentence(Period.of(table)));
        question(table.study(), table.measure()).ifPresent(lines::add);
        lines.addAll(source(table.study()));
        lines.addAll(picture.remarks());
        marks().ifPresent(lines::add);
        lines.add("Deepdive " + Software.version() + ".");
        return lines;
    }

    @Override
    public List<String> footnotes() {
        if (footnotes == null) {
            footnotes = List.copyOf(madeFootnotes());
        }
        return footnotes;
    }

    private List<String> madeFootnotes() {
        List<String> lines = new ArrayList<>();
        lines.add(label() + " " + table.study().title() + ", " + sentence(Period.of(table)));
        interval().ifPresent(lines::add);
        picture.remarks().forEach(lines::add);
        marks().ifPresent(lines::add);
        return lines;
    }

    @Override
    public String altText() {
        if (altText == null) {
            altText = madeAltText();
        }
        return altText;
    }

    private String madeAltText() {
        return picture.chart().title() + ". " + sentence(title()) + " " + sentence(subtitle()) + " " + picture.inWords()
                + (table.label().isInvented() ? " " + label() : "");
    }

    private String label() {
        return label(table.label());
    }

    /** What numbers were computed from. */
    static String label(DataLabel label) {
        return label.title() + ". " + label.explanation();
    }

    /** Whom a study is about, and where it comes from. */
    static List<String> source(Study study) {
        return List.of(
                "Population: " + sentence(study.population()),
                "Source: " + study.title() + ", " + sentence(study.provenance().publisher()) + " "
                        + sentence(study.provenance().source()));
    }

    private boolean published() {
        return table.measure() instanceof Measure.OfCounts || table.measure() instanceof Measure.Base;
    }

    private String weighting() {
        return table.measure() instanceof Measure.Total
                ? "Weighted estimates of totals in the population that the weights add up to."
                : "Weighted estimates.";
    }

    private Optional<String> base() {
        if (table.measure() instanceof Measure.Base) {
            return Optional.empty();
        }
        IntSummaryStatistics bases = table.rows().stream()
                .map(row -> new Mark("", row.cell(), COUNTS))
                .mapToInt(Mark::base)
                .filter(base -> base > 0)
                .summaryStatistics();
        if (bases.getCount() == 0) {
            return Optional.empty();
        }
        String least = COUNTS.of(bases.getMin());
        String most = COUNTS.of(bases.getMax());
        String range = least.equals(most) ? most : least + " to " + most + " a group";
        return Optional.of("Base (unweighted): " + range + asked() + ".");
    }

    private String asked() {
        if (!(table.measure() instanceof Measure.OfRespondents asked)
                || !table.study().codebook().has(asked.variable())) {
            return "";
        }
        String of = table.study().codebook().variable(asked.variable()).askedOf();
        int colon = of.indexOf(':');
        if (of.isBlank() || of.equals("everyone")) {
            return "";
        }
        if (colon < 0 || !table.study().codebook().has(of.substring(0, colon))) {
            return ", asked of " + of;
        }
        Variable condition = table.study().codebook().variable(of.substring(0, colon));
        List<String> codes = List.of(of.substring(colon + 1).split("/"));
        return (isNamed(condition, codes) ? ", asked of " : ", asked where ") + filter(condition, codes);
    }

    private Optional<String> interval() {
        boolean any = table.rows().stream().anyMatch(row -> new Mark("", row.cell(), COUNTS).hasInterval());
        if (table.interval().isEmpty() || !any) {
            return Optional.empty();
        }
        String what = switch (picture.chart()) {
            case BARS, RANK -> "Lines at the ends of bars are ";
            case LINE -> "Bands and error bars are ";
            case LIKERT -> "The table gives ";
        };
        return Optional.of(what + Math.round(table.level() * 100) + "% confidence intervals ("
                + table.intervalTitle().orElseThrow() + ").");
    }

    /** The wording of the question that a measure is of; absent where there is none. */
    static Optional<String> question(Study study, Measure measure) {
        String wording = "";
        if (measure instanceof Measure.OfCounts counts) {
            wording = counts.question();
        } else if (measure instanceof Measure.OfRespondents asked
                && study.codebook().has(asked.variable())) {
            wording = study.codebook().variable(asked.variable()).question();
        }
        if (wording.isBlank()) {
            return Optional.empty();
        }
        String assumed = study.wordingAssumed() ? " (wording assumed)" : "";
        return Optional.of("Question" + assumed + ": “" + wording.strip() + "”");
    }

    private Optional<String> marks() {
        return marks(CellText.flags(table));
    }

    /** The meaning of marks; absent without any. */
    static Optional<String> marks(Collection<Flag> flags) {
        String marks =
                flags.stream().map(flag -> flag.mark() + " " + flag.meaning()).collect(Collectors.joining("; "));
        return marks.isEmpty() ? Optional.empty() : Optional.of(marks + ".");
    }

    /** A text with a full stop. */
    static String sentence(String text) {
        String stripped = text.strip();
        return stripped.isEmpty() || ".!?”".indexOf(stripped.charAt(stripped.length() - 1)) >= 0
                ? stripped
                : stripped + ".";
    }

    /** A text as it stands within a sentence: its first letter small, unless it starts with an acronym. */
    static String inSentence(String text) {
        String first = SPACE.split(text, 2)[0];
        boolean ordinary = first.length() > 1
                && Character.isUpperCase(first.charAt(0))
                && first.substring(1).chars().allMatch(c -> Character.isLowerCase(c) || c == '-' || c == '\'');
        return ordinary ? Character.toLowerCase(text.charAt(0)) + text.substring(1) : text;
    }
}
