package org.deepdive.disclosure;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.deepdive.estimate.EstimateRow;
import org.deepdive.estimate.EstimateTable;
import org.deepdive.study.Category;
import org.deepdive.study.Variable;

/**
 * Decides what is withheld of tables shown side by side: what each withholds by itself, and one more cell wherever a
 * withheld margin could be put together from a table that breaks it down further.
 *
 * <p>A table is a margin of another that has its breakdowns and more. Each table by itself assumes that its margins are
 * shown, so a cell withheld from it has a second one beside it; here the margin is what is withheld, and all its parts are
 * shown. That happens where a margin was withheld to protect another.
 */
final class SideBySide {

    private final List<Side> sides;

    SideBySide(List<Side> sides) {
        this.sides = List.copyOf(sides);
    }

    /** For each table, for each of its rows, the id of the rule that withholds it; null where it may be shown. */
    List<String[]> decide() {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Side margin : sides) {
                for (Side parts : sides) {
                    changed |= margin.isMarginOf(parts) && parts.protect(margin);
                }
            }
        }
        return sides.stream().map(side -> side.withheld).toList();
    }

    /** One of the tables. */
    static final class Side {

        private final Suppression suppression;
        private final EstimateTable table;
        private String[] withheld;

        /**
         * @param suppression decides about the table by itself
         * @param table the table
         * @param givesAway whether a row would give away what the measure's other tables withhold
         */
        Side(Suppression suppression, EstimateTable table, Predicate<EstimateRow> givesAway) {
            this.suppression = suppression;
            this.table = table;
            this.withheld = suppression.decide(table.rows(), givesAway);
        }

        boolean isMarginOf(Side other) {
            return table.by().size() < other.table.by().size()
                    && other.table.by().containsAll(table.by());
        }

        /** Withholds a part of the first withheld cell of a margin whose parts are all shown, if there is one. */
        boolean protect(Side margin) {
            for (int i = 0; i < margin.withheld.length; i++) {
                EstimateRow whole = margin.table.rows().get(i);
                if (margin.withheld[i] != null && Suppression.isSubstantive(whole)) {
                    Optional<Integer> part = shownPart(margin.table.by(), whole);
                    if (part.isPresent()) {
                        withheld[part.get()] = "secondary";
                        withheld = suppression.decide(table.rows(), withheldSoFar()::contains);
                        return true;
                    }
                }
            }
            return false;
        }

        /** What the table withholds by itself stays withheld, since it can be asked for by itself too. */
        private Set<EstimateRow> withheldSoFar() {
            Set<EstimateRow> rows = new HashSet<>();
            for (int i = 0; i < withheld.length; i++) {
                if (withheld[i] != null) {
                    rows.add(table.rows().get(i));
                }
            }
            return rows;
        }

        /** The smallest part of a margin's cell, where none of its parts is withheld. */
        private Optional<Integer> shownPart(List<Variable> by, EstimateRow whole) {
            List<Integer> parts = IntStream.range(0, withheld.length)
                    .filter(i -> isPart(by, whole, table.rows().get(i)))
                    .boxed()
                    .toList();
            boolean some = parts.stream()
                    .anyMatch(i -> withheld[i] != null
                            && !Suppression.isEmpty(table.rows().get(i)));
            return some ? Optional.empty() : suppression.smallestShown(parts, table.rows(), withheld);
        }

        private boolean isPart(List<Variable> by, EstimateRow whole, EstimateRow row) {
            List<Category> groups = by.stream()
                    .map(variable -> row.groups().get(table.by().indexOf(variable)))
                    .toList();
            return groups.equals(whole.groups()) && row.answer().equals(whole.answer());
        }
    }
}
