package org.deepdive.server.view;

import java.util.Optional;

/**
 * What became of one published figure, in words.
 *
 * @param id the figure's id, which is its anchor in the ledger
 * @param about what it is about
 * @param printed the number as printed; empty for a finding in words
 * @param computed the value computed; empty where there is none
 * @param interval its 95% interval; empty where there is none
 * @param base its base, rounded as for anyone; empty where there is none
 * @param verdict the verdict's name in data files, such as {@code reproduced}
 * @param verdictText the verdict in words
 * @param reason why it differs or cannot be reproduced; empty for a reproduced figure
 * @param claim what became of the words around the number; absent where they claim nothing testable
 * @param calibrated how the figure relates to the data, in one or two words; empty where nothing was computed
 * @param explore the address of its plot; absent where nothing can be plotted
 */
public record ReproductionView(
        String id,
        String about,
        String printed,
        String computed,
        String interval,
        String base,
        String verdict,
        String verdictText,
        String reason,
        Optional<ClaimView> claim,
        String calibrated,
        Optional<String> explore) {

    /**
     * A claim and its test.
     *
     * @param text what is claimed, such as "higher"
     * @param standing {@code yes} where the data at least point that way, {@code no} where they do not, {@code open} where
     *     they cannot tell
     * @param outcome how far the data support it, in words
     * @param test the arithmetic in words
     */
    public record ClaimView(String text, String standing, String outcome, String test) {}
}
