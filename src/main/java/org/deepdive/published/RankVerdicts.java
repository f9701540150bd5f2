package org.deepdive.published;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.deepdive.estimate.Cell;
import org.deepdive.estimate.Comparison;
import org.deepdive.estimate.EstimateRow;
import org.deepdive.estimate.EstimateTable;
import org.deepdive.estimate.Query;
import org.deepdive.study.Category;
import org.deepdive.study.InputException;

/**
 * Verdicts on places in an order: of the answers of a measure, or of the groups of the query's one filter. Who refused or did
 * not know is no group to rank. The verdict goes by the estimates; where respondents can test it, the test against the
 * nearest rival stands beside it: for answers of a multiple-response question a paired comparison.
 */
final class RankVerdicts {

    private final Others others;
    private final Answers answers;

    RankVerdicts(Others others, Answers answers) {
        this.others = others;
        this.answers = answers;
    }

    /** A place from the best to the worst one claimed. */
    ClaimVerdict between(PublishedFigure figure, int best, int worst) {
        return verdict(ranking(figure), best, worst);
    }

    /** The last place. */
    ClaimVerdict last(PublishedFigure figure) {
        Ranking ranking = ranking(figure);
        int last = ranking.order().size();
        // Equal values share the better rank, also at the end.
        boolean isLast = ranking.rank() > 0 && ranking.smaller() == 0;
        return verdict(ranking, isLast ? ranking.rank() : last, last);
    }

    /** The other figure in the next place. How close it follows is for the reader: both values are given. */
    ClaimVerdict followed(PublishedFigure figure) {
        if (!others.areAllQueried(figure)) {
            return others.sideMissing(figure);
        }
        Ranking first = ranking(figure);
        Ranking second = ranking(others.versus(figure).orElseThrow());
        return ClaimVerdict.of(
                second.rank() == first.rank() + 1 || second.rank() == first.rank(),
                first.sentence() + ". " + second.sentence() + ".");
    }

    private ClaimVerdict verdict(Ranking ranking, int best, int worst) {
        int rank = ranking.rank();
        boolean supported = rank >= best && rank <= worst;
        if (rank == 0 || ranking.order().size() < 2) {
            return ClaimVerdict.of(supported, ranking.sentence() + ".");
        }
        EstimateRow rival = ranking.rival(supported ? worst : best);
        if (!(rival.cell() instanceof Cell.Estimate)) {
            return ClaimVerdict.of(supported, ranking.sentence() + ". Published counts have no test.");
        }
        Comparison test = answers.compare(
                ranking.asking().apply(ranking.code()),
                ranking.asking().apply(category(rival).code()));
        return ClaimVerdict.of(
                supported ? ClaimVerdict.Outcome.SUPPORTED : ClaimVerdict.Outcome.NOT_SUPPORTED,
                DirectionVerdicts.TEST + " from the nearest rival",
                test.p(),
                ranking.sentence() + ". Beside “" + category(rival).label() + "”: "
                        + ClaimWords.of(answers, test.first()).tested(test) + ".");
    }

    /**
     * The options, or the groups of the query's one filter, in order of value; without those of the figures that a rank
     * leaves out, such as "prefer not to say".
     */
    private Ranking ranking(PublishedFigure figure) {
        Query query = figure.query().orElseThrow();
        Set<String> leftOut = leftOut(figure);
        if (query.answers().size() == 1) {
            Query all = query.answers(List.of()).by(List.of());
            return ranking(
                    answers.estimate(all), query.answers().get(0), leftOut, code -> query.answers(List.of(code)));
        }
        if (query.where().size() != 1
                || query.where().get(query.where().firstKey()).size() != 1) {
            throw InputException.of(
                    "no-test",
                    "It does not say among which groups or answers it ranks: its query has no one answer and no one filter.",
                    query.text(),
                    "Ask for one answer of a measure, or for one group of one variable.");
        }
        String variable = query.where().firstKey();
        EstimateTable groups = answers.estimate(query.withoutWhere(variable).by(List.of(variable)));
        return ranking(groups, query.where().get(variable).get(0), leftOut, code -> query.where(variable, code));
    }

    private Set<String> leftOut(PublishedFigure figure) {
        return figure.claim().filter(c -> c != Claim.CLOSELY_FOLLOWED_BY).isEmpty()
                ? Set.of()
                : others.queries(figure).stream()
                        .flatMap(q -> q.answers().stream())
                        .collect(Collectors.toSet());
    }

    private static Ranking ranking(
            EstimateTable table, String code, Set<String> leftOut, Function<String, Query> asking) {
        List<EstimateRow> ranked = table.rows().stream()
                .filter(row -> category(row).status() == Category.Status.VALID)
                .filter(row -> !leftOut.contains(category(row).code()))
                .toList();
        requireAllShown(table, ranked);
        List<EstimateRow> order = ranked.stream()
                .filter(row -> !Double.isNaN(value(row)))
                .sorted(Comparator.comparingDouble(RankVerdicts::value).reversed())
                .toList();
        return new Ranking(order, code, asking, new ClaimWords(table.measure().isShare()));
    }

    /** With a group withheld, nobody can tell the ranks of the others. */
    private static void requireAllShown(EstimateTable table, List<EstimateRow> ranked) {
        if (ranked.stream().anyMatch(row -> row.cell() instanceof Cell.Withheld)) {
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

    /**
     * Rows from the largest value to the smallest, and the one in question.
     *
     * @param asking the query about one of them
     */
    private record Ranking(List<EstimateRow> order, String code, Function<String, Query> asking, ClaimWords words) {

        /** Its rank, counted from 1; equal values share the better rank. 0 where it is not among them. */
        int rank() {
            return place() < 0
                    ? 0
                    : 1
                            + (int) order.stream()
                                    .filter(r -> value(r) > value(order.get(place())))
                                    .count();
        }

        /** How many have a smaller value. */
        long smaller() {
            return order.stream()
                    .filter(r -> value(r) < value(order.get(place())))
                    .count();
        }

        private int place() {
            for (int i = 0; i < order.size(); i++) {
                if (category(order.get(i)).code().equals(code)) {
                    return i;
                }
            }
            return -1;
        }

        /** The row in the place after a bound, or before it where the bound is the last: never the one in question. */
        EstimateRow rival(int bound) {
            List<EstimateRow> rivals = order.stream()
                    .filter(row -> !category(row).code().equals(code))
                    .toList();
            return rivals.get(Math.min(bound, rivals.size()) - 1);
        }

        String sentence() {
            return rank() == 0
                    ? "It is not among the options"
                    : "“" + category(order.get(place())).label() + "” ranks " + rank() + " of " + order.size() + ", at "
                            + words.value(value(order.get(place())));
        }
    }
}
