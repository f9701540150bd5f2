/**
 * Studies opened for work: {@link org.deepdive.analysis.Studies} for notebooks, {@link org.deepdive.analysis.Workspace}
 * for programs, and the deep-dives that read as statistical bulletins. Everything here is cleared by the disclosure gate
 * before it is drawn, tabulated or linked.
 *
 * <h2>How to write a deep-dive</h2>
 *
 * <p>A deep-dive is a class such as {@link org.deepdive.analysis.Policing} (the one to start from): a slug, a title, a
 * static {@code of(Workspace)} that gives a {@link org.deepdive.analysis.DeepDive}, and a line in
 * {@link org.deepdive.analysis.DeepDives}. Page, files, table of contents and notebook display follow from that.
 *
 * <ol>
 *   <li>Ask through the {@code Editor}, which asks for public answers only. {@code exhibit(query)} plots one answer in the
 *       chart that suits it: stacked bars with their net for a scale, lines with bands for waves, ranks for "choose three".
 *       {@code gaps(...)} sets two groups side by side, one row a measure or a further group. {@code tests(query, plan)} is
 *       a family of comparisons as a table. {@code model(question)} sets groups as they are beside groups adjusted.
 *   <li>Write a headline only from a test: {@code Editor.difference} for two groups, {@code extremes} for the groups of a
 *       breakdown, {@code leading} for the answer given most. Each says so where nothing is significant, or where a side
 *       is withheld. A headline written by hand asks {@code Comparison.isSignificant()} first. At most fifteen words
 *       before its numbers.
 *   <li>Give each section the published figures it is about: {@code figures("students-safe-*")}.
 *   <li>End with three sections that write themselves: {@code Drivers} (what an outcome goes with once the rest of a model
 *       is allowed for), {@code Overview} (what was published against what came out) and {@code WhoAnswered} (bases,
 *       Kish's design effect, the median design effect of the sections before it).
 *   <li>Say in the notes what a reader must know of method and limits.
 *   <li>Test it with respondents who are all alike, of whom no headline may claim a difference.
 * </ol>
 */
package org.deepdive.analysis;
