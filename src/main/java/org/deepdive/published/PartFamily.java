package org.deepdive.published;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * All that is printed of the answers to one question by one group of respondents.
 *
 * @param question the question and the group
 * @param parts its answers and nets of answers, in the order printed
 */
record PartFamily(AnswerSet.Question question, List<Part> parts) {

    private record Member(AnswerSet set, PublishedFigure figure) {}

    /** The families of all figures. */
    static List<PartFamily> of(AuditMaterial material) {
        Map<AnswerSet.Question, Map<TreeSet<String>, List<PublishedFigure>>> families = new LinkedHashMap<>();
        for (PublishedFigure figure : material.figures()) {
            member(figure, material)
                    .ifPresent(m -> families.computeIfAbsent(m.set().question(), q -> new LinkedHashMap<>())
                            .computeIfAbsent(m.set().codes(), c -> new ArrayList<>())
                            .add(m.figure()));
        }
        return families.entrySet().stream()
                .map(family -> new PartFamily(
                        family.getKey(),
                        family.getValue().entrySet().stream()
                                .map(part -> Part.of(part.getKey(), part.getValue(), material))
                                .toList()))
                .toList();
    }

    private static Optional<Member> member(PublishedFigure figure, AuditMaterial material) {
        if (material.share(figure).isEmpty()) {
            return Optional.empty();
        }
        return figure.query()
                .flatMap(query -> material.measure(query)
                        .flatMap(measure ->
                                AnswerSet.of(material.study(query).orElseThrow(), measure, query, figure.unit())))
                .map(set -> new Member(set, figure));
    }

    /** Parts that share no answer, the smallest sets first. */
    List<Part> finest() {
        return disjoint(Comparator.comparingInt(part -> part.codes().size()), parts);
    }

    /** Parts that share no answer, the largest sets first. */
    List<Part> coarsest() {
        return disjoint(Comparator.comparingInt(part -> -part.codes().size()), parts);
    }

    /** Parts that share no answer and lie inside a net. */
    List<Part> inside(Part net) {
        return disjoint(
                Comparator.comparingInt(part -> part.codes().size()),
                parts.stream()
                        .filter(part -> part != net && net.codes().containsAll(part.codes()))
                        .toList());
    }

    /** Parts that share no answer with each other or with the given one. */
    List<Part> beside(Part given) {
        return disjoint(
                Comparator.comparingInt(part -> part.codes().size()),
                parts.stream()
                        .filter(part -> part.codes().stream().noneMatch(given.codes()::contains))
                        .toList());
    }

    /** Whether parts make up all of some answers. */
    static boolean cover(List<Part> parts, TreeSet<String> codes) {
        return parts.stream()
                .flatMap(p -> p.codes().stream())
                .collect(Collectors.toSet())
                .containsAll(codes);
    }

    private List<Part> disjoint(Comparator<Part> order, List<Part> from) {
        TreeSet<String> taken = new TreeSet<>();
        List<Part> chosen = new ArrayList<>();
        for (Part part : from.stream().sorted(order).toList()) {
            // Shares that chose any of several answers do not add up where more than one could be chosen.
            boolean adds = question.choices() == 1 || part.codes().size() == 1;
            if (adds && part.codes().stream().noneMatch(taken::contains)) {
                chosen.add(part);
                taken.addAll(part.codes());
            }
        }
        return from.stream().filter(chosen::contains).toList();
    }

    /** The one base of all parts, where there is one. */
    static OptionalLong base(List<Part> parts) {
        List<OptionalLong> bases = parts.stream().map(Part::base).distinct().toList();
        return bases.size() == 1 ? bases.get(0) : OptionalLong.empty();
    }

    /** The addition in figures: {@code 376 + 324 = 700}, or in percentages where the counts are not known. */
    static String sum(List<Part> parts) {
        OptionalLong base = base(parts);
        if (base.isPresent() && parts.stream().allMatch(part -> part.count().isPresent())) {
            long total = parts.stream().mapToLong(p -> p.count().getAsLong()).sum();
            return parts.stream().map(p -> Wording.count(p.count().getAsLong())).collect(Collectors.joining(" + "))
                    + " = " + Wording.count(total) + " of " + Wording.count(base.getAsLong()) + " respondents";
        }
        double total = parts.stream()
                .mapToDouble(p -> (p.share().low() + p.share().high()) / 2)
                .sum();
        return parts.stream().map(Part::printed).collect(Collectors.joining(" + ")) + " = about "
                + Wording.percent(total);
    }

    static double low(List<Part> parts) {
        return parts.stream().mapToDouble(p -> p.share().low()).sum();
    }

    static double high(List<Part> parts) {
        return parts.stream().mapToDouble(p -> p.share().high()).sum();
    }

    static List<PublishedFigure> figures(List<Part> parts) {
        return parts.stream().flatMap(p -> p.figures().stream()).toList();
    }
}
