package org.deepdive.estimate.replication;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * A Hadamard matrix: entries 1 and -1, rows orthogonal, first row and first column 1.
 *
 * <p>Made by Paley's two constructions over prime fields and by doubling (Sylvester). The least order at least as large as
 * asked for that these reach is taken: below 200 they miss 52, 92, 100, 116, 156, 172, 184 and 188. Source: Wolter (2007),
 * <cite>Introduction to Variance Estimation</cite>, 2nd edition, appendix A.
 */
final class Hadamard {

    private final BitSet[] negative;

    private Hadamard(BitSet[] negative) {
        this.negative = negative;
    }

    /** The matrix of the least order within reach that is at least the given one. */
    static Hadamard atLeast(int order) {
        int reached = order <= 2 ? order : (order + 3) / 4 * 4;
        while (!isReached(reached)) {
            reached += 4;
        }
        return new Hadamard(made(reached)).normalised();
    }

    int order() {
        return negative.length;
    }

    /** 1 or -1. */
    int entry(int row, int column) {
        return negative[row].get(column) ? -1 : 1;
    }

    private static boolean isReached(int order) {
        return order <= 2 || isFirstKind(order) || isSecondKind(order) || order % 4 == 0 && isReached(order / 2);
    }

    private static boolean isFirstKind(int order) {
        return order % 4 == 0 && isPrime(order - 1);
    }

    private static boolean isSecondKind(int order) {
        return order % 4 == 0 && (order / 2 - 1) % 4 == 1 && isPrime(order / 2 - 1);
    }

    private static boolean isPrime(int number) {
        return number > 1
                && IntStream.rangeClosed(2, (int) Math.sqrt(number)).noneMatch(divisor -> number % divisor == 0);
    }

    private static BitSet[] made(int order) {
        if (order == 1) {
            return matrix(1, (i, j) -> 1);
        }
        if (order > 2 && isFirstKind(order)) {
            return firstKind(order - 1);
        }
        if (order > 2 && isSecondKind(order)) {
            return secondKind(order / 2 - 1);
        }
        BitSet[] half = made(order / 2);
        int size = half.length;
        return matrix(order, (i, j) -> (half[i % size].get(j % size) ? -1 : 1) * (i >= size && j >= size ? -1 : 1));
    }

    /** Paley's first: the identity plus the skew matrix of quadratic residues, bordered. */
    private static BitSet[] firstKind(int prime) {
        int[] residue = residues(prime);
        return matrix(prime + 1, (i, j) -> {
            if (i == 0 || i == j) {
                return 1;
            }
            return j == 0 ? -1 : residue[Math.floorMod(i - j, prime)];
        });
    }

    /** Paley's second: the symmetric matrix of quadratic residues, bordered, each entry a block of four. */
    private static BitSet[] secondKind(int prime) {
        int[] residue = residues(prime);
        return matrix(2 * (prime + 1), (i, j) -> {
            int row = i / 2;
            int column = j / 2;
            if (row == column) {
                return i % 2 == 0 && j % 2 == 0 ? 1 : -1;
            }
            int outer = row == 0 || column == 0 ? 1 : residue[Math.floorMod(row - column, prime)];
            return i % 2 == 1 && j % 2 == 1 ? -outer : outer;
        });
    }

    /** 1 for the squares of a prime field, -1 for what is no square. */
    private static int[] residues(int prime) {
        int[] residue = new int[prime];
        Arrays.fill(residue, -1);
        for (long x = 1; x < prime; x++) {
            residue[(int) (x * x % prime)] = 1;
        }
        return residue;
    }

    private Hadamard normalised() {
        return new Hadamard(matrix(order(), (i, j) -> entry(i, j) * entry(0, j) * entry(i, 0) * entry(0, 0)));
    }

    private static BitSet[] matrix(int order, Entry entry) {
        BitSet[] rows = new BitSet[order];
        for (int i = 0; i < order; i++) {
            rows[i] = new BitSet(order);
            for (int j = 0; j < order; j++) {
                rows[i].set(j, entry.at(i, j) < 0);
            }
        }
        return rows;
    }

    @FunctionalInterface
    private interface Entry {
        int at(int row, int column);
    }
}
