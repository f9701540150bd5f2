package org.deepdive.analysis;

import org.deepdive.estimate.Query;
import org.deepdive.plot.Plot;
import org.deepdive.table.ResultTable;

/**
 * One cleared answer, as a plot and as a table.
 *
 * @param query the question
 * @param plot its plot
 * @param table its table
 */
public record Exhibit(Query query, Plot plot, ResultTable table) {}
