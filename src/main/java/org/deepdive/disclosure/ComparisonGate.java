package org.deepdive.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.deepdive.estimate.Cell;
import org.deepdive.estimate.Comparison;
import org.deepdive.estimate.ComparisonRow;
import org.deepdive.estimate.ComparisonTable;
import org.deepdive.estimate.EstimateRow;
import org.deepdive.estimate.EstimateTable;
import org.deepdive.estimate.Query;
import org.deepdive.estimate.TrendRow;
import org.deepdive.estimate.TrendTable;
import org.deepdive.study.Category;
import org.deepdive.study.InputException;
import org.deepdive.study.Variable;

/**
 * Decides which comparisons of a family may be shown: those whose sides may both be. A group is one of the cleared table
 * of the same query; the rest of a breakdown, or a window of waves, is cleared by a query of its own.
 *
 * <p>That a group has nobody is withheld as that it has a few. A wave in which nobody was asked is no secret of anyone: it
 * is told, and does not stand in the way of a trend.
 */
final class ComparisonGate {

    /** A cell of a table: its groups, and its answer. */
    private record Place(List<Category> groups, Optional<Category> answer) {}

    /**
     * What became of the cells of a table.
     *
     * @param refused the rule for which the whole table was refused, if it was
     * @param cells the cells otherwise
     */
    private record Verdicts(Optional<String> refused, Map<Place, Cell> cells) {

        static Verdicts of(EstimateTable table) {
            Map<Place, Cell> cells = new HashMap<>();
            for (EstimateRow row : table.rows()) {
                cells.put(new Place(row.groups(), row.answer()), row.cell());
            }
            return new Verdicts(Optional.empty(), cells);
        }

        boolean has(Place place) {
            return cells.containsKey(place);
        }

        /** The rule that withholds a cell; empty where it is shown. */
        Optional<String> rule(Place place) {
            if (refused.isEmpty() && !has(place)) {
                throw new IllegalStateException("Nothing was decided about " + place);
            }
            return cells.get(place) instanceof Cell.Withheld withheld ? Optional.of(withheld.rule()) : refused;
        }
    }

    private final Function<Query, EstimateTable> cleared;
    private final Predicate<Category> notAsked;
    private final Map<Query, Verdicts> known = new HashMap<>();

    /**
     * @param cleared the cleared answer to a query
     * @param notAsked whether nobody at all was asked in a wave
     */
    ComparisonGate(Function<Query, EstimateTable> cleared, Predicate<Category> notAsked) {
        this.cleared = cleared;
        this.notAsked = notAsked;
    }

    /** The family without what is withheld, adjusted over what is left. */
    ComparisonTable shown(ComparisonTable table) {
        Query byGroup = table.query().by(breakdown(table.within(), table.place(), table.compared()));
        Verdicts groups = Verdicts.of(cleared.apply(byGroup));
        List<ComparisonRow> rows = new ArrayList<>();
        for (ComparisonRow row : table.rows()) {
            Comparison test = row.tested().orElseThrow().comparison();
            rows.add(rule(table, groups, row, Optional.of(row.first()), test.first())
                    .or(() -> rule(table, groups, row, row.second(), test.second()))
                    .map(rule -> row.with(new ComparisonRow.Withheld(rule)))
                    .orElse(row));
        }
        return table.with(rows).telling(told(table.empty(), table.compared().kind() == Variable.Kind.WAVE));
    }

    private List<Category> told(List<Category> empty, boolean waves) {
        return waves ? empty.stream().filter(notAsked).toList() : List.of();
    }

    /** The trends of which every wave may be shown. */
    TrendTable shown(TrendTable table) {
        Variable wave = table.study().waves().orElseThrow();
        Query byWave = table.query().by(breakdown(table.within(), table.within().size(), wave));
        Verdicts waves = Verdicts.of(cleared.apply(byWave));
        List<TrendRow> rows = table.rows().stream()
                .map(row -> isShown(table, row, waves) ? row : row.withheld())
                .toList();
        return table.with(rows).telling(told(table.empty(), true));
    }

    private boolean isShown(TrendTable table, TrendRow row, Verdicts waves) {
        return table.waves().stream().filter(notAsked.negate()).allMatch(wave -> {
            List<Category> groups = new ArrayList<>(row.groups());
            groups.add(wave);
            return waves.rule(new Place(groups, row.answer())).isEmpty();
        });
    }

    private static List<String> breakdown(List<Variable> within, int place, Variable compared) {
        List<String> by = new ArrayList<>(within.stream().map(Variable::name).toList());
        by.add(place, compared.name());
        return by;
    }

    /** The rule that withholds one side of a comparison. */
    private Optional<String> rule(
            ComparisonTable table, Verdicts groups, ComparisonRow row, Optional<Category> side, Query about) {
        boolean isWave = table.compared().kind() == Variable.Kind.WAVE;
        if (isWave && side.filter(table.groups()::contains).filter(notAsked).isPresent()) {
            return Optional.empty();
        }
        Optional<Place> place = side.map(group -> new Place(table.groups(row, group), row.answer()));
        if (place.filter(groups::has).isPresent()) {
            return groups.rule(place.get());
        }
        Query all = about.by(List.of()).answers(table.query().answers());
        return known.computeIfAbsent(all, this::byItself).rule(new Place(List.of(), row.answer()));
    }

    /** A query that nearly repeats another is refused; a comparison is withheld for it. */
    private Verdicts byItself(Query query) {
        try {
            return Verdicts.of(cleared.apply(query));
        } catch (InputException e) {
            if (!e.isWithheld()) {
                throw e;
            }
            return new Verdicts(Optional.of(e.code()), Map.of());
        }
    }
}
