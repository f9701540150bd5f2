package org.deepdive.study;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A named thing that a study can estimate, declared in {@code study.yaml}.
 *
 * <p>A distribution, a multiple-response share, a response share, a rank score and what was chosen in a ranking have one
 * value for each answer; {@code name.answer} in a query picks one of them.
 */
public sealed interface Measure {

    /** What ranked answers are measured in. */
    String POINTS = "Mean points per respondent";

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

    /** Whether it has one value for each answer, and not one value only. */
    default boolean hasAnswers() {
        return true;
    }

    /** What its values are, in words for axes and captions: {@code Percentage}, {@code Mean score}, {@code Median}. */
    default String statistic() {
        return "Percentage";
    }

    /** A measure of respondents' answers. */
    sealed interface OfRespondents extends Measure {
        /** The variable asked; of a ratio, the numerator's. */
        String variable();

        /** All variables that it takes answers from. */
        default List<String> variables() {
            return List.of(variable());
        }

        /**
         * The don't knows among the categories of its variable. They are in the base of shares unless {@link #exclude()}
         * names them; numbers and scores have none.
         *
         * @param codebook the codebook of the measure's study
         */
        default List<String> dontKnows(Codebook codebook) {
            return codebook.variable(variable()).codes(Category.Status.DONT_KNOW);
        }

        /** Categories left out of the base, such as refusals; don't knows stay in the base unless named here. */
        default List<String> exclude() {
            return List.of();
        }
    }

    /** A measure with one value that is not a share. */
    sealed interface OfOneNumber extends OfRespondents {
        @Override
        default boolean hasAnswers() {
            return false;
        }

        @Override
        default boolean isShare() {
            return false;
        }
    }

    /** A measure of one quantity. */
    sealed interface OfQuantity extends OfOneNumber {
        /** What is taken from each respondent. */
        Quantity quantity();

        @Override
        default String variable() {
            return quantity().variable();
        }

        @Override
        default List<String> exclude() {
            return quantity().exclude();
        }
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
            implements OfRespondents {
        @Override
        public boolean hasAnswers() {
            return false;
        }
    }

    /** The share of respondents in each category of a variable. */
    record Distribution(String name, String label, String shortLabel, String variable, List<String> exclude)
            implements OfRespondents {}

    /**
     * The mean of a score given to categories; categories without a score are left out of the base.
     *
     * @param scores category code to score
     */
    record Mean(String name, String label, String shortLabel, String variable, Map<String, Double> scores)
            implements OfOneNumber {
        @Override
        public String statistic() {
            return "Mean score";
        }
    }

    /** The mean of a numeric variable; its special codes, such as don't know, are outside the base. */
    record NumericMean(String name, String label, String shortLabel, String variable) implements OfOneNumber {
        @Override
        public String statistic() {
            return "Mean";
        }
    }

    /**
     * How many people of the population are in a net, or what a numeric variable adds up to over them: the sum of weights
     * times the quantity (R's {@code svytotal}). It needs weights that add up to the population.
     *
     * @param quantity a net or a numeric variable
     */
    record Total(String name, String label, String shortLabel, Quantity quantity) implements OfQuantity {
        @Override
        public String statistic() {
            return quantity.isCount() ? "Estimated number of people" : "Estimated total";
        }
    }

    /**
     * The total of one quantity over the total of another (R's {@code svyratio}), among respondents who are in the base of
     * both.
     *
     * @param numerator a net or a numeric variable
     * @param denominator a net or a numeric variable
     */
    record Ratio(String name, String label, String shortLabel, Quantity numerator, Quantity denominator)
            implements OfOneNumber {
        @Override
        public String variable() {
            return numerator.variable();
        }

        @Override
        public List<String> variables() {
            return Stream.of(numerator.variable(), denominator.variable())
                    .distinct()
                    .toList();
        }

        @Override
        public List<String> exclude() {
            return numerator.exclude();
        }

        @Override
        public String statistic() {
            return "Ratio";
        }
    }

    /**
     * The value that a share of the population is at or below (R's {@code svyquantile}), in the units of the variable.
     *
     * @param quantity a numeric variable, or the scores of an ordinal one
     * @param probability the share, above 0 and below 1: 0.5 for the median
     */
    record Quantile(String name, String label, String shortLabel, Quantity quantity, double probability)
            implements OfQuantity {
        @Override
        public String statistic() {
            if (probability == 0.5) {
                return "Median";
            }
            if (probability == 0.25) {
                return "Lower quartile";
            }
            return probability == 0.75 ? "Upper quartile" : "Quantile at " + Decimal.plain(probability);
        }
    }

    /** The share of the respondents asked who gave each answer of a multiple-response question. */
    record MultipleResponse(String name, String label, String shortLabel, String variable) implements OfRespondents {}

    /** The share that each answer of a multiple-response question has in all answers given to it, which add up to one. */
    record ResponseShare(String name, String label, String shortLabel, String variable) implements OfRespondents {
        @Override
        public String statistic() {
            return "Percentage of all answers";
        }
    }

    /**
     * Mean points per respondent for each answer of a ranked variable: as many points as could be chosen for the first
     * choice, one less for the second, and so on; 0 for an answer that was not chosen.
     *
     * @param choose how many could be chosen
     */
    record RankPoints(String name, String label, String shortLabel, String variable, int choose)
            implements OfRespondents {
        /** The points of a rank: 0 for 0, not chosen. */
        public int points(int rank) {
            return rank == 0 ? 0 : choose + 1 - rank;
        }

        @Override
        public boolean isShare() {
            return false;
        }

        @Override
        public String statistic() {
            return POINTS;
        }
    }

    /** The share of the respondents asked who chose each answer of a ranked variable at all. */
    record Chosen(String name, String label, String shortLabel, String variable) implements OfRespondents {}

    /** Shares from published counts of one answer each. */
    record TallyShare(String name, String label, String shortLabel, String question) implements OfCounts {}

    /**
     * Points per respondent from a "choose three, in order" question: 3 for the first choice, 2 for the second, 1 for
     * the third; of two choices 2 and 1.
     *
     * @param choose how many could be chosen
     */
    record RankScore(String name, String label, String shortLabel, String question, int choose) implements OfCounts {
        @Override
        public boolean isShare() {
            return false;
        }

        @Override
        public String statistic() {
            return POINTS;
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
    record Base() implements OfOneNumber {
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
        public String statistic() {
            return "Number of respondents, unweighted";
        }

        @Override
        public List<String> variables() {
            return List.of();
        }

        @Override
        public List<String> dontKnows(Codebook codebook) {
            return List.of();
        }
    }
}
