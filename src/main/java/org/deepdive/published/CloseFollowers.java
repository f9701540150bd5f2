package org.deepdive.published;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.deepdive.estimate.Query;
import org.deepdive.study.Study;
import org.deepdive.study.Tally;

/**
 * Claims that one answer is closely followed by another, against the study's counts. The other must be the next below;
 * and the gap between the two must not be more than twice the median gap between neighbours of the same chart, or it is
 * not a close one there. Charts of fewer than four answers, or with ties for most gaps, have no such yardstick.
 */
final class CloseFollowers {

    private static final int FEWEST_ANSWERS = 4;
    private static final int MOST_MEDIANS = 2;

    /** A leader and its follower in the study's counts, the chart from the greatest down. */
    private record Pair(Tally leader, Tally follower, List<Tally> chart) {

        static Optional<Pair> of(PublishedFigure figure, AuditMaterial material) {
            Query query = figure.query().orElseThrow();
            Optional<Tally> follower =
                    other(figure, material).flatMap(PublishedFigure::query).flatMap(material::tally);
            return material.tally(query)
                    .flatMap(leader -> follower.map(
                            f -> new Pair(leader, f, chart(material.study(query).orElseThrow(), query.measure()))))
                    .filter(pair -> pair.chart().contains(pair.follower()));
        }

        private static List<Tally> chart(Study study, String measure) {
            return study.tallies(measure).stream()
                    .sorted(Comparator.comparingLong(Tally::count).reversed())
                    .toList();
        }

        long gap() {
            return leader.count() - follower.count();
        }

        List<Tally> between() {
            return chart.stream()
                    .filter(t -> t.count() < leader.count() && t.count() > follower.count())
                    .toList();
        }

        double medianGap() {
            List<Long> gaps = new ArrayList<>();
            for (int i = 1; i < chart.size(); i++) {
                gaps.add(chart.get(i - 1).count() - chart.get(i).count());
            }
            gaps.sort(Comparator.naturalOrder());
            int half = gaps.size() / 2;
            return gaps.size() % 2 == 1 ? gaps.get(half) : (gaps.get(half - 1) + gaps.get(half)) / 2.0;
        }

        String words() {
            return "“" + leader.option().label() + "” is called closely followed by “"
                    + follower.option().label() + "”";
        }
    }

    private final AuditMaterial material;

    /** @param material the figures and studies */
    CloseFollowers(AuditMaterial material) {
        this.material = material;
    }

    private static Optional<PublishedFigure> other(PublishedFigure figure, AuditMaterial material) {
        return figure.versus().stream().findFirst().map(material::figure);
    }

    /** Whether the follower is not the next below. */
    Optional<Contradiction> misplaced(PublishedFigure figure) {
        return Pair.of(figure, material)
                .filter(pair -> pair.gap() < 0 || !pair.between().isEmpty())
                .map(pair -> new Contradiction(
                        figures(figure),
                        pair.words() + ", but "
                                + (pair.gap() < 0
                                        ? Wording.count(pair.follower().count()) + " is more than "
                                                + Wording.count(pair.leader().count())
                                        : Wording.list(pair.between().stream()
                                                        .map(t ->
                                                                "“" + t.option().label() + "” with "
                                                                        + Wording.count(t.count()))
                                                        .toList())
                                                + " lies between "
                                                + Wording.count(pair.leader().count()) + " and "
                                                + Wording.count(pair.follower().count()))
                                + "."));
    }

    /** Whether the follower is not close. */
    Optional<Contradiction> far(PublishedFigure figure) {
        return Pair.of(figure, material)
                .filter(pair -> pair.chart().size() >= FEWEST_ANSWERS && pair.medianGap() > 0)
                .filter(pair -> pair.between().isEmpty() && pair.gap() > MOST_MEDIANS * pair.medianGap())
                .map(pair -> new Contradiction(
                        figures(figure),
                        pair.words() + ", but " + Wording.count(pair.leader().count()) + " against "
                                + Wording.count(pair.follower().count()) + " is a gap of " + Wording.count(pair.gap())
                                + ", " + Wording.number(pair.gap() / pair.medianGap(), 1) + " times the median gap of "
                                + Wording.number(pair.medianGap(), 1) + " between neighbours of the chart"
                                + next(pair) + "."));
    }

    private static String next(Pair pair) {
        int next = pair.chart().indexOf(pair.follower()) + 1;
        if (next == pair.chart().size()) {
            return "";
        }
        long count = pair.chart().get(next).count();
        return "; the next gap, down to " + Wording.count(count) + ", is "
                + Wording.count(pair.follower().count() - count);
    }

    private List<PublishedFigure> figures(PublishedFigure figure) {
        List<PublishedFigure> figures = new ArrayList<>(List.of(figure));
        other(figure, material).ifPresent(figures::add);
        return figures;
    }
}
