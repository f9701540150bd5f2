package org.deepdive.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.deepdive.study.Codes;

/** The sums of one table, while respondents are read. Batches of runs may be read by several threads. */
final class TableScan {

    private final Runs runs;
    private final int[] stratumOf;
    private final StratumFactors factors;
    private final int cells;
    private final List<Lookup> ofStrata = new ArrayList<>();
    private final List<Lookup> ofRespondents = new ArrayList<>();
    private final JointCode joint;
    private final double[] weights;
    private final double[] runWeights;
    private final Batch[] kept;
    private final Queue<RunReader> readers = new ConcurrentLinkedQueue<>();

    /**
     * @param runs the runs of respondents
     * @param factors the factors of the strata
     * @param weights the respondents' weights
     * @param layout the cells of the table
     * @param domain who is counted
     * @param constantInStrata the columns that have one code in each stratum
     */
    TableScan(
            Runs runs,
            StratumFactors factors,
            double[] weights,
            Layout layout,
            Domain domain,
            List<Codes> constantInStrata) {
        this.runs = runs;
        this.stratumOf = runs.stratumOf();
        this.factors = factors;
        this.weights = weights;
        this.cells = layout.cells();
        List<Lookup> lookups = new ArrayList<>(layout.lookups());
        lookups.addAll(domain.lookups(cells));
        for (Lookup lookup : Lookup.joined(lookups)) {
            boolean constant = constantInStrata.stream().anyMatch(column -> Lookup.isOneColumn(column, lookup.codes()));
            (constant ? ofStrata : ofRespondents).add(lookup);
        }
        this.joint = JointCode.fits(ofRespondents) ? JointCode.of(ofRespondents, cells) : null;
        this.runWeights = new double[Math.multiplyExact(runs.count(), cells)];
        this.kept = new Batch[runs.batches().length - 1];
    }

    /** Sums to which a batch of runs is to be added, with a reader that no other batch is using. */
    Batch batch() {
        RunReader free = readers.poll();
        return new Batch(free == null ? new RunReader(weights, cells, ofRespondents, joint) : free);
    }

    /** Keeps the sums of a batch, once all its runs were added. */
    void keep(int number, Batch batch) {
        batch.reader.takeCounts(batch.counts);
        readers.add(batch.reader);
        kept[number] = batch;
    }

    /** The sums, once all batches were kept. */
    Sums sums() {
        return new Sums(runs, cells, kept, runWeights);
    }

    /** The sums of one batch. */
    final class Batch {
        private final int[] counts = new int[cells];
        private final double[] squares = new double[cells];
        private final double[] factored = new double[cells];
        private final RunReader reader;

        private Batch(RunReader reader) {
            this.reader = reader;
        }

        /** The number of respondents in a cell. */
        int count(int cell) {
            return counts[cell];
        }

        /** The sum of squared weights in a cell. */
        double square(int cell) {
            return squares[cell];
        }

        /** The sum of squared weights in a cell, each times the factor of its stratum. */
        double factoredSquare(int cell) {
            return factored[cell];
        }

        /** Adds the respondents of a run. */
        void add(int run) {
            int from = runs.starts()[run];
            int start = 0;
            for (Lookup lookup : ofStrata) {
                start += lookup.add(from);
            }
            if (start < cells) {
                reader.read(start, from, runs.starts()[run + 1]);
                reader.empty(runWeights, run * cells, factors.squares()[stratumOf[run]], squares, factored);
            }
        }
    }
}
