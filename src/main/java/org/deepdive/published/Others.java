package org.deepdive.published;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deepdive.estimate.Query;

/** The other figures that a figure is compared with. */
final class Others {

    private final Map<String, PublishedFigure> figures;

    /** @param figures all figures by id */
    Others(Map<String, PublishedFigure> figures) {
        this.figures = figures;
    }

    /** Whether a claim's value is made of other figures: a sum of its parts, a change from one to the other. */
    static boolean isOfOthers(Claim claim) {
        return claim == Claim.SUM || claim == Claim.CHANGE;
    }

    /** The figures named. */
    List<PublishedFigure> of(PublishedFigure figure) {
        return figure.versus().stream().map(figures::get).toList();
    }

    /** Their queries; fewer than there are figures where some have none. */
    List<Query> queries(PublishedFigure figure) {
        return of(figure).stream().flatMap(other -> other.query().stream()).toList();
    }

    /** Whether it is compared with others, of which each has a query. */
    boolean areAllQueried(PublishedFigure figure) {
        return !figure.versus().isEmpty()
                && queries(figure).size() == figure.versus().size();
    }

    /** Why a figure cannot be held against its others. */
    ClaimVerdict sideMissing(PublishedFigure figure) {
        return ClaimVerdict.cannot(
                figure.versus().isEmpty()
                        ? "One of two sides is missing: the document does not say what it is compared with."
                        : "One of two sides is missing: no query computes it.");
    }

    /** The one figure it is compared with. */
    Optional<PublishedFigure> versus(PublishedFigure figure) {
        return of(figure).stream().findFirst();
    }

    /**
     * The figure with the same query that is compared with another: the difference that a {@code bigger difference} is
     * about. From the same sentence if there is one, then from the same publication.
     */
    Optional<PublishedFigure> sameQueryCompared(PublishedFigure figure) {
        return figures.values().stream()
                .filter(other ->
                        !other.id().equals(figure.id()) && other.query().equals(figure.query()))
                .filter(this::isCompared)
                .min(Comparator.comparing(
                                (PublishedFigure other) -> !other.quote().equals(figure.quote()))
                        .thenComparing(other -> !other.publication().equals(figure.publication())));
    }

    /** Whether a figure and its other are two sides of a difference; the others of a rank are left out of it. */
    boolean isCompared(PublishedFigure figure) {
        boolean comparing = figure.claim().map(Others::compares).orElse(true);
        return comparing && figure.query().isPresent() && areAllQueried(figure);
    }

    private static boolean compares(Claim claim) {
        return switch (claim) {
            case HIGHER,
                    LOWER,
                    SIGNIFICANTLY_HIGHER,
                    SIGNIFICANTLY_LOWER,
                    SLIGHTLY_HIGHER,
                    SLIGHTLY_LOWER,
                    CONSISTENTLY_HIGHER,
                    CONSISTENTLY_LOWER,
                    SIMILAR,
                    NOT_HIGHER -> true;
            default -> false;
        };
    }
}
