package org.deepdive.server.view;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
 * @param tests what can be tested
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
        String question,
        TestsView tests) {

    /** What its numbers were computed from. */
    public DataLabel label() {
        return frame.labels().iterator().next();
    }

    /**
     * The controls: those that are alike on many pages as they are sent, the others with their choices.
     *
     * @param studies the studies
     * @param measures the study's measures
     * @param answers the answers of the measure; empty where it has one value
     * @param breakdowns the two breakdowns; empty where nothing can be broken down
     * @param filters one filter a variable; empty where nothing can be filtered
     * @param filtered whether one of them is in force
     * @param from the first wave; empty for a study without waves
     * @param to the last wave; empty for a study without waves
     * @param dontKnows what becomes of don't knows; empty for a measure without them
     * @param intervals the kinds of interval; empty where there is nothing to choose
     * @param charts the kinds of chart; empty where there is only one
     */
    public record FormView(
            Content studies,
            Content measures,
            List<Choice> answers,
            List<Content> breakdowns,
            List<Content> filters,
            boolean filtered,
            Content from,
            Content to,
            Content dontKnows,
            Content intervals,
            List<Choice> charts) {}

    /**
     * A filter.
     *
     * @param variable the variable's name
     * @param label the variable's label
     * @param choices its categories; none selected lets everyone through
     */
    public record FilterView(String variable, String label, List<Choice> choices) {

        /** Whether it is in force. */
        public boolean active() {
            return choices.stream().anyMatch(Choice::selected);
        }

        /** Whom it lets through, in words. */
        public String words() {
            return choices.stream().filter(Choice::selected).map(Choice::label).collect(Collectors.joining(" or "));
        }
    }

    /**
     * What can be tested of an answer.
     *
     * @param why why nothing can; empty where something can
     * @param family the page of the comparisons of its groups or waves; absent where it has neither
     * @param gaps the page that screens all breakdowns
     * @param difference where the form of two values goes
     * @param asked the parameters of the question, for that form
     * @param cells the values to choose two from; empty where there are not two
     */
    public record TestsView(
            String why,
            Optional<String> family,
            String gaps,
            String difference,
            Map<String, String> asked,
            List<Choice> cells) {

        /** The values once more, with the second chosen: a value does not differ from itself. */
        public List<Choice> others() {
            List<Choice> others = new ArrayList<>(cells);
            Choice second = cells.get(1);
            others.set(1, new Choice(second.value(), second.label(), true));
            return others;
        }
    }

    /**
     * A choice of a control.
     *
     * @param value what it stands for; empty for none
     * @param label the choice in words
     * @param selected whether it is chosen
     */
    public record Choice(String value, String label, boolean selected) {}
}
