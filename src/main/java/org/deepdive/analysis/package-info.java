/**
 * Studies opened for work: {@link org.deepdive.analysis.Studies} for notebooks, {@link org.deepdive.analysis.Workspace}
 * for programs, and the deep-dives that read as statistical bulletins. Everything here is cleared by the disclosure gate
 * before it is drawn, tabulated or linked.
 */
package org.deepdive.analysis;
