package org.deepdive.estimate.weighting;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.deepdive.study.CsvFile;
import org.deepdive.study.InputException;

/**
 * Reads targets from a CSV file with the columns {@code margin,category,target} and, where it should say so itself,
 * {@code unit}: {@code total}, {@code percent} or {@code proportion}. Without a unit a margin's targets are what they add up
 * to: see {@link Margin.Unit#of}.
 */
public final class TargetsReader {

    private static final List<String> COLUMNS = List.of("margin", "category", "target");
    private static final String UNIT = "unit";

    private final Path file;
    private final Map<String, List<Target>> targets = new LinkedHashMap<>();
    private final Map<String, Set<String>> units = new LinkedHashMap<>();

    private TargetsReader(Path file) {
        this.file = file;
    }

    /**
     * Reads a file.
     *
     * @throws InputException with file and line, where it is missing or not CSV, a target is not a number, a category comes
     *     twice, shares do not add up to their whole or totals of two margins disagree
     */
    public static Targets read(Path file) {
        return read(file, OptionalDouble.empty());
    }

    /**
     * Reads a file.
     *
     * @param population the number of people that shares are shares of
     */
    public static Targets read(Path file, OptionalDouble population) {
        TargetsReader reader = new TargetsReader(file);
        CsvFile.read(file, COLUMNS).forEach(reader::add);
        List<Margin> margins = new ArrayList<>();
        reader.targets.forEach((name, list) -> margins.add(reader.margin(name, list)));
        return new Targets(margins, population);
    }

    private void add(NamedCsvRecord line) {
        String place = file.getFileName() + ", line " + line.getStartingLineNumber();
        String margin = String.join(Margin.CROSSING, Margin.variables(line.getField("margin")));
        Target target = new Target(
                line.getField("category").strip(),
                number(line.getField("target").strip(), place),
                place);
        targets.computeIfAbsent(margin, name -> new ArrayList<>()).add(target);
        units.computeIfAbsent(margin, name -> new TreeSet<>())
                .add(line.findField(UNIT).orElse("").strip());
    }

    private static double number(String text, String place) {
        if (!text.matches("[0-9]+(\\.[0-9]*)?([eE][+-]?[0-9]+)?|\\.[0-9]+")) {
            throw Target.refused(
                    place,
                    "The target \"" + text + "\" is not a number from 0.",
                    text,
                    "Write digits with a decimal point, without separators or a percent sign.");
        }
        return Double.parseDouble(text);
    }

    private Margin margin(String name, List<Target> list) {
        Set<String> given = units.get(name);
        String place = list.get(0).place();
        if (given.size() > 1) {
            throw Target.refused(
                    place,
                    "The targets of " + name + " have several units: " + String.join(", ", given) + ".",
                    name,
                    "Give all of them one unit.");
        }
        String unit = given.iterator().next();
        return new Margin(
                Margin.variables(name), unit.isEmpty() ? Margin.Unit.of(Margin.sum(list)) : unit(unit, place), list);
    }

    private static Margin.Unit unit(String word, String place) {
        for (Margin.Unit unit : Margin.Unit.values()) {
            if (unit.name().toLowerCase(Locale.ROOT).equals(word)) {
                return unit;
            }
        }
        throw InputException.unknown(UNIT, word, List.of("total", "percent", "proportion"))
                .in(place);
    }
}
