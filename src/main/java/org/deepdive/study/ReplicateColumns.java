package org.deepdive.study;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The growing columns of a file that hold replicate weights. */
final class ReplicateColumns implements RowColumn {

    private final Replication.Given replication;
    private final String file;
    private final List<String> names;
    private final int[] fields;
    private final double[][] values;

    /** @throws InputException where no columns match a pattern, or not as many as there are rscales */
    ReplicateColumns(Replication.Given replication, String weight, FileMapping mapping, FileHeader header) {
        this.replication = replication;
        this.file = header.file();
        this.names = replication.isPattern()
                ? matching(replication.columns().get(0), weight, header.names())
                : replication.columns().stream().map(mapping::column).toList();
        this.fields = names.stream().mapToInt(header::place).toArray();
        this.values = new double[fields.length][1024];
        requireNumber();
    }

    private static List<String> matching(String pattern, String weight, List<String> names) {
        Pattern regex = Pattern.compile(
                Arrays.stream(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
        return names.stream()
                .filter(name -> !name.equals(weight) && regex.matcher(name).matches())
                .toList();
    }

    private void requireNumber() {
        int count = names.size();
        String columns = String.join(", ", replication.columns());
        if (count < 2) {
            throw refused(
                    "has " + (count == 0 ? "no column" : "one column") + " of replicate weights \"" + columns + "\".",
                    columns,
                    "Correct design, replicates, columns in study.yaml; two replicates are the least.");
        }
        int rscales = replication.rscales().size();
        if (rscales > 1 && rscales != count) {
            throw refused(
                    "has " + count + " columns of replicate weights, the design " + rscales + " rscales.",
                    columns,
                    "Give one number for each replicate, or one for all.");
        }
    }

    @Override
    public void read(CsvRecord line, int row, DataProblems problems) {
        for (int r = 0; r < fields.length; r++) {
            if (row == values[r].length) {
                values[r] = Arrays.copyOf(values[r], row * 2);
            }
            String text = line.getField(fields[r]).strip();
            double value = Decimal.parse(text);
            values[r][row] = value;
            if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
                problems.add(line, names.get(r), text, "a number of 0 or more");
            }
        }
    }

    /**
     * The replicate weights in order of stratum and sampling unit.
     *
     * @param weights the weights in that order
     */
    ReplicateWeights in(StratumOrder order, double[] weights) {
        double[][] sorted = Arrays.stream(values).map(order::sorted).toArray(double[][]::new);
        for (int r = 0; r < sorted.length; r++) {
            requireSome(r, sorted[r]);
            if (!replication.combined()) {
                double[] factors = sorted[r];
                Arrays.setAll(factors, i -> factors[i] * weights[i]);
            }
        }
        return new ReplicateWeights(
                replication.kind(), replication.scale(sorted.length), rscales(), replication.mse(), sorted);
    }

    private double[] rscales() {
        List<Double> given = replication.rscales();
        return IntStream.range(0, names.size())
                .mapToDouble(r -> given.isEmpty() ? 1 : given.get(given.size() == 1 ? 0 : r))
                .toArray();
    }

    private void requireSome(int replicate, double[] column) {
        if (Arrays.stream(column).allMatch(weight -> weight == 0)) {
            String name = names.get(replicate);
            throw refused(
                    "has nothing but zeros in the column \"" + name + "\" of replicate weights.",
                    name,
                    "Correct the column or leave the replicate out.");
        }
    }

    private InputException refused(String what, String given, String remedy) {
        return InputException.of("data-file", "The data file \"" + file + "\" " + what, given, remedy);
    }
}
