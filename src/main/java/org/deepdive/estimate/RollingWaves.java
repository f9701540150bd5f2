package org.deepdive.estimate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.deepdive.study.Category;
import org.deepdive.study.InputException;
import org.deepdive.study.Study;
import org.deepdive.study.Variable;

/**
 * Estimates over rolling windows of waves: each pools the respondents of several waves, one after another, and is the
 * estimate among them with its own standard error. Neighbouring windows overlap; {@link ComparisonPlan#rolling} compares
 * them exactly.
 */
public final class RollingWaves {

    private final SurveyEstimates estimates;
    private final Query query;
    private final int length;
    private final Function<Query, EstimateTable> answers;

    private RollingWaves(SurveyEstimates estimates, Query query, int length, Function<Query, EstimateTable> answers) {
        this.estimates = estimates;
        this.query = query;
        this.length = length;
        this.answers = answers;
    }

    /**
     * The table of all windows.
     *
     * @param estimates the survey
     * @param query what is asked; its breakdown by wave, if it has one, is replaced by the windows
     * @param length how many waves are pooled, such as 4 for a year of quarters
     * @param answers answers a query, such as by {@link SurveyEstimates#estimate}
     * @return the estimates with a row for each group, window and answer; a window's code is its first and last wave's,
     *     and its label tells the waves in it in which nobody was asked
     * @throws org.deepdive.study.InputException where the study has no waves, or fewer than a window's
     */
    public static EstimateTable of(
            SurveyEstimates estimates, Query query, int length, Function<Query, EstimateTable> answers) {
        Query checked = new QueryCheck(estimates.study()).check(query);
        if (length < 2) {
            throw InputException.of(
                    "window",
                    "A rolling window pools at least two waves, not " + length + ".",
                    String.valueOf(length),
                    "Break down by the waves for each by itself.");
        }
        return new RollingWaves(estimates, checked, length, answers).table();
    }

    /** Whether nobody was asked in a wave what a query measures, whatever its filters. */
    public static boolean isWithoutRespondents(SurveyEstimates estimates, Query query, Category wave) {
        Query all = query.ofEverybody().answers(query.answers());
        return estimates.base(all.waves(wave.code(), wave.code())) == 0;
    }

    private EstimateTable table() {
        Study study = estimates.study();
        Variable wave = ComparedVariable.waves(study, query);
        ComparedVariable place = ComparedVariable.of(study, query, wave.name());
        List<Category> waves = Groups.of(study, query, study.measure(query.measure()), List.of(wave)).stream()
                .map(group -> group.categories().get(0))
                .toList();
        Query rest = query.by(place.within().stream().map(Variable::name).toList());
        List<Category> empty = waves.stream()
                .filter(each -> isWithoutRespondents(estimates, query, each))
                .toList();
        List<Category> categories = new ArrayList<>();
        Map<List<Category>, List<EstimateRow>> rows = new LinkedHashMap<>();
        List<WaveWindow> windows = WaveWindow.of(wave, waves, length);
        EstimateTable last = null;
        for (WaveWindow window : windows) {
            Category category = told(window, empty);
            categories.add(category);
            last = answers.apply(window.restricted(rest));
            for (EstimateRow row : last.rows()) {
                rows.computeIfAbsent(row.groups(), groups -> new ArrayList<>()).add(at(row, category));
            }
        }
        List<Variable> by = new ArrayList<>(place.within());
        by.add(rolling(wave, categories));
        return new EstimateTable(
                study,
                rest,
                last.measure(),
                last.title(),
                last.label(),
                last.fingerprint(),
                by,
                rows.values().stream().flatMap(List::stream).toList(),
                last.interval(),
                last.level());
    }

    private static EstimateRow at(EstimateRow row, Category window) {
        List<Category> groups = new ArrayList<>(row.groups());
        groups.add(window);
        return new EstimateRow(groups, row.answer(), row.cell());
    }

    private static Category told(WaveWindow window, List<Category> empty) {
        Category category = window.category();
        String nobody = window.waves().stream()
                .filter(empty::contains)
                .map(Category::label)
                .collect(Collectors.joining(", "));
        return nobody.isEmpty()
                ? category
                : new Category(category.code(), category.label() + " (nobody in " + nobody + ")", category.status());
    }

    private Variable rolling(Variable wave, List<Category> windows) {
        return new Variable(
                wave.name(),
                wave.kind(),
                wave.label() + ", rolling " + length,
                wave.question(),
                wave.askedOf(),
                windows);
    }
}
