package org.deepdive.plot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The intervals of horizontal bars as error bars. Drawn twice, thick in the paper's colour and thin in the ink's, they
 * can be seen on the bar as well as beside it.
 *
 * @param positions where each bar stands on the vertical axis
 * @param values the values
 * @param low the lower ends
 * @param high the upper ends
 * @param halo whether this is the thick one
 */
record WhiskerTrace(List<Double> positions, List<Double> values, List<Double> low, List<Double> high, boolean halo)
        implements SpecTrace {

    WhiskerTrace {
        SpecTrace.requireOneLength("intervals", positions, values, low, high);
    }

    @Override
    public String name() {
        return "intervals";
    }

    @Override
    public ObjectNode spec() {
        ObjectNode spec = Json.object();
        spec.put("type", "scatter");
        spec.put("mode", "markers");
        spec.put("name", name());
        spec.put("showlegend", false);
        spec.put("hoverinfo", "skip");
        spec.set("x", SpecTrace.numbers(values));
        spec.set("y", SpecTrace.numbers(positions));
        spec.putObject("marker").put("size", 1).put("opacity", 0);
        errors(spec.putObject("error_x"), values, low, high)
                .put("color", color(Theme.LIGHT))
                .put("thickness", halo ? 4.5 : 1.5)
                .put("width", halo ? 0 : 4);
        return spec;
    }

    /** Error bars from the values to the ends of their intervals. */
    static ObjectNode errors(ObjectNode error, List<Double> values, List<Double> low, List<Double> high) {
        error.put("type", "data").put("symmetric", false);
        error.set("array", differences(high, values));
        error.set("arrayminus", differences(values, low));
        return error;
    }

    private static ArrayNode differences(List<Double> from, List<Double> less) {
        return SpecTrace.numbers(IntStream.range(0, from.size())
                .mapToObj(i -> from.get(i) - less.get(i))
                .toList());
    }

    private String color(Theme theme) {
        return halo ? theme.paper() : theme.ink();
    }

    @Override
    public ObjectNode restyle(Theme theme) {
        return Json.object().put("error_x.color", color(theme));
    }
}
