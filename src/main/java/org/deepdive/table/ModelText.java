package org.deepdive.table;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.deepdive.estimate.Cell;
import org.deepdive.estimate.CellText;
import org.deepdive.estimate.EstimateRow;
import org.deepdive.estimate.Flag;
import org.deepdive.estimate.regression.AdjustedDifference;
import org.deepdive.estimate.regression.Coefficient;
import org.deepdive.estimate.regression.LeftOut;
import org.deepdive.estimate.regression.Model;
import org.deepdive.estimate.regression.ModelKind;
import org.deepdive.estimate.regression.TermTest;
import org.deepdive.study.Category;

/** Writes a model as plain text. */
final class ModelText {

    private static final CellText COUNT = new CellText(CellText.Unit.COUNT);
    private static final String REFERENCE = "reference";

    private final Model model;
    private final CellText printing;
    private final boolean odds;

    ModelText(Model model) {
        this.model = model;
        this.printing = CellText.of(model.measure());
        this.odds = model.kind() == ModelKind.LOGISTIC;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        ModelTable.heading(model)
                .forEach(line -> text.append(AlignedText.plain(line)).append('\n'));
        text.append('\n').append(AlignedText.plain(model.sentence())).append("\n\n");
        text.append("Base (unweighted): ").append(COUNT.of(model.base())).append('\n');
        for (LeftOut left : model.leftOut()) {
            text.append("Left out: ").append(COUNT.of(left.count())).append("  ");
            text.append(AlignedText.plain(left.reason())).append('\n');
        }
        text.append('\n').append(aligned(groups()));
        text.append('\n').append(aligned(coefficients()));
        text.append('\n').append(aligned(tests()));
        text.append('\n').append(notes());
        return text.toString();
    }

    private List<List<String>> groups() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of(
                AlignedText.plain(model.groups().variable().label()),
                "Unadjusted",
                "Low",
                "High",
                "Adjusted",
                "Low",
                "High",
                model.measure().isShare() ? "Points from reference" : "From reference",
                "p",
                "Base",
                "Marks"));
        for (int g = 0; g < model.groups().adjusted().size(); g++) {
            EstimateRow adjusted = model.groups().adjusted().get(g);
            List<String> line = new ArrayList<>();
            line.add(AlignedText.plain(adjusted.groups().get(0).label()));
            line.addAll(numbers(model.groups().unadjusted().get(g).cell()));
            line.addAll(numbers(adjusted.cell()));
            line.addAll(difference(adjusted.groups().get(0)));
            line.add(COUNT.of(adjusted.cell() instanceof Cell.Estimate e ? e.base() : Double.NaN));
            line.add(CellText.marks(marks(g)));
            lines.add(line);
        }
        return lines;
    }

    private Set<Flag> marks(int group) {
        Set<Flag> marks = EnumSet.noneOf(Flag.class);
        marks.addAll(model.groups().unadjusted().get(group).cell().flags());
        marks.addAll(model.groups().adjusted().get(group).cell().flags());
        return marks;
    }

    private List<String> numbers(Cell cell) {
        return cell instanceof Cell.Estimate e
                ? List.of(printing.of(e.value()), printing.of(e.low()), printing.of(e.high()))
                : List.of(printing.of(cell), "", "");
    }

    private List<String> difference(Category group) {
        Optional<AdjustedDifference> found = model.groups().differences().stream()
                .filter(d -> d.first().equals(group))
                .findFirst();
        return found.map(d -> List.of(
                        model.measure().isShare()
                                ? String.format(Locale.ROOT, "%+.1f", 100 * d.difference())
                                : String.format(Locale.ROOT, "%+.2f", d.difference()),
                        TestText.p(d.p())))
                .orElse(List.of(REFERENCE, ""));
    }

    private List<List<String>> coefficients() {
        List<List<String>> lines = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("Coefficient", "Estimate", "SE", "Low", "High"));
        head.addAll(odds ? List.of("Odds ratio", "Low", "High") : List.of());
        head.addAll(List.of("t", "p", ""));
        lines.add(head);
        for (Coefficient c : model.coefficients()) {
            List<String> line = new ArrayList<>(List.of(AlignedText.plain(c.label())));
            Stream.of(c.estimate(), c.se(), c.low(), c.high())
                    .map(n -> number(n, 4))
                    .forEach(line::add);
            if (odds) {
                boolean ratio = !c.isIntercept();
                Stream.of(c.oddsRatio(), c.oddsLow(), c.oddsHigh())
                        .map(n -> ratio ? number(n, 2) : "")
                        .forEach(line::add);
            }
            line.addAll(List.of(number(c.t(), 2), TestText.p(c.p()), ""));
            lines.add(line);
        }
        return lines;
    }

    private List<List<String>> tests() {
        List<List<String>> lines = new ArrayList<>(List.of(List.of("Term (Wald test)", "F", "df", "p", "")));
        for (TermTest test : model.tests()) {
            String df = test.df() + ", " + COUNT.of(test.ddf());
            lines.add(List.of(AlignedText.plain(test.label()), number(test.f(), 2), df, TestText.p(test.p()), ""));
        }
        return lines;
    }

    private static String aligned(List<List<String>> lines) {
        return AlignedText.of(
                lines, column -> column > 0 && column < lines.get(0).size() - 1);
    }

    private String notes() {
        StringBuilder text = new StringBuilder();
        text.append("Coefficients are against ").append(AlignedText.plain(String.join("; ", model.references())));
        text.append(".\nSurvey-weighted ").append(model.kind().title()).append("; design-based standard errors; ");
        text.append("Low and High are the ends of ").append(Math.round(100 * model.level()));
        text.append("% confidence intervals.\nAdjusted: average marginal predictions, what each group would be with ");
        text.append("everybody's mix of ")
                .append(AlignedText.plain(model.adjusters()))
                .append(".\n");
        model.groups().unadjusted().stream()
                .flatMap(row -> row.cell().flags().stream())
                .distinct()
                .sorted()
                .forEach(flag -> text.append(flag.mark())
                        .append(' ')
                        .append(flag.meaning())
                        .append('\n'));
        return text.toString();
    }

    private static String number(double value, int decimals) {
        return Double.isNaN(value)
                ? Flag.NOT_AVAILABLE.mark()
                : String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
