package org.deepdive.study;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.Arrays;
import java.util.Map;

/** A growing column of byte codes with the values it allows. */
final class CodeColumn implements RowColumn {

    private final String variable;
    private final String name;
    private final int field;
    private final Map<String, Byte> allowed;
    private final boolean required;
    private byte[] codes = new byte[1024];

    /**
     * @param variable the name to keep it by: a variable, or {@code variable.category}
     * @param name the file's name of the column
     * @param allowed the file's codes with those of the codebook
     * @param required whether nobody may be without an answer
     */
    CodeColumn(String variable, String name, FileHeader header, Map<String, Byte> allowed, boolean required) {
        this.variable = variable;
        this.name = name;
        this.field = header.place(name);
        this.allowed = allowed;
        this.required = required;
    }

    @Override
    public void read(CsvRecord line, int row, DataProblems problems) {
        if (row == codes.length) {
            codes = Arrays.copyOf(codes, row * 2);
        }
        String value = line.getField(field);
        Byte code = value.isEmpty() && !required ? Byte.valueOf(Microdata.MISSING) : allowed.get(value);
        if (code == null) {
            problems.add(line, name, value, allowedText(allowed));
            code = Microdata.MISSING;
        }
        codes[row] = code;
    }

    /** The codes that a file may hold, for an error. */
    static String allowedText(Map<String, Byte> allowed) {
        return InputException.listed(allowed.keySet().stream().sorted().toList());
    }

    String variable() {
        return variable;
    }

    byte get(int row) {
        return codes[row];
    }

    /** The codes of the rows in another order. */
    byte[] in(int[] rows) {
        byte[] sorted = new byte[rows.length];
        for (int i = 0; i < rows.length; i++) {
            sorted[i] = codes[rows[i]];
        }
        return sorted;
    }
}
