package org.deepdive.study;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The growing columns of a ranked variable: what each respondent chose first, second and so on. */
final class RankedAnswers implements RowColumn {

    private final Variable variable;
    private final List<String> names;
    private final int[] fields;
    private final Map<String, Byte> allowed;
    /** For each category the rank that each row gave it. */
    private final byte[][] ranks;

    /**
     * @param allowed the file's codes with those of the codebook
     * @throws InputException where the file has more columns than answers could be chosen
     */
    RankedAnswers(Variable variable, FileMapping mapping, FileHeader header, Map<String, Byte> allowed) {
        this.variable = variable;
        this.allowed = allowed;
        this.names = variable.columns().stream().map(mapping::column).toList();
        this.fields = names.stream().mapToInt(header::place).toArray();
        this.ranks = new byte[variable.categories().size()][1024];
        String next = variable.name() + "." + (names.size() + 1);
        if (header.find(next).isPresent()) {
            throw InputException.of(
                    "data-file",
                    "The data file \"" + header.file() + "\" has the column \"" + next + "\", but of \""
                            + variable.name() + "\" " + names.size() + " answers could be chosen.",
                    next,
                    "Correct choose in the codebook, or leave the column out.");
        }
    }

    @Override
    public void read(CsvRecord line, int row, DataProblems problems) {
        boolean empty =
                IntStream.of(fields).allMatch(field -> line.getField(field).isEmpty());
        for (int category = 0; category < ranks.length; category++) {
            if (row == ranks[category].length) {
                ranks[category] = Arrays.copyOf(ranks[category], row * 2);
            }
            ranks[category][row] = empty ? Microdata.MISSING : 0;
        }
        for (int choice = 0; choice < fields.length && !empty; choice++) {
            readChoice(line, row, choice, problems);
        }
    }

    private void readChoice(CsvRecord line, int row, int choice, DataProblems problems) {
        String value = line.getField(fields[choice]);
        if (value.isEmpty()) {
            return;
        }
        Byte category = allowed.get(value);
        if (category == null) {
            problems.add(line, names.get(choice), value, CodeColumn.allowedText(allowed));
        } else if (choice > 0 && line.getField(fields[choice - 1]).isEmpty()) {
            problems.add(line, names.get(choice), value, "nothing, since " + names.get(choice - 1) + " is empty");
        } else if (ranks[category][row] > 0) {
            problems.add(line, names.get(choice), value, "an answer that was not chosen before");
        } else {
            ranks[category][row] = (byte) (choice + 1);
        }
    }

    /** Puts the ranks of each category, in another order of rows, under {@code variable.category}. */
    void into(Map<String, byte[]> codes, int[] rows) {
        for (int category = 0; category < ranks.length; category++) {
            byte[] sorted = new byte[rows.length];
            for (int i = 0; i < rows.length; i++) {
                sorted[i] = ranks[category][rows[i]];
            }
            codes.put(variable.name() + "." + variable.codes().get(category), sorted);
        }
    }
}
