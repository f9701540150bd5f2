package org.deepdive.plot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The band of intervals along an unbroken stretch of a line.
 *
 * @param name whom the line is about
 * @param positions the waves, from left to right
 * @param low the lower ends
 * @param high the upper ends
 * @param ink the colour of the line
 */
record BandTrace(String name, List<Double> positions, List<Double> low, List<Double> high, Ink ink)
        implements SpecTrace {

    private static final String FAINT = "33";

    BandTrace {
        SpecTrace.requireOneLength(name, positions, low, high);
    }

    @Override
    public ObjectNode spec() {
        ObjectNode spec = Json.object();
        spec.put("type", "scatter");
        spec.put("mode", "lines");
        spec.put("name", PlotlyText.of(name));
        spec.put("showlegend", false);
        spec.put("hoverinfo", "skip");
        spec.set("x", thereAndBack(positions, positions));
        spec.set("y", thereAndBack(high, low));
        spec.put("fill", "toself");
        spec.put("fillcolor", ink.fill(Theme.LIGHT) + FAINT);
        spec.putObject("line").put("width", 0);
        return spec;
    }

    private static ArrayNode thereAndBack(List<Double> there, List<Double> back) {
        ArrayNode outline = SpecTrace.numbers(there);
        for (int i = back.size() - 1; i >= 0; i--) {
            outline.add(back.get(i));
        }
        return outline;
    }

    @Override
    public ObjectNode restyle(Theme theme) {
        return Json.object().put("fillcolor", ink.fill(theme) + FAINT);
    }
}
