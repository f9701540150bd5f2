package org.deepdive.published;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deepdive.estimate.Query;

/**
 * The bounds that a rank score puts on the share that chose an answer and on the share that ranked it first; a printed
 * first share narrows the first of them. {@link RankedAnswer} derives the bounds.
 */
final class RankBoundsCheck implements AuditCheck {

    @Override
    public String name() {
        return "rank-bounds";
    }

    @Override
    public List<AuditFinding> findings(AuditMaterial material) {
        List<AuditFinding> found = new ArrayList<>();
        for (PublishedFigure figure : material.figures()) {
            if (AuditMaterial.isPercent(figure) && !Approximation.isRough(figure)) {
                figure.query()
                        .flatMap(query -> RankedAnswer.of(query, material)
                                .filter(answer -> !answer.points().isEmpty())
                                // A share of other respondents, such as of two surveys together, is not bound.
                                .filter(answer -> figure.base().orElse(answer.base()) == answer.base())
                                .flatMap(answer -> finding(figure, query, answer, material)))
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    private Optional<AuditFinding> finding(
            PublishedFigure figure, Query query, RankedAnswer answer, AuditMaterial material) {
        return switch (figure.unit()) {
            case PERCENT_CHOSEN -> chosen(figure, query, answer, material);
            case PERCENT_FIRST -> first(figure, query, answer, material);
            default -> Optional.empty();
        };
    }

    private Optional<AuditFinding> first(
            PublishedFigure figure, Query query, RankedAnswer answer, AuditMaterial material) {
        WholeCounts possible = answer.first();
        if (!misses(figure, possible, answer.base(), material)) {
            return Optional.empty();
        }
        String words = figure.printed().orElseThrow().text() + " of " + Wording.count(answer.base())
                + " cannot have ranked " + material.label(query) + " first: " + points(answer)
                + " allow " + range(possible, answer.base()) + " to have ranked it first.";
        return Optional.of(AuditFinding.of(Severity.IMPOSSIBLE, this, involved(figure, answer, List.of()), words));
    }

    private Optional<AuditFinding> chosen(
            PublishedFigure figure, Query query, RankedAnswer answer, AuditMaterial material) {
        List<PublishedFigure> firsts = material.asking(query).stream()
                .filter(f -> f.unit() == Unit.PERCENT_FIRST && AuditMaterial.isPercent(f))
                .toList();
        WholeCounts possible = answer.chosen(answer.first());
        Optional<PublishedFigure> first = firsts.stream()
                .filter(f -> !given(f, answer).isEmpty()
                        && !answer.chosen(given(f, answer)).isEmpty())
                .findFirst();
        WholeCounts narrowed = first.map(f -> answer.chosen(given(f, answer))).orElse(possible);
        if (!misses(figure, possible, answer.base(), material) && !misses(figure, narrowed, answer.base(), material)) {
            return Optional.empty();
        }
        String printed = figure.printed().orElseThrow().text();
        String words = printed + " of " + Wording.count(answer.base()) + " cannot have chosen " + material.label(query)
                + ": " + points(answer) + " need " + range(possible, answer.base()) + " to have chosen it"
                + first.map(f -> ", and " + range(narrowed, answer.base()) + " when "
                                + f.printed().orElseThrow().text() + " ranked it first")
                        .orElse("")
                + ".";
        boolean couldBeFirst = firsts.isEmpty() && !misses(figure, answer.first(), answer.base(), material);
        return Optional.of(AuditFinding.of(
                Severity.IMPOSSIBLE,
                this,
                involved(figure, answer, first.stream().toList()),
                couldBeFirst ? words + " As the share that ranked it first, " + printed + " is possible." : words));
    }

    /** The counts that a printed first share leaves of those that the points allow. */
    private static WholeCounts given(PublishedFigure first, RankedAnswer answer) {
        WholeCounts printed = WholeCounts.printing(first.printed().orElseThrow(), answer.base());
        WholeCounts possible = answer.first();
        return new WholeCounts(Math.max(printed.least(), possible.least()), Math.min(printed.most(), possible.most()));
    }

    private static boolean misses(PublishedFigure figure, WholeCounts possible, long base, AuditMaterial material) {
        return !possible.isEmpty() && material.share(figure).orElseThrow().apart(possible.shareOf(base));
    }

    private static String points(RankedAnswer answer) {
        WholeCounts points = answer.points();
        String count = points.isOne()
                ? Wording.count(points.least())
                : Wording.count(points.least()) + " to " + Wording.count(points.most());
        return "its " + count + " points, at most " + answer.choose() + " from each,";
    }

    private static String range(WholeCounts counts, long base) {
        return Wording.count(counts.least()) + " to " + Wording.count(counts.most()) + " respondents ("
                + Wording.percent(counts.least(), base, 1) + " to " + Wording.percent(counts.most(), base, 1) + ")";
    }

    private static List<PublishedFigure> involved(
            PublishedFigure figure, RankedAnswer answer, List<PublishedFigure> firsts) {
        List<PublishedFigure> all = new ArrayList<>(List.of(figure));
        all.addAll(answer.scores());
        all.addAll(firsts);
        return all;
    }
}
