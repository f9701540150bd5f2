package org.deepdive.estimate;

import java.util.List;
import java.util.stream.IntStream;
import org.deepdive.study.Codes;
import org.deepdive.study.Microdata;

/**
 * The one pass over the respondents: adds up counts and weights by run and cell, for one table or for several at once.
 *
 * <p>This is the only code that reads respondents for an estimate; it would be replaced, and nothing else, for data
 * outside memory. Respondents are read in order, a byte a variable and eight bytes a weight, into sums small enough for the
 * first-level cache. A variable that is constant within strata is looked up once a run, and a run that lies outside
 * the domain is not read at all.
 */
final class Scan {

    /** From so many respondents on, batches are shared out to threads: below, waking one costs more than it saves. */
    private static final int MANY = 200_000;

    private final Microdata data;
    private final Runs runs;
    private final StratumFactors factors;
    private final boolean parallel;
    private final List<Codes> constant;

    /**
     * @param data the respondents, sorted by stratum and cluster
     * @param factors the factors of their strata
     * @param threads 1 for the caller's thread alone; more for those of the common pool as well
     */
    Scan(Microdata data, StratumFactors factors, int threads) {
        this.data = data;
        this.runs = Runs.of(data.strata());
        this.factors = factors;
        this.parallel = threads > 1 && data.size() >= MANY;
        this.constant = data.study().requireDesign().strata().stream()
                .<Codes>map(name -> new Codes.Bytes(data.codes(name)))
                .toList();
    }

    /** How many runs the respondents are cut into, each with sums of its own. */
    int runs() {
        return runs.count();
    }

    /** The sums of a table of the respondents of a domain. */
    Sums over(Domain domain, Layout layout) {
        return over(domain, List.of(layout)).get(0);
    }

    /** The sums of several tables of the respondents of a domain, from one pass. */
    List<Sums> over(Domain domain, List<Layout> layouts) {
        List<TableScan> tables = layouts.stream()
                .map(layout -> new TableScan(runs, factors, data.weights(), layout, domain, constant))
                .toList();
        IntStream batches = IntStream.range(0, runs.batches().length - 1);
        (parallel ? batches.parallel() : batches).forEach(batch -> read(batch, tables));
        return tables.stream().map(TableScan::sums).toList();
    }

    /** Reads a batch run by run, each for all tables while it is in the cache. */
    private void read(int batch, List<TableScan> tables) {
        List<TableScan.Batch> parts = tables.stream().map(TableScan::batch).toList();
        for (int run = runs.batches()[batch]; run < runs.batches()[batch + 1]; run++) {
            for (int table = 0; table < parts.size(); table++) {
                parts.get(table).add(run);
            }
        }
        for (int table = 0; table < parts.size(); table++) {
            tables.get(table).keep(batch, parts.get(table));
        }
    }
}
