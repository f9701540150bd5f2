package org.deepdive.analysis;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.deepdive.disclosure.Cleared;
import org.deepdive.estimate.regression.Model;
import org.deepdive.plot.Drawing;
import org.deepdive.plot.ModelPlot;
import org.deepdive.study.DataLabel;
import org.deepdive.table.DataSheet;
import org.deepdive.table.ModelTable;

/**
 * A cleared model: the groups of its first variable as they are beside what they are once adjusted, with the tests and
 * coefficients behind them.
 *
 * @param plot its plot
 */
public record ModelExhibit(ModelPlot plot) implements Exhibit {

    public ModelExhibit {
        plot = plot.from(ModelExhibit::new);
    }

    /** The exhibit of a cleared model. */
    public static ModelExhibit of(Cleared<Model> cleared) {
        return new ModelExhibit(ModelPlot.of(cleared));
    }

    /** The cleared model, with its coefficients, tests and adjusted differences. */
    public Model model() {
        return plot.cleared().value();
    }

    /** The model as tables. */
    public ModelTable table() {
        return ModelTable.of(plot.cleared());
    }

    @Override
    public String title() {
        return plot.title();
    }

    @Override
    public String subtitle() {
        return plot.subtitle();
    }

    @Override
    public Optional<Drawing> drawing() {
        return Optional.of(plot);
    }

    @Override
    public Set<DataLabel> labels() {
        return plot.labels();
    }

    @Override
    public String html() {
        return table().html();
    }

    @Override
    public String text() {
        return table().text();
    }

    @Override
    public String csv() {
        return table().csv();
    }

    @Override
    public String json() {
        return table().json();
    }

    @Override
    public List<DataSheet> sheets() {
        return table().sheets(title(), subtitle(), notes());
    }

    @Override
    public Doors doors() {
        return Doors.of(model().query());
    }

    /** The numbers as {@link #text()} has them, for wherever nothing but text is shown. */
    @Override
    public String toString() {
        return text();
    }
}
