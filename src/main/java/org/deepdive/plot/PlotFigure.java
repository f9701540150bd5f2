package org.deepdive.plot;

import static org.apache.commons.text.StringEscapeUtils.escapeXml10;

import com.fasterxml.jackson.databind.node.TextNode;
import tech.tablesaw.plotly.components.Config;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.event.EventHandler;
import tech.tablesaw.plotly.traces.Trace;

/**
 * A tablesaw-jsplot figure that writes itself as escaped JSON instead of filling a template.
 *
 * <p>It is immutable: jsplot's setters would silently change nothing of what is written, so they are refused. jsplot's
 * own constructor makes one template engine, which nothing here runs; results are shown through {@link Plot#json()} and
 * {@link Plot#svg()} without making a figure at all.
 */
final class PlotFigure extends Figure {

    private final String title;
    private final Spec spec;

    PlotFigure(String title, Spec spec) {
        super(spec.traces().toArray(Trace[]::new));
        this.title = title;
        this.spec = spec;
    }

    @Override
    public String divString(String id) {
        return "<div id=\"" + escapeXml10(id) + "\" class=\"dd-plotly\"></div>" + System.lineSeparator();
    }

    @Override
    public String asJavascript(String id) {
        String div = Json.text(TextNode.valueOf(id));
        return """
                <script>
                (function () {
                  var spec = %s;
                  var div = document.getElementById(%s);
                  // A page is dark where its text is light, whatever the page calls its themes.
                  var ink = (getComputedStyle(div).color.match(/[0-9.]+/g) || []).slice(0, 3).map(Number);
                  var dark = ink.length === 3 && ink[0] + ink[1] + ink[2] > 384;
                  var theme = spec.themes[dark ? 'dark' : 'light'];
                  Plotly.newPlot(div, spec.data, spec.layout, spec.config).then(function () {
                    theme.data.forEach(function (style, i) { Plotly.restyle(div, style, [i]); });
                    Plotly.relayout(div, theme.layout);
                  });
                })();
                </script>
                """.formatted(spec.json(), div);
    }

    /** A layout with the title alone, for jsplot's pages; the figure's own layout is part of its specification. */
    @Override
    public Layout getLayout() {
        return Layout.builder(title).build();
    }

    @Override
    public Trace[] getTraces() {
        return super.getTraces().clone();
    }

    @Override
    public void setLayout(Layout layout) {
        throw fixed();
    }

    @Override
    public void setConfig(Config config) {
        throw fixed();
    }

    @Override
    public void setTraces(Trace... traces) {
        throw fixed();
    }

    @Override
    public void setEventHandlers(EventHandler... handlers) {
        throw fixed();
    }

    private static UnsupportedOperationException fixed() {
        return new UnsupportedOperationException(
                "A figure of a cleared result cannot be changed; make another with Plot.withKind.");
    }
}
