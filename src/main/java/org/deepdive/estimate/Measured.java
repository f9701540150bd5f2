package org.deepdive.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.deepdive.study.Category;
import org.deepdive.study.Measure;
import org.deepdive.study.Microdata;
import org.deepdive.study.Variable;

/**
 * One value that a query asks for in each group: which answers it is a mean of.
 *
 * @param answer the answer it is about, where the measure has several
 * @param key tells axes apart: the column of answers, and which of them share a place
 * @param axis the respondents' answers; those outside the base are left out, those of one value may share a place; absent
 *     where nothing is asked
 * @param values the value of each place
 */
record Measured(Optional<Category> answer, String key, Optional<Axis> axis, double[] values) {

    /** What a checked query asks for in each group, in order. */
    static List<Measured> of(Microdata data, Query query) {
        return of(data, query, data.study().measure(query.measure()));
    }

    /** What a measure gives in each group, with the answers that a query picks from it. */
    static List<Measured> of(Microdata data, Query query, Measure measure) {
        if (measure instanceof Measure.Base) {
            return List.of(new Measured(Optional.empty(), "", Optional.empty(), new double[] {1}));
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
        if (measure instanceof Measure.Percentage share) {
            return List.of(byValue(data, variable, Optional.empty(), net(share.net(), share.exclude())));
        }
        if (measure instanceof Measure.Mean mean) {
            return List.of(byValue(
                    data, variable, Optional.empty(), code -> mean.scores().getOrDefault(code, Double.NaN)));
        }
        return shares(data, variable, ((Measure.Distribution) measure).exclude(), query.answers());
    }

    private static List<Measured> mentions(Microdata data, Variable variable, List<String> picked) {
        List<Measured> measured = new ArrayList<>();
        for (Category category : variable.categories()) {
            if (picked.isEmpty() || picked.contains(category.code())) {
                Axis axis = Axis.of(data.codes(variable.name(), category.code()), 2);
                String key = variable.name() + "." + category.code();
                measured.add(new Measured(Optional.of(category), key, Optional.of(axis), new double[] {0, 1}));
            }
        }
        return measured;
    }

    private static List<Measured> shares(Microdata data, Variable variable, List<String> exclude, List<String> picked) {
        if (!picked.isEmpty()) {
            String code = String.join("_", picked);
            String label =
                    picked.stream().map(p -> variable.category(p).label()).collect(Collectors.joining(" or "));
            Category together = new Category(code, label, Category.Status.VALID);
            return List.of(byValue(data, variable, Optional.of(together), net(picked, exclude)));
        }
        List<Category> base = variable.categories().stream()
                .filter(category -> !exclude.contains(category.code()))
                .toList();
        double[] places = variable.codes().stream()
                .mapToDouble(code -> exclude.contains(code) ? Double.NaN : base.indexOf(variable.category(code)))
                .toArray();
        Measured whole = byValue(data, variable, Optional.empty(), places);
        List<Measured> shares = new ArrayList<>();
        for (int place = 0; place < base.size(); place++) {
            double[] values = new double[base.size()];
            values[place] = 1;
            shares.add(new Measured(Optional.of(base.get(place)), whole.key(), whole.axis(), values));
        }
        return shares;
    }

    private static ToDoubleFunction<String> net(List<String> net, List<String> exclude) {
        return code -> exclude.contains(code) ? Double.NaN : net.contains(code) ? 1 : 0;
    }

    private static Measured byValue(
            Microdata data, Variable variable, Optional<Category> answer, ToDoubleFunction<String> valueOf) {
        return byValue(
                data,
                variable,
                answer,
                variable.codes().stream().mapToDouble(valueOf).toArray());
    }

    private static Measured byValue(Microdata data, Variable variable, Optional<Category> answer, double[] values) {
        double[] distinct = DoubleStream.of(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .distinct()
                .toArray();
        Axis axis = Axis.ofValues(data.codes(variable.name()), values, distinct);
        return new Measured(answer, variable.name() + Arrays.toString(axis.places()), Optional.of(axis), distinct);
    }
}
