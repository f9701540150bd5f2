package org.deepdive.server.view;

import java.util.List;
import org.deepdive.disclosure.Rules;
import org.deepdive.estimate.Flag;
import org.deepdive.estimate.interval.Interval;
import org.deepdive.study.DataLabel;

/**
 * The page on methods.
 *
 * @param frame what stands around it
 * @param rules the rules of disclosure in force
 * @param software the programs that made the numbers, each with its version
 */
public record MethodsView(Frame frame, Rules rules, List<Software> software) {

    /**
     * A program.
     *
     * @param name its name
     * @param version its version
     * @param use what it does here
     */
    public record Software(String name, String version, String use) {}

    /** The data labels. */
    public DataLabel[] labels() {
        return DataLabel.values();
    }

    /** The marks beside numbers. */
    public Flag[] flags() {
        return Flag.values();
    }

    /** The kinds of interval. */
    public Interval[] intervals() {
        return Interval.values();
    }
}
