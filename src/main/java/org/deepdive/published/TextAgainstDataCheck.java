package org.deepdive.published;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deepdive.estimate.Query;
import org.deepdive.study.Measure;
import org.deepdive.study.Tally;

/**
 * What the text says, against the study's counts and the other printed figures: counts and percentages of answers the
 * study counts; "at least" and "over"; majorities; ranks ({@link RankClaims}); and close followers
 * ({@link CloseFollowers}), of which a distant one is imprecise.
 */
final class TextAgainstDataCheck implements AuditCheck {

    private static final double HALF = 0.5;

    @Override
    public String name() {
        return "text-against-data";
    }

    @Override
    public List<AuditFinding> findings(AuditMaterial material) {
        List<AuditFinding> found = new ArrayList<>();
        RankClaims ranks = new RankClaims(material);
        CloseFollowers followers = new CloseFollowers(material);
        for (PublishedFigure figure : material.figures()) {
            if (figure.query().isEmpty()) {
                continue;
            }
            tallied(figure, material).ifPresent(c -> found.add(found(Severity.INCONSISTENT, c)));
            figure.claim()
                    .flatMap(claim -> claimed(figure, claim, material, ranks, followers))
                    .ifPresent(found::add);
        }
        return found;
    }

    private AuditFinding found(Severity severity, Contradiction contradiction) {
        return AuditFinding.of(severity, this, contradiction.figures(), contradiction.words());
    }

    private Optional<AuditFinding> claimed(
            PublishedFigure figure, Claim claim, AuditMaterial material, RankClaims ranks, CloseFollowers followers) {
        return switch (claim) {
            case AT_LEAST, OVER -> floor(figure, claim, material).map(c -> found(Severity.INCONSISTENT, c));
            case MAJORITY, MOST -> majority(figure, claim, material).map(c -> found(Severity.INCONSISTENT, c));
            case TOP_1, TOP_2, TOP_3, SECOND, LARGEST, SMALLEST ->
                ranks.contradiction(figure, claim).map(c -> found(Severity.INCONSISTENT, c));
            case CLOSELY_FOLLOWED_BY ->
                followers
                        .misplaced(figure)
                        .map(c -> found(Severity.INCONSISTENT, c))
                        .or(() -> followers.far(figure).map(c -> found(Severity.IMPRECISE, c)));
            default -> Optional.empty();
        };
    }

    /** A count or percentage of an answer that the study counts; scores are the chart check's. */
    private static Optional<Contradiction> tallied(PublishedFigure figure, AuditMaterial material) {
        if (figure.unit() != Unit.COUNT && figure.unit() != Unit.PERCENT || Approximation.isRough(figure)) {
            return Optional.empty();
        }
        Query query = figure.query().orElseThrow();
        Optional<Tally> tally = respondents(query, material);
        Optional<Span> share = material.share(figure);
        return tally.filter(t -> share.isPresent() && share.get().apart(Span.exactly(t.perRespondent())))
                .map(t -> new Contradiction(
                        List.of(figure),
                        figure.printed().orElseThrow().text() + " is printed for " + material.label(query)
                                + ", but the study counts " + ofBase(t) + "."));
    }

    /** The study's count of respondents who gave the one answer; a rank question's points are no such count. */
    private static Optional<Tally> respondents(Query query, AuditMaterial material) {
        return material.tally(query)
                .filter(t -> material.measure(query).filter(Measure::isShare).isPresent());
    }

    private static String ofBase(Tally tally) {
        return Wording.count(tally.count()) + " of " + Wording.count(tally.respondents()) + " ("
                + Wording.percent(tally.count(), tally.respondents(), 2) + ")";
    }

    private static Optional<Contradiction> floor(PublishedFigure figure, Claim claim, AuditMaterial material) {
        Query query = figure.query().orElseThrow();
        Optional<Span> floor = material.share(figure);
        if (floor.isEmpty()) {
            return Optional.empty();
        }
        String words = claim.text() + " " + figure.printed().orElseThrow().text() + " is printed for "
                + material.label(query) + ", but ";
        Optional<Tally> tally = respondents(query, material);
        if (tally.isPresent()
                && misses(Span.exactly(tally.get().perRespondent()), floor.get().low(), claim)) {
            return Optional.of(
                    new Contradiction(List.of(figure), words + "the study counts " + ofBase(tally.get()) + "."));
        }
        return printed(figure, material).stream()
                .filter(f -> misses(material.share(f).orElseThrow(), floor.get().low(), claim))
                .findFirst()
                .map(f -> new Contradiction(
                        List.of(figure, f),
                        words + f.printed().orElseThrow().text() + " is printed for it elsewhere."));
    }

    private static boolean misses(Span value, double floor, Claim claim) {
        Span bound = Span.exactly(floor);
        return claim == Claim.OVER && value.isExact() ? !value.above(bound) : bound.above(value);
    }

    private static Optional<Contradiction> majority(PublishedFigure figure, Claim claim, AuditMaterial material) {
        Query query = figure.query().orElseThrow();
        List<PublishedFigure> shares = new ArrayList<>(printed(figure, material));
        if (material.share(figure).isPresent()) {
            shares.add(figure);
        }
        String words = material.label(query) + " is called " + claim.text() + ", but ";
        Optional<Tally> tally =
                respondents(query, material).filter(t -> misses(Span.exactly(t.perRespondent()), HALF, Claim.OVER));
        if (tally.isPresent()) {
            return tally.map(t -> new Contradiction(
                    List.of(figure), words + "the study counts " + ofBase(t) + ", no more than half."));
        }

        return shares.stream()
                .filter(f -> misses(material.share(f).orElseThrow(), HALF, Claim.OVER))
                .findFirst()
                .map(f -> new Contradiction(
                        f == figure ? List.of(figure) : List.of(figure, f),
                        words + f.printed().orElseThrow().text() + " is no more than half."));
    }

    /** What other figures print for the same query. */
    private static List<PublishedFigure> printed(PublishedFigure figure, AuditMaterial material) {
        return material.asking(figure.query().orElseThrow()).stream()
                .filter(f -> f != figure
                        && (f.unit() == Unit.PERCENT || f.unit() == Unit.COUNT)
                        && !Approximation.isRough(f)
                        && material.share(f).isPresent())
                .toList();
    }
}
