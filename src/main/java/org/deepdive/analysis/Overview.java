package org.deepdive.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deepdive.disclosure.Cleared;
import org.deepdive.plot.FiguresPlot;
import org.deepdive.published.ClaimVerdict;
import org.deepdive.published.Reproduction;

/** Writes the section on the published figures of a deep-dive against those computed. */
final class Overview {

    private final Editor editor;

    Overview(Editor editor) {
        this.editor = editor;
    }

    /** The section on all figures of a publication. */
    Section section(String publication) {
        Cleared<List<Reproduction>> figures = editor.publication(publication);
        // What is only the other side of a comparison is told with the row that makes it.
        FigureLedger ledger = new FigureLedger(figures.value().stream()
                .filter(row -> !(row instanceof Reproduction.Comparand))
                .toList());
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(fitted(ledger));
        claims(ledger, paragraphs);
        comparands(figures.value().size() - ledger.rows().size()).ifPresent(paragraphs::add);
        List<Exhibit> exhibits = new ArrayList<>();
        if (figures.value().stream().anyMatch(FiguresPlot::isDrawable)) {
            exhibits.add(new FiguresExhibit(FiguresPlot.of(
                    "Percentages printed and computed", figures, new FigureNames(editor.workspace())::of)));
        }
        return new Section("reproduction", headline(ledger), paragraphs, exhibits, List.of());
    }

    private static String headline(FigureLedger ledger) {
        int all = ledger.rows().size();
        long out = ledger.count("reproduced");
        long differ = ledger.count("differs");
        long not = ledger.count("not-reproducible");
        return out + " of " + all + " published figures and findings come out again"
                + (differ > 0 ? ", " + differ + (differ == 1 ? " differs" : " differ") : "")
                + (not > 0 ? ", " + not + " cannot be recomputed" : "");
    }

    private static String fitted(FigureLedger ledger) {
        long fitted = ledger.fitted();
        long out = ledger.count("reproduced");
        if (fitted == 0) {
            return "A figure comes out again when the value computed prints as the document printed it.";
        }
        return "The respondents here are practice data, and were fitted to " + fitted + " of the " + out
                + " figures that come out again: that these agree was arranged, and says nothing of the figures. "
                + (out == fitted
                        ? "No figure that was not fitted comes out."
                        : (out - fitted) + (out - fitted == 1 ? " follows" : " follow")
                                + " from the rest without having been fitted.");
    }

    private static void claims(FigureLedger ledger, List<String> paragraphs) {
        List<ClaimVerdict> claims =
                ledger.rows().stream().flatMap(r -> r.claim().stream()).toList();
        if (claims.isEmpty()) {
            return;
        }
        List<String> verdicts = new ArrayList<>();
        tell(
                count(claims, ClaimVerdict.Outcome.SUPPORTED),
                " supported by a test or by the order of the numbers",
                verdicts);
        tell(
                count(claims, ClaimVerdict.Outcome.DIRECTION_ONLY),
                " in the direction claimed without being significant",
                verdicts);
        tell(count(claims, ClaimVerdict.Outcome.NOT_SUPPORTED), " not supported", verdicts);
        tell(count(claims, ClaimVerdict.Outcome.CANNOT_BE_TESTED), " beyond test here", verdicts);
        paragraphs.add("Of " + claims.size() + " claims in words, such as one group being higher than another: "
                + String.join("; ", verdicts) + ".");
    }

    private static Optional<String> comparands(int rows) {
        return rows == 0
                ? Optional.empty()
                : Optional.of("Not counted " + (rows == 1 ? "is 1 row that is" : "are " + rows + " rows that are")
                        + " only the other side of a comparison made in another.");
    }

    private static void tell(long count, String verdict, List<String> verdicts) {
        if (count > 0) {
            verdicts.add(count + verdict);
        }
    }

    private static long count(List<ClaimVerdict> claims, ClaimVerdict.Outcome outcome) {
        return claims.stream().filter(c -> c.outcome() == outcome).count();
    }
}
