package org.deepdive.estimate;

import java.util.ArrayList;
import java.util.List;
import org.deepdive.study.Codebook;
import org.deepdive.study.InputException;
import org.deepdive.study.Measure;

/** What a query's choice about don't knows makes of a measure. */
final class DontKnowTreatment {

    private DontKnowTreatment() {}

    /**
     * Whether a choice is what the measure declares anyway.
     *
     * @throws InputException where the measure has no don't knows to choose about
     */
    static boolean isDeclared(QueryChoices.DontKnows choice, Measure measure, Codebook codebook) {
        List<String> dontKnows = measure instanceof Measure.OfRespondents of ? of.dontKnows(codebook) : List.of();
        boolean chosen = measure instanceof Measure.Percentage || measure instanceof Measure.Distribution;
        if (!chosen || dontKnows.isEmpty()) {
            throw InputException.of(
                    "dontknow",
                    "\"" + measure.name() + "\" has no don't knows that could be in or out of its base.",
                    choice.word(),
                    "Leave dontknow out.");
        }
        List<String> exclude = ((Measure.OfRespondents) measure).exclude();
        return choice == QueryChoices.DontKnows.OUT
                ? exclude.containsAll(dontKnows)
                : dontKnows.stream().noneMatch(exclude::contains);
    }

    /** The measure that a query's choice makes of the study's own; the same where it chooses nothing. */
    static Measure of(Measure measure, QueryChoices.DontKnows choice, Codebook codebook) {
        if (choice == QueryChoices.DontKnows.DECLARED || !(measure instanceof Measure.OfRespondents of)) {
            return measure;
        }
        List<String> exclude = new ArrayList<>(of.exclude());
        exclude.removeAll(of.dontKnows(codebook));
        if (choice == QueryChoices.DontKnows.OUT) {
            exclude.addAll(of.dontKnows(codebook));
        }
        if (measure instanceof Measure.Percentage m) {
            return new Measure.Percentage(m.name(), m.label(), m.shortLabel(), m.variable(), m.net(), exclude);
        }
        if (measure instanceof Measure.Distribution m) {
            return new Measure.Distribution(m.name(), m.label(), m.shortLabel(), m.variable(), exclude);
        }
        return measure;
    }
}
