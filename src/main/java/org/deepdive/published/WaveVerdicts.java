package org.deepdive.published;

import java.util.List;
import java.util.Optional;
import org.deepdive.estimate.AssociationTest;
import org.deepdive.estimate.Comparison;
import org.deepdive.estimate.ComparisonPlan;
import org.deepdive.estimate.ComparisonRow;
import org.deepdive.estimate.Query;
import org.deepdive.estimate.SurveyEstimates;
import org.deepdive.estimate.WaveRange;
import org.deepdive.estimate.comparison.Adjustment;
import org.deepdive.published.ClaimVerdict.Outcome;
import org.deepdive.study.Variable;

/** Verdicts on what is said of the waves of a period. */
final class WaveVerdicts {

    private static final double LEVEL = SurveyEstimates.LEVEL;

    private final Others others;
    private final Answers answers;

    WaveVerdicts(Others others, Answers answers) {
        this.others = others;
        this.answers = answers;
    }

    /**
     * "Steady", "limited variation": whether wave and answer are associated (Rao and Scott's F test). A test can only say
     * whether waves vary by more than chance; how much is limited, no document says. So significant variation does not
     * support the claim, and the range of the estimates stands beside it, for readers with a limit of their own.
     */
    ClaimVerdict steady(PublishedFigure figure) {
        Query query = figure.query().orElseThrow();
        WaveEstimates waves = WaveEstimates.of(answers, query, query.waves());
        AssociationTest test = answers.association(waves.query());
        boolean significant = test.isSignificant(LEVEL);
        List<WaveEstimates.Wave> order = waves.inOrder(-1);
        double low = order.get(0).value();
        double high = order.get(order.size() - 1).value();
        ClaimWords words = waves.words();
        return ClaimVerdict.of(
                significant ? Outcome.NOT_SUPPORTED : Outcome.SUPPORTED,
                "Rao-Scott F test of wave and answer",
                test.f().p(),
                "The estimates of " + order.size() + " waves lie between " + words.value(low) + " and "
                        + words.value(high) + ", a range of " + words.difference(high - low)
                        + "; the variation between waves is "
                        + ClaimWords.significance(significant, test.f().p()) + "."
                        + (significant
                                ? " It is more than chance; whether that range is limited, the document does not define."
                                : ""));
    }

    /** "The highest wave" (1) or the lowest (-1) of the period: by estimate, with a test against each other wave. */
    ClaimVerdict extreme(PublishedFigure figure, int sign) {
        Query query = figure.query().orElseThrow();
        Optional<WaveRange> asked = query.waves().filter(range -> range.first().equals(range.last()));
        if (asked.isEmpty()) {
            return ClaimVerdict.cannot("The query does not name the one wave that the claim is about.");
        }
        WaveEstimates waves = WaveEstimates.of(answers, query, Optional.of(WaveRange.parse(figure.period())));
        String code = asked.get().first();
        double own = waves.wave(code).value();
        long rank = 1
                + waves.waves().stream()
                        .filter(wave -> sign * wave.value() > sign * own)
                        .count();
        return new ClaimVerdict(
                rank == 1 ? Outcome.SUPPORTED : Outcome.NOT_SUPPORTED,
                Optional.empty(),
                "At " + waves.words().value(own) + " it ranks " + rank + " of "
                        + waves.waves().size()
                        + " waves from the " + (sign > 0 ? "highest" : "lowest") + next(waves, code, sign) + "; it is "
                        + againstOthers(waves, code, sign) + " (95%, Holm).");
    }

    /** The nearest rival: of a first wave the second, of any other the first. */
    private static String next(WaveEstimates waves, String code, int sign) {
        WaveEstimates.Wave rival = waves.inOrder(sign).stream()
                .filter(wave -> !wave.category().code().equals(code))
                .findFirst()
                .orElseThrow();
        return ", beside " + waves.words().value(rival.value()) + " in "
                + rival.category().label();
    }

    private String againstOthers(WaveEstimates waves, String code, int sign) {
        List<ComparisonRow> rows = answers.comparisons(waves.query(), ComparisonPlan.reference(code)).rows().stream()
                .toList();
        long significant = rows.stream()
                .flatMap(row -> row.tested().stream())
                .filter(test -> test.isSignificant(LEVEL) && test.isHigher() != sign > 0)
                .count();
        return "significantly " + (sign > 0 ? "above " : "below ") + significant + " of the other " + rows.size();
    }

    /**
     * "Consistently higher" (1) or lower (-1): the direction in every wave of the query, with how many of the waves differ
     * significantly and the test of all of them together.
     */
    ClaimVerdict consistent(PublishedFigure figure, int sign) {
        if (!others.areAllQueried(figure)) {
            return others.sideMissing(figure);
        }
        Query query = figure.query().orElseThrow();
        Query other = others.queries(figure).get(0);
        Variable wave = answers.estimate(query).study().waves().orElse(null);
        List<String> codes = wave == null ? List.of() : WaveEstimates.codes(wave, query);
        if (codes.size() < 2) {
            return ClaimVerdict.cannot("The claim is about several waves, and there is a single wave.");
        }
        List<Comparison> tests = codes.stream()
                .map(code -> answers.compare(query.waves(code, code), other.waves(code, code)))
                .toList();
        Comparison pooled = answers.compare(query, other);
        return verdict(ClaimWords.of(answers, query), tests, pooled, sign);
    }

    private static ClaimVerdict verdict(ClaimWords words, List<Comparison> tests, Comparison pooled, int sign) {
        double[] p =
                Adjustment.HOLM.adjust(tests.stream().mapToDouble(Comparison::p).toArray());
        int sameWay = 0;
        int significant = 0;
        for (int k = 0; k < p.length; k++) {
            boolean same = Math.signum(tests.get(k).difference()) == sign;
            sameWay += same ? 1 : 0;
            significant += same && p[k] < 1 - LEVEL ? 1 : 0;
        }
        Outcome outcome = sameWay < tests.size() ? Outcome.NOT_SUPPORTED : DirectionVerdicts.direction(pooled, sign);
        return ClaimVerdict.of(
                outcome,
                DirectionVerdicts.TEST + ", all waves together",
                pooled.p(),
                (sign > 0 ? "Higher in " : "Lower in ") + sameWay + " of " + tests.size() + " waves, significantly in "
                        + significant + " (95%, Holm). All waves together: " + words.tested(pooled) + ".");
    }
}
