package org.deepdive.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.deepdive.analysis.CodebookReport;
import org.deepdive.analysis.Workspace;
import org.deepdive.study.Category;
import org.deepdive.study.CsvText;
import org.deepdive.study.InputException;
import org.deepdive.study.Measure;
import org.deepdive.study.Quote;
import org.deepdive.study.Study;
import org.deepdive.study.Variable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code deepdive codebook}. */
@Command(
        name = "codebook",
        description = {"Lists a study's measures, variables, questions and answers; without a study, the studies.", ""},
        mixinStandardHelpOptions = true)
final class CodebookCommand implements Callable<Integer> {

    @Parameters(index = "0", arity = "0..1", paramLabel = "STUDY", description = "The study, such as pcss.")
    private String study;

    @Option(names = "--search", paramLabel = "WORDS", description = "Only variables that contain the words.")
    private String words = "";

    @Option(names = "--format", defaultValue = "text", description = "text, csv or json. Default: text.")
    private Format format;

    @Override
    public Integer call() {
        Workspace workspace = Workspace.open();
        if (study == null) {
            System.out.print(studies(workspace.studies()));
            return ExitCodes.OK;
        }
        Study found = workspace.study(study);
        List<Variable> variables = found.codebook().search(words);
        System.out.print(
                switch (format) {
                    case text -> text(found, variables);
                    case csv -> new CodebookReport(variables).csv();
                    case json -> new CodebookReport(variables).json().toPrettyString() + "\n";
                });
        return ExitCodes.OK;
    }

    private String studies(List<Study> studies) {
        if (!words.isEmpty()) {
            throw InputException.of(
                    "study", "--search does not say in which study.", words, "Write codebook STUDY --search WORDS.");
        }
        return switch (format) {
            case text ->
                studies.stream()
                        .map(s -> String.format("%-12s %s%n", s.slug(), s.title()))
                        .collect(Collectors.joining());
            case csv ->
                CsvText.of(
                        List.of("slug", "title"),
                        studies.stream().map(s -> List.of(s.slug(), s.title())).toList());
            case json -> {
                ArrayNode array = new ObjectMapper().createArrayNode();
                studies.forEach(s -> array.addObject().put("slug", s.slug()).put("title", s.title()));
                yield array.toPrettyString() + "\n";
            }
        };
    }

    private String text(Study found, List<Variable> variables) {
        StringBuilder text = new StringBuilder(found.title() + "\n" + found.population() + "\n");
        if (words.isEmpty()) {
            text.append("\nMeasures\n");
            for (Measure measure : found.measures()) {
                text.append(String.format("  %-30s %s%n", measure.name(), measure.label()));
            }
        }
        if (variables.isEmpty() && !words.isEmpty()) {
            text.append("\nNothing matches \"").append(Quote.text(words)).append("\".\n");
        }
        text.append(variables.isEmpty() ? "" : "\nVariables\n");
        for (Variable v : variables) {
            text.append(String.format("  %-30s %s%n", v.name(), v.question().isEmpty() ? v.label() : v.question()));
            for (Category category : v.categories()) {
                text.append(String.format("      %-26s %s%n", category.code(), category.label()));
            }
        }
        return text.toString();
    }
}
