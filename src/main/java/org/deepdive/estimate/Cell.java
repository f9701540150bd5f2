package org.deepdive.estimate;

import java.util.EnumSet;
import java.util.Set;

/** What stands in one place of a table: an estimate, a published count, or nothing that may be shown. */
public sealed interface Cell {

    /** The marks beside it. */
    Set<Flag> flags();

    /**
     * A design-based estimate.
     *
     * @param value the estimate; a share as a fraction of one; NaN for an empty base
     * @param se its linearised standard error
     * @param low the lower end of its interval; NaN where there is none
     * @param high the upper end of its interval; NaN where there is none
     * @param base the unweighted base
     * @param counted how many of the base are counted: a share's numerator, a mean's respondents with a score above 0
     * @param effectiveBase base / deff; where no design effect exists (nobody or everybody counted), Kish's effective base
     * @param deff the design effect against simple random sampling with replacement; NaN where the answers do not vary
     * @param df degrees of freedom: sampling units less strata, where the group has respondents
     * @param flags the marks beside it
     */
    record Estimate(
            double value,
            double se,
            double low,
            double high,
            int base,
            int counted,
            double effectiveBase,
            double deff,
            double df,
            Set<Flag> flags)
            implements Cell {

        public Estimate {
            flags = Set.copyOf(flags);
        }

        /** The respondents of a cell, of whom nothing is estimated. */
        static Estimate headcount(int base, int counted) {
            double none = Double.NaN;
            return new Estimate(none, none, none, none, base, counted, none, none, 0, Set.of());
        }

        /** The same estimate with one more mark. */
        public Estimate flagged(Flag flag) {
            Set<Flag> more = EnumSet.of(flag);
            more.addAll(flags);
            return new Estimate(value, se, low, high, base, counted, effectiveBase, deff, df, more);
        }
    }

    /**
     * A published count per respondent. It has no standard error: those who answered an open consultation chose
     * themselves, so there is no sampling design to estimate one from.
     *
     * @param value count per respondent: a share, or a rank score
     * @param count the count, or the points of a rank question
     * @param base how many respondents it is of
     */
    record Published(double value, long count, int base) implements Cell {
        @Override
        public Set<Flag> flags() {
            return Set.of();
        }
    }

    /**
     * A value that was withheld; no number of it is kept.
     *
     * @param rule the id of the disclosure rule that withheld it
     */
    record Withheld(String rule) implements Cell {
        @Override
        public Set<Flag> flags() {
            return Set.of(Flag.SUPPRESSED);
        }
    }
}
