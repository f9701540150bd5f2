package org.deepdive.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.deepdive.estimate.EstimateTable;
import org.deepdive.estimate.Query;
import org.deepdive.estimate.SurveyEstimates;
import org.deepdive.study.LargeSurvey;
import org.deepdive.study.Microdata;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A whole question, from query to estimates with standard errors and intervals, against adding up the weights of the same
 * respondents. No sums are kept between questions, unless a benchmark says so.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgs = "-Xmx6g")
public class EstimateBenchmark {

    /** How many respondents. */
    @Param({"29250", "1000000", "10000000"})
    public int respondents;

    /** How many columns no question asks for. */
    @Param("0")
    public int unused;

    private Microdata data;
    private SurveyEstimates estimates;
    private SurveyEstimates oneThread;
    private SurveyEstimates keeping;

    private final Query bySex = Query.of("pcss", "safe_local").by(List.of("sex"));
    private final Query byEthnicityAndAge = Query.of("pcss", "safe_local").by(List.of("ethnicity", "age_band"));

    /** Makes the respondents. */
    @Setup
    public void makeRespondents() {
        data = LargeSurvey.of(respondents, unused);
        estimates = new SurveyEstimates(data, Runtime.getRuntime().availableProcessors(), 0);
        oneThread = new SurveyEstimates(data, 1, 0);
        keeping = new SurveyEstimates(data);
    }

    /** The measure of all things: one pass over the weights. */
    @Benchmark
    public double sumOfWeights() {
        double sum = 0;
        for (double weight : data.weights()) {
            sum += weight;
        }
        return sum;
    }

    /** A percentage by sex. */
    @Benchmark
    public EstimateTable bySex() {
        return estimates.estimate(bySex);
    }

    /** A percentage by ethnicity and age band. */
    @Benchmark
    public EstimateTable byEthnicityAndAge() {
        return estimates.estimate(byEthnicityAndAge);
    }

    /** A percentage by sex, by one thread. */
    @Benchmark
    public EstimateTable bySexOneThread() {
        return oneThread.estimate(bySex);
    }

    /** A percentage by ethnicity and age band, by one thread. */
    @Benchmark
    public EstimateTable byEthnicityAndAgeOneThread() {
        return oneThread.estimate(byEthnicityAndAge);
    }

    /** The same question again, where sums are kept. */
    @Benchmark
    public EstimateTable byEthnicityAndAgeAgain() {
        return keeping.estimate(byEthnicityAndAge);
    }
}
