package org.deepdive.server;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import org.deepdive.published.AuditFinding;
import org.deepdive.published.Reproduction;
import org.deepdive.published.Severity;
import org.deepdive.server.view.SeverityCount;
import org.deepdive.server.view.VerdictCount;

/** Verdicts and severities in words. */
final class Verdicts {

    /** The verdicts, in the order to list them. */
    static final List<String> ALL = Reproduction.VERDICTS;

    private Verdicts() {}

    /**
     * All verdicts, each with how many there are.
     *
     * @param fitted how many of the figures reproduced come from practice data that were fitted to them
     */
    static List<VerdictCount> counts(ToLongFunction<String> count, long fitted) {
        return ALL.stream()
                .map(v -> new VerdictCount(
                        v, text(v), meaning(v), count.applyAsLong(v), v.equals("reproduced") ? fitted : 0))
                .toList();
    }

    static String text(String verdict) {
        return switch (verdict) {
            case "reproduced" -> "Reproduced";
            case "differs" -> "Differs";
            case "compared-with" -> "Only compared with";
            default -> "Not reproducible";
        };
    }

    private static String meaning(String verdict) {
        return switch (verdict) {
            case "reproduced" -> "The value computed prints as the document printed it.";
            case "differs" -> "The value computed prints otherwise, or the data do not support the finding.";
            case "compared-with" ->
                "Claims nothing by itself: it is the other side of a comparison, and names the row that makes it.";
            default -> "The data needed were not published, or nothing is claimed that could be tested; each says why.";
        };
    }

    /** The severities that findings have, each with how many there are. */
    static List<SeverityCount> severities(List<AuditFinding> findings) {
        return Arrays.stream(Severity.values())
                .map(s -> new SeverityCount(
                        s.name().toLowerCase(Locale.ROOT),
                        text(s),
                        meaning(s),
                        findings.stream().filter(f -> f.severity() == s).count()))
                .filter(s -> s.count() > 0)
                .toList();
    }

    private static String text(Severity severity) {
        return switch (severity) {
            case IMPOSSIBLE -> "Impossible";
            case INCONSISTENT -> "Inconsistent";
            case IMPRECISE -> "Imprecise";
        };
    }

    private static String meaning(Severity severity) {
        return switch (severity) {
            case IMPOSSIBLE -> "No respondents could have answered so, as the words are read.";
            case INCONSISTENT -> "Two things printed cannot both be right.";
            case IMPRECISE -> "Right only when read loosely, as a sum of rounded numbers is.";
        };
    }
}
