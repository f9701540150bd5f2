package org.deepdive.published;

import java.util.List;
import java.util.Optional;
import org.deepdive.estimate.Comparison;
import org.deepdive.estimate.Query;
import org.deepdive.published.ClaimVerdict.Outcome;

/** Verdicts on what is said of a number by itself: more than half, at least, about, a sum. */
final class NumberVerdicts {

    private static final double HALF = 0.5;

    private final Others others;
    private final Answers answers;

    NumberVerdicts(Others others, Answers answers) {
        this.others = others;
        this.answers = answers;
    }

    ClaimVerdict judge(PublishedFigure figure) {
        return switch (figure.claim().orElseThrow()) {
            case MAJORITY, MOST -> majority(figure);
            case SUM -> sum(figure);
            case CHANGE -> change(figure);
            case ALL -> all(figure);
            default -> printed(figure);
        };
    }

    /** More than half: of those asked by the estimate, of everybody where the interval excludes one half. */
    private ClaimVerdict majority(PublishedFigure figure) {
        Computed computed = computed(figure);
        ClaimWords words = words(figure);
        String value = words.value(computed.value());
        if (!(computed.value() > HALF)) {
            return ClaimVerdict.of(false, value + " are not more than half.");
        }
        if (Double.isNaN(computed.low())) {
            return ClaimVerdict.of(true, value + " are more than half.");
        }
        boolean excluded = computed.low() > HALF;
        String interval = words.value(computed.low()) + " to " + words.value(computed.high());
        return new ClaimVerdict(
                excluded ? Outcome.SUPPORTED : Outcome.DIRECTION_ONLY,
                Optional.empty(),
                value + " are more than half, and the 95% interval (" + interval + ") "
                        + (excluded ? "excludes one half." : "includes one half."));
    }

    private ClaimVerdict all(PublishedFigure figure) {
        double value = computed(figure).value();
        return ClaimVerdict.of(value == 1, words(figure).value(value) + (value == 1 ? " are all." : " are not all."));
    }

    /** The value against the number as printed. */
    private ClaimVerdict printed(PublishedFigure figure) {
        if (figure.printed().isEmpty()) {
            return ClaimVerdict.cannot("No number is printed to hold it against.");
        }
        Printed printed = figure.printed().get();
        Computed computed = computed(figure);
        return ClaimVerdict.of(
                holds(figure.claim().orElseThrow(), printed, computed.value()),
                shown(figure, computed) + " against " + printed.text() + " as printed.");
    }

    /**
     * "About" is read as the number rounded to its own zeros (about 250 as 245 to 255, about 47% as any value that prints
     * so), "almost" as the lower half of that.
     */
    private static boolean holds(Claim claim, Printed printed, double value) {
        return switch (claim) {
            case AT_LEAST -> value >= printed.value();
            case OVER -> value > printed.value();
            case AT_MOST -> value <= printed.value();
            case ABOUT -> printed.prints(value) || isRounded(printed, value);
            case ALMOST -> value < printed.value() && isRounded(printed, value);
            default -> printed.prints(value);
        };
    }

    private static boolean isRounded(Printed printed, double value) {
        double scale = printed.percent() ? 100 : 1;
        double whole = printed.value() * scale;
        double half = Math.rint(whole) == whole ? RoundNumber.unit((long) whole) / 2.0 / scale : printed.halfWidth();
        return value >= printed.value() - half && value < printed.value() + half;
    }

    private static String shown(PublishedFigure figure, Computed computed) {
        if (computed.share()) {
            return ClaimWords.fixed(100 * computed.value(), 2) + "%";
        }
        boolean whole = computed.value() == Math.rint(computed.value());
        return ClaimWords.fixed(computed.value(), whole ? 0 : 2);
    }

    /** The other figures added up. */
    private ClaimVerdict sum(PublishedFigure figure) {
        if (!others.areAllQueried(figure) || figure.printed().isEmpty()) {
            return ClaimVerdict.cannot("No query computes one of its parts.");
        }
        double sum = others.of(figure).stream()
                .mapToDouble(part -> computed(part).value())
                .sum();
        Printed printed = figure.printed().get();
        String shown = printed.percent() ? ClaimWords.fixed(100 * sum, 2) + "%" : ClaimWords.fixed(sum, 0);
        return ClaimVerdict.of(
                printed.prints(sum), "The parts add up to " + shown + ", against " + printed.text() + " as printed.");
    }

    /** The second of two other figures less the first: the number where one is printed, else that there is a change. */
    private ClaimVerdict change(PublishedFigure figure) {
        if (others.queries(figure).size() != 2) {
            return ClaimVerdict.cannot("One of two sides is missing: no query computes it.");
        }
        Comparison test = changed(figure);
        String sentence = ClaimWords.of(answers, test.first()).tested(test) + ".";
        boolean holds = figure.printed().map(p -> p.prints(test.difference())).orElse(test.difference() != 0);
        Outcome outcome =
                !holds ? Outcome.NOT_SUPPORTED : test.isSignificant() ? Outcome.SUPPORTED : Outcome.DIRECTION_ONLY;
        return ClaimVerdict.of(outcome, DirectionVerdicts.TEST, test.p(), sentence);
    }

    /** Later less earlier. */
    private Comparison changed(PublishedFigure figure) {
        List<Query> sides = others.queries(figure);
        return answers.compare(sides.get(1), sides.get(0));
    }

    /** The value of a figure; of a change the difference of its two others, in the unit of their measure. */
    Computed computed(PublishedFigure figure) {
        boolean change = figure.claim().filter(c -> c == Claim.CHANGE).isPresent();
        if (!change || others.queries(figure).size() != 2) {
            return Computed.of(answers.estimate(figure.query().orElseThrow()), figure.unit());
        }
        Comparison test = changed(figure);
        Computed later = Computed.of(answers.estimate(test.first()), Unit.PERCENT);
        return new Computed(test.difference(), test.low(), test.high(), later.base(), later.label(), later.share());
    }

    private ClaimWords words(PublishedFigure figure) {
        return ClaimWords.of(answers, figure.query().orElseThrow());
    }
}
