/**
 * What a survey is: its {@linkplain org.deepdive.study.Study description}, {@linkplain org.deepdive.study.Codebook
 * codebook}, {@linkplain org.deepdive.study.SurveyDesign design}, {@linkplain org.deepdive.study.Measure measures} and
 * {@linkplain org.deepdive.study.Provenance provenance}, and the only reader of respondent-level files.
 *
 * <p>This package imports no other package of Deepdive. Measures live here, and not beside the estimates, because they
 * are declared in {@code study.yaml}: a study is read whole, by one package, or refused whole.
 */
package org.deepdive.study;
