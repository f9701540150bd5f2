package org.deepdive.server.export;

import java.util.List;
import org.deepdive.analysis.Citation;
import org.deepdive.analysis.DeepDive;
import org.deepdive.analysis.Section;
import org.deepdive.server.view.FigureView;
import org.deepdive.server.view.FigureView.Download;

/**
 * A deep-dive as a page without a server.
 *
 * @param page what stands around it
 * @param deepDive the deep-dive
 * @param sections its sections
 * @param files files of the whole beside the page; empty for none
 * @param citation how to cite it
 */
public record StandaloneDeepDiveView(
        StandalonePage page, DeepDive deepDive, List<SectionView> sections, List<Download> files, Citation citation) {

    /**
     * A section.
     *
     * @param section its words
     * @param figures its exhibits
     * @param published the sentences of the publication with what became of them, as an HTML table; empty for none
     */
    public record SectionView(Section section, List<FigureView> figures, String published) {}
}
