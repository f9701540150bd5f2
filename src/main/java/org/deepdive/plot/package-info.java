/**
 * Charts of cleared results.
 *
 * <p>{@link org.deepdive.plot.Plot} is the entry: it reads a cleared table once into a small model of what is to be drawn
 * (bars, stacked bars or lines), and draws that model as static SVG or as a plotly specification, which is also what its
 * tablesaw-jsplot figure holds. Both come from the same model, so that they show the same numbers.
 *
 * <p>Labels are data: whatever a codebook holds is shown as text and never read as markup, script or plotly's own
 * pseudo-HTML. Conventions follow the Government Analysis Function's chart guidance.
 */
package org.deepdive.plot;
