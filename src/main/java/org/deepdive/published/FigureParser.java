package org.deepdive.published;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.deepdive.estimate.Query;
import org.deepdive.estimate.QueryCheck;
import org.deepdive.study.InputException;
import org.deepdive.study.Study;

/** Understands lines of files of figures, and collects what cannot be understood. */
final class FigureParser {

    private static final String NUMBERS =
            "a number as the document prints it, or nothing: 47%, 14.94%, -6.0%, 6 points,"
                    + " 9 in 10, 29,250, 1.929, £200 million, £80m, 4th, fourth, 1 minute and 9 seconds, 21 months, five,"
                    + " three quarters";

    private final List<Study> studies;
    private final FigureProblems problems;

    FigureParser(List<Study> studies, FigureProblems problems) {
        this.studies = studies;
        this.problems = problems;
    }

    /** The figure of a line; absent where anything is wrong in it. */
    Optional<PublishedFigure> figure(FigureRow row) {
        Optional<Optional<Query>> query = field(row, "query", "", () -> query(row.get("query")));
        Optional<Optional<Printed>> printed =
                field(row, "printed", NUMBERS, () -> Printed.optional(row.get("printed")));
        Optional<Unit> unit = field(
                row,
                "unit",
                Arrays.stream(Unit.values()).map(Unit::text).collect(Collectors.joining(", ")),
                () -> Unit.parse(row.get("unit")));
        Optional<OptionalLong> base = field(
                row,
                "base",
                "a whole number of at most 12 digits without commas, or nothing",
                () -> base(row.get("base")));
        Optional<Optional<Claim>> claim = field(
                row,
                "claim",
                Arrays.stream(Claim.values()).map(Claim::text).collect(Collectors.joining(", ")) + ", or nothing",
                () -> Claim.parse(row.get("claim")));
        Optional<PublishedFigure.Calibrated> calibrated =
                field(row, "calibrated", "yes, no, data or nothing", () -> calibrated(row.get("calibrated")));
        if (query.isEmpty()
                || printed.isEmpty()
                || unit.isEmpty()
                || base.isEmpty()
                || claim.isEmpty()
                || calibrated.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new PublishedFigure(
                row.get("id"),
                row.get("publication"),
                row.get("section"),
                row.get("quote"),
                row.get("study"),
                query.get(),
                printed.get(),
                unit.get(),
                base.get(),
                row.get("period"),
                row.versus(),
                claim.get(),
                calibrated.get(),
                row.get("note")));
    }

    private <T> Optional<T> field(FigureRow row, String column, String allowed, Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (InputException e) {
            String remedy = e.remedy().startsWith("Did you mean") ? ". " + e.remedy() : "";
            problems.add(row, column, row.get(column), (allowed.isEmpty() ? asked(e) : allowed) + remedy);
            return Optional.empty();
        }
    }

    private static String asked(InputException e) {
        return "a query that can be read, or nothing. " + e.problem() + names(e);
    }

    private static String names(InputException e) {
        if (!e.allowed().isEmpty()) {
            return " There are " + String.join(", ", e.allowed());
        }
        return e.remedy().isEmpty() || e.remedy().startsWith("Did you mean") ? "" : " " + e.remedy();
    }

    private Optional<Query> query(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        Query query = Query.parse(text);
        studies.stream().filter(s -> s.slug().equals(query.study())).forEach(study -> requireKnown(study, query));
        return Optional.of(query);
    }

    private static void requireKnown(Study study, Query query) {
        try {
            new QueryCheck(study).check(query);
        } catch (InputException e) {
            // Several answers together are printed more often than they can be computed.
            if (!e.code().equals("answers")) {
                throw e;
            }
        }
    }

    private static OptionalLong base(String text) {
        return text.isBlank() ? OptionalLong.empty() : OptionalLong.of(PublishedFigures.whole(text));
    }

    private static PublishedFigure.Calibrated calibrated(String text) {
        return text.isBlank() ? PublishedFigure.Calibrated.NO : PublishedFigures.calibrated(text);
    }
}
