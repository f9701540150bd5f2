package org.deepdive.plot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Thin horizontal bars from the lower to the upper end of ranges.
 *
 * @param name what the ranges are
 * @param positions where each stands on the vertical axis
 * @param low the lower ends
 * @param high the upper ends
 * @param hover the hover texts
 * @param ink the colour
 * @param height the thickness, in the units of the vertical axis
 */
record RangeTrace(
        String name,
        List<Double> positions,
        List<Double> low,
        List<Double> high,
        List<String> hover,
        Ink ink,
        double height)
        implements SpecTrace {

    RangeTrace {
        SpecTrace.requireOneLength(name, positions, low, high, hover);
    }

    @Override
    public ObjectNode spec() {
        ObjectNode spec = Json.object();
        spec.put("type", "bar").put("orientation", "h");
        spec.put("name", PlotlyText.of(name)).put("showlegend", false);
        spec.set("base", SpecTrace.numbers(low));
        spec.set(
                "x",
                SpecTrace.numbers(IntStream.range(0, low.size())
                        .mapToObj(i -> high.get(i) - low.get(i))
                        .toList()));
        spec.set("y", SpecTrace.numbers(positions));
        spec.put("width", height);
        spec.set("hovertext", SpecTrace.texts(hover));
        spec.put("hoverinfo", "text");
        // The outline keeps a range visible that is narrower than a pixel.
        ObjectNode marker = spec.putObject("marker").put("color", ink.fill(Theme.LIGHT));
        marker.putObject("line").put("color", ink.fill(Theme.LIGHT)).put("width", 2);
        return spec;
    }

    @Override
    public ObjectNode restyle(Theme theme) {
        return Json.object().put("marker.color", ink.fill(theme)).put("marker.line.color", ink.fill(theme));
    }
}
