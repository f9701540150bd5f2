package org.deepdive.published;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.deepdive.estimate.Query;
import org.deepdive.estimate.WaveRange;

/** The printed numbers of respondents, found by the group and the period that they are of: a publication may print thousands. */
final class SampleSizes {

    /** A group of respondents, in whatever period. */
    private record Group(String study, Map<String, List<String>> where) {

        static Group of(Query query) {
            return new Group(query.study(), query.where());
        }
    }

    /** The groups that a variable makes of some respondents. */
    private record Breakdown(String variable, Query whole) {}

    /** One filter of the respondents of a period; without a filter they are everyone. */
    private record Filter(String study, Optional<WaveRange> waves, Map.Entry<String, List<String>> entry) {}

    private final List<PublishedFigure> all;
    private final AuditMaterial material;
    private final Map<Group, List<PublishedFigure>> byGroup = new HashMap<>();
    private final Map<Breakdown, List<PublishedFigure>> byBreakdown = new HashMap<>();
    private final Map<Filter, List<PublishedFigure>> byFirstFilter = new HashMap<>();

    SampleSizes(AuditMaterial material) {
        this.material = material;
        this.all = material.figures().stream().filter(material::isSampleSize).toList();
        all.forEach(this::add);
    }

    private void add(PublishedFigure size) {
        Query query = material.plain(size);
        file(byGroup, Group.of(query), size);
        query.where().keySet().forEach(v -> file(byBreakdown, new Breakdown(v, query.withoutWhere(v)), size));
        file(byFirstFilter, filters(query).findFirst().orElseGet(() -> everyone(query)), size);
    }

    private static <K> void file(Map<K, List<PublishedFigure>> index, K key, PublishedFigure size) {
        index.computeIfAbsent(key, k -> new ArrayList<>()).add(size);
    }

    private static Stream<Filter> filters(Query query) {
        return query.where().entrySet().stream()
                .map(e -> new Filter(query.study(), query.waves(), Map.entry(e.getKey(), e.getValue())));
    }

    private static Filter everyone(Query query) {
        return new Filter(query.study(), query.waves(), Map.entry("", List.of()));
    }

    /** All, in document order. */
    List<PublishedFigure> all() {
        return all;
    }

    /** Those of the same group as a query, in whatever period. */
    List<PublishedFigure> ofGroup(Query query) {
        return byGroup.getOrDefault(Group.of(query), List.of());
    }

    /** Those of the same group and period as a query. */
    List<PublishedFigure> of(Query query) {
        return ofGroup(query).stream()
                .filter(size -> material.plain(size).waves().equals(query.waves()))
                .toList();
    }

    /** Those of the groups that a variable makes of the respondents of a query. */
    List<PublishedFigure> groups(String variable, Query whole) {
        return byBreakdown.getOrDefault(new Breakdown(variable, whole), List.of());
    }

    /** Those of larger groups that the respondents of a query are part of, in the same period. */
    List<PublishedFigure> wholes(Query part) {
        return Stream.concat(Stream.of(everyone(part)), filters(part))
                .map(byFirstFilter::get)
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .filter(whole -> isPart(part, material.plain(whole)))
                .toList();
    }

    private static boolean isPart(Query part, Query whole) {
        return part.where().size() > whole.where().size()
                && part.where().entrySet().containsAll(whole.where().entrySet());
    }
}
