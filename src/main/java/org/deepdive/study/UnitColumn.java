package org.deepdive.study;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A growing column of names of sampling units. */
final class UnitColumn implements RowColumn {

    private final String name;
    private final int field;
    private final Map<String, Integer> ids = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private int[] units = new int[1024];

    UnitColumn(String name, FileHeader header) {
        this.name = name;
        this.field = header.place(name);
    }

    @Override
    public void read(CsvRecord line, int row, DataProblems problems) {
        if (row == units.length) {
            units = Arrays.copyOf(units, row * 2);
        }
        String text = line.getField(field).strip();
        if (text.isEmpty()) {
            problems.add(line, name, text, "the name of a sampling unit");
        }
        units[row] = ids.computeIfAbsent(text, unit -> {
            names.add(unit);
            return names.size() - 1;
        });
    }

    /** The number of each row's unit; longer than there are rows. */
    int[] units() {
        return units;
    }

    /** The name of a row's unit. */
    String nameOf(int row) {
        return names.get(units[row]);
    }
}
