package org.deepdive.estimate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deepdive.study.Microdata;

/** Makes the tables of a survey's respondents, with variances as its design asks for them, and keeps their sums. */
final class Tables {

    /** So many numbers by run and cell fit into memory; a larger table is read respondent by respondent. */
    private static final long MOST_SUMS = 20_000_000;

    private final Microdata data;
    private final StratumFactors factors;
    private final boolean clustered;
    private final Scan scan;
    private final SumsCache cache;
    private final Optional<Replicates> replicates;
    private final RespondentVariance variance;

    /**
     * @param data the respondents
     * @param threads 1 to read them by the caller's thread alone
     * @param keptBytes about how many bytes of sums are kept
     */
    Tables(Microdata data, int threads, long keptBytes) {
        this.data = data;
        this.factors =
                StratumFactors.of(data.strata(), data.study().requireDesign().lonely());
        this.clustered = data.strata().clusterStarts().isPresent();
        this.scan = new Scan(data, factors, threads);
        this.cache = new SumsCache(keptBytes);
        this.replicates = Replicates.of(data);
        this.variance = RespondentVariance.of(data);
    }

    /** The variance of respondents' influence values under the survey's design. */
    RespondentVariance variance() {
        return variance;
    }

    /** A table of the respondents of a domain. */
    CellTable of(Domain domain, Layout layout) {
        return fromSums(layout) ? linearised(scan.over(domain, layout)) : byRespondent(domain, layout);
    }

    /**
     * The tables of the answers of some values in the groups of a query, by the values' keys: from one pass, or from an
     * earlier one.
     */
    Map<String, CellTable> of(Query query, List<Measured> measured) {
        Map<String, CellTable> tables = new HashMap<>();
        Map<String, Layout> missing = new LinkedHashMap<>();
        for (Measured value : measured) {
            if (!tables.containsKey(value.key()) && !missing.containsKey(value.key())) {
                Optional<Sums> known = cache.get(SumsCache.Key.of(query, value.key()));
                known.ifPresent(sums -> tables.put(value.key(), linearised(sums)));
                if (known.isEmpty()) {
                    missing.put(value.key(), layout(value, query.by()));
                }
            }
        }
        if (!missing.isEmpty()) {
            add(query, missing, tables);
        }
        return tables;
    }

    private void add(Query query, Map<String, Layout> missing, Map<String, CellTable> tables) {
        Domain domain = Domain.of(data, query);
        List<String> keys = missing.keySet().stream()
                .filter(key -> fromSums(missing.get(key)))
                .toList();
        List<Sums> sums = scan.over(domain, keys.stream().map(missing::get).toList());
        for (int i = 0; i < keys.size(); i++) {
            cache.put(SumsCache.Key.of(query, keys.get(i)), sums.get(i));
            tables.put(keys.get(i), linearised(sums.get(i)));
        }
        missing.forEach((key, layout) -> tables.computeIfAbsent(key, k -> byRespondent(domain, layout)));
    }

    /** The table of a value's answers by groups: answers first, so that the groups of an answer lie side by side. */
    private Layout layout(Measured value, List<String> by) {
        List<Axis> axes = new ArrayList<>(value.axes());
        for (String name : by) {
            axes.add(Axis.of(
                    data.codes(name),
                    data.study().codebook().variable(name).categories().size()));
        }
        return new Layout(axes);
    }

    private boolean fromSums(Layout layout) {
        return replicates.isEmpty() && variance.isOneStage() && (long) layout.cells() * scan.runs() <= MOST_SUMS;
    }

    private CellTable linearised(Sums sums) {
        return new LinearisedTable(sums, factors, clustered);
    }

    private CellTable byRespondent(Domain domain, Layout layout) {
        RespondentCells cells = new RespondentCells(data, domain, layout);
        return replicates
                .<CellTable>map(r -> new ReplicateTable(data, cells, r.replication(), r.unitOf()))
                .orElseGet(() -> new RespondentTable(data, cells, variance));
    }
}
