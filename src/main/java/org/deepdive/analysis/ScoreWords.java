package org.deepdive.analysis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.deepdive.published.Printed;
import org.deepdive.published.PrintedChange;
import org.deepdive.published.PublishedFigure;
import org.deepdive.published.SampleBound;
import org.deepdive.published.ScorecardIndicator;
import org.deepdive.published.Unit;

/** An indicator's changes in words: points for percentages, seconds for lengths of time, with a sign. */
final class ScoreWords {

    /** Design effects from a simple random sample to a strongly weighted one. */
    private static final double[] DESIGN_EFFECTS = {1.0, 1.5};

    private final ScorecardIndicator indicator;

    ScoreWords(ScorecardIndicator indicator) {
        this.indicator = indicator;
    }

    String change() {
        return indicator.change().map(c -> signed(c.value(), unit())).orElse("");
    }

    String relative() {
        Optional<String> stated = indicator
                .stated()
                .filter(f -> f.unit() == Unit.PERCENT)
                .flatMap(PublishedFigure::printed)
                .map(p -> (isUnsignedRise(p) ? "+" : "") + p.text() + " (as printed)");
        return indicator
                .change()
                // A change from 0 has no percentage.
                .filter(c -> Double.isFinite(c.relative()))
                .map(c -> sign(c.relative()) + number(Math.abs(c.relative()) * 100, 0) + "%")
                .or(() -> stated)
                .orElse("");
    }

    private static boolean isUnsignedRise(Printed printed) {
        return printed.value() > 0 && !printed.text().startsWith("+");
    }

    String gap() {
        return indicator
                .gap()
                .map(gap -> signed(gap.value(), unit()) + " from " + printed(indicator.comparison()))
                .orElse("");
    }

    List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        indicator.change().ifPresent(change -> remarks.add("Rounding alone: " + between(change)));
        indicator
                .gap()
                .filter(gap -> !gap.isBeyondRounding())
                .ifPresent(gap -> remarks.add("The difference from others lies within rounding: " + between(gap)));
        indicator
                .stated()
                .flatMap(PublishedFigure::printed)
                .filter(p -> indicator.change().isPresent())
                .ifPresent(p -> remarks.add("The change is printed as " + p.text() + ", which "
                        + (p.prints(indicator.change().orElseThrow().value()) ? "agrees." : "does not agree.")));
        indicator.sampling().ifPresent(bound -> remarks.add(sampling(bound)));
        if (!indicator.note().isEmpty()) {
            remarks.add(indicator.note() + ".");
        }
        return remarks;
    }

    private String between(PrintedChange change) {
        return "the difference is between " + signed(change.low(), unit()) + " and " + signed(change.high(), unit())
                + ".";
    }

    /** What the most respondents there can have been say of the change, and how few would no longer show it. */
    private static String sampling(SampleBound bound) {
        String most = number(bound.most(), 0);
        if (!bound.isSignificantAtMost(DESIGN_EFFECTS[0])) {
            return "Within sampling error even if all " + most + " of each sample answered.";
        }
        List<String> needed = new ArrayList<>();
        List<String> never = new ArrayList<>();
        for (double effect : DESIGN_EFFECTS) {
            String named = "design effect " + number(effect, 1);
            if (bound.isSignificantAtMost(effect)) {
                needed.add(number(bound.leastRespondents(effect), 0) + " (" + named + ")");
            } else {
                never.add(named);
            }
        }
        String not = never.isEmpty() ? "" : "; not with " + String.join(" or ", never) + ", even if all did";
        return "Beyond sampling error at 95% if at least " + String.join(" or ", needed) + " of the " + most
                + " of each sample answered" + not + "; how many did is not printed.";
    }

    /**
     * How many of the sample a question is likely to be put to, where it is not put to everyone, and whether these are enough
     * for the change to be beyond sampling error; empty where no share is printed.
     */
    Optional<String> asked(FigureNames names) {
        return indicator
                .sampling()
                .flatMap(bound -> indicator
                        .likelyAsked()
                        .map(likely -> indicator.name() + ": not everyone in the sample is asked. Of "
                                + number(bound.most(), 0) + ", the " + printed(indicator.asked()) + " printed for “"
                                + names.of(indicator.asked().orElseThrow()) + "” would be about " + number(likely, 0)
                                + ", which is " + enough(bound, likely)));
    }

    private String enough(SampleBound bound, long respondents) {
        String change = "for the change of " + change() + " to be beyond sampling error";
        List<String> never = new ArrayList<>();
        for (double effect : DESIGN_EFFECTS) {
            if (respondents < bound.leastRespondents(effect)) {
                never.add(number(effect, 1));
            }
        }
        if (never.size() == DESIGN_EFFECTS.length) {
            return "too few " + change + ".";
        }
        return "enough " + change
                + (never.isEmpty()
                        ? "."
                        : " in a simple random sample, not with a design effect of " + String.join(" or ", never)
                                + ".");
    }

    private Unit unit() {
        return indicator.latest().orElseThrow().unit();
    }

    private static String printed(Optional<PublishedFigure> figure) {
        return figure.orElseThrow().printed().orElseThrow().text();
    }

    private static String signed(double value, Unit unit) {
        return switch (unit) {
            case PERCENT, PERCENT_CHOSEN, PERCENT_FIRST, POINTS -> named(value * 100, 1, "point");
            case SECONDS -> named(value, 1, "second");
            default -> sign(value) + number(Math.abs(value), 1);
        };
    }

    private static String named(double value, int decimals, String unit) {
        String size = number(Math.abs(value), decimals);
        return (size.equals("0") ? "" : sign(value)) + size + " " + unit + (size.equals("1") ? "" : "s");
    }

    private static String sign(double value) {
        return value < 0 ? "−" : "+";
    }

    private static String number(double value, int decimals) {
        BigDecimal rounded = BigDecimal.valueOf(value)
                .setScale(8, RoundingMode.HALF_UP)
                .setScale(decimals, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return String.format(Locale.UK, "%,." + Math.max(0, rounded.scale()) + "f", rounded);
    }
}
