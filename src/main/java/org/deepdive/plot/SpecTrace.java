package org.deepdive.plot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import tech.tablesaw.plotly.components.HoverLabel;
import tech.tablesaw.plotly.traces.Trace;

/**
 * A trace of a tablesaw-jsplot figure that writes itself as escaped JSON, where jsplot's own fill a template with labels
 * as they are. All columns of a trace have one length, or it cannot be made.
 */
sealed interface SpecTrace extends Trace permits BarTrace, WhiskerTrace, BandTrace, LineTrace, PointTrace, RangeTrace {

    /** The trace as plotly reads it, in the colours of a light page. */
    ObjectNode spec();

    /** What to restyle for a page of a theme: plotly's dotted attribute names to values. */
    ObjectNode restyle(Theme theme);

    @Override
    default String asJavascript(int index) {
        return "var trace" + index + " = " + Json.text(spec()) + ";\n";
    }

    @Override
    default HoverLabel hoverLabel() {
        return null;
    }

    @Override
    default boolean showLegend() {
        return false;
    }

    /** Refuses columns of different lengths, which plotly would silently cut. */
    static void requireOneLength(String trace, Collection<?>... columns) {
        if (Arrays.stream(columns).mapToInt(Collection::size).distinct().count() > 1) {
            throw new IllegalArgumentException("The columns of the trace \"" + trace + "\" have different lengths: "
                    + Arrays.stream(columns).map(Collection::size).toList() + ".");
        }
    }

    /** Numbers as a JSON array, null for NaN. */
    static ArrayNode numbers(List<Double> values) {
        ArrayNode array = Json.array();
        for (double value : values) {
            if (Double.isFinite(value)) {
                array.add(value);
            } else {
                array.addNull();
            }
        }
        return array;
    }

    /** Texts as a JSON array. */
    static ArrayNode texts(List<String> values) {
        ArrayNode array = Json.array();
        values.forEach(array::add);
        return array;
    }
}
