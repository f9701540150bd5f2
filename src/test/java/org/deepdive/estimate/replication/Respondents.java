package org.deepdive.estimate.replication;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.deepdive.estimate.ReferenceFile;
import org.deepdive.study.Strata;

/**
 * The respondents of a reference file, which are in order of stratum and cluster, and the statistics that its replicates
 * are tested with.
 */
final class Respondents {

    private final List<NamedCsvRecord> lines;
    private final double[] weights;
    private final double[][] values;

    Respondents(String file) {
        this.lines = ReferenceFile.read(file);
        this.weights = column("weight");
        this.values = new double[][] {
            lines.stream()
                    .mapToDouble(line -> line.getField("sex").equals("female") ? 1 : 0)
                    .toArray(),
            lines.stream()
                    .mapToDouble(line -> has(line) ? ReferenceFile.number(line, "score") : 0)
                    .toArray(),
            lines.stream().mapToDouble(line -> has(line) ? 1 : 0).toArray()
        };
    }

    private static boolean has(NamedCsvRecord line) {
        return !line.getField("score").isEmpty();
    }

    int size() {
        return lines.size();
    }

    double[] weights() {
        return weights;
    }

    double[] column(String name) {
        return lines.stream()
                .mapToDouble(line -> ReferenceFile.number(line, name))
                .toArray();
    }

    double[][] columns(String prefix) {
        return lines.get(0).getHeader().stream()
                .filter(name -> name.matches(prefix + "[0-9]+"))
                .map(this::column)
                .toArray(double[][]::new);
    }

    boolean is(int respondent, String column, String code) {
        return lines.get(respondent).getField(column).equals(code);
    }

    /** The design with the strata, clusters and population sizes that the file has. */
    Strata strata(Optional<Double> population) {
        Set<String> header = new HashSet<>(lines.get(0).getHeader());
        int[] starts = header.contains("stratum") ? starts("stratum") : new int[] {0, size()};
        Optional<double[]> populations = population.map(all -> new double[] {all});
        if (header.contains("fpc")) {
            double[] fpc = column("fpc");
            populations = Optional.of(Arrays.stream(starts, 0, starts.length - 1)
                    .mapToDouble(i -> fpc[i])
                    .toArray());
        }
        if (!header.contains("cluster")) {
            return new Strata(starts, Optional.empty(), Optional.empty(), populations, Optional.empty());
        }
        int[] clusters = starts("cluster");
        int[] first = Arrays.stream(starts)
                .map(start -> Arrays.binarySearch(clusters, start))
                .toArray();
        return new Strata(starts, Optional.of(clusters), Optional.of(first), populations, Optional.empty());
    }

    private int[] starts(String column) {
        Set<String> met = new HashSet<>();
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            String code = lines.get(i).getField(column);
            if (i == 0 || !is(i - 1, column, code)) {
                starts.add(i);
                if (!met.add(code)) {
                    throw new IllegalStateException(column + " is not in order: " + code);
                }
            }
        }
        starts.add(size());
        return starts.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The sampling unit of each respondent. */
    static IntUnaryOperator units(Strata strata) {
        return i -> strata.clusterStarts()
                .map(starts -> {
                    int found = Arrays.binarySearch(starts, i);
                    return found >= 0 ? found : -found - 2;
                })
                .orElse(i);
    }

    /** Totals of female, y and has over a domain, for given weights. */
    double[] totals(double[] w, IntPredicate domain) {
        return Arrays.stream(values)
                .mapToDouble(y -> IntStream.range(0, size())
                        .filter(domain)
                        .mapToDouble(i -> w[i] * y[i])
                        .sum())
                .toArray();
    }

    /** Means of female, y and has over a domain; NaN where its weights are 0. */
    double[] means(double[] w, IntPredicate domain) {
        double all =
                IntStream.range(0, size()).filter(domain).mapToDouble(i -> w[i]).sum();
        return Arrays.stream(totals(w, domain)).map(total -> total / all).toArray();
    }
}
