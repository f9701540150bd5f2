package org.deepdive.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.deepdive.disclosure.Audience;
import org.deepdive.estimate.Cell;
import org.deepdive.estimate.Comparison;
import org.deepdive.estimate.EstimateRow;
import org.deepdive.estimate.comparison.Adjustment;
import org.deepdive.estimate.regression.AdjustedDifference;
import org.deepdive.estimate.regression.Model;
import org.deepdive.estimate.regression.ModelQuery;
import org.deepdive.estimate.regression.ModelTerm;
import org.deepdive.estimate.regression.TermTest;
import org.deepdive.study.InputException;

/**
 * Writes the section on what an outcome goes with once everything else in a model is allowed for: which terms are
 * significant, Holm-adjusted over the terms, and for those that differ most in points how far apart their groups are adjusted.
 *
 * <p>A model of a survey describes; the words claim no cause.
 */
final class Drivers {

    /** More plots than this would repeat themselves. */
    private static final int MOST_SHOWN = 3;

    /** So many stand in a headline by their names. */
    private static final int MOST_NAMED = 4;

    private final Editor editor;
    private final Map<String, String> called;

    Drivers(Editor editor) {
        this(editor, Map.of());
    }

    /** @param called for the name of a variable what headlines call it, where its label is too long for one */
    Drivers(Editor editor, Map<String, String> called) {
        this.editor = editor;
        this.called = called;
    }

    /**
     * The section.
     *
     * @param id its anchor
     * @param question the model in its canonical text; every variable of its terms is a candidate
     * @param doing what the outcome is, as in "feeling unsafe"
     */
    Section section(String id, String question, String doing) {
        ModelQuery query = ModelQuery.parse(question);
        try {
            return section(
                    id, query, editor.workspace().model(query, Audience.PUBLIC).value(), doing);
        } catch (InputException e) {
            if (e.isWithheld()) {
                return new Section(
                        id,
                        "What goes with " + doing + " cannot be shown",
                        List.of(e.getMessage()),
                        List.of(),
                        List.of());
            }
            throw e;
        }
    }

    private Section section(String id, ModelQuery query, Model first, String doing) {
        Map<String, Double> adjusted = adjusted(first);
        List<String> significant = adjusted.entrySet().stream()
                .filter(term -> term.getValue() < 1 - first.level())
                .map(Map.Entry::getKey)
                .toList();
        List<ModelExhibit> widestFirst = significant.stream()
                .map(term -> editor.model(beginningWith(query, term)))
                .sorted(Comparator.comparingDouble((ModelExhibit exhibit) -> width(exhibit.model()))
                        .reversed())
                .toList();
        List<ModelExhibit> strongest = widestFirst.stream().limit(MOST_NAMED).toList();
        List<String> paragraphs = new ArrayList<>();
        strongest.forEach(exhibit -> difference(exhibit.model()).ifPresent(paragraphs::add));
        also(widestFirst).ifPresent(paragraphs::add);
        rest(first, adjusted).ifPresent(paragraphs::add);
        paragraphs.add(method(first));
        List<Exhibit> exhibits =
                new ArrayList<>(strongest.stream().limit(MOST_SHOWN).toList());
        if (exhibits.isEmpty()) {
            exhibits.add(editor.model(query));
        }
        return new Section(id, headline(strongest, significant.size(), doing), paragraphs, exhibits, List.of());
    }

    /** The main terms with categories, each with its probability adjusted over them. */
    private static Map<String, Double> adjusted(Model model) {
        List<TermTest> tests = model.tests().stream()
                .filter(test -> isGroups(ModelTerm.parse(test.name())))
                .toList();
        double[] p =
                Adjustment.HOLM.adjust(tests.stream().mapToDouble(TermTest::p).toArray());
        Map<String, Double> adjusted = new LinkedHashMap<>();
        for (int i = 0; i < p.length; i++) {
            adjusted.put(tests.get(i).name(), p[i]);
        }
        return adjusted;
    }

    private static boolean isGroups(ModelTerm term) {
        return !term.isInteraction() && !term.factors().get(0).trend();
    }

    /**
     * How far apart a variable's groups are: the largest adjusted difference from its reference. Terms are ordered by it,
     * since F statistics of different degrees of freedom do not compare.
     */
    private static double width(Model model) {
        return widest(model)
                .map(at -> Math.abs(model.groups().differences().get(at).difference()))
                .orElse(0.0);
    }

    private static TermTest test(Model model, String term) {
        return model.tests().stream()
                .filter(test -> test.name().equals(term))
                .findFirst()
                .orElseThrow();
    }

    /** The same model with another of its variables as the one whose groups are compared. */
    private static ModelQuery beginningWith(ModelQuery query, String term) {
        List<ModelTerm> terms = new ArrayList<>(query.terms());
        ModelTerm first = ModelTerm.parse(term);
        terms.remove(first);
        terms.add(0, first);
        return new ModelQuery(query.outcome(), terms, query.kind(), query.references(), query.keepNonAnswers());
    }

    private String headline(List<ModelExhibit> strongest, int significant, String doing) {
        if (strongest.isEmpty()) {
            return "Nothing in the model goes significantly with " + doing + " once the rest is allowed for";
        }
        List<String> names = new ArrayList<>();
        strongest.stream()
                .map(exhibit -> exhibit.model().groups().variable())
                .map(variable -> called.getOrDefault(variable.name(), variable.label()))
                .forEach(label -> names.add(names.isEmpty() ? label : FindingWords.inSentence(label)));
        if (significant > MOST_NAMED) {
            names.add(significant - MOST_NAMED + " more");
        }
        int last = names.size() - 1;
        String list = last == 0
                ? names.get(0) + " goes with "
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last) + " go with ";
        return list + doing + (last == 0 ? ", the rest allowed for" : ", each adjusted for the others");
    }

    /** The widest adjusted difference of a variable's groups from its reference that is significant over all of them. */
    private static Optional<String> difference(Model model) {
        return widest(model)
                .map(at -> sentence(model, model.groups().differences().get(at), holm(model)[at]));
    }

    /** Where that difference stands among the differences of the model's groups; empty where none is significant. */
    private static Optional<Integer> widest(Model model) {
        List<AdjustedDifference> all = model.groups().differences();
        double[] p = holm(model);
        int widest = -1;
        for (int i = 0; i < p.length; i++) {
            boolean wider = widest < 0
                    || Math.abs(all.get(i).difference())
                            > Math.abs(all.get(widest).difference());
            if (p[i] < 1 - model.level() && wider) {
                widest = i;
            }
        }
        return widest < 0 ? Optional.empty() : Optional.of(widest);
    }

    private static double[] holm(Model model) {
        return Adjustment.HOLM.adjust(model.groups().differences().stream()
                .mapToDouble(AdjustedDifference::p)
                .toArray());
    }

    private static String sentence(Model model, AdjustedDifference difference, double p) {
        int tests = model.groups().differences().size();
        return String.format(
                        Locale.ROOT,
                        "%s: “%s” %s against “%s” %s once adjusted (%s and %s as they are), a difference of %.1f"
                                + " percentage points (95%% interval %.1f to %.1f; %s%s).",
                        model.groups().variable().label(),
                        difference.first().label(),
                        shown(model.groups().adjusted(), difference.first().code()),
                        difference.second().label(),
                        shown(model.groups().adjusted(), difference.second().code()),
                        shown(model.groups().unadjusted(), difference.first().code()),
                        shown(model.groups().unadjusted(), difference.second().code()),
                        100 * difference.difference(),
                        100 * difference.low(),
                        100 * difference.high(),
                        Comparison.probability(p),
                        tests > 1 ? ", Holm-adjusted over " + tests : "")
                .replace(" -", " −");
    }

    private static String shown(List<EstimateRow> rows, String code) {
        return rows.stream()
                .filter(row -> row.groups().get(0).code().equals(code))
                .findFirst()
                .map(row -> row.cell() instanceof Cell.Estimate e ? Editor.tenths(e.value()) : "[c]")
                .orElse("[x]");
    }

    /** The significant terms that the headline does not name. */
    private static Optional<String> also(List<ModelExhibit> widestFirst) {
        if (widestFirst.size() <= MOST_NAMED) {
            return Optional.empty();
        }
        List<String> labels = widestFirst.stream()
                .skip(MOST_NAMED)
                .map(exhibit -> exhibit.model())
                .map(model -> labelled(test(model, model.groups().variable().name())))
                .toList();
        return Optional.of("Significant too, the rest allowed for: " + String.join(", ", labels) + ".");
    }

    private static String labelled(TermTest test) {
        return FindingWords.inSentence(test.label()) + " (" + Comparison.probability(test.p()) + ")";
    }

    private static Optional<String> rest(Model model, Map<String, Double> adjusted) {
        List<String> labels = model.tests().stream()
                .filter(test -> adjusted.getOrDefault(test.name(), 0.0) >= 1 - model.level())
                .map(Drivers::labelled)
                .toList();
        return labels.isEmpty()
                ? Optional.empty()
                : Optional.of("No significant difference, the rest allowed for: " + String.join(", ", labels) + ".");
    }

    private static String method(Model model) {
        return String.format(
                Locale.UK,
                "From one survey-weighted %s of %,d respondents. Adjusted percentages are what each group would have with"
                        + " everybody’s mix of the other characteristics; terms are tested by design-based Wald tests,"
                        + " Holm-adjusted over the terms, and named in order of the largest adjusted difference from the"
                        + " reference group. What the survey does not ask is not allowed for, and none of"
                        + " this shows a cause.",
                model.kind().title(),
                model.base());
    }
}
