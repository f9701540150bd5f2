package org.deepdive.plot;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deepdive.estimate.EstimateTable;
import org.deepdive.estimate.Query;
import org.deepdive.study.Category;
import org.deepdive.study.Study;
import org.deepdive.study.Variable;

/** When a result was collected, in words. */
final class Period {

    private static final Pattern QUARTER = Pattern.compile("(\\d{4})_?Q([1-4])");

    private Period() {}

    /** The period of a table: the waves asked about, or when the study was collected. */
    static String of(EstimateTable table) {
        return of(table.study(), table.query());
    }

    /** The period that a query asks about. */
    static String of(Study study, Query query) {
        if (study.waves().isEmpty()) {
            return study.provenance().collected();
        }
        Variable waves = study.waves().get();
        List<Category> all = waves.categories();
        Category first = query.waves().map(r -> waves.category(r.first())).orElse(all.get(0));
        Category last = query.waves().map(r -> waves.category(r.last())).orElse(all.get(all.size() - 1));
        return first.equals(last) ? name(first) : name(first) + " to " + name(last);
    }

    /** A wave: {@code Q2 2021} for a quarter coded {@code 2021Q2}, its label for any other. */
    static String name(Category wave) {
        Matcher quarter = QUARTER.matcher(wave.code());
        return quarter.matches() ? "Q" + quarter.group(2) + " " + quarter.group(1) : wave.label();
    }

    /** Whether all waves are quarters. */
    static boolean quarterly(List<Category> waves) {
        return waves.stream().allMatch(w -> QUARTER.matcher(w.code()).matches());
    }
}
