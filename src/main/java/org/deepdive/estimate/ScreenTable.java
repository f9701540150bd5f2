package org.deepdive.estimate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.deepdive.estimate.comparison.Adjustment;
import org.deepdive.study.Category;
import org.deepdive.study.DataLabel;
import org.deepdive.study.Measure;
import org.deepdive.study.Study;
import org.deepdive.study.Variable;

/**
 * Every breakdown of a study screened for one measure: each group of each breakdown compared with the rest of it by its
 * design-based t test, the probabilities adjusted over all tests of the screen together. So whichever gap is picked from
 * the screen, its adjusted probability holds. Of a breakdown of two groups one test is made, since the other is the same;
 * groups that are no answer, such as refusals, are part of the rest and not tested by themselves.
 *
 * @param study the study asked
 * @param query the query in canonical form, without breakdown
 * @param measure the measure asked for
 * @param label what the values were computed from
 * @param fingerprint the SHA-256 of the data, in hexadecimal
 * @param adjustment how probabilities are adjusted over the screen
 * @param level the confidence level of intervals and tests
 * @param screened the breakdowns: those with significant gaps first, the largest gap first; then by probability
 * @param withheld the breakdowns that the disclosure rules withhold whole
 */
public record ScreenTable(
        Study study,
        Query query,
        Measure measure,
        DataLabel label,
        String fingerprint,
        Adjustment adjustment,
        double level,
        List<Screened> screened,
        List<Variable> withheld) {

    public ScreenTable {
        screened = List.copyOf(screened);
        withheld = List.copyOf(withheld);
    }

    /**
     * A breakdown.
     *
     * @param by the variable
     * @param level the confidence level of tests
     * @param rows its groups, each against the rest
     */
    public record Screened(Variable by, double level, List<ComparisonRow> rows) {

        public Screened {
            rows = List.copyOf(rows);
        }

        /** The groups that differ significantly from the rest, the largest difference first. */
        public List<ComparisonRow> gaps() {
            return rows.stream()
                    .filter(row -> row.tested()
                            .filter(test -> test.isSignificant(level))
                            .isPresent())
                    .sorted(Comparator.comparingDouble(Screened::size).reversed())
                    .toList();
        }

        /** The gap to tell of: the largest significant one, else the one with the least probability; absent without tests. */
        public Optional<ComparisonRow> foremost() {
            return gaps().stream()
                    .findFirst()
                    .or(() -> rows.stream()
                            .filter(row -> !Double.isNaN(adjusted(row)))
                            .min(Comparator.comparingDouble(Screened::adjusted)));
        }

        private static double size(ComparisonRow row) {
            return row.tested()
                    .map(test -> Math.abs(test.comparison().difference()))
                    .orElse(0.0);
        }

        private static double adjusted(ComparisonRow row) {
            return row.tested().map(ComparisonRow.Tested::adjustedP).orElse(Double.NaN);
        }

        /** Significant gaps before others; those by size, these by probability; what has no test comes last. */
        private static int order(Screened one, Screened other) {
            boolean found = !one.gaps().isEmpty();
            if (found != !other.gaps().isEmpty()) {
                return found ? -1 : 1;
            }
            double a = one.foremost()
                    .map(found ? row -> -size(row) : Screened::adjusted)
                    .orElse(2.0);
            double b = other.foremost()
                    .map(found ? row -> -size(row) : Screened::adjusted)
                    .orElse(2.0);
            return Double.compare(a, b);
        }
    }

    /**
     * The breakdowns that a query can be screened by, in the codebook's order: not the waves, nor the variable that the
     * measure is about, nor one that a filter leaves a single group of, nor one whose groups overlap and so have no rest.
     */
    public static List<Variable> breakdowns(Study study, Query query) {
        return possible(study, query)
                .filter(variable -> variable.kind() != Variable.Kind.MULTIPLE)
                .toList();
    }

    private static Stream<Variable> possible(Study study, Query query) {
        String wave = study.waves().map(Variable::name).orElse("");
        String own = study.measure(query.measure()) instanceof Measure.OfRespondents of ? of.variable() : "";
        return study.codebook().breakdowns().stream()
                .filter(name -> !name.equals(wave) && !name.equals(own))
                .filter(name -> !query.where().containsKey(name)
                        || query.where().get(name).size() > 1)
                .map(study.codebook()::variable)
                .filter(variable -> variable.categories().size() > 1);
    }

    /** The breakdowns that are not screened, because respondents can be in several of their groups. */
    public List<Variable> overlapping() {
        return possible(study, query)
                .filter(variable -> variable.kind() == Variable.Kind.MULTIPLE)
                .toList();
    }

    /**
     * The screen of families of comparisons, each of one breakdown's groups against the rest, adjusted over all of them.
     *
     * @param query the query in canonical form, without breakdown
     * @param families the families that may be shown, at least one
     * @param withheld the breakdowns that may not
     * @param adjustment how probabilities are adjusted
     */
    public static ScreenTable of(
            Query query, List<ComparisonTable> families, List<Variable> withheld, Adjustment adjustment) {
        List<List<ComparisonRow>> kept =
                families.stream().map(ScreenTable::made).toList();
        double[] adjusted = adjustment.adjust(kept.stream()
                .flatMap(List::stream)
                .mapToDouble(row -> row.tested().map(ComparisonRow.Tested::p).orElse(Double.NaN))
                .toArray());
        ComparisonTable any = families.get(0);
        double level = any.plan().level();
        List<Screened> screened = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < families.size(); i++) {
            List<ComparisonRow> rows = new ArrayList<>();
            for (ComparisonRow row : kept.get(i)) {
                double p = adjusted[at++];
                rows.add(row.tested().map(test -> row.with(test.adjusted(p))).orElse(row));
            }
            screened.add(new Screened(families.get(i).compared(), level, rows));
        }
        return new ScreenTable(
                any.study(),
                query,
                any.measure(),
                any.label(),
                any.fingerprint(),
                adjustment,
                level,
                screened.stream().sorted(Screened::order).toList(),
                withheld);
    }

    /**
     * The comparisons that are made: of groups that are an answer; and of two groups one, since the second differs from the
     * rest as the first does, with the other sign.
     */
    private static List<ComparisonRow> made(ComparisonTable family) {
        boolean two = family.groups().size() == 2;
        return family.rows().stream()
                .filter(row -> row.first().status() == Category.Status.VALID)
                .filter(row -> !two || row.first().equals(family.groups().get(0)))
                .toList();
    }

    /** The same screen with the same tests written in another way, such as with fewer digits. */
    public ScreenTable rewritten(List<Screened> other) {
        return new ScreenTable(study, query, measure, label, fingerprint, adjustment, level, other, withheld);
    }

    /** The comparisons of all breakdowns, in their order. */
    public Stream<ComparisonRow> rows() {
        return screened.stream().flatMap(by -> by.rows().stream());
    }

    /** How many tests were made, over which probabilities are adjusted. */
    public int tests() {
        return (int) rows().filter(row -> !Double.isNaN(Screened.adjusted(row))).count();
    }

    /** How many comparisons the disclosure rules withhold, of breakdowns that are shown. */
    public int withheldComparisons() {
        return (int) rows().filter(row -> row.tested().isEmpty()).count();
    }
}
