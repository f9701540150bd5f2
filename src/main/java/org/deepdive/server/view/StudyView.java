package org.deepdive.server.view;

import java.util.ArrayList;
import java.util.List;
import org.deepdive.study.Category;
import org.deepdive.study.DataLabel;
import org.deepdive.study.Measure;
import org.deepdive.study.Study;

/**
 * A study's codebook page.
 *
 * @param frame what stands around it
 * @param study the study
 * @param collected when it was collected, in words
 * @param label what its numbers are computed from
 * @param measures its measures
 */
public record StudyView(Frame frame, Study study, String collected, DataLabel label, List<MeasureView> measures) {

    /** Its sections; published counts have no codebook. */
    public List<Contents> contents() {
        List<Contents> entries =
                new ArrayList<>(Contents.of("provenance", "Provenance", "design", "Design", "measures", "Measures"));
        if (!study.codebook().variables().isEmpty()) {
            entries.add(new Contents("variables", "Variables and questions"));
        }
        return entries;
    }

    /** What is done with a stratum of one sampling unit, in words. */
    public String lonely() {
        return switch (study.requireDesign().lonely()) {
            case FAIL -> "No estimate is given";
            case REMOVE -> "Adds nothing to the variance";
            case ADJUST -> "Is centred at the grand mean";
            case AVERAGE -> "Gets the average variance of the others";
        };
    }

    /**
     * A measure in the list.
     *
     * @param measure the measure
     * @param kind what kind of measure it is, in words
     * @param question the wording of its question; empty where there is none
     * @param answers its answers; empty where it has one value
     * @param published whether it can be computed; not so where counts were not published
     */
    public record MeasureView(
            Measure measure, String kind, String question, List<Category> answers, boolean published) {}
}
