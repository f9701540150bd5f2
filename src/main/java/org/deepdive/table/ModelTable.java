package org.deepdive.table;

import java.util.List;
import org.deepdive.disclosure.Cleared;
import org.deepdive.estimate.regression.Model;
import tech.tablesaw.api.Table;

/**
 * A cleared model as tables: immutable; written as plain text, CSV, JSON or as Tablesaw tables. Every form says what kind of
 * data the numbers come from.
 *
 * <p>Forms for people print whole percentages and labels; forms for programs hold fractions of one in full precision, and
 * codes.
 */
public final class ModelTable {

    private final Model model;

    private ModelTable(Model model) {
        this.model = model;
    }

    /** The tables of a cleared model. */
    public static ModelTable of(Cleared<Model> cleared) {
        return new ModelTable(cleared.value());
    }

    /** Everything as aligned plain text: data label, finding, base and who was left out, groups, coefficients, tests. */
    public String text() {
        return new ModelText(model).text();
    }

    /** The groups before and after adjustment, and below them the coefficients, as accessible HTML without inline styles. */
    public String html() {
        return groupsHtml() + "\n" + ModelHtml.coefficients(model).html();
    }

    /** The groups before and after adjustment as accessible HTML. */
    public String groupsHtml() {
        return ModelHtml.groups(model).html();
    }

    /**
     * Everything as one CSV (RFC 4180, line feeds, header first): {@code table} says what a row is ({@code base, left_out,
     * unadjusted, adjusted, difference, unadjusted_test, adjusted_test, test, coefficient}), {@code item} what it is about,
     * {@code data} practice or real. Columns that a row has no number for are empty.
     */
    public String csv() {
        return new ModelCsv(model).text();
    }

    /** Everything as JSON, with the study, the question, the data label and the fingerprint. */
    public String json() {
        return new ModelJson(model).text();
    }

    /** The coefficients for Tablesaw, with odds ratios for a logistic model. A new table each time. */
    public Table coefficients() {
        return ModelTablesaw.coefficients(model);
    }

    /** The tests of the terms for Tablesaw. A new table each time. */
    public Table tests() {
        return ModelTablesaw.tests(model);
    }

    /** The groups before and after adjustment for Tablesaw, one row a group. A new table each time. */
    public Table adjusted() {
        return ModelTablesaw.adjusted(model);
    }

    /**
     * The model as sheets of a workbook: groups before and after adjustment, coefficients, and tests of terms.
     *
     * @param title what it is
     * @param subtitle quantity, population, filters and period
     * @param notes what must be known to read it
     */
    public List<DataSheet> sheets(String title, String subtitle, List<String> notes) {
        return new ModelSheets(model, title, subtitle, notes).sheets();
    }

    /** The data label for programs: practice or real. */
    static String dataCode(Model model) {
        return model.label().code();
    }

    /** What the model is, with its data. */
    static List<String> heading(Model model) {
        return List.of(
                model.outcome() + ", by " + model.groups().variable().label() + ", adjusted for " + model.adjusters()
                        + ". " + model.study().title() + ".",
                model.label().title() + ": " + model.label().explanation());
    }

    /** The numbers as {@link #text()} has them, for wherever nothing but text is shown. */
    @Override
    public String toString() {
        return text();
    }
}
