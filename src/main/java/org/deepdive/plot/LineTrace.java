package org.deepdive.plot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A line over waves, broken where a value is NaN; or, unjoined, points that have error bars instead of a band.
 *
 * @param name whom the line is about
 * @param positions the waves
 * @param values the values; NaN breaks the line
 * @param low the lower ends of the intervals, drawn for unjoined points only
 * @param high the upper ends
 * @param hover the hover texts
 * @param keys what tells each point from the others, see {@link Mark#key()}
 * @param look how it is drawn
 */
record LineTrace(
        String name,
        List<Double> positions,
        List<Double> values,
        List<Double> low,
        List<Double> high,
        List<String> hover,
        List<String> keys,
        Look look)
        implements SpecTrace {

    /** The shapes of points, as plotly names them; the order is that of {@link Canvas#point}. */
    static final List<String> SYMBOLS = List.of("circle", "square", "diamond", "triangle-up");

    /**
     * How a line is drawn.
     *
     * @param ink its colour
     * @param symbol its position among the lines, which chooses the shape of its points
     * @param joined whether points are joined
     * @param named whether the legend names it
     */
    record Look(Ink ink, int symbol, boolean joined, boolean named) {}

    LineTrace {
        SpecTrace.requireOneLength(name, positions, values, low, high, hover, keys);
    }

    @Override
    public ObjectNode spec() {
        ObjectNode spec = Json.object();
        String color = look.ink().fill(Theme.LIGHT);
        spec.put("type", "scatter");
        spec.put("mode", look.joined() ? "lines+markers" : "markers");
        spec.put("name", PlotlyText.of(name));
        spec.put("showlegend", showLegend());
        spec.set("x", SpecTrace.numbers(positions));
        spec.set("y", SpecTrace.numbers(values));
        spec.put("connectgaps", false);
        spec.set("hovertext", SpecTrace.texts(hover));
        spec.put("hoverinfo", "text");
        spec.set("customdata", SpecTrace.texts(keys));
        spec.putObject("line").put("color", color).put("width", 2.5);
        String symbol = SYMBOLS.get(look.symbol()) + (look.joined() ? "" : "-open");
        spec.putObject("marker").put("color", color).put("size", 8).put("symbol", symbol);
        if (!look.joined()) {
            WhiskerTrace.errors(spec.putObject("error_y"), values, low, high)
                    .put("color", color)
                    .put("thickness", 1.5)
                    .put("width", 3);
        }
        return spec;
    }

    @Override
    public ObjectNode restyle(Theme theme) {
        String color = look.ink().fill(theme);
        ObjectNode style = Json.object().put("line.color", color).put("marker.color", color);
        return look.joined() ? style : style.put("error_y.color", color);
    }

    @Override
    public boolean showLegend() {
        return look.named();
    }
}
