package org.deepdive.analysis;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tech.tablesaw.api.Table;

/**
 * What something is, for reading: a few facts and a table.
 *
 * @param title what is described
 * @param facts one fact a line, such as {@code Asked of: everyone}
 * @param tablesaw its parts, one a row
 */
public record Description(String title, List<String> facts, Table tablesaw) {

    public Description {
        facts = List.copyOf(facts);
    }

    @Override
    public String toString() {
        return Stream.concat(Stream.of(title), facts.stream()).collect(Collectors.joining("\n"))
                + (tablesaw.isEmpty() ? "" : "\n" + tablesaw.printAll());
    }
}
