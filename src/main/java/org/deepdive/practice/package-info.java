/**
 * Practice data: invented respondents, seeded, whose weighted estimates print as the published figures do, so that
 * everything can be tried, taught and tested without the real file. They are evidence about nobody; what of their
 * structure is invented is described in {@code data/practice/README.md}, and they carry
 * {@link org.deepdive.study.DataLabel#PRACTICE} wherever they go.
 */
package org.deepdive.practice;
