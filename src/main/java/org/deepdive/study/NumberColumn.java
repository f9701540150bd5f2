package org.deepdive.study;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.Arrays;

/** A growing column of numbers of the design: weights and population sizes. */
final class NumberColumn implements RowColumn {

    /** Which numbers a column may hold. */
    enum Kind {
        /** A weight: positive and finite. */
        WEIGHT("a number above 0"),
        /** A size of a population or a sampling fraction; {@code Inf} for no correction, as in R. */
        FPC("a number of sampling units above 0, or a sampling fraction");

        private final String allowed;

        Kind(String allowed) {
            this.allowed = allowed;
        }

        private double number(String text) {
            double number = this == FPC && text.equals("Inf") ? Double.POSITIVE_INFINITY : Decimal.parse(text);
            boolean finite = number < Double.POSITIVE_INFINITY || text.equals("Inf");
            return number > 0 && finite ? number : Double.NaN;
        }
    }

    private final Kind kind;
    private final String name;
    private final int field;
    private double[] numbers = new double[1024];

    NumberColumn(Kind kind, String name, FileHeader header) {
        this.kind = kind;
        this.name = name;
        this.field = header.place(name);
    }

    @Override
    public void read(CsvRecord line, int row, DataProblems problems) {
        if (row == numbers.length) {
            numbers = Arrays.copyOf(numbers, row * 2);
        }
        String text = line.getField(field).strip();
        numbers[row] = kind.number(text);
        if (Double.isNaN(numbers[row])) {
            problems.add(line, name, text, kind.allowed);
        }
    }

    /** The numbers by row; longer than there are rows. */
    double[] numbers() {
        return numbers;
    }
}
