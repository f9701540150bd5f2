package org.deepdive.plot;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The colours of charts, each for light and for dark pages, with the text colour that has a contrast of 4.5:1 on it.
 *
 * <p>The series colours, in their order, are the Government Analysis Function's categorical palette; on dark pages navy
 * and plum give way to lighter ones of the same hue, since navy all but vanishes on black.
 */
enum Ink {
    NAVY("#12436D", "#FFFFFF", "#6BACE6", "#0B0C0C"),
    TEAL("#28A197", "#0B0C0C", "#28A197", "#0B0C0C"),
    PLUM("#801650", "#FFFFFF", "#E08DBB", "#0B0C0C"),
    ORANGE("#F46A25", "#0B0C0C", "#F46A25", "#0B0C0C"),
    /** Between navy and pale blue, on the way from one pole of a scale to its middle. */
    BLUE("#2073BC", "#FFFFFF", "#2A74B5", "#FFFFFF"),
    PALE_BLUE("#A3C9EA", "#0B0C0C", "#1D4E7A", "#FFFFFF"),
    SKY("#6BACE6", "#0B0C0C", "#3D85C6", "#0B0C0C"),
    ICE("#DCEAF7", "#0B0C0C", "#173A5A", "#FFFFFF"),
    GREY("#C4C8CC", "#0B0C0C", "#5F656B", "#FFFFFF"),
    PALE_PLUM("#E7B3CE", "#0B0C0C", "#6D2A53", "#FFFFFF"),
    ROSE("#B0447F", "#FFFFFF", "#B0447F", "#FFFFFF"),
    /** For answers beside the scale, such as "don't know". */
    MIST("#DDE0E3", "#0B0C0C", "#454B52", "#FFFFFF");

    /** The most series that colour can tell apart. */
    static final int MOST_SERIES = 4;

    private static final List<Ink> DIVERGING = List.of(NAVY, BLUE, PALE_BLUE, GREY, PALE_PLUM, ROSE, PLUM);
    private static final int[][] STEPS = {
        {}, {0}, {0, 6}, {0, 3, 6}, {0, 2, 4, 6}, {0, 2, 3, 4, 6}, {0, 1, 2, 4, 5, 6}, {0, 1, 2, 3, 4, 5, 6}
    };
    private static final List<Ink> SEQUENTIAL = List.of(NAVY, BLUE, SKY, PALE_BLUE, ICE);

    private final String light;
    private final String onLight;
    private final String dark;
    private final String onDark;
    private final String id;
    private final Svg.Look filled;

    Ink(String light, String onLight, String dark, String onDark) {
        this.light = light;
        this.onLight = onLight;
        this.dark = dark;
        this.onDark = onDark;
        this.id = "dd-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        this.filled = Svg.Look.of("class", id, "fill", light);
    }

    /** The colours of a number of series. */
    static List<Ink> series(int count) {
        return count == 2
                ? List.of(NAVY, ORANGE)
                : List.of(NAVY, TEAL, PLUM, ORANGE).subList(0, count);
    }

    /** The longest scale that {@link #scale} has colours for. */
    static int longestScale(boolean twoPoles) {
        return twoPoles ? DIVERGING.size() : SEQUENTIAL.size();
    }

    /**
     * The colours of a scale's answers.
     *
     * @param answers how many answers there are
     * @param twoPoles whether the scale runs from one pole to its opposite, or from much to little
     */
    static List<Ink> scale(int answers, boolean twoPoles) {
        if (!twoPoles) {
            return SEQUENTIAL.subList(0, answers);
        }
        return Arrays.stream(STEPS[answers]).mapToObj(DIVERGING::get).toList();
    }

    /** Its name in style sheets. */
    String id() {
        return id;
    }

    /** The look of what is filled with it. */
    Svg.Look filled() {
        return filled;
    }

    /** The colour. */
    String fill(Theme theme) {
        return theme == Theme.LIGHT ? light : dark;
    }

    /** The colour of text on it. */
    String text(Theme theme) {
        return theme == Theme.LIGHT ? onLight : onDark;
    }
}
