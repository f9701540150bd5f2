package org.deepdive.server.view;

import java.util.List;
import org.deepdive.published.Publication;

/**
 * The ledger of published figures.
 *
 * @param frame what stands around it
 * @param counts how many figures have each verdict, over all publications
 * @param chosen the verdict shown; empty for all
 * @param publications the publications with the figures shown
 */
public record LedgerView(Frame frame, List<VerdictCount> counts, String chosen, List<PublicationView> publications) {

    /** The publications with figures shown. */
    public List<Contents> contents() {
        return publications.stream()
                .map(PublicationView::publication)
                .map(publication -> new Contents("publication-" + publication.id(), publication.covers()))
                .toList();
    }

    /** How many figures there are, shown or not. */
    public long all() {
        return counts.stream().mapToLong(VerdictCount::count).sum();
    }

    /** How many figures are shown. */
    public long shown() {
        return publications.stream()
                .flatMap(p -> p.quotes().stream())
                .mapToLong(q -> q.figures().size())
                .sum();
    }

    /**
     * A publication with its figures.
     *
     * @param publication the publication
     * @param counts how many of its figures have each verdict
     * @param quotes its sentences with the figures shown
     */
    public record PublicationView(Publication publication, List<VerdictCount> counts, List<QuoteView> quotes) {}
}
