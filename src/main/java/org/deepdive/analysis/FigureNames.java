package org.deepdive.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.deepdive.estimate.Query;
import org.deepdive.estimate.QueryCheck;
import org.deepdive.published.PublishedFigure;
import org.deepdive.study.Category;
import org.deepdive.study.Measure;
import org.deepdive.study.Study;
import org.deepdive.study.Variable;

/** What published figures are about, in the labels of the studies that recompute them. */
public final class FigureNames {

    private static final Set<String> BARE = Set.of("Yes", "No", "None", "Other", "Don't know", "Prefer not to say");

    private final Workspace workspace;

    /** @param workspace the studies */
    public FigureNames(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * A figure's measure and the group it is measured in, such as {@code Feel safe locally; Women; Students}; without its
     * waves. For a figure that no data recompute its note or period.
     */
    public String of(PublishedFigure figure) {
        Optional<Query> asked = figure.query();
        if (asked.isEmpty()) {
            return figure.note().isEmpty() ? figure.period() : figure.note();
        }
        Query query = asked.get();
        Study study = workspace.study(query.study());
        Measure measure = study.measure(query.measure());
        List<String> parts = new ArrayList<>();
        parts.add(measure.shortLabel() + answers(study, measure, query));
        query.where().forEach((name, codes) -> parts.add(filter(study.codebook().variable(name), codes)));
        return String.join("; ", parts);
    }

    private static String answers(Study study, Measure measure, Query query) {
        if (query.answers().isEmpty()) {
            return "";
        }
        List<Category> known = new QueryCheck(study).answers(measure);
        return query.answers().stream()
                .map(code -> known.stream()
                        .filter(c -> c.code().equals(code))
                        .map(Category::label)
                        .findFirst()
                        .orElse(code))
                .collect(Collectors.joining(" or ", ": ", ""));
    }

    /** A filter by its categories alone, unless they say nothing without their variable. */
    private static String filter(Variable variable, List<String> codes) {
        List<String> labels =
                codes.stream().map(c -> variable.category(c).label()).toList();
        String joined = String.join(" or ", labels);
        return labels.stream().anyMatch(BARE::contains) ? variable.label() + ": " + joined : joined;
    }
}
