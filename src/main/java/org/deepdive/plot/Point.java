package org.deepdive.plot;

/**
 * One value with the words it is drawn with.
 *
 * @param value the value; NaN for none
 * @param low the lower end of its interval or range; the value itself where there is none
 * @param high the upper end
 * @param printed how it is printed, with its marks
 * @param interval its interval or range in words; empty where there is none
 * @param inFull the value with its interval and base, for a reader who points at it
 * @param hollow whether it is drawn hollow, since it is unreliable
 */
record Point(double value, double low, double high, String printed, String interval, String inFull, boolean hollow) {

    static Point of(Mark mark) {
        return new Point(
                mark.value(),
                mark.low(),
                mark.high(),
                mark.printed(),
                mark.text().interval(mark.cell()),
                mark.inFull(),
                mark.unreliable());
    }

    boolean exists() {
        return Double.isFinite(value);
    }

    boolean hasInterval() {
        return !interval.isEmpty();
    }

    /** The value with its interval, for alternative texts. */
    String spoken() {
        return printed + (hasInterval() ? " (" + interval + ")" : "");
    }
}
