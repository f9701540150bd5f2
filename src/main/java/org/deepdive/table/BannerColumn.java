package org.deepdive.table;

import java.util.List;
import java.util.stream.Collectors;
import org.deepdive.study.Category;

/**
 * One column of a banner.
 *
 * @param breakdown the breakdown that it belongs to
 * @param groups the category of each variable of the breakdown; none for the total
 * @param letter its letter within the breakdown, by which other columns name it; empty for the total
 */
public record BannerColumn(BannerBreakdown breakdown, List<Category> groups, String letter) {

    public BannerColumn {
        groups = List.copyOf(groups);
    }

    /** The codes of its groups for programs, such as {@code female>16_24}; {@code total} for the total. */
    public String code() {
        return groups.isEmpty() ? "total" : groups.stream().map(Category::code).collect(Collectors.joining(">"));
    }

    /** Its whole name for people, such as {@code Women, 16 to 24}. */
    public String label() {
        return groups.isEmpty()
                ? breakdown.label()
                : groups.stream().map(Category::label).collect(Collectors.joining(", "));
    }

    /** Its name below those of the groups that it is nested in. */
    String leaf() {
        return groups.isEmpty()
                ? breakdown.label()
                : groups.get(groups.size() - 1).label();
    }
}
