package org.deepdive.notebook;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.deepdive.analysis.FigureLedger;
import org.deepdive.published.Claim;
import org.deepdive.published.ClaimVerdict;
import org.deepdive.published.Computed;
import org.deepdive.published.Printed;
import org.deepdive.published.PublishedFigure;
import org.deepdive.published.Reproduction;
import org.deepdive.published.Unit;
import org.deepdive.table.HtmlTable;

/** Published figures as an output: under the words of the document what was printed, what was computed, and the verdict. */
final class LedgerOutput {

    private static final Map<PublishedFigure.Calibrated, String> FITTED = Map.of(
            PublishedFigure.Calibrated.YES, "yes",
            PublishedFigure.Calibrated.NO, "no",
            PublishedFigure.Calibrated.DATA, "the data");

    private LedgerOutput() {}

    static MimeBundle of(FigureLedger ledger) {
        return MimeBundle.html(
                Page.of(html(ledger)), summary(ledger) + "\n\n" + table(ledger).text());
    }

    /** The ledger as a part of a larger output. */
    static String html(FigureLedger ledger) {
        return Page.paragraph("dd-finding", summary(ledger)) + table(ledger).html();
    }

    private static HtmlTable table(FigureLedger ledger) {
        HtmlTable table = new HtmlTable("Published figures, recomputed")
                .label(labels(ledger))
                .words("Figure")
                .numbers("Printed", "Computed", "95% interval", "Base")
                .words("Fitted", "Verdict");
        String quote = "";
        for (Reproduction row : ledger.rows()) {
            if (!row.figure().quote().equals(quote)) {
                quote = row.figure().quote();
                table.heading("“" + quote + "”");
            }
            table.row(cells(row));
        }
        if (ledger.rows().stream().anyMatch(r -> r.figure().calibrated() == PublishedFigure.Calibrated.YES)) {
            table.note(
                    "Fitted: whether practice respondents were weighted so that this figure comes out. Such a figure shows"
                            + " that the computation works, and nothing about the world.");
        }
        return table;
    }

    /** How many of the figures have which verdict. */
    private static String summary(FigureLedger ledger) {
        String counts = Reproduction.VERDICTS.stream()
                .filter(verdict -> ledger.count(verdict) > 0)
                .map(verdict -> ledger.count(verdict) + " " + words(verdict))
                .collect(Collectors.joining(", "));
        int size = ledger.rows().size();
        return size + (size == 1 ? " figure or finding: " : " figures and findings: ") + (size == 0 ? "none" : counts)
                + ".";
    }

    private static String words(String verdict) {
        return switch (verdict) {
            case "differs" -> "different";
            case "not-reproducible" -> "not reproducible";
            case "compared-with" -> "only compared with";
            default -> verdict;
        };
    }

    private static String labels(FigureLedger ledger) {
        return ledger.rows().stream()
                .flatMap(row -> row.computed().stream())
                .map(Computed::label)
                .distinct()
                .sorted()
                .map(Page::label)
                .collect(Collectors.joining(" "));
    }

    private static List<String> cells(Reproduction row) {
        PublishedFigure figure = row.figure();
        Optional<Computed> computed = row.computed();
        int decimals = figure.printed().map(LedgerOutput::decimals).orElse(0) + 1;
        return List.of(
                figure.id(),
                figure.printed()
                        .map(Printed::text)
                        .orElseGet(() -> figure.claim().map(Claim::text).orElse("–")),
                computed.map(c -> value(c, c.value(), figure, decimals)).orElse("–"),
                computed.filter(c -> !Double.isNaN(c.low()))
                        .map(c -> value(c, c.low(), figure, decimals) + " to " + value(c, c.high(), figure, decimals))
                        .orElse("–"),
                computed.map(c -> String.format(Locale.UK, "%,d", c.base())).orElse("–"),
                FITTED.get(figure.calibrated()),
                verdict(row));
    }

    private static String verdict(Reproduction row) {
        String verdict = words(row.verdict());
        String reason = row.reason().isEmpty() ? "" : ": " + row.reason();
        String claim = row.claim()
                .filter(c -> !reason.contains(c.sentence()))
                .map(c -> " " + claim(row.figure(), c))
                .orElse("");
        return verdict + reason + (reason.endsWith(".") || claim.isEmpty() ? "" : ".") + claim;
    }

    private static String claim(PublishedFigure figure, ClaimVerdict verdict) {
        String claim = figure.claim().map(Claim::text).orElse("");
        return "“" + claim + "”: " + verdict.outcome().text() + ": " + verdict.sentence();
    }

    private static int decimals(Printed printed) {
        int point = printed.text().indexOf('.');
        return point < 0
                ? 0
                : (int) printed.text()
                        .substring(point + 1)
                        .chars()
                        .takeWhile(Character::isDigit)
                        .count();
    }

    private static String value(Computed computed, double value, PublishedFigure figure, int decimals) {
        if (figure.unit() == Unit.COUNT || figure.unit() == Unit.RESPONDENTS) {
            return String.format(Locale.UK, "%,d", Math.round(value));
        }
        boolean percent = computed.share();
        double shown = percent ? 100 * value : value;
        return String.format(Locale.ROOT, "%." + Math.min(decimals, 6) + "f%s", shown, percent ? "%" : "");
    }
}
