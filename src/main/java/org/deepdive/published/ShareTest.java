package org.deepdive.published;

/**
 * How far apart two shares are in standard errors, when chance and the rounding are as favourable to a difference as they can
 * be.
 *
 * <p>Two-proportion z: the difference over its standard error, with the variance times a design effect. Of the pooled and
 * the unpooled standard error the smaller is taken. A group in a larger one, of which it is a share {@code n/m}, has
 * {@code pq (1/n - 1/m)} with the larger one's p: the covariance of a part and its whole leaves what the part and its
 * complement differ by. Two answers of the same respondents differ most clearly where nobody gives only the second:
 * McNemar's test with discordant answers one way only, {@code z = sqrt(n d)}.
 */
final class ShareTest {

    /** The 97.5th percentile of the standard normal distribution. */
    static final double Z95 = 1.959963984540054;

    /** Whose shares are compared. */
    enum Relation {
        /** Two groups without a common respondent. */
        APART,
        /** The first group is part of the second. */
        PART_OF_WHOLE,
        /** The same respondents, asked two things. */
        PAIRED
    }

    private final Relation relation;
    private final double one;
    private final double other;

    /**
     * @param relation whose shares
     * @param one the first share
     * @param other the second
     */
    ShareTest(Relation relation, double one, double other) {
        this.relation = relation;
        this.one = Math.max(0, Math.min(1, one));
        this.other = Math.max(0, Math.min(1, other));
    }

    /** The shares as far apart as they could be printed so. */
    static ShareTest furthest(Relation relation, Span one, Span other) {
        boolean above = one.low() + one.high() >= other.low() + other.high();
        return above
                ? new ShareTest(relation, one.high(), other.low())
                : new ShareTest(relation, one.low(), other.high());
    }

    /** The shares as near as they could be printed so; equal where they could be. */
    static ShareTest nearest(Relation relation, Span one, Span other) {
        if (one.low() >= other.high()) {
            return new ShareTest(relation, one.low(), other.high());
        }
        return one.high() <= other.low()
                ? new ShareTest(relation, one.high(), other.low())
                : new ShareTest(relation, 0, 0);
    }

    /** The most standard errors between them, for so many respondents in each group and a design effect. */
    double z(double n, double m, double deff) {
        double difference = Math.abs(one - other);
        if (difference == 0) {
            return 0;
        }
        double variance = switch (relation) {
            case APART -> Math.min(unpooled(n, m), pooled(n, m));
            case PART_OF_WHOLE -> n >= m ? 0 : other * (1 - other) * (1 / n - 1 / m);
            case PAIRED -> difference / Math.min(n, m);
        };
        return difference / Math.sqrt(variance * deff);
    }

    /** The standard errors of the plain test of two separate groups, with the larger of the two standard errors. */
    double least(double n, double m, double deff) {
        double difference = Math.abs(one - other);
        return difference == 0 ? 0 : difference / Math.sqrt(Math.max(unpooled(n, m), pooled(n, m)) * deff);
    }

    private double unpooled(double n, double m) {
        return one * (1 - one) / n + other * (1 - other) / m;
    }

    private double pooled(double n, double m) {
        double p = (n * one + m * other) / (n + m);
        return p * (1 - p) * (1 / n + 1 / m);
    }
}
