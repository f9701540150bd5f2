package org.deepdive.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.deepdive.analysis.ModelExhibit;
import org.deepdive.analysis.Workspace;
import org.deepdive.disclosure.Audience;
import org.deepdive.disclosure.Cleared;
import org.deepdive.estimate.regression.Model;
import org.deepdive.estimate.regression.ModelKind;
import org.deepdive.estimate.regression.ModelQuery;
import org.deepdive.estimate.regression.ModelTerm;
import org.deepdive.study.InputException;
import org.deepdive.table.ModelTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code deepdive model}. */
@Command(
        name = "model",
        description = {
            "Compares groups before and after adjustment for other variables, by a survey-weighted regression.",
            "",
            "The first term is the variable whose groups are compared; the others are what it is adjusted for. A term is a "
                    + "variable, a variable as a trend (wave.trend), or an interaction (ethnicity:age_band) after its two "
                    + "variables. Who did not answer the measure or a term, or answered \"don't know\" or \"prefer not to "
                    + "say\" to a term, is left out and counted. Models with a category too small to be shown are withheld [c].",
            ""
        },
        footer = {
            "",
            "Example: is confidence in the police linked to ethnicity, or to deprivation and age?",
            "  deepdive model pcss confident_emergency --terms ethnicity,deprivation,age_band --plot confidence.svg"
        },
        mixinStandardHelpOptions = true)
final class ModelCommand implements Callable<Integer> {

    @Mixin
    private QueryOptions question;

    @Mixin
    private DataOptions data;

    @Option(
            names = "--terms",
            split = ",",
            paramLabel = "TERM",
            description = "The terms, the compared variable first unless --of names it.")
    private List<String> terms = List.of();

    @Option(names = "--of", paramLabel = "VARIABLE", description = "The variable whose groups are compared.")
    private String of = "";

    @Option(
            names = "--adjust-for",
            split = ",",
            paramLabel = "TERM",
            description = "What to adjust for, beside --of; the same as further --terms.")
    private List<String> adjustFor = List.of();

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "logistic or linear. Default: logistic for percentages, linear for means.")
    private String kind = "";

    @Option(
            names = "--reference",
            split = ",",
            paramLabel = "VARIABLE=CODE",
            description = "The category that others are compared with. Default: the first. May be repeated.")
    private List<String> references = List.of();

    @Option(
            names = "--keep-nonanswers",
            description = "Keep \"don't know\" and \"prefer not to say\" of the terms as categories.")
    private boolean keepNonAnswers;

    @Option(names = "--format", defaultValue = "text", description = "text, csv or json. Default: text.")
    private Format format;

    @Option(names = "--public", description = "Round bases to 10, as for anyone.")
    private boolean forAnyone;

    @Mixin
    private FileOptions files;

    @Override
    public Integer call() {
        ModelQuery query = query();
        files.requireWritable();
        Workspace workspace = data.open(question.study());
        Cleared<Model> model = workspace.model(query, forAnyone ? Audience.PUBLIC : Audience.HOLDER);
        ModelTable table = ModelTable.of(model);
        System.out.print(
                switch (format) {
                    case text -> table.text() + elsewhere(model.value().query());
                    case csv -> table.csv();
                    case json -> table.json() + "\n";
                });
        files.write(
                () -> ModelExhibit.of(workspace.model(query, Audience.PUBLIC)),
                () -> Citations.of(
                        workspace,
                        model.value().study(),
                        model.value().outcome(),
                        model.value().label()));
        return ExitCodes.OK;
    }

    private ModelQuery query() {
        List<String> all = new ArrayList<>(terms);
        if (!of.isBlank()) {
            all.remove(of);
            all.add(0, of);
        }
        all.addAll(adjustFor);
        ModelQuery query = new ModelQuery(
                question.query(),
                all.stream().map(ModelTerm::parse).toList(),
                kind.isBlank() ? Optional.empty() : Optional.of(ModelKind.parse(kind)),
                new TreeMap<>(),
                keepNonAnswers);
        for (String reference : references) {
            String[] sides = reference.split("[=:]", -1);
            if (sides.length != 2 || query.references().containsKey(sides[0])) {
                throw InputException.of(
                        "reference",
                        "\"" + reference + "\" is not a reference category, or its variable was given one already.",
                        reference,
                        "Write variable=category, one for each variable.");
            }
            query = query.reference(sides[0], sides[1]);
        }
        return query;
    }

    /** The same question at the other doors. */
    private static String elsewhere(ModelQuery query) {
        return "\nThe same question\n  Java   " + query.java() + "\n  query  " + query.text() + "\n";
    }
}
