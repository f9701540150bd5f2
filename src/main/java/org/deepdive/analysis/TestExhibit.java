package org.deepdive.analysis;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.deepdive.plot.Drawing;
import org.deepdive.study.DataLabel;
import org.deepdive.table.DataSheet;
import org.deepdive.table.TestTable;

/**
 * Tests of differences or of association as a table: what a headline about several groups rests on.
 *
 * @param table the tests
 * @param doors where else the same tests can be asked for
 */
public record TestExhibit(TestTable table, Doors doors) implements Exhibit {

    @Override
    public String title() {
        return table.title();
    }

    @Override
    public String subtitle() {
        return table.population();
    }

    @Override
    public Optional<Drawing> drawing() {
        return Optional.empty();
    }

    @Override
    public Set<DataLabel> labels() {
        return Set.of(table.label());
    }

    @Override
    public String html() {
        return table.html();
    }

    @Override
    public String text() {
        return table.text();
    }

    @Override
    public String csv() {
        return table.csv();
    }

    @Override
    public String json() {
        return table.json();
    }

    @Override
    public List<DataSheet> sheets() {
        return List.of(table.sheet());
    }

    /** The numbers as {@link #text()} has them, for wherever nothing but text is shown. */
    @Override
    public String toString() {
        return text();
    }
}
