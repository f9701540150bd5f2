package org.deepdive.server;

import static org.apache.commons.text.StringEscapeUtils.escapeHtml4;

import java.util.Optional;
import java.util.Set;
import org.deepdive.notebook.page.Pictures;
import org.deepdive.plot.Drawing;
import org.deepdive.server.share.Asked;
import org.deepdive.server.view.FigureView;
import org.deepdive.study.InputException;

/**
 * The pictures of one notebook on its page. Where the notebook was run on the data that this site has, the plot of a question
 * is the site's own, which answers to the pointer; elsewhere the picture stands as it was, an image within which
 * nothing can run.
 */
final class NotebookPictures implements Pictures {

    private final Site site;
    private final Set<String> current;

    /** @param current the studies whose data are those that the notebook was run on */
    NotebookPictures(Site site, Set<String> current) {
        this.site = site;
        this.current = current;
    }

    @Override
    public Optional<String> inline(String svg, Optional<String> path) {
        return path.flatMap(this::live);
    }

    private Optional<String> live(String path) {
        try {
            Asked asked = Asked.of(site.present().results(), path);
            if (!current.contains(asked.study())) {
                return Optional.empty();
            }
            return asked.exhibit().get().drawing().map(plot -> markup(plot, asked.path()));
        } catch (InputException e) {
            // A question that this site does not answer: the picture of the notebook is what there is.
            return Optional.empty();
        }
    }

    private static String markup(Drawing plot, String path) {
        int query = path.indexOf('?');
        String specification =
                query < 0 ? path + FigureView.SPEC : path.substring(0, query) + FigureView.SPEC + path.substring(query);
        return "<div class=\"plot\" data-spec=\"" + escapeHtml4(specification) + "\"><div class=\"plot-wide\">"
                + plot.svgForPage(Drawing.WIDE) + "</div><div class=\"plot-narrow\">"
                + plot.svgForPage(Drawing.NARROW) + "</div></div><p class=\"open\"><a href=\"" + escapeHtml4(path)
                + "\">Open this plot<span class=\"unseen\">: " + escapeHtml4(plot.title()) + "</span></a></p>";
    }
}
