package org.deepdive.study;

import java.util.List;
import java.util.Map;

/**
 * A named thing that a study can estimate, declared in {@code study.yaml}.
 *
 * <p>A distribution, a multiple-response share and a rank score have one value for each answer; {@code name.answer}
 * in a query picks one of them.
 */
public sealed interface Measure {

    /** The name used in queries and URLs. */
    String name();

    /** What is measured, in words that follow "percentage of ... who". */
    String label();

    /** The label for places with little room. */
    String shortLabel();

    /** Whether its values are shares of one, to be printed as percentages. */
    default boolean isShare() {
        return true;
    }

    /** A measure of respondents' answers to one variable. */
    sealed interface OfRespondents extends Measure {
        /** The variable asked. */
        String variable();

        /** Categories left out of the base, such as refusals; don't knows stay in the base unless named here. */
        List<String> exclude();
    }

    /** A measure of published counts. */
    sealed interface OfCounts extends Measure {
        /** The question as asked. */
        String question();
    }

    /**
     * The share of respondents whose answer is one of a net, such as "very or fairly safe".
     *
     * @param net the categories counted together
     */
    record Percentage(
            String name, String label, String shortLabel, String variable, List<String> net, List<String> exclude)
            implements OfRespondents {}

    /** The share of respondents in each category of a variable. */
    record Distribution(String name, String label, String shortLabel, String variable, List<String> exclude)
            implements OfRespondents {}

    /**
     * The mean of a score given to categories; categories without a score are left out of the base.
     *
     * @param scores category code to score
     */
    record Mean(String name, String label, String shortLabel, String variable, Map<String, Double> scores)
            implements OfRespondents {
        @Override
        public List<String> exclude() {
            return List.of();
        }

        @Override
        public boolean isShare() {
            return false;
        }
    }

    /** The share of the respondents asked who gave each answer of a multiple-response question. */
    record MultipleResponse(String name, String label, String shortLabel, String variable) implements OfRespondents {
        @Override
        public List<String> exclude() {
            return List.of();
        }
    }

    /** Shares from published counts of one answer each. */
    record TallyShare(String name, String label, String shortLabel, String question) implements OfCounts {}

    /**
     * Points per respondent from a "choose three, in order" question: 3 for the first choice, 2 for the second, 1 for
     * the third.
     *
     * @param choose how many could be chosen
     */
    record RankScore(String name, String label, String shortLabel, String question, int choose) implements OfCounts {
        @Override
        public boolean isShare() {
            return false;
        }

        /** The points that one respondent gives away: 6 where three are chosen. */
        public int pointsEach() {
            return choose * (choose + 1) / 2;
        }
    }

    /**
     * A question whose counts were not published, so that nothing can be recomputed; figures printed about it can
     * still be audited.
     *
     * @param options the answers that figures may name
     * @param choose how many of them could be chosen; 1 where they exclude one another
     */
    record Unpublished(
            String name, String label, String shortLabel, String question, List<Category> options, int choose)
            implements OfCounts {}

    /** How many respondents there are: the unweighted base itself, which every study of respondents has. */
    record Base() implements OfRespondents {
        /** The name by which queries ask for it. */
        public static final String NAME = "base";

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public String label() {
            return "Respondents (unweighted)";
        }

        @Override
        public String shortLabel() {
            return "Respondents";
        }

        @Override
        public String variable() {
            return "";
        }

        @Override
        public List<String> exclude() {
            return List.of();
        }

        @Override
        public boolean isShare() {
            return false;
        }
    }
}
