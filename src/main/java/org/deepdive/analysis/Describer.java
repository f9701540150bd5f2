package org.deepdive.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.deepdive.disclosure.Audience;
import org.deepdive.estimate.Cell;
import org.deepdive.estimate.EstimateRow;
import org.deepdive.estimate.Flag;
import org.deepdive.estimate.Query;
import org.deepdive.study.Category;
import org.deepdive.study.Measure;
import org.deepdive.study.Study;
import org.deepdive.study.Variable;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Describes a study, its variables and its measures, with as many respondents of each answer as the gate lets through. */
final class Describer {

    private final Workspace workspace;
    private final Study study;

    Describer(Workspace workspace, Study study) {
        this.workspace = workspace;
        this.study = study;
    }

    Description study(Table measures) {
        List<String> facts = new ArrayList<>(List.of(
                "Population: " + study.population(),
                "Data: " + workspace.estimates(study.slug()).label().title(),
                "Publisher: " + study.provenance().publisher(),
                "Source: " + study.provenance().source(),
                "Collected: " + study.provenance().collected()));
        study.design().ifPresent(design -> {
            facts.add("Respondents, unweighted: " + base(rows(List.of())));
            facts.add("Weight: " + design.weight());
            fact(facts, "Strata", design.strata());
            fact(facts, "Sampling units", design.clusters());
        });
        study.waves().ifPresent(wave -> fact(facts, "Waves", wave.codes()));
        return new Description(study.title(), facts, measures);
    }

    private static void fact(List<String> facts, String what, List<String> words) {
        if (!words.isEmpty()) {
            facts.add(what + ": " + String.join(", ", words));
        }
    }

    /** A variable: its question, who was asked, and its answers with their unweighted bases. */
    Description variable(String name) {
        Variable variable = study.codebook().variable(name);
        List<String> facts = new ArrayList<>();
        facts.add("Kind: " + lower(variable.kind()));
        if (!variable.question().isBlank()) {
            facts.add("Question: " + variable.question() + (study.wordingAssumed() ? " (wording assumed)" : ""));
        }
        facts.add("Asked of: " + variable.askedOf());
        measures(study, name).forEach(m -> facts.add("Measure: " + m.name() + " (" + m.label() + ")"));
        return new Description(name + ": " + variable.label(), facts, answers(variable));
    }

    /** The measures that a variable's answers go into, in the order of the study. */
    static Stream<Measure> measures(Study study, String variable) {
        return study.measures().stream()
                .filter(m -> m instanceof Measure.OfRespondents asked
                        && asked.variables().contains(variable));
    }

    private Table answers(Variable variable) {
        Map<String, String> bases = bases(variable);
        List<Category> all = variable.categories();
        return Table.create("Answers of " + variable.name())
                .addColumns(
                        StringColumn.create("code", all.stream().map(Category::code)),
                        StringColumn.create("answer", all.stream().map(Category::label)),
                        StringColumn.create("status", all.stream().map(c -> lower(c.status()))),
                        StringColumn.create("respondents", all.stream().map(c -> bases.getOrDefault(c.code(), ""))));
    }

    /** Respondents by code, as the gate lets them through; none for what cannot be a breakdown. */
    private Map<String, String> bases(Variable variable) {
        Map<String, String> bases = new LinkedHashMap<>();
        if (study.codebook().breakdowns().contains(variable.name())) {
            rows(List.of(variable.name()))
                    .forEach(row -> bases.put(row.groups().get(0).code(), base(List.of(row))));
        }
        return bases;
    }

    private List<EstimateRow> rows(List<String> by) {
        Query query = Query.of(study.slug(), Measure.Base.NAME).by(by);
        return workspace.answer(query, Audience.HOLDER).value().rows();
    }

    private static String base(List<EstimateRow> rows) {
        Cell cell = rows.get(0).cell();
        return cell instanceof Cell.Estimate estimate
                ? Integer.toString(estimate.base())
                : cell.flags().stream().map(Flag::mark).reduce("", String::concat);
    }

    /** A measure: what it measures, of which question, and the answers that it counts. */
    Description measure(String name) {
        Measure measure = study.measure(name);
        List<String> facts = new ArrayList<>(List.of("Values: " + measure.statistic()));
        if (measure instanceof Measure.OfRespondents asked) {
            asked.variables().stream()
                    .map(study.codebook()::variable)
                    .forEach(variable -> facts.add("Variable: "
                            + variable.name()
                            + (variable.question().isBlank() ? "" : " (" + variable.question() + ")")
                            + ", asked of " + variable.askedOf()));
            fact(facts, "Left out of the base", asked.exclude());
        }
        if (measure instanceof Measure.OfCounts counts && !counts.question().isBlank()) {
            facts.add("Question: " + counts.question());
        }
        if (measure instanceof Measure.Percentage percentage) {
            fact(facts, "Answers counted together", percentage.net());
        }
        Table answers = measure instanceof Measure.OfRespondents asked
                        && !asked.variables().isEmpty()
                ? answers(study.codebook().variable(asked.variable()))
                : Table.create("Answers of " + name);
        return new Description(name + ": " + measure.label(), facts, answers);
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
