package org.deepdive.estimate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deepdive.study.Category;
import org.deepdive.study.InputException;
import org.deepdive.study.Variable;

/** The contrasts of waves, or of windows of waves, that a plan asks for: the later less the earlier. */
final class WaveContrasts {

    /** A year within a wave's code, such as 2023 in {@code 2023Q2}. */
    private static final Pattern YEAR = Pattern.compile("(19|20)[0-9]{2}");

    private final ComparisonPlan plan;
    private final Axis axis;
    private final List<WaveWindow> windows;
    private final Set<Integer> occupied;

    /**
     * @param plan the plan
     * @param variable the variable that tells the wave
     * @param axis the respondents' waves
     * @param waves the waves that the query lets through
     * @param occupied the places of the waves in which anybody is
     */
    WaveContrasts(ComparisonPlan plan, Variable variable, Axis axis, List<Category> waves, Set<Integer> occupied) {
        this.plan = plan;
        this.axis = axis;
        this.windows = WaveWindow.of(variable, waves, plan.window());
        this.occupied = occupied;
    }

    /** The contrasts in order of time; those with nobody on either side are left out. */
    List<Contrast> contrasts() {
        if (windows.size() < 2) {
            throw InputException.of(
                    "one-wave",
                    "There is only one " + (plan.window() > 1 ? "window of waves" : "wave")
                            + " here, so there is nothing to compare.",
                    windows.get(0).category().code(),
                    "Let more waves through.");
        }
        return switch (plan.pairing()) {
            case YEAR_BEFORE -> yearBefore();
            case LATEST_AND_FIRST -> latestAndFirst();
            default -> previous();
        };
    }

    private List<Contrast> previous() {
        List<Contrast> contrasts = new ArrayList<>();
        for (int i = 1; i < windows.size(); i++) {
            add(contrasts, windows.get(i), windows.get(i - 1));
        }
        return contrasts;
    }

    private List<Contrast> yearBefore() {
        Map<String, WaveWindow> byLast = new HashMap<>();
        windows.forEach(window -> byLast.put(window.last().code(), window));
        List<Contrast> contrasts = new ArrayList<>();
        for (WaveWindow window : windows) {
            Optional<WaveWindow> before = yearBefore(window.last().code()).map(byLast::get);
            before.ifPresent(earlier -> add(contrasts, window, earlier));
        }
        if (contrasts.isEmpty()) {
            throw InputException.of(
                    "no-year-before",
                    "No wave here has the same one a year before: waves are matched by the year in their codes.",
                    windows.get(windows.size() - 1).last().code(),
                    "Let more waves through, or compare each with the wave before.");
        }
        return contrasts;
    }

    /** The code of the same wave a year before; absent where a code has no year. */
    static Optional<String> yearBefore(String code) {
        Matcher year = YEAR.matcher(code);
        return year.find()
                ? Optional.of(code.substring(0, year.start())
                        + (Integer.parseInt(year.group()) - 1)
                        + code.substring(year.end()))
                : Optional.empty();
    }

    private List<Contrast> latestAndFirst() {
        List<WaveWindow> whole =
                windows.stream().filter(window -> window.isWithin(occupied)).toList();
        if (whole.size() < 2) {
            throw InputException.of(
                    "one-wave",
                    "Fewer than two " + (plan.window() > 1 ? "windows of waves" : "waves") + " have respondents.",
                    String.valueOf(whole.size()),
                    "Let more waves or respondents through.");
        }
        List<Contrast> contrasts = new ArrayList<>();
        add(contrasts, whole.get(whole.size() - 1), whole.get(0));
        return contrasts;
    }

    private void add(List<Contrast> contrasts, WaveWindow later, WaveWindow earlier) {
        if (!later.isEmpty(occupied) || !earlier.isEmpty(occupied)) {
            contrasts.add(new Contrast(
                    later.category(),
                    Optional.of(earlier.category()),
                    new Contrast.Side(later::restricted, later.places()),
                    new Contrast.Side(earlier::restricted, earlier.places()),
                    axis));
        }
    }
}
