package org.deepdive.published;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.deepdive.study.InputException;

/**
 * An indicator of the scorecard with the figures printed for it.
 *
 * @param name what it measures
 * @param priority the priority it belongs to, 1 to 3
 * @param proposed the proposed indicator it speaks to, if any
 * @param earlier the earlier figure
 * @param latest the latest figure
 * @param stated the change as the document states it
 * @param better which direction is an improvement
 * @param comparison the figure of others that the latest is held against
 * @param sample the respondents of each of the two figures, where they come from a survey
 * @param asked the share of the sample that the question is put to, where it is not put to everyone and a share is printed
 * @param note remarks on reading it; may be empty
 */
public record ScorecardIndicator(
        String name,
        int priority,
        Optional<String> proposed,
        Optional<PublishedFigure> earlier,
        Optional<PublishedFigure> latest,
        Optional<PublishedFigure> stated,
        Better better,
        Optional<PublishedFigure> comparison,
        Optional<PublishedFigure> sample,
        Optional<PublishedFigure> asked,
        String note) {

    /**
     * @throws InputException where figures are compared that count different things, one of them prints no number, or what
     *     is put to a part of the sample is no percentage of it
     */
    public ScorecardIndicator {
        requireComparable(earlier, latest);
        requireComparable(comparison, latest);
        asked.ifPresent(share -> requirePartOf(share, sample));
    }

    /** Which direction of an indicator is an improvement. */
    public enum Better {
        /** More is better. */
        UP,
        /** Less is better. */
        DOWN,
        /** Neither can be said to be better. */
        NEITHER;

        /** The direction's name in data files. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Better parse(String text) {
            List<String> allowed = Arrays.stream(values()).map(Better::text).toList();
            return values()[allowed.indexOf(CsvRows.among("direction", text, allowed))];
        }
    }

    /** The change from the earlier figure to the latest, where both are printed. */
    public Optional<PrintedChange> change() {
        return difference(earlier, latest);
    }

    /** The latest figure less that of others, where both are printed. */
    public Optional<PrintedChange> gap() {
        return difference(comparison, latest);
    }

    /** What is known of the change's sampling error, where both figures come from a survey of a printed size. */
    public Optional<SampleBound> sampling() {
        return sample.filter(s -> earlier.isPresent() && latest.isPresent())
                .map(s -> SampleBound.of(
                        number(earlier), number(latest), Math.round(printed(s).value())));
    }

    /**
     * How many of the sample the question is likely to be put to, where the share is printed: about so many, since sample and
     * share are of different samples.
     */
    public Optional<Long> likelyAsked() {
        return asked.map(
                share -> Math.round(number(asked).value() * number(sample).value()));
    }

    private static Optional<PrintedChange> difference(Optional<PublishedFigure> from, Optional<PublishedFigure> to) {
        return from.isPresent() && to.isPresent()
                ? Optional.of(PrintedChange.between(number(from), number(to)))
                : Optional.empty();
    }

    private static Printed number(Optional<PublishedFigure> figure) {
        return printed(figure.orElseThrow());
    }

    private static Printed printed(PublishedFigure figure) {
        return figure.printed()
                .orElseThrow(() -> InputException.of(
                        "no-number",
                        "The figure \"" + figure.id() + "\" prints no number.",
                        figure.id(),
                        "Name a figure that does."));
    }

    private static void requirePartOf(PublishedFigure share, Optional<PublishedFigure> sample) {
        if (share.unit() != Unit.PERCENT || sample.isEmpty()) {
            throw InputException.of(
                    "share-of-sample",
                    "The figure \"" + share.id() + "\" is no percentage of a sample.",
                    share.id(),
                    "Name a figure in percent, and that of the sample.");
        }
    }

    private static void requireComparable(Optional<PublishedFigure> from, Optional<PublishedFigure> to) {
        if (from.isPresent() && to.isPresent()) {
            number(from);
            number(to);
            if (from.get().unit() != to.get().unit()) {
                throw InputException.of(
                        "unit",
                        "The figure \"" + from.get().id() + "\" is in "
                                + from.get().unit().text() + " and \""
                                + to.get().id() + "\" in " + to.get().unit().text() + ".",
                        from.get().id(),
                        "Compare figures of one unit.");
            }
        }
    }
}
