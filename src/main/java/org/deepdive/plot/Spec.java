package org.deepdive.plot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A plotly specification.
 *
 * @param traces the traces, later ones drawn over earlier ones
 * @param layout the layout, in colours that can be read on light and on dark pages
 */
record Spec(List<SpecTrace> traces, ObjectNode layout) {

    /** Readable (4.5:1) on white and on black, for pages that apply no theme. */
    private static final String NEUTRAL = "#767676";

    private static final String FAINT = "rgba(128,128,128,0.3)";
    private static final int FOOTNOTE_CHARACTERS = 58;
    private static final int FOOTNOTE_SIZE = 12;
    private static final int FOOTNOTE_LINE = 16;

    /** The specification of a picture. */
    static Spec of(Picture picture, Words words) {
        if (picture instanceof Bars bars) {
            return BarsSpec.of(bars, words);
        }
        return picture instanceof Likert likert ? LikertSpec.of(likert, words) : LinesSpec.of((Lines) picture, words);
    }

    /**
     * The layout that all charts share.
     *
     * @param words whose footnotes stand below the chart
     * @param body the height of the chart without its margins, in pixels
     * @param top the margin above it
     */
    static ObjectNode layout(Words words, double body, int top) {
        List<String> footnotes = words.footnotes().stream()
                .flatMap(line -> TextSize.wrap(line, FOOTNOTE_CHARACTERS * TextSize.AVERAGE, 1, false).stream())
                .toList();
        int bottom = 48 + footnotes.size() * FOOTNOTE_LINE;
        ObjectNode layout = Json.object();
        layout.put("paper_bgcolor", "rgba(0,0,0,0)").put("plot_bgcolor", "rgba(0,0,0,0)");
        layout.putObject("font")
                .put("family", "Arial, Helvetica, sans-serif")
                .put("size", 14)
                .put("color", NEUTRAL);
        layout.put("height", (int) Math.round(body + bottom + top));
        layout.put("autosize", true).put("bargap", 0).put("dragmode", false);
        layout.putObject("margin").put("l", 8).put("r", 56).put("t", top).put("b", bottom);
        ObjectNode title = layout.putObject("title");
        title.put("text", PlotlyText.lines(footnotes));
        title.putObject("font").put("size", FOOTNOTE_SIZE);
        title.put("xref", "container").put("x", 0).put("xanchor", "left");
        title.put("yref", "container").put("y", 0).put("yanchor", "bottom");
        title.putObject("pad").put("l", 8).put("b", 8);
        layout.putObject("hoverlabel").put("align", "left").put("namelength", -1);
        layout.put("hovermode", "closest");
        return layout;
    }

    /** An axis of values. */
    static ObjectNode valueAxis(ObjectNode axis, Scale scale) {
        axis.put("fixedrange", true)
                .put("gridcolor", FAINT)
                .put("zeroline", true)
                .put("zerolinecolor", NEUTRAL);
        axis.putArray("range").add(scale.from()).add(scale.to());
        axis.set("tickvals", SpecTrace.numbers(scale.ticks()));
        axis.set(
                "ticktext",
                SpecTrace.texts(scale.ticks().stream().map(scale::label).toList()));
        return axis.put("tickangle", 0).put("automargin", true);
    }

    /** An axis of labels. */
    static ObjectNode labelAxis(ObjectNode axis, List<Double> positions, List<String> labels) {
        axis.put("fixedrange", true).put("showgrid", false).put("zeroline", false);
        axis.set("tickvals", SpecTrace.numbers(positions));
        axis.set("ticktext", SpecTrace.texts(labels));
        return axis.put("tickangle", 0).put("automargin", true).put("ticks", "");
    }

    /** A text at a place of the chart. */
    static ObjectNode annotation(ObjectNode layout, double x, double y, String text) {
        ArrayNode annotations = layout.withArray("annotations");
        return annotations.addObject().put("x", x).put("y", y).put("text", text).put("showarrow", false);
    }

    String json() {
        ObjectNode root = Json.object();
        ArrayNode data = root.putArray("data");
        traces.forEach(trace -> data.add(trace.spec()));
        root.set("layout", layout);
        root.set("config", config());
        ObjectNode themes = root.putObject("themes");
        themes.set("light", theme(Theme.LIGHT));
        themes.set("dark", theme(Theme.DARK));
        return Json.text(root);
    }

    private static ObjectNode config() {
        ObjectNode config = Json.object();
        config.put("responsive", true).put("displaylogo", false);
        // Labels are not TeX, even in a notebook that has MathJax loaded.
        config.put("typesetMath", false);
        ArrayNode removed = config.putArray("modeBarButtonsToRemove");
        List.of("zoom2d", "pan2d", "select2d", "lasso2d", "zoomIn2d", "zoomOut2d", "autoScale2d", "resetScale2d")
                .forEach(removed::add);
        return config;
    }

    private ObjectNode theme(Theme theme) {
        ObjectNode styles = Json.object();
        ArrayNode data = styles.putArray("data");
        traces.forEach(trace -> data.add(trace.restyle(theme)));
        styles.putObject("layout")
                .put("font.color", theme.ink())
                .put("title.font.color", theme.ink())
                .put("xaxis.gridcolor", theme.grid())
                .put("yaxis.gridcolor", theme.grid())
                .put("xaxis.zerolinecolor", theme.ink())
                .put("yaxis.zerolinecolor", theme.ink())
                .put("hoverlabel.bgcolor", theme.ink())
                .put("hoverlabel.bordercolor", theme.ink())
                .put("hoverlabel.font.color", theme.paper());
        return styles;
    }
}
