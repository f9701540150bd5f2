package org.deepdive.published;

/**
 * A document, or a part of one, whose figures were transcribed.
 *
 * @param id its name
 * @param title the document's title
 * @param publisher who published it
 * @param date when, as far as the document tells
 * @param sourceFile the file name of its text
 * @param sha256 the SHA-256 of that text, in hexadecimal
 * @param covers which part of the document was transcribed
 */
public record Publication(
        String id, String title, String publisher, String date, String sourceFile, String sha256, String covers) {}
