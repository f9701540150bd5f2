package org.deepdive.published;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.deepdive.estimate.Cell;
import org.deepdive.estimate.EstimateRow;
import org.deepdive.estimate.EstimateTable;
import org.deepdive.estimate.Query;
import org.deepdive.estimate.WaveRange;
import org.deepdive.study.Category;
import org.deepdive.study.InputException;
import org.deepdive.study.Variable;

/**
 * The estimates of a query's one value in each wave of a range.
 *
 * @param query the query, by wave
 * @param waves the waves, in their order
 * @param words the words for its values
 */
record WaveEstimates(Query query, List<Wave> waves, ClaimWords words) {

    /** A wave's estimate. */
    record Wave(Category category, double value) {}

    /**
     * The estimates.
     *
     * @param range the waves asked about; absent for all of the study
     * @throws InputException where one is withheld, or there are not two waves of the study
     */
    static WaveEstimates of(Answers answers, Query query, Optional<WaveRange> range) {
        Variable wave = answers.estimate(query).study().waves().orElseThrow(() -> untestable(query, "no waves"));
        Query all = range.map(r -> query.waves(r.first(), r.last())).orElseGet(query::withoutWaves);
        if (codes(wave, all).size() < 2) {
            throw untestable(query, "a single wave");
        }
        Query byWave = all.by(List.of(wave.name()));
        EstimateTable table = answers.estimate(byWave);
        List<Wave> waves = new ArrayList<>();
        for (EstimateRow row : table.rows()) {
            if (!(row.cell() instanceof Cell.Estimate estimate)) {
                throw InputException.of(
                        InputException.SUPPRESSED,
                        "In the wave " + row.groups().get(0).label()
                                + " too few respondents are counted, or are not, so it is withheld [c].",
                        byWave.text(),
                        "");
            }
            waves.add(new Wave(row.groups().get(0), estimate.value()));
        }
        return new WaveEstimates(byWave, waves, new ClaimWords(table.measure().isShare()));
    }

    /** The waves of a query. */
    static List<String> codes(Variable wave, Query query) {
        List<String> all = wave.codes();
        return query.waves()
                .filter(range -> all.contains(range.first()) && all.contains(range.last()))
                .map(range -> all.subList(all.indexOf(range.first()), all.indexOf(range.last()) + 1))
                .orElse(query.waves().isEmpty() ? all : List.of());
    }

    private static InputException untestable(Query query, String what) {
        return InputException.of(
                "no-test",
                "The claim is about several waves, and there is " + what + ".",
                query.text(),
                "Name the waves of the period.");
    }

    /** The estimate of a wave. */
    Wave wave(String code) {
        return waves.stream()
                .filter(wave -> wave.category().code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** The waves from the highest estimate to the lowest (1), or the other way (-1). */
    List<Wave> inOrder(int sign) {
        return waves.stream()
                .sorted(Comparator.comparingDouble(wave -> -sign * wave.value()))
                .toList();
    }
}
