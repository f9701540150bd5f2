package org.deepdive.table;

import org.deepdive.estimate.Cell;

/**
 * What stands in one cell of a banner.
 *
 * @param cell the cleared estimate, or what stands in its place
 * @param significance the letters of the columns that it is significantly higher than, or an arrow; empty for none
 */
public record BannerCell(Cell cell, String significance) {}
