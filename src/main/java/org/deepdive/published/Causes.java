package org.deepdive.published;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.deepdive.estimate.Cell;
import org.deepdive.estimate.Query;
import org.deepdive.estimate.QueryChoices.DontKnows;
import org.deepdive.study.InputException;

/**
 * What would explain that a value computed prints otherwise than published: rounding, weighting, the treatment of don't
 * knows, the period, the base, or another number printed for the same.
 */
final class Causes {

    /** What is said where none is found. */
    static final String NONE = "Neither rounding, weighting, don’t knows nor the period explains the difference.";

    /** Bases are named rounded to tens, as they are shown to anyone. */
    private static final int ROUNDED = 10;

    private final Collection<PublishedFigure> figures;
    private final Answers answers;

    Causes(Collection<PublishedFigure> figures, Answers answers) {
        this.figures = figures;
        this.answers = answers;
    }

    /** A sentence for each cause found. */
    List<String> of(PublishedFigure figure, Computed computed) {
        Printed printed = figure.printed().orElseThrow();
        List<String> causes = new ArrayList<>();
        if (printed.prints(computed.value() - printed.halfWidth())) {
            causes.add("Cut off instead of rounded, the value would print as published.");
        }
        figure.query().ifPresent(query -> {
            unweighted(query, printed).ifPresent(causes::add);
            otherwiseAsked(figure, query, printed).ifPresent(causes::add);
            figures.forEach(other -> otherFigure(figure, query, other, computed).ifPresent(causes::add));
            base(figure, computed).ifPresent(causes::add);
        });
        return causes;
    }

    private Optional<String> unweighted(Query query, Printed printed) {
        return cell(query)
                .filter(cell -> printed.prints((double) cell.counted() / cell.base()))
                .map(cell -> "Unweighted, the value would print as published.");
    }

    private Optional<Cell.Estimate> cell(Query query) {
        Cell cell = answers.estimate(query).rows().get(0).cell();
        return cell instanceof Cell.Estimate estimate ? Optional.of(estimate) : Optional.empty();
    }

    private Optional<String> otherwiseAsked(PublishedFigure figure, Query query, Printed printed) {
        boolean dontKnows = answers.estimate(query).dontKnows().isPresent();
        if (dontKnows && prints(figure, query.dontKnows(DontKnows.OUT), printed)) {
            return Optional.of("Without don’t knows in the base, the value would print as published.");
        }
        if (dontKnows && prints(figure, query.dontKnows(DontKnows.IN), printed)) {
            return Optional.of("With don’t knows in the base, the value would print as published.");
        }
        return query.waves().isPresent() && prints(figure, query.withoutWaves(), printed)
                ? Optional.of("Over all waves of the study, the value would print as published.")
                : Optional.empty();
    }

    /** Whether another question would print so; one that may not be answered explains nothing. */
    private boolean prints(PublishedFigure figure, Query query, Printed printed) {
        try {
            return printed.prints(
                    Computed.of(answers.estimate(query), figure.unit()).value());
        } catch (InputException e) {
            if (e.isWithheld()) {
                return false;
            }
            throw e;
        }
    }

    /** The same question printed with the value computed, or the same number printed for a period that has it. */
    private Optional<String> otherFigure(
            PublishedFigure figure, Query query, PublishedFigure other, Computed computed) {
        if (other.unit() != figure.unit()
                || other.query().isEmpty()
                || other.printed().isEmpty()) {
            return Optional.empty();
        }
        Printed printed = other.printed().get();
        if (other.query().get().equals(query)) {
            return printed.prints(computed.value())
                    ? Optional.of("For the same question " + printed.text() + " is printed elsewhere (" + other.id()
                            + "), which the value prints as.")
                    : Optional.empty();
        }
        Query its = other.query().get();
        boolean sameElsewhen = its.withoutWaves().equals(query.withoutWaves())
                && printed.text().equals(figure.printed().orElseThrow().text());
        return sameElsewhen && prints(other, its, printed)
                ? Optional.of("The same number is printed for another period, "
                        + its.waves().map(range -> range.text()).orElse("all waves") + " (" + other.id()
                        + "), where the data give it.")
                : Optional.empty();
    }

    private static Optional<String> base(PublishedFigure figure, Computed computed) {
        OptionalLong printed = figure.base();
        long rounded = Math.round(computed.base() / (double) ROUNDED) * ROUNDED;
        boolean differs = printed.isPresent()
                && Math.round(printed.getAsLong() / (double) ROUNDED) * ROUNDED != rounded
                && figure.unit() != Unit.RESPONDENTS
                && figure.unit() != Unit.COUNT;
        return differs
                ? Optional.of(String.format(
                        Locale.UK,
                        "The printed base is %,d, and the base here about %,d.",
                        printed.getAsLong(),
                        rounded))
                : Optional.empty();
    }
}
