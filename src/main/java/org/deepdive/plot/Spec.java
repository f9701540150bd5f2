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
    /** The size of text. */
    static final int FONT_SIZE = 14;
    /** The margin above a chart, which leaves room for plotly's buttons. */
    static final int TOP = 30;

    /** The part of it that only the buttons need. */
    private static final int BUTTONS = 22;

    /** The room for an axis with one line of labels. */
    static final int AXIS = 48;

    private static final int NARROW_FOOTNOTE = 54;
    private static final int WIDE_FOOTNOTE = 92;
    private static final int FOOTNOTE_SIZE = 12;
    private static final int FOOTNOTE_LINE = 16;

    /**
     * The specification of a picture.
     *
     * @param narrow whether it is for a phone
     */
    static Spec of(Picture picture, Captions words, boolean narrow) {
        if (picture instanceof Bars bars) {
            return BarsSpec.of(bars, words, narrow);
        }
        if (picture instanceof Pairs pairs) {
            return PairsSpec.of(pairs, words, narrow);
        }
        if (picture instanceof Ranks ranks) {
            return PairsSpec.of(ranks.pairs(), words, narrow);
        }
        return picture instanceof Likert likert
                ? LikertSpec.of(likert, words, narrow)
                : LinesSpec.of((Lines) picture, words, narrow);
    }

    /**
     * The measures of a chart, in pixels.
     *
     * @param narrow whether it is for a phone
     * @param body the height without margins
     * @param top the margin above
     * @param right the margin for what stands at the right
     * @param axis the room for the labels of the axis below
     */
    record Frame(boolean narrow, double body, int top, int right, int axis) {}

    /**
     * The layout that all charts share.
     *
     * @param words whose footnotes stand below the chart
     * @param frame the measures
     */
    static ObjectNode layout(Captions words, Frame frame) {
        int characters = frame.narrow() ? NARROW_FOOTNOTE : WIDE_FOOTNOTE;
        List<String> footnotes = words.footnotes().stream()
                .flatMap(line -> TextSize.wrap(line, characters * TextSize.AVERAGE, 1, false).stream())
                .toList();
        int bottom = frame.axis() + footnotes.size() * FOOTNOTE_LINE;
        double height = frame.body() + bottom + frame.top();
        ObjectNode layout = Json.object();
        layout.put("paper_bgcolor", "rgba(0,0,0,0)").put("plot_bgcolor", "rgba(0,0,0,0)");
        layout.putObject("font")
                .put("family", "Arial, Helvetica, sans-serif")
                .put("size", FONT_SIZE)
                .put("color", NEUTRAL);
        layout.put("height", (int) Math.round(height));
        layout.put("autosize", true).put("bargap", 0).put("dragmode", false);
        ObjectNode margin = layout.putObject("margin").put("l", 8).put("r", frame.right());
        margin.put("t", frame.top()).put("b", bottom);
        footnotes(layout, footnotes, height);
        layout.putObject("modebar").put("bgcolor", "rgba(0,0,0,0)").put("color", NEUTRAL);
        layout.putObject("hoverlabel").put("align", "left").put("namelength", -1);
        return layout.put("hovermode", "closest");
    }

    /** Puts the footnotes where plotly has a title, the one text that stays put on screens of every width. */
    private static void footnotes(ObjectNode layout, List<String> footnotes, double height) {
        ObjectNode title = layout.putObject("title");
        title.put("text", PlotlyText.lines(footnotes));
        title.putObject("font").put("size", FOOTNOTE_SIZE);
        title.put("xref", "container").put("x", 0).put("xanchor", "left");
        // Plotly anchors only the first line of a title, so the first line is put where the last one just fits.
        double first = (footnotes.size() * FOOTNOTE_LINE + 4) / height;
        title.put("yref", "container").put("y", first).put("yanchor", "top");
        title.putObject("pad").put("l", 8);
    }

    /**
     * The same chart in the place of a picture, at its height and without the room for plotly's buttons, so that nothing
     * moves when the one replaces the other.
     */
    Spec inPlaceOf(double picture) {
        ObjectNode fitted = layout.deepCopy();
        ObjectNode margin = fitted.withObject("/margin");
        int top = margin.path("t").asInt();
        int bottom = margin.path("b").asInt();
        int body = fitted.path("height").asInt() - top - bottom;
        // A picture that needs fewer lines above its bars must not take what is missing from the bars.
        margin.put("t", Math.max(0, Math.min(top - BUTTONS, (int) picture - bottom - body)));
        ObjectNode title = fitted.withObject("/title");
        title.put("y", title.path("y").asDouble() * fitted.path("height").asDouble() / picture);
        return new Spec(traces, fitted.put("height", (int) picture));
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
        if (!scale.title().isEmpty()) {
            ObjectNode title = axis.putObject("title").put("text", PlotlyText.of(scale.title()));
            title.put("standoff", 8).putObject("font").put("size", FONT_SIZE);
        }
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
