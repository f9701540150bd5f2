package org.deepdive.analysis;

/**
 * What numbers were computed from: SHA-256 hashes, as hexadecimal digits, that are equal where all of it is.
 *
 * @param data of the respondents, or of the published counts, and of the study's description
 * @param rules of the disclosure rules
 * @param code of the program
 */
public record Fingerprint(String data, String rules, String code) {}
