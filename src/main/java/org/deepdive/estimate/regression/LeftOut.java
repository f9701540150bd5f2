package org.deepdive.estimate.regression;

/**
 * Respondents of the domain who are not in a model.
 *
 * @param reason why: what they did not answer, in words
 * @param count how many; each is counted once, at the first reason that holds, the outcome before the terms
 */
public record LeftOut(String reason, int count) {}
