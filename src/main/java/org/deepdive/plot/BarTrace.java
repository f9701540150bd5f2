package org.deepdive.plot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.List;

/**
 * Horizontal bars of one colour.
 *
 * @param name what the bars are about
 * @param positions where each bar stands on the vertical axis
 * @param values the lengths; NaN for no bar
 * @param labels the text within each bar; empty for none; in one colour, so that hatched bars are a trace of their own
 * @param hover the hover text of each bar
 * @param hatched whether each bar is hatched
 * @param keys what tells each bar from the others, see {@link Mark#key()}
 * @param look how the bars are drawn
 */
record BarTrace(
        String name,
        List<Double> positions,
        List<Double> values,
        List<String> labels,
        List<String> hover,
        List<Boolean> hatched,
        List<String> keys,
        Look look)
        implements SpecTrace {

    /**
     * How bars are drawn.
     *
     * @param ink their colour
     * @param thickness their thickness, in units of the vertical axis
     * @param named whether the legend names them
     */
    record Look(Ink ink, double thickness, boolean named) {}

    /** How often the shadow is laid over itself until it hides the hatching. */
    private static final int HALO = 12;

    BarTrace {
        SpecTrace.requireOneLength(name, positions, values, labels, hover, hatched, keys);
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
        spec.set("customdata", SpecTrace.texts(keys));
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
        ObjectNode font = spec.putObject("insidetextfont");
        font.put("color", textColor(Theme.LIGHT));
        if (isHatched()) {
            font.put("shadow", halo(Theme.LIGHT));
        }
    }

    private boolean isHatched() {
        return hatched.contains(true);
    }

    private String textColor(Theme theme) {
        return isHatched() ? theme.ink() : look.ink().text(theme);
    }

    /** On hatching no number can be read without some of the page's colour around it. */
    private static String halo(Theme theme) {
        return String.join(",", Collections.nCopies(HALO, "0 0 3px " + theme.paper()));
    }

    @Override
    public ObjectNode restyle(Theme theme) {
        ObjectNode style = Json.object().put("marker.color", look.ink().fill(theme));
        if (!labels.stream().allMatch(String::isEmpty)) {
            style.put("insidetextfont.color", textColor(theme));
            if (isHatched()) {
                style.put("insidetextfont.shadow", halo(theme));
            }
        }
        return style;
    }

    @Override
    public boolean showLegend() {
        return look.named();
    }
}
