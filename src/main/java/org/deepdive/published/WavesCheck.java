package org.deepdive.published;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * What is said of waves, against the waves printed: the highest and the lowest are not below or above another of the period,
 * or one that {@code versus} names; what is consistently higher is so in each; what is steady does not move by more than
 * chance explains, even at a design effect of 1.5 and with all pairs of waves tested at 5% together (Bonferroni).
 */
final class WavesCheck implements AuditCheck {

    private static final double WEIGHTED = 1.5;

    @Override
    public String name() {
        return "waves";
    }

    @Override
    public List<AuditFinding> findings(AuditMaterial material) {
        List<AuditFinding> found = new ArrayList<>();
        for (PublishedFigure figure : material.figures()) {
            figure.claim()
                    .flatMap(claim -> switch (claim) {
                        case HIGHEST_WAVE -> extreme(figure, true, material);
                        case LOWEST_WAVE -> extreme(figure, false, material);
                        case CONSISTENTLY_HIGHER -> consistently(figure, claim, true, material);
                        case CONSISTENTLY_LOWER -> consistently(figure, claim, false, material);
                        case STEADY -> steady(figure, material);
                        default -> Optional.empty();
                    })
                    .ifPresent(found::add);
        }
        return found;
    }

    private Optional<AuditFinding> extreme(PublishedFigure figure, boolean highest, AuditMaterial material) {
        return Sides.printing(figure, material).flatMap(own -> {
            List<PublishedFigure> others = new ArrayList<>(
                    figure.versus().stream().map(material::figure).toList());
            Optional<Period> within = Period.parse(figure.period()).filter(p -> p.waves() > 1);
            others.addAll(waves(own, within, material));
            return others.stream()
                    .filter(f -> f != own && !Approximation.isRough(f))
                    .flatMap(f -> PrintedPair.of(own, f, material).stream())
                    .filter(pair -> highest
                            ? pair.second().above(pair.first())
                            : pair.first().above(pair.second()))
                    .findFirst()
                    .map(pair -> AuditFinding.of(
                            Severity.INCONSISTENT,
                            this,
                            List.of(figure, own, pair.other()),
                            "Called the " + (highest ? "highest" : "lowest") + " wave, but printed " + pair.words()
                                    + " of another" + wave(pair.other(), material) + "."));
        });
    }

    private static String wave(PublishedFigure figure, AuditMaterial material) {
        return material.period(figure).map(p -> " (" + p.text() + ")").orElse("");
    }

    /** The single waves printed for a figure's question and group, within a period. */
    private static List<PublishedFigure> waves(
            PublishedFigure figure, Optional<Period> within, AuditMaterial material) {
        if (figure.query().isEmpty()) {
            return List.of();
        }
        // A finding in words about a measure is one about its percentages.
        Unit unit = figure.unit() == Unit.FINDING ? Unit.PERCENT : figure.unit();
        return material.askingInAnyWaves(figure.query().get()).stream()
                .filter(f -> f.unit() == unit
                        && f.printed().isPresent()
                        && material.askedPeriod(f).filter(p -> p.waves() == 1).isPresent())
                .filter(f -> within.isEmpty()
                        || within.get().contains(material.period(f).orElseThrow()))
                .toList();
    }

    private Optional<AuditFinding> consistently(
            PublishedFigure figure, Claim claim, boolean higher, AuditMaterial material) {
        Optional<Period> within = material.period(figure);
        Optional<PublishedFigure> against = figure.versus().stream().findFirst().map(material::figure);
        if (against.isEmpty() || figure.query().isEmpty()) {
            return Optional.empty();
        }
        List<PublishedFigure> others = waves(printingAny(against.get(), material), within, material);
        return waves(printingAny(figure, material), within, material).stream()
                .flatMap(own -> others.stream()
                        .filter(o -> material.period(o).equals(material.period(own)))
                        .flatMap(o -> PrintedPair.of(own, o, material).stream()))
                .filter(pair -> higher
                        ? pair.second().above(pair.first())
                        : pair.first().above(pair.second()))
                .findFirst()
                .map(pair -> AuditFinding.of(
                        Severity.INCONSISTENT,
                        this,
                        List.of(figure, pair.one(), pair.other()),
                        "Called " + claim.text() + ", but printed " + pair.words() + " in "
                                + material.period(pair.one()).orElseThrow().text() + "."));
    }

    private static PublishedFigure printingAny(PublishedFigure figure, AuditMaterial material) {
        return Sides.printing(figure, material).orElse(figure);
    }

    private Optional<AuditFinding> steady(PublishedFigure figure, AuditMaterial material) {
        List<PublishedFigure> waves = waves(printingAny(figure, material), material.period(figure), material).stream()
                .filter(f -> AuditMaterial.isPercent(f)
                        && !Approximation.isRough(f)
                        && material.base(f).isPresent())
                .toList();
        if (waves.size() < 2) {
            return Optional.empty();
        }
        int pairs = waves.size() * (waves.size() - 1) / 2;
        double limit = NormalDistribution.of(0, 1).inverseSurvivalProbability(0.025 / pairs);
        for (PublishedFigure one : waves) {
            for (PublishedFigure other : waves) {
                double z = ShareTest.nearest(
                                ShareTest.Relation.APART,
                                material.share(one).orElseThrow(),
                                material.share(other).orElseThrow())
                        .least(
                                material.base(one).getAsLong(),
                                material.base(other).getAsLong(),
                                WEIGHTED);
                if (z > limit) {
                    return Optional.of(moved(figure, one, other, z, limit, material));
                }
            }
        }
        return Optional.empty();
    }

    private AuditFinding moved(
            PublishedFigure figure,
            PublishedFigure one,
            PublishedFigure other,
            double z,
            double limit,
            AuditMaterial material) {
        return AuditFinding.of(
                Severity.IMPRECISE,
                this,
                List.of(figure, one, other),
                "Called steady, but " + text(one, material) + " and " + text(other, material)
                        + " differ by more than chance explains, even with a design effect of " + WEIGHTED + " (z = "
                        + Wording.number(z, 2) + ", where all pairs of waves together allow " + Wording.number(limit, 2)
                        + ").");
    }

    private static String text(PublishedFigure figure, AuditMaterial material) {
        return figure.printed().orElseThrow().text() + wave(figure, material) + " of "
                + Wording.count(material.base(figure).orElseThrow());
    }
}
