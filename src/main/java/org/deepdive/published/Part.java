package org.deepdive.published;

import java.util.List;
import java.util.OptionalLong;
import java.util.TreeSet;

/**
 * What is printed, one way or several, of one set of answers to one question.
 *
 * @param codes the answers
 * @param share the share of the respondents that fits all that is printed
 * @param torn whether no share fits all that is printed; then the share may be anything from the least printed
 * @param base the respondents, where printed
 * @param figures the figures
 */
record Part(TreeSet<String> codes, Span share, boolean torn, OptionalLong base, List<PublishedFigure> figures) {

    static Part of(TreeSet<String> codes, List<PublishedFigure> figures, AuditMaterial material) {
        Span share = material.share(figures.get(0)).orElseThrow();
        boolean torn = false;
        for (PublishedFigure figure : figures) {
            Span next = material.share(figure).orElseThrow();
            torn |= share.apart(next);
            share = torn ? new Span(Math.min(share.low(), next.low()), 1) : share.and(next);
        }
        return new Part(codes, share, torn, material.base(figures.get(0)), figures);
    }

    /** The count of respondents, where what is printed leaves only one. */
    OptionalLong count() {
        return base.isPresent() && share.isExact()
                ? OptionalLong.of(Math.round(share.low() * base.getAsLong()))
                : OptionalLong.empty();
    }

    String printed() {
        return figures.get(0).printed().orElseThrow().text();
    }
}
