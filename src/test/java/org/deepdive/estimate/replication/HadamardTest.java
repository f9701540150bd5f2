package org.deepdive.estimate.replication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HadamardTest {

    @Test
    void every_matrix_is_orthogonal_with_a_first_row_and_column_of_ones() {
        for (int asked = 1; asked <= 200; asked++) {
            Hadamard matrix = Hadamard.atLeast(asked);
            int order = matrix.order();
            assertThat(order).isBetween(asked, asked + 12);
            for (int i = 0; i < order; i++) {
                assertThat(matrix.entry(0, i)).isEqualTo(1);
                assertThat(matrix.entry(i, 0)).isEqualTo(1);
                int row = i;
                for (int other = 0; other < i; other++) {
                    int second = other;
                    assertThat(IntStream.range(0, order)
                                    .map(j -> matrix.entry(row, j) * matrix.entry(second, j))
                                    .sum())
                            .isZero();
                }
            }
        }
    }

    @Test
    void the_order_is_the_least_multiple_of_four_but_for_a_few() {
        int[] missed = IntStream.rangeClosed(1, 50)
                .map(k -> 4 * k)
                .filter(order -> Hadamard.atLeast(order).order() != order)
                .toArray();
        assertThat(missed).containsExactly(52, 92, 100, 116, 156, 172, 184, 188);
        assertThat(Hadamard.atLeast(52).order()).isEqualTo(56);
        assertThat(Hadamard.atLeast(2).order()).isEqualTo(2);
        assertThat(Hadamard.atLeast(3).order()).isEqualTo(4);
    }
}
