package org.deepdive.notebook;

import java.util.List;
import java.util.Locale;
import org.deepdive.analysis.Difference;
import org.deepdive.estimate.Comparison;
import org.deepdive.table.HtmlTable;

/** A tested difference as an output: one sentence, then the numbers behind it. */
final class DifferenceOutput {

    /** A difference has no base of its own. */
    private static final String NOT_APPLICABLE = "[z]";

    private DifferenceOutput() {}

    static MimeBundle of(Difference difference) {
        Comparison test = difference.test();
        HtmlTable table = new HtmlTable(
                        difference.title() + ". " + difference.study().title() + ", " + difference.among() + ".")
                .label(Page.label(difference.label()))
                .words("Group")
                .numbers("Estimate", "Base")
                .row(List.of(difference.firstGroup(), difference.value(test.firstValue()), count(test.firstBase())))
                .row(List.of(difference.secondGroup(), difference.value(test.secondValue()), count(test.secondBase())))
                .row(List.of(
                        "Difference" + (difference.isShare() ? " in percentage points" : "") + ", "
                                + Math.round(100 * test.level()) + "% interval "
                                + difference.number(test.low()) + " to " + difference.number(test.high()),
                        difference.number(test.difference()),
                        NOT_APPLICABLE))
                .note(String.format(
                        Locale.ROOT,
                        "[z] not applicable. Design-based t test of the difference, which allows for weights, strata and overlap of the groups:"
                                + " t = %.2f on %.0f degrees of freedom, %s; %s at %d%%.",
                        test.t(),
                        test.df(),
                        difference.test().probability(),
                        test.isSignificant() ? "significant" : "not significant",
                        Math.round(100 * test.level())));
        return MimeBundle.html(
                Page.of(Page.paragraph("dd-finding", difference.sentence()), table.html()),
                difference.sentence() + "\n\n" + table.text());
    }

    /** A comparison without its study: its queries stand for the words, and what data it is of cannot be said. */
    static MimeBundle of(Comparison test) {
        HtmlTable table = new HtmlTable("Difference of two estimates")
                .label("A comparison by itself does not say what data it was computed from; Question.minus does.")
                .words("Query")
                .numbers("Value", "Base")
                .row(List.of(test.first().text(), number(test.firstValue()), count(test.firstBase())))
                .row(List.of(test.second().text(), number(test.secondValue()), count(test.secondBase())))
                .row(List.of(
                        "Difference (" + Math.round(100 * test.level()) + "% interval " + number(test.low()) + " to "
                                + number(test.high()) + ")",
                        number(test.difference()),
                        NOT_APPLICABLE))
                .note(String.format(
                        Locale.ROOT,
                        "[z] not applicable. t = %.2f on %.0f degrees of freedom, p = %.3g: %s.",
                        test.t(),
                        test.df(),
                        test.p(),
                        test.isSignificant() ? "significant" : "not significant"));
        return MimeBundle.html(Page.of(table.html()), table.text());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    private static String count(int base) {
        return String.format(Locale.UK, "%,d", base);
    }
}
