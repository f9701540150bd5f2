package org.deepdive.analysis;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.deepdive.study.Measure;
import org.deepdive.study.Study;
import org.deepdive.study.Tally;

/**
 * The options of a rank question from the most points to the fewest, from published points. Options with equal points
 * share the better place, and the place after them is left empty: 1, 1, 3.
 *
 * @param tallies the options, most points first; equal ones in the order of the study
 */
record RankOrder(List<Tally> tallies) {

    RankOrder {
        tallies = List.copyOf(tallies);
    }

    static RankOrder of(Study study, Measure.RankScore measure) {
        return new RankOrder(study.tallies(measure.name()).stream()
                .sorted(Comparator.comparingLong(Tally::count).reversed())
                .toList());
    }

    /** The option with the most points, quoted; several where they are level. */
    String first() {
        return names(leaders());
    }

    boolean isLevelAtTheTop() {
        return leaders().size() > 1;
    }

    /** Whether the same options come first in both. */
    boolean hasTheFirstOf(RankOrder other) {
        return new RankOrder(leaders()).codes().equals(new RankOrder(other.leaders()).codes());
    }

    private List<Tally> leaders() {
        return tallies.stream().filter(t -> place(code(t)) == 1).toList();
    }

    /** The options from one position to another, counted from 1 and with level options in a row, quoted. */
    String names(int from, int to) {
        return names(tallies.subList(from - 1, to));
    }

    /** The place of an option, counted from 1. */
    int place(String code) {
        long own = tally(code).count();
        return 1 + (int) tallies.stream().filter(t -> t.count() > own).count();
    }

    /** The points between the options at two positions, counted from 1. */
    long gap(int upper, int lower) {
        return tallies.get(upper - 1).count() - tallies.get(lower - 1).count();
    }

    Tally tally(String code) {
        return tallies.stream().filter(t -> code(t).equals(code)).findFirst().orElseThrow();
    }

    List<String> codes() {
        return tallies.stream().map(RankOrder::code).toList();
    }

    int respondents() {
        return tallies.get(0).respondents();
    }

    long points() {
        return tallies.stream().mapToLong(Tally::count).sum();
    }

    private static String code(Tally tally) {
        return tally.option().code();
    }

    private static String names(List<Tally> tallies) {
        List<String> names = tallies.stream().map(RankOrder::name).toList();
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : names.subList(0, last).stream().collect(Collectors.joining(", ")) + " and " + names.get(last);
    }

    /** An option's label up to its first bracket or example and without a full stop, quoted. */
    static String name(Tally tally) {
        return "“" + tally.option().label().split("\\s*[(,]|\\s+e\\.g\\.|\\s+for e\\.g\\.|\\.$")[0] + "”";
    }
}
