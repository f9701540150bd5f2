package org.deepdive.plot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** When the rows of a chart of gaps were asked: one period, one for each group, or one for each row. */
final class GapPeriod {

    private final GapPairs gaps;

    private GapPeriod(GapPairs gaps) {
        this.gaps = gaps;
    }

    static String of(GapPairs gaps) {
        return new GapPeriod(gaps).words();
    }

    private String words() {
        List<String> firsts =
                gaps.gaps().stream().map(GapPeriod::first).distinct().toList();
        List<String> seconds =
                gaps.gaps().stream().map(GapPeriod::second).distinct().toList();
        if (firsts.size() == 1 && seconds.size() == 1) {
            return firsts.equals(seconds) ? firsts.get(0) : firsts.get(0) + " against " + seconds.get(0);
        }
        Map<String, List<String>> rows = new LinkedHashMap<>();
        gaps.gaps()
                .forEach(gap -> rows.computeIfAbsent(row(gap), period -> new ArrayList<>())
                        .add(gap.label()));
        return rows.entrySet().stream()
                .map(row -> row.getKey() + " (" + String.join(", ", row.getValue()) + ")")
                .collect(Collectors.joining("; "));
    }

    private static String row(GapPlot.Gap gap) {
        return Stream.of(first(gap), second(gap)).distinct().collect(Collectors.joining(" against "));
    }

    private static String first(GapPlot.Gap gap) {
        return Period.of(gap.first().value());
    }

    private static String second(GapPlot.Gap gap) {
        return Period.of(gap.second().value());
    }
}
