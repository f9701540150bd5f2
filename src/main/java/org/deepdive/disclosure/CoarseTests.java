package org.deepdive.disclosure;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.deepdive.estimate.AssociationTest;
import org.deepdive.estimate.Comparison;
import org.deepdive.estimate.ComparisonRow;
import org.deepdive.estimate.ComparisonTable;
import org.deepdive.estimate.LinearContrast;
import org.deepdive.estimate.RatioComparison;
import org.deepdive.estimate.ScreenTable;
import org.deepdive.estimate.TTest;
import org.deepdive.estimate.Trend;
import org.deepdive.estimate.TrendRow;
import org.deepdive.estimate.TrendTable;
import org.deepdive.estimate.comparison.RaoScott;

/**
 * Tests as anyone may see them: without the digits that bases could be worked out from, and with rounded bases.
 *
 * @param digits cuts a number's digits
 * @param rounded rounds a base or degrees of freedom
 * @param comparison does both to a comparison
 */
record CoarseTests(DoubleUnaryOperator digits, DoubleUnaryOperator rounded, UnaryOperator<Comparison> comparison) {

    ComparisonTable of(ComparisonTable table) {
        return table.rewritten(of(table.rows()));
    }

    ScreenTable of(ScreenTable table) {
        return table.rewritten(table.screened().stream()
                .map(by -> new ScreenTable.Screened(by.by(), by.level(), of(by.rows())))
                .toList());
    }

    private List<ComparisonRow> of(List<ComparisonRow> rows) {
        return rows.stream()
                .map(row -> row.tested().map(test -> row.with(of(test))).orElse(row))
                .toList();
    }

    private ComparisonRow.Tested of(ComparisonRow.Tested test) {
        return new ComparisonRow.Tested(
                comparison.apply(test.comparison()), test.ratio().map(this::of), digits(test.adjustedP()));
    }

    private RatioComparison of(RatioComparison r) {
        return new RatioComparison(
                digits(r.ratio()),
                digits(r.logSe()),
                digits(r.low()),
                digits(r.high()),
                digits(r.t()),
                rounded(r.df()),
                digits(r.p()));
    }

    LinearContrast of(LinearContrast c) {
        TTest t = c.test();
        return new LinearContrast(
                c.queries(),
                c.weights(),
                c.values().stream().map(this::digits).toList(),
                c.bases().stream().map(base -> (int) rounded(base)).toList(),
                digits(c.value()),
                new TTest(
                        digits(t.se()),
                        digits(t.low()),
                        digits(t.high()),
                        digits(t.t()),
                        rounded(t.df()),
                        digits(t.p())),
                c.level());
    }

    TrendTable of(TrendTable table) {
        return table.rewritten(table.rows().stream()
                .map(row ->
                        new TrendRow(row.groups(), row.answer(), row.trend().map(this::of), digits(row.adjustedP())))
                .toList());
    }

    private Trend of(Trend t) {
        return new Trend(
                digits(t.slope()),
                digits(t.se()),
                digits(t.low()),
                digits(t.high()),
                digits(t.t()),
                rounded(t.df()),
                digits(t.p()),
                t.waves(),
                (int) rounded(t.base()),
                digits(t.first()),
                digits(t.last()));
    }

    AssociationTest of(AssociationTest a) {
        return new AssociationTest(
                a.study(),
                a.query(),
                a.measure(),
                a.label(),
                a.fingerprint(),
                a.variable(),
                a.emptyGroups(),
                (int) rounded(a.respondents()),
                digits(a.pearson()),
                digits(a.cramersV()),
                digits(a.meanDesignEffect()),
                of(a.f()),
                of(a.secondOrder()),
                of(a.firstOrder()));
    }

    private RaoScott.Test of(RaoScott.Test test) {
        return new RaoScott.Test(
                digits(test.statistic()), digits(test.df()), rounded(test.denominatorDf()), digits(test.p()));
    }

    private double digits(double exact) {
        return digits.applyAsDouble(exact);
    }

    /** Infinite degrees of freedom are those of a chi-square test, and stay. */
    private double rounded(double exact) {
        return Double.isInfinite(exact) ? exact : rounded.applyAsDouble(exact);
    }
}
