package org.deepdive.study;

/**
 * Where a study comes from.
 *
 * @param publisher who publishes it
 * @param source the document that describes it
 * @param collected when it was collected, in words or as a range of waves
 * @param licence on what terms figures and data may be used
 * @param microdata whether the respondents' answers are public
 */
public record Provenance(String publisher, String source, String collected, String licence, String microdata) {}
