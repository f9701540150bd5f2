package org.deepdive.estimate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deepdive.study.Category;

/**
 * One row of a table of estimates.
 *
 * @param groups the category of each breakdown, in the query's order; empty without breakdown
 * @param answer the answer the row is about, where the measure has several
 * @param cell the estimate, or what stands in its place
 */
public record EstimateRow(List<Category> groups, Optional<Category> answer, Cell cell) {

    public EstimateRow {
        groups = List.copyOf(groups);
    }

    /** The same row with something else in its place. */
    public EstimateRow with(Cell other) {
        return new EstimateRow(groups, answer, other);
    }

    /** The codes of its groups, then of its answer, with commas between: what tells it from the other rows of its table. */
    public String key() {
        return Stream.concat(groups.stream(), answer.stream())
                .map(Category::code)
                .collect(Collectors.joining(","));
    }

    /** The row's labels joined: groups, then answer; "All" where there is neither. */
    public String label() {
        String joined = Stream.concat(groups.stream(), answer.stream())
                .map(Category::label)
                .collect(Collectors.joining(", "));
        return joined.isEmpty() ? "All" : joined;
    }
}
