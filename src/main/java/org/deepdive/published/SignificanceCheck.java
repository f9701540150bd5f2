package org.deepdive.published;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deepdive.estimate.Query;
import org.deepdive.published.Bases.Base;
import org.deepdive.published.ShareTest.Relation;

/**
 * Significance at the printed bases. What is called significantly different must be so for some shares that print so, at a
 * design effect of 1, or it is inconsistent; if a design effect of 1.5, of which weighted surveys of this kind fall short, rules
 * it out, it is imprecise. A base that is not printed is no larger than a printed sample that it is part of, which favours
 * significance. What is called similar must not differ by more than chance explains, whatever the rounding and even at a
 * design effect of 1.5; that needs printed bases.
 */
final class SignificanceCheck implements AuditCheck {

    private static final double WEIGHTED = 1.5;

    /** A claimed comparison with all that is known of it. */
    private record Case(PublishedFigure figure, PrintedPair pair, Relation relation, Base one, Base other) {

        double best(double deff) {
            return ShareTest.furthest(relation, pair.first(), pair.second()).z(one.most(), other.most(), deff);
        }

        double worst(double deff) {
            return ShareTest.nearest(relation, pair.first(), pair.second()).least(one.most(), other.most(), deff);
        }

        String words() {
            return pair.words() + ", of " + one.words() + " and " + other.words() + " respondents";
        }

        List<PublishedFigure> figures() {
            return List.of(figure, pair.one(), pair.other());
        }
    }

    @Override
    public String name() {
        return "significance";
    }

    @Override
    public List<AuditFinding> findings(AuditMaterial material) {
        Bases bases = new Bases(material);
        List<AuditFinding> found = new ArrayList<>();
        for (PublishedFigure figure : material.figures()) {
            figure.claim().ifPresent(claim -> {
                switch (claim) {
                    case SIGNIFICANTLY_HIGHER, SIGNIFICANTLY_LOWER ->
                        of(figure, material, bases)
                                .flatMap(c -> significant(c, material))
                                .ifPresent(found::add);
                    case SIMILAR ->
                        of(figure, material, bases)
                                .filter(c -> c.relation() == Relation.APART)
                                .flatMap(this::similar)
                                .ifPresent(found::add);
                    default -> {}
                }
            });
        }
        return found;
    }

    private static Optional<Case> of(PublishedFigure figure, AuditMaterial material, Bases bases) {
        return Sides.of(figure, material)
                .filter(pair -> AuditMaterial.isPercent(pair.one()) && AuditMaterial.isPercent(pair.other()))
                .filter(pair -> !Approximation.isRough(pair.one()) && !Approximation.isRough(pair.other()))
                .flatMap(pair -> arranged(pair, material)
                        .flatMap(relation -> bases.of(relation.pair().one())
                                .flatMap(one -> bases.of(relation.pair().other())
                                        .map(other ->
                                                new Case(figure, relation.pair(), relation.relation(), one, other)))));
    }

    private record Arranged(PrintedPair pair, Relation relation) {}

    /** Which respondents are compared; absent where they may overlap in part. A part comes before its whole. */
    private static Optional<Arranged> arranged(PrintedPair pair, AuditMaterial material) {
        Optional<Query> one = pair.one().query();
        Optional<Query> other = pair.other().query();
        if (one.isEmpty() || other.isEmpty()) {
            boolean sameBase = pair.one().base().equals(pair.other().base());
            return Optional.of(new Arranged(pair, sameBase ? Relation.PAIRED : Relation.APART));
        }
        Query a = AuditMaterial.plain(one.get());
        Query b = AuditMaterial.plain(other.get());
        if (QueryGroups.apart(a, b, material)) {
            return Optional.of(new Arranged(pair, Relation.APART));
        }
        boolean sameQuestion = a.measureText().equals(b.measureText());
        if (QueryGroups.contains(a, b, material) && QueryGroups.contains(b, a, material)) {
            return Optional.of(new Arranged(pair, Relation.PAIRED)).filter(p -> !sameQuestion);
        }
        if (!sameQuestion) {
            return Optional.empty();
        }
        if (QueryGroups.contains(b, a, material)) {
            return Optional.of(new Arranged(pair, Relation.PART_OF_WHOLE));
        }
        return QueryGroups.contains(a, b, material)
                ? Optional.of(new Arranged(
                        new PrintedPair(pair.other(), pair.one(), pair.second(), pair.first()), Relation.PART_OF_WHOLE))
                : Optional.empty();
    }

    private Optional<AuditFinding> significant(Case c, AuditMaterial material) {
        boolean counted =
                material.isCounted(c.pair().one()) && c.pair().one().query().isPresent();
        if (c.best(1) < ShareTest.Z95) {
            return Optional.of(found(
                    Severity.INCONSISTENT,
                    c,
                    "cannot be significant at 95% even unweighted" + z(c.best(1)) + from(c, 1)));
        }
        return !counted && c.best(WEIGHTED) < ShareTest.Z95
                ? Optional.of(found(
                        Severity.IMPRECISE,
                        c,
                        "can be significant at 95% unweighted" + z(c.best(1)) + ", but not with a design effect of "
                                + WEIGHTED + z(c.best(WEIGHTED)) + from(c, WEIGHTED)))
                : Optional.empty();
    }

    private AuditFinding found(Severity severity, Case c, String verdict) {
        return AuditFinding.of(severity, this, c.figures(), c.words() + assumption(c) + ", " + verdict + ".");
    }

    private static String assumption(Case c) {
        return switch (c.relation()) {
            case APART -> c.pair().one().query().isEmpty() ? ", read as separate groups" : "";
            case PART_OF_WHOLE -> ", the first of them part of the second";
            case PAIRED -> ", read as the same ones";
        };
    }

    /** How many times the respondents it would take; a z grows with the root of their number. */
    private static String from(Case c, double deff) {
        double z = c.best(deff);
        return z == 0
                ? "; it is not with any number of respondents"
                : "; it takes " + Wording.number(Math.pow(ShareTest.Z95 / z, 2), 1) + " times as many respondents";
    }

    private static String z(double z) {
        return " (z = " + Wording.number(z, 2) + ")";
    }

    private Optional<AuditFinding> similar(Case c) {
        boolean known = c.one().exact() && c.other().exact();
        return known && c.worst(WEIGHTED) > ShareTest.Z95
                ? Optional.of(AuditFinding.of(
                        Severity.IMPRECISE,
                        this,
                        c.figures(),
                        "Called similar, but " + c.words() + assumption(c)
                                + ", differ significantly at 95% even with a design effect of " + WEIGHTED
                                + z(c.worst(WEIGHTED)) + "."))
                : Optional.empty();
    }
}
