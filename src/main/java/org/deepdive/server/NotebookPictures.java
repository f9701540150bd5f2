package org.deepdive.server;

import static org.apache.commons.text.StringEscapeUtils.escapeHtml4;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.deepdive.notebook.page.Pictures;
import org.deepdive.plot.Drawing;
import org.deepdive.server.share.Asked;
import org.deepdive.server.view.FigureView;
import org.deepdive.server.view.FigureView.PictureView;
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
            return asked.exhibit().get().drawing().map(plot -> markup(plot, asked));
        } catch (InputException e) {
            // A question that this site does not answer: the picture of the notebook is what there is.
            return Optional.empty();
        }
    }

    private String markup(Drawing plot, Asked asked) {
        PictureView picture = new PictureView(
                plot.svgForPage(Drawing.WIDE),
                plot.svgForPage(Drawing.NARROW),
                Optional.of(Asked.file(asked.path(), FigureView.SPEC)));
        return new String(site.part("plot.jte", Map.of("picture", picture)), StandardCharsets.UTF_8)
                + "<p class=\"open\"><a href=\"" + escapeHtml4(asked.path())
                + "\">Open this plot<span class=\"unseen\">: " + escapeHtml4(plot.title()) + "</span></a></p>";
    }
}
