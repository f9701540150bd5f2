package org.deepdive.plot;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deepdive.estimate.CellText;
import org.deepdive.estimate.Flag;
import org.deepdive.estimate.regression.LeftOut;
import org.deepdive.estimate.regression.Model;

/** The words around a chart of unadjusted and adjusted values, all from the model itself. */
final class ModelWords implements Captions {

    private static final CellText COUNTS = new CellText(CellText.Unit.COUNT);

    private final Model model;
    private final Picture picture;

    ModelWords(Model model, Picture picture) {
        this.model = model;
        this.picture = picture;
    }

    @Override
    public String identity() {
        return model.query().text() + '|' + model.fingerprint() + "|PAIRS|";
    }

    @Override
    public String title() {
        return model.outcome() + ", by "
                + Words.inSentence(model.groups().variable().label()) + ", unadjusted and adjusted";
    }

    @Override
    public String subtitle() {
        String quantity = model.measure().isShare() ? "Percentage: " : "Mean score: ";
        return quantity + model.study().population()
                + Words.filters(model.study(), model.query().outcome())
                        .map(f -> ", " + f)
                        .orElse("")
                + ", " + period() + "; adjusted for " + model.adjusters();
    }

    private String period() {
        return Period.of(model.study(), model.query().outcome());
    }

    @Override
    public List<String> caption() {
        List<String> lines = new ArrayList<>();
        lines.add(Words.label(model.label()));
        lines.add(Words.sentence(model.sentence()));
        lines.add(base());
        lines.add("Weighted estimates.");
        lines.add(method());
        lines.add(intervals());
        lines.addAll(picture.remarks());
        lines.add("Period: " + Words.sentence(period()));
        Words.question(model.study(), model.measure()).ifPresent(lines::add);
        lines.addAll(Words.source(model.study()));
        Words.marks(flags()).ifPresent(lines::add);
        lines.add("Deepdive " + Software.version() + ".");
        return lines;
    }

    @Override
    public List<String> footnotes() {
        List<String> lines = new ArrayList<>();
        lines.add(Words.label(model.label()) + " " + model.study().title() + ", " + Words.sentence(period()));
        lines.add("Adjusted for " + model.adjusters() + " (" + model.kind().title() + "). Base (unweighted): "
                + COUNTS.of(model.base()) + ".");
        lines.add(Stream.concat(Stream.of(intervals()), picture.remarks().stream())
                .collect(Collectors.joining(" ")));
        Words.marks(flags()).ifPresent(lines::add);
        return lines;
    }

    @Override
    public String altText() {
        return "Dot plot with intervals. " + Words.sentence(title()) + " " + Words.sentence(subtitle()) + " "
                + picture.inWords() + " " + Words.sentence(model.sentence()) + " " + Words.label(model.label());
    }

    private String base() {
        String leftOut = model.leftOut().stream().map(ModelWords::leftOut).collect(Collectors.joining("; "));
        return "Base (unweighted): " + COUNTS.of(model.base()) + "; the same respondents for both values."
                + (leftOut.isEmpty() ? "" : " Left out: " + leftOut + ".");
    }

    private static String leftOut(LeftOut left) {
        return COUNTS.of(left.count()) + " (" + left.reason() + ")";
    }

    private String method() {
        return "Adjusted values are average marginal predictions of a survey-weighted "
                + model.kind().title() + ": what each group would be with everybody's mix of " + model.adjusters()
                + ".";
    }

    private String intervals() {
        return "Lines through the points are " + Math.round(model.level() * 100) + "% confidence intervals.";
    }

    private Set<Flag> flags() {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        Stream.concat(model.groups().unadjusted().stream(), model.groups().adjusted().stream())
                .forEach(row -> flags.addAll(row.cell().flags()));
        return flags;
    }
}
