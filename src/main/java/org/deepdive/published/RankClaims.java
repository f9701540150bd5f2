package org.deepdive.published;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.deepdive.estimate.Query;
import org.deepdive.study.Tally;

/**
 * The order of answers or groups, against claims of a rank in it. Answers are ordered by the study's counts, or
 * else by the printed figures, of which only those that cannot have been tied before rounding count: in the claim's own
 * unit, or, for a claim without a number, in every unit that is printed. The figures in a claim's {@code versus} are
 * left out of the order.
 */
final class RankClaims {

    /** The most answers or groups that a finding names. */
    private static final int MOST_NAMED = 10;

    /** An answer or a group with what is known of its size. */
    private record Standing(String label, String printed, Span size, List<PublishedFigure> figures) {}

    /** The one that a claim is about, and the others; complete where no other exists. */
    private record Order(Standing own, List<Standing> others, boolean complete) {

        List<Standing> above() {
            return others.stream().filter(o -> o.size().above(own.size())).toList();
        }

        List<Standing> below() {
            return others.stream().filter(o -> own.size().above(o.size())).toList();
        }
    }

    /** A query with what is known of the size of its answer or group. */
    private record Ranked(Query query, Standing standing) {}

    /** What is ranked against one another in a unit: a query without its answers, or a breakdown. */
    private record Rivals(Object family, Unit unit) {}

    /** The groups of a variable in what is otherwise one query. */
    private record Breakdown(String variable, Query rest) {}

    private final AuditMaterial material;
    private final Map<Query, List<Query>> singleAnswers = new HashMap<>();
    private final Map<Breakdown, List<Query>> groups = new HashMap<>();
    private final Map<Rivals, List<Ranked>> ranked = new HashMap<>();

    /** @param material the figures and studies */
    RankClaims(AuditMaterial material) {
        this.material = material;
        for (Query query : material.queries()) {
            if (query.answers().size() == 1) {
                file(singleAnswers, query.answers(List.of()), query);
            }
            query.where().keySet().forEach(v -> file(groups, new Breakdown(v, query.withoutWhere(v)), query));
        }
    }

    private static <K> void file(Map<K, List<Query>> index, K key, Query query) {
        index.computeIfAbsent(key, k -> new ArrayList<>()).add(query);
    }

    /** What contradicts the rank that a figure claims, if anything does. */
    Optional<Contradiction> contradiction(PublishedFigure figure, Claim claim) {
        List<Order> orders =
                orders(figure).stream().filter(o -> !o.others().isEmpty()).toList();
        List<Contradiction> found = orders.stream()
                .flatMap(order -> contradiction(figure, claim, order).stream())
                .toList();
        return found.size() == orders.size() ? found.stream().findFirst() : Optional.empty();
    }

    private static Optional<Contradiction> contradiction(PublishedFigure figure, Claim claim, Order order) {
        List<Standing> above = order.above();
        List<Standing> below = order.below();
        List<Standing> against = switch (claim) {
            case TOP_1, LARGEST -> above;
            case TOP_2 -> above.size() > 1 ? above : List.of();
            case TOP_3 -> above.size() > 2 ? above : List.of();
            case SECOND ->
                above.size() > 1
                        ? above
                        : order.complete() && below.size() == order.others().size() ? below : List.of();
            case SMALLEST -> below;
            default -> List.of();
        };
        if (against.isEmpty()) {
            return Optional.empty();
        }
        List<PublishedFigure> figures = new ArrayList<>(List.of(figure));
        figures.addAll(order.own().figures());
        List<Standing> named = against.stream().limit(MOST_NAMED).toList();
        named.forEach(s -> figures.addAll(s.figures()));
        String side = against == above ? " is below " : " is above ";
        return Optional.of(new Contradiction(
                figures,
                "Called " + claim.text() + ", but " + words(order.own()) + side
                        + Wording.list(words(named, against.size())) + "."));
    }

    private static List<String> words(List<Standing> named, int all) {
        Stream<String> more = all > named.size() ? Stream.of(Wording.count(all - named.size()) + " more") : Stream.of();
        return Stream.concat(named.stream().map(RankClaims::words), more).toList();
    }

    private static String words(Standing standing) {
        return standing.label() + " with " + standing.printed();
    }

    private List<Order> orders(PublishedFigure figure) {
        Query query = figure.query().orElseThrow();
        List<Order> orders = new ArrayList<>();
        if (query.answers().size() == 1) {
            tallied(figure).ifPresent(orders::add);
            List<Unit> units = figure.printed().isPresent() ? List.of(figure.unit()) : List.of(Unit.values());
            if (orders.isEmpty()) {
                units.forEach(unit -> printed(figure, unit).ifPresent(orders::add));
            }
        } else if (query.answers().isEmpty() && query.where().size() == 1) {
            // With several filters the words alone say which of them is ranked.
            groups(figure, query.where().firstKey()).ifPresent(orders::add);
        }
        return orders;
    }

    private Optional<Order> tallied(PublishedFigure figure) {
        Query query = figure.query().orElseThrow();
        Set<String> left = left(figure);
        return material.tally(query)
                .map(own -> new Order(
                        standing(own),
                        material.study(query).orElseThrow().tallies(query.measure()).stream()
                                .filter(t ->
                                        t != own && !left.contains(t.option().code()))
                                .map(RankClaims::standing)
                                .toList(),
                        left.isEmpty()));
    }

    private static Standing standing(Tally tally) {
        return new Standing(
                "“" + tally.option().label() + "”",
                Wording.count(tally.count()),
                Span.exactly(tally.perRespondent()),
                List.of());
    }

    /** The answers that a claim leaves out of the order. */
    private Set<String> left(PublishedFigure figure) {
        Set<String> left = new HashSet<>();
        figure.versus().stream()
                .map(material::figure)
                .flatMap(f -> f.query().stream())
                .forEach(q -> left.addAll(q.answers()));
        return left;
    }

    /** The single answers printed in a unit. */
    private Optional<Order> printed(PublishedFigure figure, Unit unit) {
        Query query = AuditMaterial.plain(figure.query().orElseThrow());
        Set<String> left = left(figure);
        Query family = query.answers(List.of());
        List<Standing> others = ranked(family, singleAnswers.getOrDefault(family, List.of()), unit).stream()
                .filter(r -> !r.query().answers().equals(query.answers()))
                .filter(r -> !left.contains(r.query().answers().get(0)))
                .map(Ranked::standing)
                .toList();
        return standing(query, unit).map(own -> new Order(own, others, false));
    }

    /** The groups of a filter's variable. */
    private Optional<Order> groups(PublishedFigure figure, String variable) {
        Query query = AuditMaterial.plain(figure.query().orElseThrow());
        Breakdown breakdown = new Breakdown(variable, query.withoutWhere(variable));
        List<String> own = query.where().get(variable);
        List<Standing> others = ranked(breakdown, groups.getOrDefault(breakdown, List.of()), Unit.PERCENT).stream()
                .filter(r -> r.query().where().get(variable).stream().noneMatch(own::contains))
                .map(Ranked::standing)
                .toList();
        return standing(query, Unit.PERCENT).map(standing -> new Order(standing, others, false));
    }

    /** The queries of a family of which a size is printed in a unit, worked out once. */
    private List<Ranked> ranked(Object family, List<Query> queries, Unit unit) {
        return ranked.computeIfAbsent(
                new Rivals(family, unit),
                key -> queries.stream()
                        .flatMap(q -> standing(q, unit).stream().map(s -> new Ranked(q, s)))
                        .toList());
    }

    private Optional<Standing> standing(Query query, Unit unit) {
        return material.asking(query).stream()
                .filter(f -> f.unit() == unit && f.printed().isPresent() && !Approximation.isRough(f))
                .findFirst()
                .map(f -> new Standing(
                        query.where().isEmpty() ? material.label(query) : query.whereText(),
                        f.printed().orElseThrow().text(),
                        Span.of(f.printed().orElseThrow()),
                        List.of(f)));
    }
}
