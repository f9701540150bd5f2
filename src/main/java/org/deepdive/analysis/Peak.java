package org.deepdive.analysis;

import java.util.Comparator;
import java.util.List;
import org.deepdive.disclosure.Audience;
import org.deepdive.estimate.ComparisonPlan;
import org.deepdive.estimate.ComparisonRow;
import org.deepdive.estimate.ComparisonTable;
import org.deepdive.estimate.EstimateRow;
import org.deepdive.estimate.Query;
import org.deepdive.study.Category;

/**
 * The highest wave of a measure, and the waves it is significantly above: each other wave tested against it, Holm-adjusted
 * over the waves.
 *
 * @param wave the wave with the highest estimate
 * @param share its estimate
 * @param lowest the lowest estimate of a wave
 * @param others how many other waves there are
 * @param below how many of them are significantly lower
 */
record Peak(Category wave, double share, double lowest, int others, int below) {

    /** @param query a query by wave alone, all of whose estimates are shown */
    static Peak of(Editor editor, String query) {
        Query asked = Query.parse(query);
        List<EstimateRow> rows =
                editor.workspace().answer(asked, Audience.PUBLIC).value().rows();
        EstimateRow top =
                rows.stream().max(Comparator.comparingDouble(Editor::value)).orElseThrow();
        Category wave = top.groups().get(0);
        ComparisonTable tests =
                editor.comparisons(asked, ComparisonPlan.reference(wave.code())).value();
        long below = tests.rows().stream().filter(row -> isBelow(row, tests)).count();
        return new Peak(
                wave,
                Editor.value(top),
                rows.stream().mapToDouble(Editor::value).min().orElseThrow(),
                rows.size() - 1,
                (int) below);
    }

    private static boolean isBelow(ComparisonRow row, ComparisonTable tests) {
        return row.tested()
                .filter(test -> test.isSignificant(tests.plan().level()) && !test.isHigher())
                .isPresent();
    }

    /** Whether the wave stands out from all others. */
    boolean standsOut() {
        return below == others;
    }

    /** The range of the waves and what stands out, such as "from 86% to 93%, highest in April to June 2020". */
    String words() {
        return range() + (standsOut() ? ", highest in " + wave.label() : ", no single wave above all others");
    }

    /** The same with how many waves are tested. */
    String sentence(String what) {
        return what + ": " + range() + "; " + wave.label() + " is significantly above " + below + " of the " + others
                + " other waves (Holm-adjusted).";
    }

    private String range() {
        return "from " + Editor.percent(lowest) + " to " + Editor.percent(share);
    }
}
