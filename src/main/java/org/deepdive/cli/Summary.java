package org.deepdive.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.deepdive.analysis.FigureLedger;
import org.deepdive.analysis.Workspace;
import org.deepdive.published.AuditFinding;
import org.deepdive.published.Computed;
import org.deepdive.published.Publication;
import org.deepdive.published.Reproduction;
import org.deepdive.published.Severity;
import org.deepdive.study.DataLabel;
import org.deepdive.study.Quote;

/** The results of the main job in words. */
final class Summary {

    private static final int REASONS_SHOWN = 4;

    private Summary() {}

    /** How many published figures were reproduced, by publication, and why others were not. */
    static String reproductions(Workspace workspace, FigureLedger ledger) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "Published figures and findings: %d%n  %-18s %10s %16s %8s %17s %14s%n",
                ledger.rows().size(),
                "",
                "reproduced",
                "of which fitted",
                "differ",
                "not reproducible",
                "compared with"));
        for (Publication publication : workspace.published().publications()) {
            if (ledger.of(publication.id()).rows().isEmpty()) {
                continue;
            }
            text.append(line(publication.id(), ledger.of(publication.id())));
        }
        text.append(line("together", ledger));
        text.append("Fitted: practice data were made to give these figures, so that they do is evidence of nothing.\n");
        text.append(
                "Compared with: it claims nothing by itself, and is the other side of a comparison in another row.\n");
        Map<String, Long> reasons = ledger.reasons();
        if (!reasons.isEmpty()) {
            text.append("Not reproducible, because:\n");
            reasons.entrySet().stream()
                    .limit(REASONS_SHOWN)
                    .forEach(e -> text.append(String.format("  %4d  %s%n", e.getValue(), e.getKey())));
            long others = reasons.values().stream()
                    .skip(REASONS_SHOWN)
                    .mapToLong(Long::longValue)
                    .sum();
            text.append(others == 0 ? "" : String.format("  %4d  other reasons, see reproduce --format csv%n", others));
        }
        text.append(labels(ledger));
        return text.toString();
    }

    private static String line(String name, FigureLedger ledger) {
        return String.format(
                "  %-18s %10d %16d %8d %17d %14d%n",
                name,
                ledger.count("reproduced"),
                ledger.fitted(),
                ledger.count("differs"),
                ledger.count("not-reproducible"),
                ledger.count("compared-with"));
    }

    private static String labels(FigureLedger ledger) {
        List<DataLabel> labels = ledger.rows().stream()
                .flatMap(r -> r.computed().map(Computed::label).stream())
                .distinct()
                .toList();
        StringBuilder text = new StringBuilder("Computed from:\n");
        for (DataLabel label : labels) {
            text.append("  ")
                    .append(label.title())
                    .append(". ")
                    .append(label.explanation())
                    .append('\n');
        }
        return text.toString();
    }

    /** One line a figure. */
    static String rows(FigureLedger ledger) {
        StringBuilder text = new StringBuilder();
        text.append(String.format("%-44s %-12s %-22s %s%n", "figure", "printed", "computed", "verdict"));
        for (Reproduction row : ledger.rows()) {
            text.append(String.format(
                    "%-44s %-12s %-22s %s%s%n",
                    row.figure().id(),
                    row.figure().printed().map(p -> shorter(p.text())).orElse("finding"),
                    row.computed().map(c -> value(c)).orElse(""),
                    row.verdict(),
                    row.reason().isEmpty() ? "" : ": " + row.reason()));
        }
        return text.toString();
    }

    private static String shorter(String printed) {
        return printed.length() <= 12 ? printed : printed.substring(0, 11) + "…";
    }

    private static String value(Computed computed) {
        if (!computed.share()) {
            return computed.value() == Math.rint(computed.value())
                    ? String.format(Locale.ROOT, "%.0f", computed.value())
                    : String.format(Locale.ROOT, "%.6f", computed.value());
        }
        return Double.isNaN(computed.low())
                ? String.format(Locale.ROOT, "%.2f%%", 100 * computed.value())
                : String.format(
                        Locale.ROOT,
                        "%.1f%% (%.1f to %.1f)",
                        100 * computed.value(),
                        100 * computed.low(),
                        100 * computed.high());
    }

    /** The audit's findings, most severe first, each with the words that its numbers were printed in. */
    static String audit(List<AuditFinding> findings) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                "Audit of the printed numbers: %s",
                findings.isEmpty()
                        ? "nothing found"
                        : findings.size() + (findings.size() == 1 ? " finding" : " findings")));
        for (Severity severity : Severity.values()) {
            long count = findings.stream().filter(f -> f.severity() == severity).count();
            text.append(count == 0 ? "" : ", " + count + " " + severity.name().toLowerCase(Locale.ROOT));
        }
        text.append('\n');
        for (AuditFinding finding : findings) {
            String severity = finding.severity().name().toLowerCase(Locale.ROOT);
            for (AuditFinding.Reason reason : finding.reasons()) {
                text.append(String.format("  %-13s %s%n", severity, Quote.harmless(reason.words())));
                severity = "";
            }
            finding.quotes()
                    .forEach(quote -> text.append(String.format("  %-13s   “%s”%n", "", Quote.harmless(quote))));
        }
        return text.toString();
    }
}
