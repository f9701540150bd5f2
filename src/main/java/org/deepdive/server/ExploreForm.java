package org.deepdive.server;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deepdive.estimate.Query;
import org.deepdive.estimate.QueryCheck;
import org.deepdive.estimate.QueryChoices;
import org.deepdive.estimate.QueryChoices.DontKnows;
import org.deepdive.estimate.WaveRange;
import org.deepdive.estimate.interval.Interval;
import org.deepdive.plot.Chart;
import org.deepdive.plot.Plot;
import org.deepdive.server.view.ExploreView.Choice;
import org.deepdive.server.view.ExploreView.FilterView;
import org.deepdive.server.view.ExploreView.FormView;
import org.deepdive.study.Category;
import org.deepdive.study.InputException;
import org.deepdive.study.Measure;
import org.deepdive.study.Study;
import org.deepdive.study.Variable;

/**
 * The form that changes a question: plain controls, so that it works without scripts. Its fields are {@code study},
 * {@code measure}, {@code answer} (of the measure {@code was}), {@code by1}, {@code by2}, {@code where.<variable>} (once for
 * each category), {@code from} and {@code to}, {@code dontknow}, {@code interval} and {@code chart}.
 */
final class ExploreForm {

    private static final String WHERE = "where.";
    private static final List<String> FIELDS =
            List.of("study", "measure", "was", "answer", "by1", "by2", "from", "to", "dontknow", "interval", "chart");

    private final Study study;

    ExploreForm(Study study) {
        this.study = study;
    }

    /**
     * The controls as they stand for a plot.
     *
     * @param controls where controls are kept
     * @param studies the studies there are
     * @param plot the plot shown
     */
    FormView view(ExploreControls controls, List<Study> studies, Plot plot) {
        Query query = plot.cleared().value().query();
        boolean respondents = study.design().isPresent();
        return new FormView(
                controls.select(study, "study", "Study", "", () -> studies(studies)),
                controls.select(study, "measure", "Measure", query.measure(), () -> measures(query)),
                answers(query),
                respondents ? breakdowns(controls, query) : List.of(),
                respondents ? filters(controls, query) : List.of(),
                respondents && !query.where().isEmpty(),
                wave(controls, "from", "From wave", query.waves().map(WaveRange::first), "First"),
                wave(controls, "to", "To wave", query.waves().map(WaveRange::last), "Last"),
                controls.select(
                        study,
                        "dontknow",
                        "Don’t knows",
                        chosen(query, query.choices().dontKnows().name()),
                        () -> respondents ? dontKnows(query) : List.of()),
                controls.select(
                        study,
                        "interval",
                        "95% interval",
                        chosen(
                                query,
                                query.choices().interval().map(Interval::word).orElse("")),
                        () -> respondents ? intervals(query) : List.of()),
                charts(plot));
    }

    /** What is chosen of a measure that decides what there is to choose. */
    private static String chosen(Query query, String choice) {
        return query.measure() + " " + choice;
    }

    private List<Choice> studies(List<Study> studies) {
        return studies.stream()
                .map(s -> new Choice(s.slug(), s.title(), s.slug().equals(study.slug())))
                .toList();
    }

    private List<Content> breakdowns(ExploreControls controls, Query query) {
        return List.of(
                controls.select(study, "by1", "Break down by", variable(query, 0), () -> breakdown(query, 0)),
                controls.select(study, "by2", "and by", variable(query, 1), () -> breakdown(query, 1)));
    }

    private Content wave(ExploreControls controls, String name, String label, Optional<String> chosen, String all) {
        return controls.select(study, name, label, chosen.orElse(""), () -> waves(chosen, all));
    }

    private List<Choice> measures(Query query) {
        return measures(study)
                .map(m -> new Choice(m.name(), m.label(), m.name().equals(query.measure())))
                .toList();
    }

    /** The measures of a study that can be computed. */
    static Stream<Measure> measures(Study study) {
        return study.measures().stream().filter(measure -> StudyPage.isComputed(study, measure));
    }

    private List<Choice> answers(Query query) {
        Measure measure = study.measure(query.measure());
        if (!measure.hasAnswers()) {
            return List.of();
        }
        String chosen = String.join("/", query.answers());
        return choices("All answers", new QueryCheck(study).answers(measure), chosen);
    }

    /** The two breakdowns, each with its choices; empty where nothing can be broken down. */
    List<List<Choice>> breakdowns(Query query) {
        return study.design().isPresent() ? List.of(breakdown(query, 0), breakdown(query, 1)) : List.of();
    }

    private List<Choice> breakdown(Query query, int place) {
        String chosen = variable(query, place);
        List<Choice> choices = new ArrayList<>(List.of(new Choice("", "None", chosen.isEmpty())));
        for (String name : study.codebook().breakdowns()) {
            choices.add(new Choice(name, study.codebook().variable(name).label(), name.equals(chosen)));
        }
        return choices;
    }

    private static String variable(Query query, int place) {
        return place < query.by().size() ? query.by().get(place) : "";
    }

    private List<Content> filters(ExploreControls controls, Query query) {
        String wave = study.waves().map(Variable::name).orElse("");
        return study.codebook().breakdowns().stream()
                .filter(name -> !name.equals(wave))
                .map(study.codebook()::variable)
                .map(variable -> filter(variable, query.where().getOrDefault(variable.name(), List.of())))
                .map(filter -> controls.filter(study, filter))
                .toList();
    }

    private static FilterView filter(Variable variable, List<String> codes) {
        return new FilterView(
                variable.name(),
                variable.label(),
                variable.categories().stream()
                        .map(c -> new Choice(c.code(), c.label(), codes.contains(c.code())))
                        .toList());
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

    /** In or out of the base, whichever the study does not do by itself; empty for a measure without don't knows. */
    private List<Choice> dontKnows(Query query) {
        List<Choice> choices = new ArrayList<>();
        DontKnows chosen = query.choices().dontKnows();
        for (DontKnows other : List.of(DontKnows.IN, DontKnows.OUT)) {
            if (changes(query.dontKnows(other))) {
                boolean in = other == DontKnows.IN;
                choices.add(new Choice("", in ? "Left out, as usual" : "Counted, as usual", chosen != other));
                choices.add(new Choice(other.word(), in ? "Counted in the base" : "Left out", chosen == other));
            }
        }
        return choices;
    }

    private boolean changes(Query query) {
        return study.measure(query.measure()) instanceof Measure.OfRespondents of
                && (of instanceof Measure.Percentage || of instanceof Measure.Distribution)
                && !of.dontKnows(study.codebook()).isEmpty()
                && new QueryCheck(study).check(query).choices().dontKnows() != DontKnows.DECLARED;
    }

    /** The kinds of interval; empty for a measure that has only one. */
    private List<Choice> intervals(Query query) {
        Measure measure = study.measure(query.measure());
        if (!measure.isShare()) {
            return List.of();
        }
        Optional<Interval> chosen = query.choices().interval();
        Interval usual = Interval.of(measure);
        List<Choice> choices =
                new ArrayList<>(List.of(new Choice("", capital(usual.title()) + ", as usual", chosen.isEmpty())));
        Arrays.stream(Interval.values())
                .filter(interval -> interval != usual)
                .map(interval -> new Choice(
                        interval.word(),
                        capital(interval.title()),
                        chosen.filter(interval::equals).isPresent()))
                .forEach(choices::add);
        return choices;
    }

    private static String capital(String title) {
        return Character.toUpperCase(title.charAt(0)) + title.substring(1);
    }

    /** The charts that the result can be drawn as; empty where there is only one. */
    private static List<Choice> charts(Plot plot) {
        List<Chart> kinds = plot.kinds();
        if (kinds.size() == 1) {
            return List.of();
        }
        Chart usual = kinds.get(0);
        return kinds.stream()
                .map(kind -> new Choice(
                        kind == usual ? "" : kind.word(),
                        kind.title() + (kind == usual ? ", as usual" : ""),
                        kind == plot.kind()))
                .toList();
    }

    /** The study that a submitted form asks, where it is another than the form was made for. */
    Optional<String> otherStudy(Map<String, List<String>> fields) {
        return Optional.of(field(fields, "study")).filter(slug -> !slug.isEmpty() && !slug.equals(study.slug()));
    }

    /** The kind of chart that a submitted form asks for; absent for the usual one. */
    Optional<Chart> chart(Map<String, List<String>> fields) {
        return Optional.of(field(fields, "chart"))
                .filter(word -> !word.isEmpty())
                .map(Chart::read);
    }

    /** The query that a submitted form asks. */
    Query query(Map<String, List<String>> fields) {
        fields.entrySet().stream().filter(f -> !f.getKey().startsWith(WHERE)).forEach(Parameters::requireOnce);
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
            String codes = String.join("/", f.getValue());
            if (f.getKey().startsWith(WHERE) && !codes.isEmpty()) {
                query = query.where(f.getKey().substring(WHERE.length()), codes.split("/"));
            }
        }
        return withWaves(query.choosing(choices(fields)), field(fields, "from"), field(fields, "to"));
    }

    /** The measure with the answer picked, which only the measure it was picked from has. */
    private static String measure(Map<String, List<String>> fields) {
        String measure = field(fields, "measure");
        if (measure.isEmpty()) {
            throw InputException.of(
                    "query", "The address does not say which measure.", "", "Add measure=… or open the study.");
        }
        String answer = field(fields, "answer");
        return answer.isEmpty() || isOther(fields) ? measure : measure + "." + answer;
    }

    private static boolean isOther(Map<String, List<String>> fields) {
        return !field(fields, "measure").equals(field(fields, "was"));
    }

    /** What is chosen about don't knows and intervals; of another measure as far as that has them to choose about. */
    private QueryChoices choices(Map<String, List<String>> fields) {
        String dontKnows = field(fields, "dontknow");
        String interval = field(fields, "interval");
        Query asked = Query.of(study.slug(), field(fields, "measure"));
        QueryChoices choices = QueryChoices.USUAL;
        if (!dontKnows.isEmpty()) {
            DontKnows treatment = DontKnows.read(dontKnows);
            boolean keeps = !isOther(fields) || changes(asked.dontKnows(treatment));
            choices = keeps ? new QueryChoices(treatment, Optional.empty()) : choices;
        }
        if (!interval.isEmpty()) {
            Interval kind = Interval.read(interval);
            boolean keeps = !isOther(fields) || study.measure(asked.measure()).isShare();
            choices = keeps ? new QueryChoices(choices.dontKnows(), Optional.of(kind)) : choices;
        }
        return choices;
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
