package org.deepdive.study;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/** A growing column of numbers that respondents gave, each different number kept once. */
final class NumericAnswers implements RowColumn {

    /** The most different numbers, so that a code fits a short. */
    static final int MOST_VALUES = 32_767;

    private static final int MOST_BYTES = Variable.MOST_CATEGORIES;

    private final Variable variable;
    private final String name;
    private final FileHeader header;
    private final int field;
    private final Map<String, Byte> special;
    private final Map<Double, Integer> ids = new HashMap<>();
    /** The id of a number; below {@link Microdata#MISSING} for special codes. */
    private int[] answers = new int[1024];

    /**
     * @param name the file's name of the column
     * @param special the file's codes that stand for no number, with their category
     */
    NumericAnswers(Variable variable, String name, FileHeader header, Map<String, Byte> special) {
        this.variable = variable;
        this.name = name;
        this.header = header;
        this.field = header.place(name);
        this.special = special;
    }

    String variable() {
        return variable.name();
    }

    @Override
    public void read(CsvRecord line, int row, DataProblems problems) {
        if (row == answers.length) {
            answers = Arrays.copyOf(answers, row * 2);
        }
        String text = line.getField(field).strip();
        answers[row] = Microdata.MISSING;
        if (special.containsKey(text)) {
            answers[row] = Microdata.MISSING - 1 - special.get(text);
        } else if (!text.isEmpty()) {
            double number = Decimal.parse(text);
            if (variable.range().holds(number)) {
                answers[row] = id(number);
            } else {
                problems.add(line, name, text, allowed());
            }
        }
    }

    private int id(double number) {
        // Adding zero makes 0 of -0, which would be another key.
        int id = ids.computeIfAbsent(number + 0.0, value -> ids.size());
        if (ids.size() + special.size() > MOST_VALUES) {
            throw InputException.of(
                    "data-file",
                    "The data file \"" + header.file() + "\" has more than 32,767 different numbers in the column \""
                            + name + "\".",
                    name,
                    "Round them, such as to hundreds, or group them into a variable with categories.");
        }
        return id;
    }

    private String allowed() {
        String codes = special.isEmpty() ? "" : ", or " + CodeColumn.allowedText(special);
        return variable.range().inWords() + codes;
    }

    /** The numbers of the rows in another order. */
    NumericColumn in(int[] rows) {
        double[] values = ids.keySet().stream().mapToDouble(v -> v).sorted().toArray();
        int[] positions = new int[values.length];
        ids.forEach((value, id) -> positions[id] = Arrays.binarySearch(values, value));
        IntUnaryOperator code = row -> {
            int answer = answers[row];
            return answer >= 0
                    ? positions[answer]
                    : answer == Microdata.MISSING ? answer : values.length + Microdata.MISSING - 1 - answer;
        };
        boolean narrow = values.length + variable.categories().size() <= MOST_BYTES;
        return new NumericColumn(values, variable.categories(), narrow ? bytes(rows, code) : shorts(rows, code));
    }

    private static Codes bytes(int[] rows, IntUnaryOperator code) {
        byte[] codes = new byte[rows.length];
        for (int i = 0; i < rows.length; i++) {
            codes[i] = (byte) code.applyAsInt(rows[i]);
        }
        return new Codes.Bytes(codes);
    }

    private static Codes shorts(int[] rows, IntUnaryOperator code) {
        short[] codes = new short[rows.length];
        for (int i = 0; i < rows.length; i++) {
            codes[i] = (short) code.applyAsInt(rows[i]);
        }
        return new Codes.Shorts(codes);
    }
}
