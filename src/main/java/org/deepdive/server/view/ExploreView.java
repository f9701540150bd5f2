package org.deepdive.server.view;

import java.util.List;
import java.util.Optional;
import org.deepdive.estimate.Query;
import org.deepdive.study.DataLabel;
import org.deepdive.study.Measure;
import org.deepdive.study.Study;
import org.deepdive.study.Variable;

/**
 * One question with its answer.
 *
 * @param frame what stands around it
 * @param study the study asked
 * @param measure the measure asked for
 * @param query the question asked
 * @param figure the answer
 * @param form the controls that change the question
 * @param address the whole address of the page, to share
 * @param asked the variable behind the measure; absent where counts are published
 * @param question the wording of its question; empty where there is none
 */
public record ExploreView(
        Frame frame,
        Study study,
        Measure measure,
        Query query,
        FigureView figure,
        FormView form,
        String address,
        Optional<Variable> asked,
        String question) {

    /** What its numbers were computed from. */
    public DataLabel label() {
        return frame.labels().iterator().next();
    }

    /**
     * The controls, each with its choices.
     *
     * @param measures the study's measures
     * @param answers the answers of the measure; empty where it has one value
     * @param breakdowns the two breakdowns; empty where nothing can be broken down
     * @param filters one filter a variable; empty where nothing can be filtered
     * @param from the first wave; empty for a study without waves
     * @param to the last wave; empty for a study without waves
     */
    public record FormView(
            List<Choice> measures,
            List<Choice> answers,
            List<List<Choice>> breakdowns,
            List<FilterView> filters,
            List<Choice> from,
            List<Choice> to) {

        /** The filters that are in force, or those that are not. */
        public List<FilterView> filters(boolean active) {
            return filters.stream().filter(f -> f.active() == active).toList();
        }
    }

    /**
     * A filter.
     *
     * @param variable the variable's name
     * @param label the variable's label
     * @param choices its categories
     * @param active whether it is in force
     */
    public record FilterView(String variable, String label, List<Choice> choices, boolean active) {}

    /**
     * A choice of a control.
     *
     * @param value what it stands for; empty for none
     * @param label the choice in words
     * @param selected whether it is chosen
     */
    public record Choice(String value, String label, boolean selected) {}
}
