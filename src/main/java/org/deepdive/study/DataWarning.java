package org.deepdive.study;

/**
 * Something in a data file that is allowed but may be a mistake, or that will stand in the way of some estimates. It is for
 * the holder of the data: a stratum of one sampling unit may be one of a single respondent.
 *
 * @param code a stable name of what it is about: {@code equal-weights}, {@code lonely-strata}, {@code lonely-clusters},
 *     {@code population-size} or {@code replicate-weights}
 * @param message one or two sentences for people,
 */
public record DataWarning(String code, String message) {}
