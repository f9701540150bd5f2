package org.deepdive.published;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.deepdive.estimate.Cell;
import org.deepdive.estimate.Comparison;
import org.deepdive.estimate.EstimateRow;
import org.deepdive.estimate.EstimateTable;
import org.deepdive.estimate.Query;
import org.deepdive.study.Category;
import org.deepdive.study.InputException;

/** Checks what a document says of its figures against the data: directions, significance, ranks. */
final class ClaimCheck {

    private final Map<String, PublishedFigure> figures;
    private final Answers answers;

    ClaimCheck(Map<String, PublishedFigure> figures, Answers answers) {
        this.figures = figures;
        this.answers = answers;
    }

    /**
     * The verdict on a figure's claim; empty where it makes none, or none that these data can judge, such as one that needs
     * a number the disclosure rules withhold.
     */
    Optional<ClaimVerdict> check(PublishedFigure figure) {
        if (figure.claim().isEmpty() || figure.query().isEmpty()) {
            return Optional.empty();
        }
        try {
            return judge(figure);
        } catch (InputException e) {
            if (e.isWithheld()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private Optional<ClaimVerdict> judge(PublishedFigure figure) {
        Query query = figure.query().get();
        Optional<Query> other = versus(figure).flatMap(PublishedFigure::query);
        return switch (figure.claim().get()) {
            case HIGHER, SLIGHTLY_HIGHER -> other.map(o -> direction(query, o, 1, false));
            case LOWER, SLIGHTLY_LOWER -> other.map(o -> direction(query, o, -1, false));
            case SIGNIFICANTLY_HIGHER -> other.map(o -> direction(query, o, 1, true));
            case SIGNIFICANTLY_LOWER -> other.map(o -> direction(query, o, -1, true));
            case SIMILAR -> other.map(o -> similar(query, o));
            case BIGGER_DIFFERENCE -> biggerDifference(figure);
            case MAJORITY, MOST -> Optional.of(majority(figure));
            case TOP_1 -> Optional.of(rank(figure, 1, 1));
            case TOP_2 -> Optional.of(rank(figure, 1, 2));
            case TOP_3 -> Optional.of(rank(figure, 1, 3));
            case SECOND -> Optional.of(rank(figure, 2, 2));
            case LARGEST -> Optional.of(rank(figure, 1, 1));
            case SMALLEST -> Optional.of(smallest(figure));
            case CLOSELY_FOLLOWED_BY -> versus(figure).map(o -> follows(figure, o));
            case AT_LEAST, OVER -> Optional.of(atLeast(figure));
            case AT_MOST,
                    ALL,
                    ABOUT,
                    ALMOST,
                    FRACTION,
                    SAME,
                    CHANGE,
                    STEADY,
                    HIGHEST_WAVE,
                    LOWEST_WAVE,
                    CONSISTENTLY_HIGHER,
                    CONSISTENTLY_LOWER,
                    SUM -> Optional.empty();
        };
    }

    /** The one figure it is compared with. */
    private Optional<PublishedFigure> versus(PublishedFigure figure) {
        return figure.versus().stream().findFirst().map(figures::get);
    }

    private ClaimVerdict direction(Query first, Query second, int sign, boolean significantly) {
        Comparison test = answers.compare(first, second);
        boolean sameWay = Math.signum(test.difference()) == sign;
        ClaimVerdict.Outcome outcome = !sameWay || significantly && !test.isSignificant()
                ? ClaimVerdict.Outcome.NOT_SUPPORTED
                : test.isSignificant() ? ClaimVerdict.Outcome.SUPPORTED : ClaimVerdict.Outcome.DIRECTION_ONLY;
        return new ClaimVerdict(outcome, Optional.of(test), sentence(test));
    }

    private ClaimVerdict similar(Query first, Query second) {
        Comparison test = answers.compare(first, second);
        ClaimVerdict.Outcome outcome =
                test.isSignificant() ? ClaimVerdict.Outcome.NOT_SUPPORTED : ClaimVerdict.Outcome.SUPPORTED;
        return new ClaimVerdict(outcome, Optional.of(test), sentence(test));
    }

    private static String sentence(Comparison test) {
        return String.format(
                        Locale.ROOT,
                        "%.1f%% against %.1f%%: a difference of %.1f points, %s (%s).",
                        100 * test.firstValue(),
                        100 * test.secondValue(),
                        100 * test.difference(),
                        test.isSignificant() ? "significant at 95%" : "not significant at 95%",
                        test.probability())
                .replace(" -", " −");
    }

    private Optional<ClaimVerdict> biggerDifference(PublishedFigure figure) {
        Optional<Comparison> own = figures.values().stream()
                .filter(f -> !f.id().equals(figure.id()) && f.query().equals(figure.query()))
                .flatMap(f -> gap(f).stream())
                .findFirst();
        Optional<Comparison> other = versus(figure).flatMap(this::gap);
        if (own.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        double mine = Math.abs(own.get().difference());
        double theirs = Math.abs(other.get().difference());
        String sentence = String.format(
                Locale.ROOT, "A difference of %.1f points against one of %.1f.", 100 * mine, 100 * theirs);
        return Optional.of(ClaimVerdict.of(mine > theirs, sentence));
    }

    private Optional<Comparison> gap(PublishedFigure figure) {
        boolean compares = figure.claim().isPresent() && figure.claim().get() != Claim.BIGGER_DIFFERENCE;
        if (!compares || figure.query().isEmpty()) {
            return Optional.empty();
        }
        return versus(figure)
                .flatMap(PublishedFigure::query)
                .map(other -> answers.compare(figure.query().get(), other));
    }

    private ClaimVerdict majority(PublishedFigure figure) {
        double value = Computed.of(answers.estimate(figure.query().orElseThrow()), figure.unit())
                .value();
        return ClaimVerdict.of(
                value > 0.5,
                String.format(
                        Locale.ROOT, "%.1f%% are %s half.", 100 * value, value > 0.5 ? "more than" : "not more than"));
    }

    private ClaimVerdict atLeast(PublishedFigure figure) {
        double value = Computed.of(answers.estimate(figure.query().orElseThrow()), figure.unit())
                .value();
        double printed = figure.printed().map(Printed::value).orElse(0.0);
        boolean over = figure.claim().orElseThrow() == Claim.OVER;
        return ClaimVerdict.of(
                over ? value > printed : value >= printed,
                String.format(Locale.ROOT, "%s against the %s printed.", number(value), number(printed)));
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.format(Locale.ROOT, "%.4f", value);
    }

    private ClaimVerdict rank(PublishedFigure figure, int best, int worst) {
        Ranking ranking = ranking(figure);
        int rank = ranking.rank();
        return ClaimVerdict.of(rank >= best && rank <= worst, ranking.sentence());
    }

    private ClaimVerdict smallest(PublishedFigure figure) {
        Ranking ranking = ranking(figure);
        return ClaimVerdict.of(ranking.rank() == ranking.order().size(), ranking.sentence());
    }

    private ClaimVerdict follows(PublishedFigure figure, PublishedFigure follower) {
        Ranking first = ranking(figure);
        Ranking second = ranking(follower);
        return ClaimVerdict.of(second.rank() == first.rank() + 1, first.sentence() + " " + second.sentence());
    }

    /**
     * The options, or the groups of the query's one filter, in order of value; without those of the figures that a rank
     * leaves out, such as "prefer not to say".
     */
    private Ranking ranking(PublishedFigure figure) {
        Query query = figure.query().orElseThrow();
        Set<String> leftOut =
                figure.claim().filter(c -> c != Claim.CLOSELY_FOLLOWED_BY).isEmpty()
                        ? Set.of()
                        : figure.versus().stream()
                                .flatMap(id -> figures.get(id).query().stream())
                                .flatMap(q -> q.answers().stream())
                                .collect(Collectors.toSet());
        if (!query.answers().isEmpty()) {
            Query all = query.answers(List.of()).by(List.of());
            return ranking(answers.estimate(all), query.answers().get(0), leftOut);
        }
        if (query.where().size() != 1) {
            throw InputException.of("rank", "There is nothing to rank in this query.", query.text(), "");
        }
        String variable = query.where().firstKey();
        EstimateTable groups = answers.estimate(query.withoutWhere(variable).by(List.of(variable)));
        return ranking(groups, query.where().get(variable).get(0), leftOut);
    }

    private static Ranking ranking(EstimateTable table, String code, Set<String> leftOut) {
        requireAllShown(table);
        List<EstimateRow> order = table.rows().stream()
                .filter(row -> !leftOut.contains(category(row).code()) && !Double.isNaN(value(row)))
                .sorted(Comparator.comparingDouble(ClaimCheck::value).reversed())
                .toList();
        return new Ranking(order, code);
    }

    /** With a group withheld, nobody can tell the ranks of the others. */
    private static void requireAllShown(EstimateTable table) {
        if (table.rows().stream().anyMatch(row -> row.cell() instanceof Cell.Withheld)) {
            throw InputException.of(
                    InputException.SUPPRESSED,
                    "One of the groups to rank is withheld [c].",
                    table.query().text(),
                    "");
        }
    }

    private static Category category(EstimateRow row) {
        return row.answer().orElseGet(() -> row.groups().get(0));
    }

    private static double value(EstimateRow row) {
        if (row.cell() instanceof Cell.Estimate estimate) {
            return estimate.value();
        }
        return row.cell() instanceof Cell.Published published ? published.value() : Double.NaN;
    }

    /** Rows from the largest value to the smallest, and the one in question. */
    private record Ranking(List<EstimateRow> order, String code) {

        /** Its rank, counted from 1; equal values share the better rank. 0 where it is not among them. */
        int rank() {
            for (EstimateRow row : order) {
                if (category(row).code().equals(code)) {
                    double own = value(row);
                    return 1 + (int) order.stream().filter(r -> value(r) > own).count();
                }
            }
            return 0;
        }

        String sentence() {
            return order.stream()
                    .filter(row -> category(row).code().equals(code))
                    .findFirst()
                    .map(row -> "“" + category(row).label() + "” ranks " + rank() + " of " + order.size() + ".")
                    .orElse("It is not among the options.");
        }
    }
}
