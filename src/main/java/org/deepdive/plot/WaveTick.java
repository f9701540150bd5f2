package org.deepdive.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deepdive.study.Category;

/**
 * A label below a wave.
 *
 * @param wave the wave's position
 * @param lines the label's lines
 */
record WaveTick(int wave, List<String> lines) {

    private static final int MOST_LINES = 3;
    private static final int GAP = 8;

    /**
     * The labels of an axis of waves: quarters above years, or the waves' own labels, as many as there is room for.
     *
     * @param waves the waves
     * @param slot the room of one wave
     * @param fontSize the size of the text
     */
    static List<WaveTick> of(List<Category> waves, double slot, double fontSize) {
        return Period.quarterly(waves) ? quarters(waves, slot, fontSize) : labels(waves, slot, fontSize);
    }

    private static List<WaveTick> quarters(List<Category> waves, double slot, double fontSize) {
        boolean each = slot > TextSize.width("Q4", fontSize, false) + 6;
        double year = TextSize.width("2024", fontSize, false) + 8;
        List<WaveTick> ticks = new ArrayList<>();
        double yearEnds = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < waves.size(); i++) {
            String[] name = Period.name(waves.get(i)).split(" ");
            boolean starts =
                    (i == 0 && waves.size() < 4) || name[0].equals("Q1") || (i == 0 && !startsSoon(waves, slot, year));
            boolean fits = i * slot - year / 2 >= yearEnds;
            if (starts && fits) {
                yearEnds = i * slot + year / 2;
                ticks.add(new WaveTick(i, each ? List.of(name) : List.of(name[1])));
            } else if (each) {
                ticks.add(new WaveTick(i, List.of(name[0])));
            }
        }
        return ticks;
    }

    /** Whether the first year to start would collide with a label at the very first wave. */
    private static boolean startsSoon(List<Category> waves, double slot, double year) {
        for (int i = 1; i < waves.size(); i++) {
            if (Period.name(waves.get(i)).startsWith("Q1")) {
                return i * slot < year;
            }
        }
        return false;
    }

    private static List<WaveTick> labels(List<Category> waves, double slot, double fontSize) {
        int every = 1;
        while (every < waves.size() && !fit(waves, slot * every, fontSize)) {
            every++;
        }
        List<WaveTick> ticks = new ArrayList<>();
        for (int i = 0; i < waves.size(); i += every) {
            ticks.add(new WaveTick(i, wrap(waves.get(i), slot * every, fontSize)));
        }
        return ticks;
    }

    private static boolean fit(List<Category> waves, double room, double fontSize) {
        return waves.stream()
                .allMatch(wave -> wrap(wave, room, fontSize).size() <= MOST_LINES
                        && Arrays.stream(wave.label().split("\\s+"))
                                .allMatch(word -> TextSize.width(word, fontSize, false) <= room - GAP));
    }

    private static List<String> wrap(Category wave, double room, double fontSize) {
        return TextSize.wrap(wave.label(), Math.max(room - GAP, fontSize), fontSize, false);
    }
}
