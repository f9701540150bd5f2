/**
 * What a survey is: its {@linkplain org.deepdive.study.Study description}, {@linkplain org.deepdive.study.Codebook
 * codebook}, {@linkplain org.deepdive.study.SurveyDesign design}, {@linkplain org.deepdive.study.Measure measures} and
 * {@linkplain org.deepdive.study.Provenance provenance}, and the only reader of respondent-level files.
 *
 * <p>This package imports no other package of Deepdive. Measures live here, and not beside the estimates, because they
 * are declared in {@code study.yaml}: a study is read whole, by one package, or refused whole.
 *
 * <h2>The design in {@code study.yaml}</h2>
 *
 * <pre>{@code
 * design:
 *   weight: weight                    # the only line that must be there
 *   strata: [region, wave]
 *   cluster: [psu, household]         # or one name; nest: true where names are unique within strata only
 *   fpc: [psus, households]           # numbers in the population, or fractions in the sample, a stage
 *   wave: wave
 *   lonely: fail                      # or remove, adjust, average
 *   population_size: 2867800          # what the weights should add up to
 *   replicates: {kind: Fay, rho: 0.3, columns: "rep_*"}     # or {kind: bootstrap, make: 200, seed: 1}
 *   calibration: {base_weight: base, margins: [[sex, age_band], [region]]}
 * }</pre>
 *
 * <h2>The kinds of measures</h2>
 *
 * <pre>{@code
 * measures:
 *   - {name: safe, label: Feel safe, kind: percentage, variable: safety, net: [very_safe, fairly_safe], exclude: [refused]}
 *   - {name: safe2, label: Feel safe, kind: percentage, variable: safety, net_first: 2}     # the first two answers
 *   - {name: safety, label: Safety, kind: distribution, variable: safety}
 *   - {name: score, label: Mean safety, kind: mean, variable: safety, scores: {very_safe: 4, fairly_safe: 3}}
 *   - {name: age, label: Mean age, kind: mean, variable: age_in_years}
 *   - {name: median_age, label: Median age, kind: quantile, variable: age_in_years, probability: 0.5}
 *   - {name: victims, label: Victims, kind: total, variable: victim, net: ["yes"]}
 *   - {name: rate, label: Incidents a victim, kind: ratio, numerator: {variable: incidents},
 *      denominator: {variable: victim, net: ["yes"]}}
 *   - {name: news, label: Sources of news, kind: multiple, variable: news}
 *   - {name: news_of_all, label: Sources of news, kind: response_share, variable: news}
 *   - {name: priorities, label: Priorities, kind: rank, variable: priority}
 *   - {name: mentioned, label: Priorities chosen, kind: chose, variable: priority}
 * }</pre>
 *
 * <p>A study of published counts has {@code tally_share}, {@code rank_score} and {@code unpublished_counts} instead.
 */
package org.deepdive.study;
