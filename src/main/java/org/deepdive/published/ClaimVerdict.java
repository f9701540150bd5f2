package org.deepdive.published;

import java.util.Optional;
import org.deepdive.estimate.Comparison;

/**
 * Whether the data support what a document says of a figure.
 *
 * @param supported whether they do
 * @param test the design-based test behind it; absent where ranks or published counts decide
 * @param sentence the arithmetic in words
 */
public record ClaimVerdict(boolean supported, Optional<Comparison> test, String sentence) {}
