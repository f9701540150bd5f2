package org.deepdive.estimate;

/**
 * The loops over the respondents of a run, one for each number of columns.
 *
 * <p>They are static and take their arrays as arguments: so the compiler keeps all in registers, which makes them twice as
 * fast as the same loops over fields. Counts and sums lie in arrays of their own, since neighbours in one array would be
 * checked against their bounds no less often.
 */
final class JointCodeLoops {

    private JointCodeLoops() {}

    /**
     * Adds respondents up by joint code.
     *
     * @param joint the joint code
     * @param weights all weights
     * @param counts the number of respondents of each joint code
     * @param sums their sums of weights
     * @param squares their sums of squared weights
     * @param from the first respondent
     * @param to one more than the last
     */
    static void addByCode(
            JointCode joint, double[] weights, int[] counts, double[] sums, double[] squares, int from, int to) {
        switch (joint.columns().length) {
            case 1 -> one(joint, weights, counts, sums, squares, from, to);
            case 2 -> two(joint, weights, counts, sums, squares, from, to);
            default -> three(joint, weights, counts, sums, squares, from, to);
        }
    }

    /**
     * Adds respondents up by cell.
     *
     * @param joint the joint code
     * @param start what to add to the cell of each joint code; who is in no cell comes to lie behind the last
     * @param weights all weights
     * @param counts the number of respondents of each cell
     * @param sums their sums of weights
     * @param squares their sums of squared weights
     * @param from the first respondent
     * @param to one more than the last
     */
    static void addByCell(
            JointCode joint,
            int start,
            double[] weights,
            int[] counts,
            double[] sums,
            double[] squares,
            int from,
            int to) {
        switch (joint.columns().length) {
            case 1 -> one(joint, start, weights, counts, sums, squares, from, to);
            case 2 -> two(joint, start, weights, counts, sums, squares, from, to);
            default -> three(joint, start, weights, counts, sums, squares, from, to);
        }
    }

    /**
     * Counts respondents by cell, without weights.
     *
     * @param joint the joint code
     * @param counts the number of respondents of each cell; behind the last, of those in none
     * @param to how many respondents there are
     */
    static void count(JointCode joint, int[] counts, int to) {
        switch (joint.columns().length) {
            case 1 -> one(joint, counts, to);
            case 2 -> two(joint, counts, to);
            default -> three(joint, counts, to);
        }
    }

    private static void one(JointCode joint, int[] counts, int to) {
        int[] cells = joint.cells();
        byte[] a = joint.columns()[0];
        for (int i = 0; i < to; i++) {
            counts[cells[a[i] & JointCode.MASK]]++;
        }
    }

    private static void two(JointCode joint, int[] counts, int to) {
        int[] cells = joint.cells();
        byte[] a = joint.columns()[0];
        byte[] b = joint.columns()[1];
        for (int i = 0; i < to; i++) {
            counts[cells[a[i] & JointCode.MASK | (b[i] & JointCode.MASK) << JointCode.BITS]]++;
        }
    }

    private static void three(JointCode joint, int[] counts, int to) {
        int[] cells = joint.cells();
        byte[] a = joint.columns()[0];
        byte[] b = joint.columns()[1];
        byte[] c = joint.columns()[2];
        for (int i = 0; i < to; i++) {
            int code = a[i] & JointCode.MASK
                    | (b[i] & JointCode.MASK) << JointCode.BITS
                    | (c[i] & JointCode.MASK) << 2 * JointCode.BITS;
            counts[cells[code]]++;
        }
    }

    private static void one(
            JointCode joint, double[] weights, int[] counts, double[] sums, double[] squares, int from, int to) {
        byte[] a = joint.columns()[0];
        for (int i = from; i < to; i++) {
            int code = a[i] & JointCode.MASK;
            double weight = weights[i];
            counts[code]++;
            sums[code] += weight;
            squares[code] += weight * weight;
        }
    }

    private static void two(
            JointCode joint, double[] weights, int[] counts, double[] sums, double[] squares, int from, int to) {
        byte[] a = joint.columns()[0];
        byte[] b = joint.columns()[1];
        for (int i = from; i < to; i++) {
            int code = a[i] & JointCode.MASK | (b[i] & JointCode.MASK) << JointCode.BITS;
            double weight = weights[i];
            counts[code]++;
            sums[code] += weight;
            squares[code] += weight * weight;
        }
    }

    private static void three(
            JointCode joint, double[] weights, int[] counts, double[] sums, double[] squares, int from, int to) {
        byte[] a = joint.columns()[0];
        byte[] b = joint.columns()[1];
        byte[] c = joint.columns()[2];
        for (int i = from; i < to; i++) {
            int code = a[i] & JointCode.MASK
                    | (b[i] & JointCode.MASK) << JointCode.BITS
                    | (c[i] & JointCode.MASK) << 2 * JointCode.BITS;
            double weight = weights[i];
            counts[code]++;
            sums[code] += weight;
            squares[code] += weight * weight;
        }
    }

    private static void one(
            JointCode joint,
            int start,
            double[] weights,
            int[] counts,
            double[] sums,
            double[] squares,
            int from,
            int to) {
        int[] cells = joint.cells();
        byte[] a = joint.columns()[0];
        for (int i = from; i < to; i++) {
            int cell = start + cells[a[i] & JointCode.MASK];
            double weight = weights[i];
            counts[cell]++;
            sums[cell] += weight;
            squares[cell] += weight * weight;
        }
    }

    private static void two(
            JointCode joint,
            int start,
            double[] weights,
            int[] counts,
            double[] sums,
            double[] squares,
            int from,
            int to) {
        int[] cells = joint.cells();
        byte[] a = joint.columns()[0];
        byte[] b = joint.columns()[1];
        for (int i = from; i < to; i++) {
            int cell = start + cells[a[i] & JointCode.MASK | (b[i] & JointCode.MASK) << JointCode.BITS];
            double weight = weights[i];
            counts[cell]++;
            sums[cell] += weight;
            squares[cell] += weight * weight;
        }
    }

    private static void three(
            JointCode joint,
            int start,
            double[] weights,
            int[] counts,
            double[] sums,
            double[] squares,
            int from,
            int to) {
        int[] cells = joint.cells();
        byte[] a = joint.columns()[0];
        byte[] b = joint.columns()[1];
        byte[] c = joint.columns()[2];
        for (int i = from; i < to; i++) {
            int cell = start
                    + cells[
                            a[i] & JointCode.MASK
                                    | (b[i] & JointCode.MASK) << JointCode.BITS
                                    | (c[i] & JointCode.MASK) << 2 * JointCode.BITS];
            double weight = weights[i];
            counts[cell]++;
            sums[cell] += weight;
            squares[cell] += weight * weight;
        }
    }
}
