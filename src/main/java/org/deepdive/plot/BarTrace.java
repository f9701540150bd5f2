package org.deepdive.plot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Horizontal bars of one colour.
 *
 * @param name what the bars are about
 * @param positions where each bar stands on the vertical axis
 * @param values the lengths; NaN for no bar
 * @param labels the text within each bar; empty for none
 * @param hover the hover text of each bar
 * @param hatched whether each bar is hatched
 * @param look how the bars are drawn
 */
record BarTrace(
        String name,
        List<Double> positions,
        List<Double> values,
        List<String> labels,
        List<String> hover,
        List<Boolean> hatched,
        Look look)
        implements SpecTrace {

    /**
     * How bars are drawn.
     *
     * @param ink their colour
     * @param thickness their thickness, in units of the vertical axis
     */
    record Look(Ink ink, double thickness) {}

    BarTrace {
        SpecTrace.requireOneLength(name, positions, values, labels, hover, hatched);
    }

    @Override
    public ObjectNode spec() {
        ObjectNode spec = Json.object();
        spec.put("type", "bar");
        spec.put("orientation", "h");
        spec.put("name", PlotlyText.of(name));
        spec.put("showlegend", showLegend());
        spec.set("x", SpecTrace.numbers(values));
        spec.set("y", SpecTrace.numbers(positions));
        spec.put("width", look.thickness());
        spec.set("hovertext", SpecTrace.texts(hover));
        spec.put("hoverinfo", "text");
        text(spec);
        ObjectNode marker = spec.putObject("marker");
        marker.put("color", look.ink().fill(Theme.LIGHT));
        ObjectNode pattern = marker.putObject("pattern");
        pattern.set(
                "shape", SpecTrace.texts(hatched.stream().map(h -> h ? "/" : "").toList()));
        pattern.put("size", 7).put("solidity", 0.35);
        return spec;
    }

    private void text(ObjectNode spec) {
        if (labels.stream().allMatch(String::isEmpty)) {
            return;
        }
        spec.set("text", SpecTrace.texts(labels));
        spec.put("textposition", "inside");
        spec.put("insidetextanchor", "middle");
        spec.put("textangle", 0);
        spec.putObject("insidetextfont").put("color", look.ink().text(Theme.LIGHT));
    }

    @Override
    public ObjectNode restyle(Theme theme) {
        ObjectNode style = Json.object().put("marker.color", look.ink().fill(theme));
        if (!labels.stream().allMatch(String::isEmpty)) {
            style.put("insidetextfont.color", look.ink().text(theme));
        }
        return style;
    }

    @Override
    public boolean showLegend() {
        return !labels.stream().allMatch(String::isEmpty);
    }
}
