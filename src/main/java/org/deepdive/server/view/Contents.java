package org.deepdive.server.view;

import java.util.ArrayList;
import java.util.List;

/**
 * An entry of a page's contents.
 *
 * @param id the anchor of the section's heading
 * @param text the heading, or what it is called in short
 */
public record Contents(String id, String text) {

    /** The contents of a page whose sections are always the same: their anchors and headings in turn. */
    public static List<Contents> of(String... idsAndTexts) {
        List<Contents> entries = new ArrayList<>();
        for (int i = 0; i < idsAndTexts.length; i += 2) {
            entries.add(new Contents(idsAndTexts[i], idsAndTexts[i + 1]));
        }
        return List.copyOf(entries);
    }
}
