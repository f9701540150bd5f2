package org.deepdive.published;

/**
 * One numbered commitment of the plan of 2022 to 2025.
 *
 * @param number its printed number
 * @param priority the priority it stands under, 1 to 3
 * @param asked the heading "You asked us" it stands under
 * @param text what was committed to, as printed
 * @param note remarks on reading it; may be empty
 * @param quote the words of the document, with the number
 */
public record Commitment(int number, int priority, String asked, String text, String note, String quote) {}
