package org.deepdive.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.deepdive.study.Category;
import org.deepdive.study.InputException;
import org.deepdive.study.Microdata;
import org.deepdive.study.Variable;

/** The contrasts that a plan asks for among the groups of one variable. */
final class ContrastPlan {

    private final Microdata data;
    private final ComparisonPlan plan;
    private final Variable variable;
    private final List<Category> groups;
    private final Axis axis;

    /**
     * @param data the respondents
     * @param plan the plan
     * @param variable the variable whose groups are compared
     * @param groups those of its categories that can have anybody
     */
    ContrastPlan(Microdata data, ComparisonPlan plan, Variable variable, List<Category> groups) {
        this.data = data;
        this.plan = plan;
        this.variable = variable;
        this.groups = groups;
        this.axis = Axis.of(
                isMultiple() ? new byte[0] : data.codes(variable.name()),
                variable.categories().size());
    }

    /** The contrasts, in codebook order of the first group, then of the second. */
    List<Contrast> contrasts() {
        if (groups.size() < 2) {
            throw InputException.of(
                    ComparisonPlan.ONE_GROUP,
                    "The breakdown by \"" + variable.name() + "\" has " + groups.size()
                            + (groups.size() == 1 ? " group" : " groups") + " here, so there is nothing to compare.",
                    variable.name(),
                    "Let more of its groups through, or break down by another variable.");
        }
        return switch (plan.pairing()) {
            case COMPLEMENT -> complements();
            case REFERENCE -> references();
            default -> pairs();
        };
    }

    private List<Contrast> pairs() {
        List<Contrast> contrasts = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            for (int j = i + 1; j < groups.size(); j++) {
                contrasts.add(contrast(groups.get(i), groups.get(j)));
            }
        }
        return contrasts;
    }

    private List<Contrast> references() {
        String code = plan.reference().orElseThrow();
        Category reference = groups.stream()
                .filter(group -> group.code().equals(code))
                .findFirst()
                .orElseThrow(() -> InputException.unknown(
                        "group of " + variable.name(),
                        code,
                        groups.stream().map(Category::code).toList()));
        return groups.stream()
                .filter(group -> !group.equals(reference))
                .map(group -> contrast(group, reference))
                .toList();
    }

    private List<Contrast> complements() {
        if (isMultiple()) {
            throw InputException.of(
                    "overlapping-groups",
                    "Respondents can give several answers to \"" + variable.name()
                            + "\", so its groups overlap and none has a rest.",
                    variable.name(),
                    "Compare every pair of groups, or each with one of them.");
        }
        return groups.stream().map(this::complement).toList();
    }

    private Contrast complement(Category group) {
        List<Category> rest =
                groups.stream().filter(other -> !other.equals(group)).toList();
        return new Contrast(group, Optional.empty(), side(List.of(group)), side(rest), axis);
    }

    private Contrast contrast(Category first, Category second) {
        if (isMultiple()) {
            return new Contrast(
                    first,
                    Optional.of(second),
                    new Contrast.Side(query -> query.where(variable.name(), first.code()), 0, 2),
                    new Contrast.Side(query -> query.where(variable.name(), second.code()), 1, 2),
                    mentions(first, second));
        }
        return new Contrast(first, Optional.of(second), side(List.of(first)), side(List.of(second)), axis);
    }

    private boolean isMultiple() {
        return variable.kind() == Variable.Kind.MULTIPLE;
    }

    private Contrast.Side side(List<Category> members) {
        String[] codes = members.stream().map(Category::code).toArray(String[]::new);
        int[] places = members.stream()
                .mapToInt(member -> variable.indexOf(member.code()))
                .toArray();
        boolean isWave = codes.length == 1 && variable.kind() == Variable.Kind.WAVE;
        return isWave
                ? new Contrast.Side(query -> query.waves(codes[0], codes[0]), places)
                : new Contrast.Side(query -> query.where(variable.name(), codes), places);
    }

    /** Who gave the first answer only (place 0), the second only (place 1), or both (place 2). */
    private Axis mentions(Category first, Category second) {
        byte[] ofFirst = data.codes(variable.name(), first.code());
        byte[] ofSecond = data.codes(variable.name(), second.code());
        byte[] codes = new byte[data.size()];
        IntStream.range(0, codes.length)
                .forEach(i ->
                        codes[i] = (byte) (Microdata.MISSING + (ofFirst[i] == 1 ? 1 : 0) + (ofSecond[i] == 1 ? 2 : 0)));
        return Axis.of(codes, 3);
    }
}
