package org.deepdive.plot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Points with horizontal intervals.
 *
 * @param name what the points are
 * @param positions where each stands on the vertical axis
 * @param values the values; NaN for no point
 * @param low the lower ends of the intervals
 * @param high the upper ends
 * @param hover the hover texts
 * @param look how the points are drawn
 */
record PointTrace(
        String name,
        List<Double> positions,
        List<Double> values,
        List<Double> low,
        List<Double> high,
        List<String> hover,
        Look look)
        implements SpecTrace {

    /**
     * How points are drawn.
     *
     * @param ink their colour
     * @param symbol their shape: 0 for circles, 1 for squares
     */
    record Look(Ink ink, int symbol) {}

    PointTrace {
        SpecTrace.requireOneLength(name, positions, values, low, high, hover);
    }

    @Override
    public ObjectNode spec() {
        ObjectNode spec = Json.object();
        String color = look.ink().fill(Theme.LIGHT);
        spec.put("type", "scatter");
        spec.put("mode", "markers");
        spec.put("name", PlotlyText.of(name));
        spec.put("showlegend", false);
        spec.set("x", SpecTrace.numbers(values));
        spec.set("y", SpecTrace.numbers(positions));
        spec.set("hovertext", SpecTrace.texts(hover));
        spec.put("hoverinfo", "text");
        spec.put("cliponaxis", false);
        spec.putObject("marker").put("color", color).put("size", 9).put("symbol", LineTrace.SYMBOLS.get(look.symbol()));
        WhiskerTrace.errors(spec.putObject("error_x"), values, low, high)
                .put("color", color)
                .put("thickness", 2)
                .put("width", 4);
        return spec;
    }

    @Override
    public ObjectNode restyle(Theme theme) {
        String color = look.ink().fill(theme);
        return Json.object().put("marker.color", color).put("error_x.color", color);
    }
}
