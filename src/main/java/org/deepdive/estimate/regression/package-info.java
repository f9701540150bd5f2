/**
 * Regression on survey data: {@linkplain org.deepdive.estimate.regression.Regression logistic and linear models} with the
 * sandwich variance, tests of whole terms, and percentages adjusted for other variables.
 *
 * <p>Every definition follows {@code svyglm}, {@code regTermTest} and {@code svypredmeans} of R's {@code survey} package.
 */
package org.deepdive.estimate.regression;
