package org.deepdive.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deepdive.estimate.Query;
import org.deepdive.estimate.QueryCheck;
import org.deepdive.estimate.WaveRange;
import org.deepdive.server.view.ExploreView.Choice;
import org.deepdive.server.view.ExploreView.FilterView;
import org.deepdive.server.view.ExploreView.FormView;
import org.deepdive.study.Category;
import org.deepdive.study.InputException;
import org.deepdive.study.Measure;
import org.deepdive.study.Study;
import org.deepdive.study.Variable;

/**
 * The form that changes a question: plain selects, so that it works without scripts. Its fields are {@code measure},
 * {@code answer} (of the measure {@code was}), {@code by1}, {@code by2}, {@code where.<variable>}, {@code from} and
 * {@code to}.
 */
final class ExploreForm {

    private static final String WHERE = "where.";
    private static final List<String> FIELDS = List.of("measure", "was", "answer", "by1", "by2", "from", "to");

    private final Study study;

    ExploreForm(Study study) {
        this.study = study;
    }

    /** The controls as they stand for a query. */
    FormView view(Query query) {
        boolean respondents = study.design().isPresent();
        return new FormView(
                measures(query),
                answers(query),
                respondents ? List.of(breakdown(query, 0), breakdown(query, 1)) : List.of(),
                respondents ? filters(query) : List.of(),
                waves(query.waves().map(WaveRange::first), "First"),
                waves(query.waves().map(WaveRange::last), "Last"));
    }

    private List<Choice> measures(Query query) {
        return study.measures().stream()
                .filter(measure -> StudyPage.isComputed(study, measure))
                .map(m -> new Choice(m.name(), m.label(), m.name().equals(query.measure())))
                .toList();
    }

    private List<Choice> answers(Query query) {
        Measure measure = study.measure(query.measure());
        if (!measure.hasAnswers()) {
            return List.of();
        }
        String chosen = String.join("/", query.answers());
        return choices("All answers", new QueryCheck(study).answers(measure), chosen);
    }

    private List<Choice> breakdown(Query query, int place) {
        String chosen = place < query.by().size() ? query.by().get(place) : "";
        List<Choice> choices = new ArrayList<>(List.of(new Choice("", "None", chosen.isEmpty())));
        for (String name : study.codebook().breakdowns()) {
            choices.add(new Choice(name, study.codebook().variable(name).label(), name.equals(chosen)));
        }
        return choices;
    }

    private List<FilterView> filters(Query query) {
        String wave = study.waves().map(Variable::name).orElse("");
        return study.codebook().breakdowns().stream()
                .filter(name -> !name.equals(wave))
                .map(study.codebook()::variable)
                .map(variable -> filter(variable, query.where().getOrDefault(variable.name(), List.of())))
                .toList();
    }

    private static FilterView filter(Variable variable, List<String> codes) {
        String chosen = String.join("/", codes);
        return new FilterView(
                variable.name(),
                variable.label(),
                choices("Everyone", variable.categories(), chosen),
                !codes.isEmpty());
    }

    /** All, each category, and where several are chosen these together. */
    private static List<Choice> choices(String all, List<Category> categories, String chosen) {
        List<Choice> choices = new ArrayList<>(List.of(new Choice("", all, chosen.isEmpty())));
        if (chosen.contains("/")) {
            List<String> several = List.of(chosen.split("/"));
            String label = categories.stream()
                    .filter(c -> several.contains(c.code()))
                    .map(Category::label)
                    .collect(Collectors.joining(" or "));
            choices.add(new Choice(chosen, label, true));
        }
        categories.forEach(
                c -> choices.add(new Choice(c.code(), c.label(), c.code().equals(chosen))));
        return choices;
    }

    private List<Choice> waves(Optional<String> chosen, String all) {
        if (study.waves().isEmpty()) {
            return List.of();
        }
        List<Choice> choices = new ArrayList<>(List.of(new Choice("", all, chosen.isEmpty())));
        study.waves()
                .get()
                .categories()
                .forEach(c -> choices.add(new Choice(
                        c.code(), c.label(), chosen.filter(c.code()::equals).isPresent())));
        return choices;
    }

    /** The query that a submitted form asks. */
    Query query(Map<String, List<String>> fields) {
        fields.entrySet().forEach(Parameters::requireOnce);
        fields.keySet().stream()
                .filter(f -> !FIELDS.contains(f) && !f.startsWith(WHERE))
                .findFirst()
                .ifPresent(f -> {
                    throw InputException.unknown("parameter", f, FIELDS);
                });
        Query query = Query.of(study.slug(), measure(fields))
                .by(Stream.of("by1", "by2")
                        .map(name -> field(fields, name))
                        .filter(variable -> !variable.isEmpty())
                        .distinct()
                        .toList());
        for (Map.Entry<String, List<String>> f : fields.entrySet()) {
            String codes = f.getValue().get(0);
            if (f.getKey().startsWith(WHERE) && !codes.isEmpty()) {
                query = query.where(f.getKey().substring(WHERE.length()), codes.split("/"));
            }
        }
        return withWaves(query, field(fields, "from"), field(fields, "to"));
    }

    /** The measure with the answer picked, which only the measure it was picked from has. */
    private static String measure(Map<String, List<String>> fields) {
        String measure = field(fields, "measure");
        if (measure.isEmpty()) {
            throw InputException.of(
                    "query", "The address does not say which measure.", "", "Add measure=… or open the study.");
        }
        String answer = field(fields, "answer");
        return answer.isEmpty() || !measure.equals(field(fields, "was")) ? measure : measure + "." + answer;
    }

    private Query withWaves(Query query, String from, String to) {
        if (study.waves().isEmpty() || (from.isEmpty() && to.isEmpty())) {
            return query;
        }
        List<String> waves = study.waves().get().codes();
        return query.waves(from.isEmpty() ? waves.get(0) : from, to.isEmpty() ? waves.get(waves.size() - 1) : to);
    }

    private static String field(Map<String, List<String>> fields, String name) {
        return fields.getOrDefault(name, List.of("")).get(0);
    }
}
