package org.deepdive.published;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The figures of one question for shorter periods that follow one another without a gap and make up a longer one. */
final class WaveMixture {

    private WaveMixture() {}

    /**
     * The fewest that make up the period of a figure; absent where none do.
     *
     * @param shares figures that ask what it asks, in whatever waves
     */
    static Optional<List<PublishedFigure>> of(
            PublishedFigure whole, List<PublishedFigure> shares, AuditMaterial material) {
        Optional<Period> period = material.askedPeriod(whole);
        if (period.isEmpty() || period.get().waves() < 2) {
            return Optional.empty();
        }
        Map<Long, List<PublishedFigure>> starting = new HashMap<>();
        for (PublishedFigure part : shares) {
            material.askedPeriod(part)
                    .filter(p ->
                            period.get().contains(p) && p.waves() < period.get().waves())
                    .ifPresent(p -> starting.computeIfAbsent(p.first(), f -> new ArrayList<>())
                            .add(part));
        }
        return fewest(period.get(), starting, material);
    }

    /** Goes back from the end: the fewest parts from each wave to the end of the period. */
    private static Optional<List<PublishedFigure>> fewest(
            Period period, Map<Long, List<PublishedFigure>> starting, AuditMaterial material) {
        Map<Long, List<PublishedFigure>> toTheEnd = new HashMap<>();
        toTheEnd.put(period.last() + 1, List.of());
        starting.keySet().stream().sorted((a, b) -> Long.compare(b, a)).forEach(wave -> {
            for (PublishedFigure part : starting.get(wave)) {
                List<PublishedFigure> rest =
                        toTheEnd.get(material.period(part).orElseThrow().last() + 1);
                List<PublishedFigure> known = toTheEnd.get(wave);
                if (rest != null && (known == null || rest.size() + 1 < known.size())) {
                    List<PublishedFigure> parts = new ArrayList<>(List.of(part));
                    parts.addAll(rest);
                    toTheEnd.put(wave, parts);
                }
            }
        });
        return Optional.ofNullable(toTheEnd.get(period.first()));
    }
}
