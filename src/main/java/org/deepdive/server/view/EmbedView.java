package org.deepdive.server.view;

import java.util.List;
import org.deepdive.study.DataLabel;

/**
 * A figure for a frame on another page.
 *
 * @param figure the figure
 * @param labels what its numbers were computed from
 * @param address its whole address on this server
 * @param styles the style sheet of the frame
 * @param plotStyles the style sheet of the charts
 * @param allowed whether other pages may show it; where not, a reader is told how it could be
 */
public record EmbedView(
        FigureView figure, List<DataLabel> labels, String address, String styles, String plotStyles, boolean allowed) {}
