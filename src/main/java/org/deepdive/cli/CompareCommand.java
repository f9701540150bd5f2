package org.deepdive.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.deepdive.analysis.Workspace;
import org.deepdive.disclosure.Audience;
import org.deepdive.estimate.Comparison;
import org.deepdive.estimate.Query;
import org.deepdive.study.CsvText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code deepdive compare}. */
@Command(
        name = "compare",
        description = {
            "Tests the difference of two groups: the first less the second, by a design-based t test.",
            "",
            "The groups may overlap; the test allows for it. Without --than, the second group is everybody.",
            ""
        },
        footer = {
            "",
            "Example: women students against men students",
            "  deepdive compare pcss unsafe_local --where student=yes --group sex=female --than sex=male \\",
            "      --waves 2021Q2..2023Q2"
        },
        mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {

    @Mixin
    private QueryOptions question;

    @Mixin
    private DataOptions data;

    @Option(
            names = "--group",
            required = true,
            split = ",",
            paramLabel = "VARIABLE=CODE",
            description = "The first group, within --where.")
    private List<String> group = List.of();

    @Option(
            names = "--than",
            split = ",",
            paramLabel = "VARIABLE=CODE",
            description = "The second group, within --where. Default: everybody there.")
    private List<String> than = List.of();

    @Option(names = "--format", defaultValue = "text", description = "text, csv or json. Default: text.")
    private Format format;

    @Override
    public Integer call() {
        Query first = question.query(group);
        Query second = question.query(than);
        Workspace workspace = data.open();
        Comparison test = workspace.compare(first, second, Audience.HOLDER).value();
        System.out.print(
                switch (format) {
                    case text -> text(test, workspace);
                    case csv -> csv(test);
                    case json -> json(test);
                });
        return ExitCodes.OK;
    }

    private static String text(Comparison c, Workspace workspace) {
        boolean share =
                workspace.study(c.first().study()).measure(c.first().measure()).isShare();
        double scale = share ? 100 : 1;
        String unit = share ? " percentage points" : "";
        return String.format(
                Locale.ROOT,
                "%s%n  first   %-50s %8.2f%n  second  %-50s %8.2f%n%n"
                        + "Difference %.2f%s, 95%% interval %.2f to %.2f%nt = %.3f on %.0f degrees of freedom, p = %.3g: %s%n",
                workspace.estimates(c.first().study()).label().title() + ". "
                        + workspace.estimates(c.first().study()).label().explanation(),
                c.first().whereText().isEmpty() ? "everybody" : c.first().whereText(),
                scale * c.firstValue(),
                c.second().whereText().isEmpty() ? "everybody" : c.second().whereText(),
                scale * c.secondValue(),
                scale * c.difference(),
                unit,
                scale * c.low(),
                scale * c.high(),
                c.t(),
                c.df(),
                c.p(),
                c.isSignificant() ? "significant at 95%" : "not significant at 95%");
    }

    private static Map<String, Object> fields(Comparison c) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("first", c.first().text());
        fields.put("second", c.second().text());
        fields.put("first_estimate", c.firstValue());
        fields.put("second_estimate", c.secondValue());
        fields.put("first_base", c.firstBase());
        fields.put("second_base", c.secondBase());
        fields.put("difference", c.difference());
        fields.put("se", c.se());
        fields.put("low", c.low());
        fields.put("high", c.high());
        fields.put("t", c.t());
        fields.put("df", c.df());
        fields.put("p", c.p());
        fields.put("significant", c.isSignificant());
        return fields;
    }

    private static String csv(Comparison c) {
        return CsvText.of(
                List.copyOf(fields(c).keySet()),
                List.of(fields(c).values().stream().map(String::valueOf).toList()));
    }

    private static String json(Comparison c) {
        ObjectNode node = new ObjectMapper().valueToTree(fields(c));
        return node.toPrettyString() + "\n";
    }
}
