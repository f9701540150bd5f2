package org.deepdive.server.view;

import java.util.List;

/**
 * A sentence of a publication with every figure it holds.
 *
 * @param quote the document's words
 * @param section where they stand
 * @param figures what became of each of its figures
 */
public record QuoteView(String quote, String section, List<ReproductionView> figures) {

    public QuoteView {
        figures = List.copyOf(figures);
    }
}
