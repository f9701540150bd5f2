package org.deepdive.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.deepdive.study.Category;
import org.deepdive.study.InputException;
import org.deepdive.study.Variable;

/**
 * Some waves, one after another, whose respondents are pooled; or one wave.
 *
 * @param waves the waves, in order of time
 * @param places their places among all waves of the study
 */
record WaveWindow(List<Category> waves, int... places) {

    /**
     * All windows of a length, by their latest wave.
     *
     * @param variable the variable that tells the wave
     * @param waves the waves to choose from, in order of time
     * @param length how many waves a window has
     * @throws InputException where there are fewer waves
     */
    static List<WaveWindow> of(Variable variable, List<Category> waves, int length) {
        if (length > waves.size()) {
            throw InputException.of(
                    "window",
                    "A rolling window of " + length + " waves does not fit into " + waves.size() + ".",
                    String.valueOf(length),
                    "Pool fewer waves, or let more through.");
        }
        List<WaveWindow> windows = new ArrayList<>();
        for (int first = 0; first + length <= waves.size(); first++) {
            List<Category> members = waves.subList(first, first + length);
            windows.add(new WaveWindow(
                    List.copyOf(members),
                    members.stream()
                            .mapToInt(wave -> variable.indexOf(wave.code()))
                            .toArray()));
        }
        return windows;
    }

    Category first() {
        return waves.get(0);
    }

    Category last() {
        return waves.get(waves.size() - 1);
    }

    /** The wave itself; of several the first and the last together: {@code 2021Q1..2021Q4}. */
    Category category() {
        return waves.size() == 1
                ? first()
                : new Category(
                        first().code() + ".." + last().code(),
                        first().label() + " to " + last().label(),
                        Category.Status.VALID);
    }

    /** The query about these waves only. */
    Query restricted(Query query) {
        return query.waves(first().code(), last().code());
    }

    /** Whether both its ends are among some places. */
    boolean isWithin(Set<Integer> occupied) {
        return occupied.contains(places[0]) && occupied.contains(places[places.length - 1]);
    }

    boolean isEmpty(Set<Integer> occupied) {
        return IntStream.of(places).noneMatch(occupied::contains);
    }
}
