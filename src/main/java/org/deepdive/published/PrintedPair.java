package org.deepdive.published;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Two figures whose printed numbers can be held against each other: shares against shares, also where one of them is printed
 * as a count of its base; else numbers of one unit, where respondents, counts and other numbers are all whole numbers.
 *
 * @param one the figure in question
 * @param other the figure it is held against
 * @param first the values that the one may stand for
 * @param second the values that the other may stand for
 */
record PrintedPair(PublishedFigure one, PublishedFigure other, Span first, Span second) {

    private static final Set<Unit> WHOLE = EnumSet.of(Unit.COUNT, Unit.RESPONDENTS, Unit.NUMBER);

    static Optional<PrintedPair> of(PublishedFigure one, PublishedFigure other, AuditMaterial material) {
        if (one.printed().isEmpty() || other.printed().isEmpty()) {
            return Optional.empty();
        }
        Optional<Span> share = material.share(one);
        Optional<Span> against = material.share(other);
        if (share.isPresent() && against.isPresent()) {
            return Optional.of(new PrintedPair(one, other, share.get(), against.get()));
        }
        boolean sameKind = one.unit() == other.unit() || WHOLE.contains(one.unit()) && WHOLE.contains(other.unit());
        return sameKind
                ? Optional.of(new PrintedPair(one, other, Approximation.span(one), Approximation.span(other)))
                : Optional.empty();
    }

    boolean apart() {
        return first.apart(second);
    }

    /** Both as printed: {@code 88% against 91%}. */
    String words() {
        return one.printed().orElseThrow().text() + " against "
                + other.printed().orElseThrow().text();
    }
}
