package org.deepdive.practice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.deepdive.study.Measure;
import org.deepdive.study.Study;
import org.deepdive.study.Variable;

/**
 * Fits a model's log odds to published shares, then draws answers from it.
 *
 * <p>Fitting shifts the log odds of a target's respondents until their weighted mean probability prints as published, and
 * goes round the targets until all do: iterative proportional fitting on the logit scale, with rounding intervals instead
 * of points, since the published figures are rounded and need not agree on a point. Drawing is systematic along a sorted
 * order, so that the drawn shares of groups stay near their probabilities.
 */
final class OutcomeFit {

    /** How near to its target a mean probability comes; drawing answers moves shares by more. */
    private static final double NEAR = 2e-5;

    private static final int MOST_ROUNDS = 100;
    private static final int NEWTON_STEPS = 2;

    private final Study study;
    private final Respondents people;
    private final List<String> order;
    private final SplittableRandom random;

    /** @param order the columns by which respondents stand in order when answers are drawn */
    OutcomeFit(Study study, Respondents people, List<String> order, SplittableRandom random) {
        this.study = study;
        this.people = people;
        this.order = order;
        this.random = random;
    }

    void invent(OutcomeModel model, List<Target> targets) {
        int[] asked = IntStream.range(0, people.size()).filter(model.asked()).toArray();
        double[] logOdds = new double[people.size()];
        for (int i : asked) {
            logOdds[i] = model.logOdds().applyAsDouble(i);
        }
        fit(logOdds, model, targets, asked);
        draw(logOdds, model, asked);
    }

    private void fit(double[] logOdds, OutcomeModel model, List<Target> targets, int[] asked) {
        List<Target> events = new ArrayList<>();
        List<int[]> groups = new ArrayList<>();
        for (Target target : targets) {
            if (isAbout(target, model)) {
                events.add(eventTarget(target, model));
                boolean[] in = people.domain(target.query());
                groups.add(Arrays.stream(asked).filter(i -> in[i]).toArray());
            }
        }
        boolean moved = true;
        for (int round = 0; moved && round < MOST_ROUNDS; round++) {
            moved = false;
            for (int t = 0; t < events.size(); t++) {
                moved |= shift(logOdds, events.get(t), groups.get(t));
            }
        }
    }

    private boolean isAbout(Target target, OutcomeModel model) {
        Measure measure = study.measure(target.query().measure());
        if (!(measure instanceof Measure.OfRespondents asked)) {
            return false;
        }
        String column = measure instanceof Measure.MultipleResponse
                ? asked.variable() + "." + String.join("", target.query().answers())
                : asked.variable();
        return column.equals(model.variable());
    }

    /** The target of the event's probability, whether the measure counts the event or its opposite. */
    private Target eventTarget(Target target, OutcomeModel model) {
        if (!(study.measure(target.query().measure()) instanceof Measure.Percentage share)
                || sameCodes(share.net(), model.eventCodes())) {
            return target;
        }
        if (!sameCodes(share.net(), model.otherCodes())) {
            throw new IllegalStateException(
                    target.figure() + " counts neither the event of " + model.variable() + " nor its opposite");
        }
        return target.complement(model.dontKnow());
    }

    private static boolean sameCodes(List<String> some, List<String> others) {
        return Set.copyOf(some).equals(Set.copyOf(others));
    }

    private boolean shift(double[] logOdds, Target target, int[] group) {
        double mean = mean(logOdds, group, 0);
        double wanted = target.nearest(mean);
        if (Math.abs(wanted - mean) < NEAR) {
            return false;
        }
        double by = 0;
        for (int step = 0; step < NEWTON_STEPS; step++) {
            double at = mean(logOdds, group, by);
            by += (wanted - at) / Math.max(1e-6, at * (1 - at));
        }
        for (int i : group) {
            logOdds[i] += by;
        }
        return true;
    }

    private double mean(double[] logOdds, int[] group, double shift) {
        double sum = 0;
        double weight = 0;
        for (int i : group) {
            sum += people.weights()[i] * probability(logOdds[i] + shift);
            weight += people.weights()[i];
        }
        return sum / weight;
    }

    static double probability(double logOdds) {
        return 1 / (1 + StrictMath.exp(-logOdds));
    }

    private void draw(double[] logOdds, OutcomeModel model, int[] asked) {
        double along = random.nextDouble();
        for (int i : sorted(asked)) {
            double probability = probability(logOdds[i]) / (1 - model.dontKnow());
            double before = along;
            along += Math.min(1, probability);
            boolean event = Math.floor(along) > Math.floor(before);
            answer(i, model, event);
        }
    }

    /** Respondents in an order in which those of the same groups stand together, by chance within them. */
    private int[] sorted(int[] asked) {
        long[] key = new long[people.size()];
        double[] chance = new double[people.size()];
        for (int i : asked) {
            for (String column : order) {
                key[i] = key[i] * people.radix(column) + people.column(column)[i] + 1;
            }
            chance[i] = random.nextDouble();
        }
        return Arrays.stream(asked)
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(i -> key[i]).thenComparingDouble(i -> chance[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private void answer(int i, OutcomeModel model, boolean event) {
        double nonAnswer = random.nextDouble();
        double which = random.nextDouble();
        if (isFlag(model)) {
            people.column(model.variable())[i] = (byte) (event ? 1 : 0);
        } else if (nonAnswer < model.refused()) {
            people.set(i, model.variable(), "refused");
        } else if (nonAnswer < model.refused() + model.dontKnow()) {
            people.set(i, model.variable(), "dont_know");
        } else {
            people.set(i, model.variable(), OutcomeModel.pick(event ? model.event() : model.other(), i, which));
        }
    }

    private boolean isFlag(OutcomeModel model) {
        int dot = model.variable().indexOf('.');
        return dot > 0
                && people.codebook()
                                .variable(model.variable().substring(0, dot))
                                .kind()
                        == Variable.Kind.MULTIPLE;
    }
}
