package org.deepdive.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.deepdive.estimate.weighting.CategoryFit;
import org.deepdive.estimate.weighting.RatioPercentile;
import org.deepdive.estimate.weighting.WeightSpread;
import org.deepdive.estimate.weighting.Weighted;
import org.deepdive.study.CsvText;
import org.deepdive.study.DataLabel;
import org.deepdive.study.Quote;

/** What weighting did, in words and numbers. */
final class WeightReport {

    private final Weighted weighted;
    private final DataLabel label;
    private final Path out;
    private final String column;

    WeightReport(Weighted weighted, DataLabel label, Path out, String column) {
        this.weighted = weighted;
        this.label = label;
        this.out = out;
        this.column = column;
    }

    String text() {
        return label.title() + ": " + label.explanation() + "\n\n" + head() + warning() + spreads() + ratios()
                + categories();
    }

    private String head() {
        CategoryFit farthest = weighted.farthest();
        return String.format(
                Locale.ROOT,
                "%,d respondents weighted by %s%n"
                        + "  written to               %s, column %s%n"
                        + "  rounds                   %,d%n"
                        + "  trimmed weights          %,d%n"
                        + "  largest remaining gap    %.2g%% of the target (%s=%s)%n%n",
                weighted.weights().length,
                weighted.method().word(),
                out,
                Quote.text(column),
                weighted.rounds(),
                weighted.trimmed(),
                100 * Math.abs(farthest.gap()),
                farthest.margin(),
                Quote.text(farthest.category()));
    }

    private String warning() {
        return weighted.notPositive() == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        "  %,d new weights are not above 0, and such a file is refused where it is read: bound the ratios with "
                                + "--bounds, or rake.%n%n",
                        weighted.notPositive());
    }

    private String spreads() {
        WeightSpread before = weighted.before();
        WeightSpread after = weighted.after();
        return String.format(Locale.ROOT, "  %-25s%16s%16s%n", "", "before", "after")
                + line("sum of weights", "%,16.1f", before.sum(), after.sum())
                + line("design effect (Kish)", "%16.4f", before.designEffect(), after.designEffect())
                + line("effective sample size", "%,16.1f", before.effectiveBase(), after.effectiveBase())
                + line("coefficient of variation", "%16.4f", before.variation(), after.variation())
                + line("smallest weight", "%,16.4f", before.least(), after.least())
                + line("largest weight", "%,16.4f", before.most(), after.most());
    }

    private static String line(String name, String form, double before, double after) {
        return String.format(Locale.ROOT, "  %-25s" + form + form + "%n", name, before, after);
    }

    private String ratios() {
        StringBuilder names = new StringBuilder();
        StringBuilder values = new StringBuilder();
        for (RatioPercentile ratio : weighted.ratios()) {
            String name = ratio.percent() == 0 ? "least" : ratio.percent() == 100 ? "most" : ratio.percent() + "%";
            names.append(String.format("%9s", name));
            values.append(String.format(Locale.ROOT, "%9.4f", ratio.ratio()));
        }
        return "\nRatio of new to old weights, the old ones scaled to the same number of people; percentiles\n" + names
                + "\n" + values + "\n";
    }

    private String categories() {
        List<List<String>> names = weighted.categories().stream()
                .map(fit -> List.of(Quote.text(fit.margin()), Quote.text(fit.category())))
                .toList();
        int margin = width("margin", names.stream().map(name -> name.get(0)).toList());
        int category = width("category", names.stream().map(name -> name.get(1)).toList());
        String form = "  %-" + margin + "s  %-" + category + "s";
        StringBuilder text = new StringBuilder("\n"
                + String.format(
                        form + " %9s %15s %15s %15s%n", "margin", "category", "base", "before", "target", "after"));
        for (int k = 0; k < names.size(); k++) {
            CategoryFit fit = weighted.categories().get(k);
            text.append(String.format(form, names.get(k).get(0), names.get(k).get(1)))
                    .append(String.format(
                            Locale.ROOT,
                            " %,9d %,15.1f %,15.1f %,15.1f%n",
                            fit.base(),
                            fit.before(),
                            fit.target(),
                            fit.after()));
        }
        return text + "  before: with the old weights, scaled to the targets' number of people\n";
    }

    private static int width(String header, List<String> names) {
        return Math.max(
                header.length(), names.stream().mapToInt(String::length).max().orElse(0));
    }

    /** The numbers of the whole, by name. */
    private Map<String, Object> numbers() {
        Map<String, Object> numbers = new LinkedHashMap<>();
        numbers.put("respondents", weighted.weights().length);
        numbers.put("rounds", weighted.rounds());
        numbers.put("trimmed", weighted.trimmed());
        numbers.put("not_positive", weighted.notPositive());
        numbers.put("largest_gap", Math.abs(weighted.farthest().gap()));
        spread(numbers, "before", weighted.before());
        spread(numbers, "after", weighted.after());
        weighted.ratios().forEach(ratio -> numbers.put("ratio_p" + ratio.percent(), ratio.ratio()));
        return numbers;
    }

    private static void spread(Map<String, Object> numbers, String when, WeightSpread spread) {
        numbers.put("sum_" + when, spread.sum());
        numbers.put("design_effect_" + when, spread.designEffect());
        numbers.put("effective_base_" + when, spread.effectiveBase());
        numbers.put("variation_" + when, spread.variation());
        numbers.put("least_" + when, spread.least());
        numbers.put("most_" + when, spread.most());
    }

    private static Map<String, Object> numbers(CategoryFit fit) {
        Map<String, Object> numbers = new LinkedHashMap<>();
        numbers.put("base", fit.base());
        numbers.put("before", fit.before());
        numbers.put("target", fit.target());
        numbers.put("after", fit.after());
        return numbers;
    }

    /** One number a line, so that the whole and its categories have the same columns. */
    String csv() {
        List<List<String>> rows = new ArrayList<>();
        String data = label.code();
        numbers().forEach((name, value) -> rows.add(List.of("", "", name, String.valueOf(value), data)));
        for (CategoryFit fit : weighted.categories()) {
            numbers(fit)
                    .forEach((name, value) ->
                            rows.add(List.of(fit.margin(), fit.category(), name, String.valueOf(value), data)));
        }
        return CsvText.of(List.of("margin", "category", "statistic", "value", "data"), rows);
    }

    String json() {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode node = mapper.createObjectNode()
                .put("data", label.code())
                .put("file", out.toString())
                .put("column", column)
                .put("method", weighted.method().word());
        node.setAll((ObjectNode) mapper.valueToTree(numbers()));
        ArrayNode categories = node.putArray("categories");
        for (CategoryFit fit : weighted.categories()) {
            ObjectNode one = categories.addObject().put("margin", fit.margin()).put("category", fit.category());
            one.setAll((ObjectNode) mapper.valueToTree(numbers(fit)));
        }
        return node.toPrettyString() + "\n";
    }
}
