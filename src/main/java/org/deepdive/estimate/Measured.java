package org.deepdive.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.deepdive.study.Category;
import org.deepdive.study.Measure;
import org.deepdive.study.Microdata;
import org.deepdive.study.Variable;

/**
 * One value that a query asks for in each group: which answers it is a mean of.
 *
 * @param answer the answer it is about, where the measure has several
 * @param axis the respondents' answers
 * @param values the value of each answer; NaN where an answer is outside the base
 */
record Measured(Optional<Category> answer, Axis axis, double[] values) {

    /** What a checked query asks for in each group, in order. */
    static List<Measured> of(Microdata data, Query query) {
        return of(data, query, data.study().measure(query.measure()));
    }

    /** What a measure gives in each group, with the answers that a query picks from it. */
    static List<Measured> of(Microdata data, Query query, Measure measure) {
        if (measure instanceof Measure.Base) {
            return List.of(new Measured(Optional.empty(), new Axis(new byte[data.size()], 1), new double[] {1}));
        }
        boolean known = measure instanceof Measure.MultipleResponse
                || measure instanceof Measure.Percentage
                || measure instanceof Measure.Mean
                || measure instanceof Measure.Distribution;
        if (!known) {
            throw new IllegalStateException(
                    "No estimate is known yet of a " + measure.getClass().getSimpleName());
        }
        Variable variable = data.study().codebook().variable(((Measure.OfRespondents) measure).variable());
        if (measure instanceof Measure.MultipleResponse) {
            return mentions(data, variable, query.answers());
        }
        Axis axis = new Axis(data.codes(variable.name()), variable.categories().size());
        if (measure instanceof Measure.Percentage share) {
            return List.of(new Measured(Optional.empty(), axis, net(variable, share.net(), share.exclude())));
        }
        if (measure instanceof Measure.Mean mean) {
            double[] scores = variable.codes().stream()
                    .mapToDouble(code -> mean.scores().getOrDefault(code, Double.NaN))
                    .toArray();
            return List.of(new Measured(Optional.empty(), axis, scores));
        }
        return shares(variable, axis, ((Measure.Distribution) measure).exclude(), query.answers());
    }

    private static List<Measured> mentions(Microdata data, Variable variable, List<String> picked) {
        List<Measured> measured = new ArrayList<>();
        for (Category category : variable.categories()) {
            if (picked.isEmpty() || picked.contains(category.code())) {
                Axis axis = new Axis(data.codes(variable.name(), category.code()), 2);
                measured.add(new Measured(Optional.of(category), axis, new double[] {0, 1}));
            }
        }
        return measured;
    }

    private static List<Measured> shares(Variable variable, Axis axis, List<String> exclude, List<String> picked) {
        if (!picked.isEmpty()) {
            String code = String.join("_", picked);
            String label =
                    picked.stream().map(p -> variable.category(p).label()).collect(Collectors.joining(" or "));
            Category together = new Category(code, label, Category.Status.VALID);
            return List.of(new Measured(Optional.of(together), axis, net(variable, picked, exclude)));
        }
        return variable.categories().stream()
                .filter(c -> !exclude.contains(c.code()))
                .map(c -> new Measured(Optional.of(c), axis, net(variable, List.of(c.code()), exclude)))
                .toList();
    }

    private static double[] net(Variable variable, List<String> net, List<String> exclude) {
        double[] values = new double[variable.categories().size()];
        Arrays.setAll(values, i -> {
            String code = variable.categories().get(i).code();
            return exclude.contains(code) ? Double.NaN : net.contains(code) ? 1 : 0;
        });
        return values;
    }

    /** The value of a place along the axis, where place 0 is missing. */
    double valueAt(int place) {
        return place == 0 ? Double.NaN : values[place - 1];
    }
}
