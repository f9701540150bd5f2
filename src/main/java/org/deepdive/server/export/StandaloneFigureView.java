package org.deepdive.server.export;

import java.util.List;
import org.deepdive.analysis.Citation;
import org.deepdive.server.view.FigureView;
import org.deepdive.study.DataLabel;

/**
 * One exhibit as a page without a server.
 *
 * @param page what stands around it
 * @param figure the exhibit
 * @param labels what its numbers were computed from
 * @param citation how to cite it
 */
public record StandaloneFigureView(StandalonePage page, FigureView figure, List<DataLabel> labels, Citation citation) {}
