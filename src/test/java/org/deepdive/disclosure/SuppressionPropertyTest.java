package org.deepdive.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.deepdive.estimate.Cell;
import org.deepdive.estimate.EstimateRow;
import org.deepdive.study.Category;
import org.deepdive.study.Measure;
import org.deepdive.study.Quantity;

/** Whatever the table, nobody can work out a withheld cell from the others and their total. */
class SuppressionPropertyTest {

    private static final Rules RULES = new Rules(10, 10, 10, 10, 30, 0.3, 100, 10, List.of());
    private static final Measure SHARE =
            new Measure.Percentage("safe", "Safe", "Safe", "answer", List.of("yes"), List.of());
    private static final Measure MEAN = new Measure.Mean("score", "Score", "Score", "answer", Map.of("yes", 1.0));
    private static final Measure TOTAL =
            new Measure.Total("total", "Total", "Total", new Quantity.Net("answer", List.of("yes"), List.of()));
    private static final Measure LOWER_QUARTILE =
            new Measure.Quantile("quartile", "Quartile", "Quartile", new Quantity.Numeric("age"), 0.25);
    private static final Measure POINTS = new Measure.RankPoints("points", "Points", "Points", "answer", 3);
    private static final Measure RESPONSES = new Measure.ResponseShare("all", "All", "All", "answer");
    private static final Measure SHARES =
            new Measure.Distribution("answers", "Answers", "Answers", "answer", List.of());

    /** Counts by the places of a table: groups of one or two variables, and the answers of a distribution. */
    private record Counted(List<EstimateRow> rows) {

        List<List<Integer>> lines(Function<EstimateRow, Object> key) {
            Map<Object, List<Integer>> lines = new LinkedHashMap<>();
            for (int i = 0; i < rows.size(); i++) {
                lines.computeIfAbsent(key.apply(rows.get(i)), k -> new ArrayList<>())
                        .add(i);
            }
            return lines.values().stream().filter(line -> line.size() > 1).toList();
        }

        Cell.Estimate cell(int row) {
            return (Cell.Estimate) rows.get(row).cell();
        }
    }

    @Property
    void a_suppressed_group_cannot_be_recovered_from_its_margin(@ForAll("oneWay") Counted table) {
        String[] withheld = new Suppression(RULES, SHARE).decide(table.rows());
        assertProtected(table, withheld, table.lines(row -> ""));
    }

    @Property
    void a_suppressed_cell_cannot_be_recovered_from_rows_nor_columns(@ForAll("twoWay") Counted table) {
        String[] withheld = new Suppression(RULES, SHARE).decide(table.rows());
        assertProtected(table, withheld, table.lines(row -> row.groups().get(0)));
        assertProtected(table, withheld, table.lines(row -> row.groups().get(1)));
    }

    @Property
    void a_suppressed_answer_cannot_be_recovered_from_the_other_answers(@ForAll("distributions") Counted table) {
        String[] withheld = new Suppression(RULES, SHARES).decide(table.rows());
        assertProtected(table, withheld, table.lines(EstimateRow::answer));
        for (List<Integer> line : table.lines(EstimateRow::groups)) {
            List<Integer> hidden = hidden(table, line, withheld);
            int counted = hidden.stream().mapToInt(i -> table.cell(i).counted()).sum();
            assertThat(hidden.isEmpty()
                            || hidden.size() == inhabited(table, line)
                            || hidden.size() > 1 && counted >= 10)
                    .as("%s of %s", hidden, line)
                    .isTrue();
        }
    }

    @Property
    void totals_that_are_hidden_would_be_enough_together(@ForAll("oneWay") Counted table) {
        String[] withheld = new Suppression(RULES, TOTAL).decide(table.rows());
        assertProtected(table, withheld, table.lines(row -> ""));
        for (List<Integer> line : table.lines(row -> "")) {
            List<Integer> hidden = hidden(table, line, withheld);
            int counted = hidden.stream().mapToInt(i -> table.cell(i).counted()).sum();
            assertThat(hidden.isEmpty() || hidden.size() == inhabited(table, line) || counted >= 10)
                    .isTrue();
        }
    }

    @Property
    void a_quantile_has_respondents_enough_beyond_it(@ForAll("oneWay") Counted table) {
        String[] withheld = new Suppression(RULES, LOWER_QUARTILE).decide(table.rows());
        for (int i = 0; i < withheld.length; i++) {
            boolean enough = table.cell(i).base() >= 40;
            assertThat(withheld[i] != null || enough).isTrue();
            assertThat(enough && withheld[i] != null && !withheld[i].equals("secondary"))
                    .isFalse();
        }
    }

    @Property
    void points_and_response_shares_are_protected_like_the_answers_they_are_of(
            @ForAll("distributions") Counted table, @ForAll boolean points) {
        String[] withheld = new Suppression(RULES, points ? POINTS : RESPONSES).decide(table.rows());
        assertThat(withheld).isEqualTo(new Suppression(RULES, SHARES).decide(table.rows()));
    }

    @Property
    void a_mean_is_protected_by_its_bases(@ForAll("oneWay") Counted table) {
        String[] withheld = new Suppression(RULES, MEAN).decide(table.rows());
        for (int i = 0; i < withheld.length; i++) {
            assertThat(withheld[i] != null || table.cell(i).base() >= 10).isTrue();
        }
        for (List<Integer> line : table.lines(row -> "")) {
            List<Integer> hidden = hidden(table, line, withheld);
            assertThat(hidden.isEmpty() || hidden.size() == inhabited(table, line) || hidden.size() > 1)
                    .isTrue();
        }
    }

    @Property
    void a_table_in_which_nothing_is_small_is_shown_whole(@ForAll("large") Counted table) {
        assertThat(new Suppression(RULES, SHARE).decide(table.rows())).containsOnlyNulls();
    }

    /** Small cells are hidden, and in no line is one hidden alone. */
    private static void assertProtected(Counted table, String[] withheld, Collection<List<Integer>> lines) {
        for (int i = 0; i < withheld.length; i++) {
            assertThat(withheld[i] != null || isLarge(table, List.of(i))).isTrue();
        }
        for (List<Integer> line : lines) {
            List<Integer> hidden = hidden(table, line, withheld);
            assertThat(hidden.isEmpty() || hidden.size() == inhabited(table, line) || hidden.size() >= 2)
                    .as("%s of %s", hidden, line)
                    .isTrue();
        }
    }

    /** The hidden cells of a line that hold somebody: an empty group neither needs nor gives protection. */
    private static List<Integer> hidden(Counted table, List<Integer> line, String[] withheld) {
        return line.stream()
                .filter(i -> withheld[i] != null && table.cell(i).base() > 0)
                .toList();
    }

    private static int inhabited(Counted table, List<Integer> line) {
        return (int) line.stream().filter(i -> table.cell(i).base() > 0).count();
    }

    private static boolean isLarge(Counted table, List<Integer> cells) {
        int base = cells.stream().mapToInt(i -> table.cell(i).base()).sum();
        int counted = cells.stream().mapToInt(i -> table.cell(i).counted()).sum();
        return base >= 10 && counted >= 10 && base - counted >= 10;
    }

    private static EstimateRow row(List<String> groups, Optional<String> answer, int base, int counted) {
        return new EstimateRow(
                groups.stream().map(SuppressionPropertyTest::category).toList(),
                answer.map(SuppressionPropertyTest::category),
                new Cell.Estimate((double) counted / base, 0.01, 0, 1, base, counted, base, 1, base - 1, Set.of()));
    }

    private static Category category(String code) {
        return new Category(code, code, Category.Status.VALID);
    }

    private static Arbitrary<int[]> cells(int least) {
        Arbitrary<Integer> few = Arbitraries.integers().between(least, 15);
        Arbitrary<Integer> many = Arbitraries.integers().between(least, 200);
        return Combinators.combine(Arbitraries.oneOf(few, many), Arbitraries.oneOf(few, many))
                .as((counted, others) -> new int[] {counted + others, counted});
    }

    private static Counted oneWay(List<int[]> cells) {
        return new Counted(IntStream.range(0, cells.size())
                .mapToObj(i -> row(List.of("g" + i), Optional.empty(), cells.get(i)[0], cells.get(i)[1]))
                .toList());
    }

    @Provide
    Arbitrary<Counted> oneWay() {
        return cells(0).list().ofMinSize(1).ofMaxSize(8).map(SuppressionPropertyTest::oneWay);
    }

    @Provide
    Arbitrary<Counted> large() {
        return cells(10).list().ofMinSize(1).ofMaxSize(8).map(SuppressionPropertyTest::oneWay);
    }

    /** Groups without any respondent are left out, as in a table of estimates. */
    @Provide
    Arbitrary<Counted> twoWay() {
        return Arbitraries.integers()
                .between(2, 5)
                .flatMap(width -> cells(0).list()
                        .ofMinSize(2 * width)
                        .ofMaxSize(5 * width)
                        .map(cells -> new Counted(IntStream.range(0, cells.size())
                                .filter(i -> cells.get(i)[0] > 0)
                                .mapToObj(i -> row(
                                        List.of("r" + i / width, "c" + i % width),
                                        Optional.empty(),
                                        cells.get(i)[0],
                                        cells.get(i)[1]))
                                .toList())));
    }

    @Provide
    Arbitrary<Counted> distributions() {
        Arbitrary<List<Integer>> answers = Arbitraries.oneOf(
                        Arbitraries.integers().between(0, 15),
                        Arbitraries.integers().between(0, 200))
                .list()
                .ofSize(4);
        return answers.list().ofMinSize(1).ofMaxSize(5).map(groups -> {
            List<EstimateRow> rows = new ArrayList<>();
            for (int g = 0; g < groups.size(); g++) {
                int base = groups.get(g).stream().collect(Collectors.summingInt(n -> n));
                for (int a = 0; a < 4; a++) {
                    rows.add(row(
                            List.of("g" + g),
                            Optional.of("a" + a),
                            base,
                            groups.get(g).get(a)));
                }
            }
            return new Counted(rows);
        });
    }
}
