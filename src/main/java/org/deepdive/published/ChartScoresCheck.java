package org.deepdive.published;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.deepdive.estimate.Query;
import org.deepdive.study.Measure;
import org.deepdive.study.Tally;

/**
 * Rank scores as charts print them: points per respondent, so times the respondents a whole number of points; the
 * number in the study's tallies; and over all answers the points that everyone together gives away.
 */
final class ChartScoresCheck implements AuditCheck {

    private record Score(PublishedFigure figure, Tally tally, WholeCounts points) {}

    @Override
    public String name() {
        return "chart-scores";
    }

    @Override
    public List<AuditFinding> findings(AuditMaterial material) {
        List<AuditFinding> found = new ArrayList<>();
        List<PublishedFigure> scores = material.figures().stream()
                .filter(f -> f.unit() == Unit.SCORE && f.printed().isPresent())
                .filter(f -> rank(f, material).isPresent() && material.base(f).isPresent())
                .toList();
        scores.forEach(score -> one(score, material).ifPresent(found::add));
        scores.stream()
                .collect(Collectors.groupingBy(
                        f -> f.query().orElseThrow().study() + " "
                                + f.query().orElseThrow().measure(),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values()
                .forEach(chart -> whole(chart, material).ifPresent(found::add));
        return found;
    }

    private static Optional<Measure.RankScore> rank(PublishedFigure figure, AuditMaterial material) {
        return figure.query()
                .flatMap(material::measure)
                .filter(Measure.RankScore.class::isInstance)
                .map(Measure.RankScore.class::cast);
    }

    private static WholeCounts points(PublishedFigure score, AuditMaterial material) {
        return WholeCounts.printing(
                score.printed().orElseThrow(), material.base(score).orElseThrow());
    }

    private Optional<AuditFinding> one(PublishedFigure score, AuditMaterial material) {
        Query query = score.query().orElseThrow();
        Printed printed = score.printed().orElseThrow();
        long base = material.base(score).orElseThrow();
        int most = rank(score, material).orElseThrow().choose();
        WholeCounts points = points(score, material);
        String from = material.label(query) + " scores " + Wording.number(printed.value(), 12) + " with "
                + Wording.count(base) + " respondents, ";
        if (points.least() > most * base) {
            return found(Severity.IMPOSSIBLE, score, from + "more than the " + most + " points each can give.");
        }
        if (points.isEmpty()) {
            return found(
                    Severity.IMPOSSIBLE,
                    score,
                    from + "which is " + Wording.number(printed.value() * base, 4)
                            + " points together and no whole number of points.");
        }
        return material.tally(query)
                .filter(t -> t.count() < points.least() || t.count() > points.most())
                .flatMap(t -> found(
                        Severity.INCONSISTENT,
                        score,
                        from + "which is " + Wording.count(points.least()) + " points, but the study counts "
                                + Wording.count(t.count()) + "."));
    }

    private Optional<AuditFinding> found(Severity severity, PublishedFigure score, String words) {
        return Optional.of(AuditFinding.of(severity, this, List.of(score), words));
    }

    /** A chart is complete when every answer that the study counts has a score, each of the same base. */
    private Optional<AuditFinding> whole(List<PublishedFigure> chart, AuditMaterial material) {
        Measure.RankScore measure = rank(chart.get(0), material).orElseThrow();
        Query query = chart.get(0).query().orElseThrow();
        List<Tally> tallies = material.study(query).orElseThrow().tallies(measure.name());
        List<Score> scores = tallies.stream()
                .flatMap(t -> chart.stream()
                        .filter(f -> f.query()
                                .orElseThrow()
                                .answers()
                                .equals(List.of(t.option().code())))
                        .limit(1)
                        .map(f -> new Score(f, t, points(f, material))))
                .toList();
        long bases = chart.stream().map(material::base).distinct().count();
        if (scores.size() < tallies.size() || bases != 1) {
            return Optional.empty();
        }
        long base = material.base(chart.get(0)).orElseThrow();
        long given = measure.pointsEach() * base;
        long least = scores.stream().mapToLong(s -> narrowed(s).least()).sum();
        long most = scores.stream().mapToLong(s -> narrowed(s).most()).sum();
        String words = "The points of " + Wording.count(scores.size()) + " answers add up to "
                + Wording.count(least) + ", but " + Wording.count(base) + " respondents with " + measure.pointsEach()
                + " points each give " + Wording.count(given) + ".";
        Severity severity = least > given ? Severity.IMPOSSIBLE : Severity.INCONSISTENT;
        return least > given || most < given
                ? Optional.of(AuditFinding.of(
                        severity, this, scores.stream().map(Score::figure).toList(), words))
                : Optional.empty();
    }

    /** The study's own count, where the score prints from it: a score of 0.8 alone leaves many. */
    private static WholeCounts narrowed(Score score) {
        long tally = score.tally().count();
        WholeCounts points = score.points();
        return tally >= points.least() && tally <= points.most() ? new WholeCounts(tally, tally) : points;
    }
}
