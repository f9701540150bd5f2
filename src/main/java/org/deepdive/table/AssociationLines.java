package org.deepdive.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deepdive.estimate.AssociationTest;
import org.deepdive.estimate.comparison.RaoScott;

/** The lines of a test of association. */
final class AssociationLines implements TestLines {

    private final AssociationTest test;

    AssociationLines(AssociationTest test) {
        this.test = test;
    }

    @Override
    public String title() {
        return TestLines.title(test.measure(), "test of association", List.of(test.variable()));
    }

    @Override
    public List<String> headers() {
        return List.of("Test", "Statistic", "df", "Denominator df", "p");
    }

    @Override
    public int names() {
        return 1;
    }

    @Override
    public List<List<String>> rows() {
        return List.of(
                row("Second order, F", test.f()),
                row("Second order, chi-square", test.secondOrder()),
                row("First order, chi-square", test.firstOrder()));
    }

    private static List<String> row(String name, RaoScott.Test test) {
        return List.of(
                name,
                TestText.statistic(test.statistic()),
                TestText.df(test.df()),
                Double.isInfinite(test.denominatorDf()) ? "" : TestText.df(test.denominatorDf()),
                TestText.p(test.p()));
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        notes.add("Rao and Scott's design-based corrections of Pearson's chi-square; the F test is the one to use."
                + " Cramér's V " + TestText.ratio(test.cramersV()) + ".");
        notes.addAll(TestLines.notes(test.variable(), test.emptyGroups(), false));
        return notes;
    }

    @Override
    public List<Map<String, Object>> records() {
        return List.of(
                record("f", test.f()),
                record("second-order", test.secondOrder()),
                record("first-order", test.firstOrder()));
    }

    private Map<String, Object> record(String name, RaoScott.Test one) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("test", name);
        record.put("variable", test.variable().name());
        record.put("statistic", one.statistic());
        record.put("df", one.df());
        record.put("denominator_df", one.denominatorDf());
        record.put("p", one.p());
        record.put("pearson", test.pearson());
        record.put("cramers_v", test.cramersV());
        record.put("mean_design_effect", test.meanDesignEffect());
        record.put("base", test.respondents());
        return record;
    }

    @Override
    public boolean isNumber(String name) {
        return !name.equals("test") && !name.equals("variable") && !name.equals("data");
    }
}
