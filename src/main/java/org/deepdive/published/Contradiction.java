package org.deepdive.published;

import java.util.List;

/**
 * What speaks against a claim.
 *
 * @param figures the figures involved, the claim's first
 * @param words the arithmetic in one sentence
 */
record Contradiction(List<PublishedFigure> figures, String words) {}
