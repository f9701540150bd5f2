package org.deepdive.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.deepdive.published.Reproduction;
import org.deepdive.study.InputException;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.Table;

class FigureLedgerTest {

    private final FigureLedger all = Studies.reproduce();

    @Test
    void a_table_counts_the_verdicts_of_each_publication() {
        Table table = all.byPublication();
        assertThat(table.columnNames())
                .containsExactly(
                        "publication",
                        "figures",
                        "reproduced",
                        "differs",
                        "not-reproducible",
                        "compared-with",
                        "fitted");
        assertThat(table.stringColumn("publication").asList())
                .startsWith("pcss-headlines", "students")
                .doesNotHaveDuplicates();
        assertThat(sum(table, "figures")).isEqualTo(all.rows().size());
        for (String verdict : Reproduction.VERDICTS) {
            assertThat(sum(table, verdict)).as(verdict).isEqualTo(all.count(verdict));
        }
        assertThat(sum(table, "fitted")).isEqualTo(all.fitted()).isPositive();
    }

    private static long sum(Table table, String column) {
        LongColumn counts = (LongColumn) table.column(column);
        return counts.asList().stream().mapToLong(Long::longValue).sum();
    }

    @Test
    void the_figures_of_a_verdict_and_the_first_ones_keep_their_order() {
        FigureLedger differing = all.with("differs");
        assertThat(differing.rows())
                .hasSize((int) all.count("differs"))
                .allSatisfy(row -> assertThat(row.verdict()).isEqualTo("differs"))
                .isSubsetOf(all.rows());
        assertThat(all.first(3).rows()).isEqualTo(all.rows().subList(0, 3));
        assertThat(differing.first(1000).rows()).isEqualTo(differing.rows());
        assertThat(new FigureLedger(List.of()).byPublication().rowCount()).isZero();
    }

    @Test
    void a_verdict_that_there_is_not_is_refused_with_the_nearest() {
        assertThatThrownBy(() -> all.with("difers"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("There is no verdict \"difers\". Did you mean \"differs\"?");
    }
}
