package org.deepdive.published;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.deepdive.estimate.Query;
import org.deepdive.study.Category;
import org.deepdive.study.Variable;

/**
 * Mixtures: a share of a whole is a weighted mean of the shares of its parts, so it lies between the least and the
 * greatest of them. Applied where the printed groups make up a variable: every substantive category but for
 * {@code other}, codebooks' word for a small remainder; or every category that the whole itself lets through. What is left out could pull the whole outside only if it were
 * large, so the finding is inconsistent, not impossible, unless nothing is left out. A whole period lies between the
 * periods that make it up ({@link WaveMixture}).
 */
final class MixtureCheck implements AuditCheck {

    private static final String REMAINDER = "other";

    /** A printed group of a variable. */
    private record Group(PublishedFigure figure, Set<String> codes, Span share) {}

    /** Printed shares by what they ask beside their waves, and beside the filter by each variable that one has. */
    private record Shares(
            List<PublishedFigure> all,
            Map<Query, List<PublishedFigure>> inAnyWaves,
            Map<String, Map<Query, List<PublishedFigure>>> filteredBy) {

        static Shares of(AuditMaterial material) {
            List<PublishedFigure> all = material.figures().stream()
                    .filter(f -> f.unit() == Unit.PERCENT
                            && f.query().isPresent()
                            && material.share(f).isPresent())
                    .toList();
            Map<String, Map<Query, List<PublishedFigure>>> filteredBy = new HashMap<>();
            for (PublishedFigure figure : all) {
                Query query = material.plain(figure);
                query.where()
                        .keySet()
                        .forEach(variable -> filteredBy
                                .computeIfAbsent(variable, v -> new HashMap<>())
                                .computeIfAbsent(query.withoutWhere(variable), q -> new ArrayList<>())
                                .add(figure));
            }
            return new Shares(
                    all,
                    all.stream()
                            .collect(
                                    Collectors.groupingBy(f -> material.plain(f).withoutWaves())),
                    filteredBy);
        }

        /** The figures that ask the same as a query but for their filter by a variable, which they have. */
        List<PublishedFigure> by(String variable, Query query) {
            return filteredBy.get(variable).getOrDefault(query.withoutWhere(variable), List.of());
        }
    }

    @Override
    public String name() {
        return "mixture";
    }

    @Override
    public List<AuditFinding> findings(AuditMaterial material) {
        List<AuditFinding> found = new ArrayList<>();
        Shares shares = Shares.of(material);
        for (PublishedFigure whole : shares.all()) {
            if (!Approximation.isRough(whole)) {
                Query query = material.plain(whole);
                material.study(query)
                        .ifPresent(study -> study.codebook().variables().stream()
                                .filter(v -> v.isSingle()
                                        && v.kind() != Variable.Kind.WAVE
                                        && shares.filteredBy().containsKey(v.name()))
                                .forEach(v -> finding(whole, v, shares.by(v.name(), query), material)
                                        .ifPresent(found::add)));
                WaveMixture.of(whole, shares.inAnyWaves().get(query.withoutWaves()), material)
                        .flatMap(parts -> waves(whole, parts, material))
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    private Optional<AuditFinding> waves(PublishedFigure whole, List<PublishedFigure> parts, AuditMaterial material) {
        Span hull = parts.stream()
                .map(f -> material.share(f).orElseThrow())
                .reduce(Span::or)
                .orElseThrow();
        if (!material.share(whole).orElseThrow().apart(hull)) {
            return Optional.empty();
        }
        String printed = Wording.list(parts.stream()
                .map(f -> f.printed().orElseThrow().text() + " ("
                        + material.period(f).orElseThrow().text() + ")")
                .toList());
        String words = whole.printed().orElseThrow().text() + " of the whole period "
                + material.period(whole).orElseThrow().text() + " does not lie between its parts, " + printed + ".";
        List<PublishedFigure> all = new ArrayList<>(List.of(whole));
        all.addAll(parts);
        return Optional.of(AuditFinding.of(Severity.IMPOSSIBLE, this, all, words));
    }

    private Optional<AuditFinding> finding(
            PublishedFigure whole, Variable variable, List<PublishedFigure> shares, AuditMaterial material) {
        List<String> codes = whole.query().orElseThrow().where().getOrDefault(variable.name(), variable.codes());
        List<Group> groups = groups(whole, variable, codes, shares, material);
        Set<String> left = new HashSet<>(codes);
        groups.forEach(g -> left.removeAll(g.codes()));
        boolean most = variable.categories().stream()
                .noneMatch(c -> left.contains(c.code())
                        && c.status() == Category.Status.VALID
                        && !c.code().equals(REMAINDER));
        if (groups.isEmpty() || !most) {
            return Optional.empty();
        }
        Span hull = groups.stream().map(Group::share).reduce(Span::or).orElseThrow();
        if (!material.share(whole).orElseThrow().apart(hull)) {
            return Optional.empty();
        }
        List<PublishedFigure> all = new ArrayList<>(List.of(whole));
        groups.forEach(g -> all.add(g.figure()));
        Severity severity = left.isEmpty() ? Severity.IMPOSSIBLE : Severity.INCONSISTENT;
        return Optional.of(AuditFinding.of(severity, this, all, words(whole, variable, groups, left)));
    }

    private static String words(PublishedFigure whole, Variable variable, List<Group> groups, Set<String> left) {
        String parts = Wording.list(groups.stream()
                .map(g -> g.figure().printed().orElseThrow().text() + " (" + labels(variable, g.codes()) + ")")
                .toList());
        String rest = left.isEmpty() ? "" : "; left out: " + labels(variable, left);
        return whole.printed().orElseThrow().text() + " of the whole does not lie between its parts by "
                + variable.label() + ", " + parts + rest + ".";
    }

    private static String labels(Variable variable, Set<String> codes) {
        return Wording.list(variable.categories().stream()
                .filter(c -> codes.contains(c.code()))
                .map(Category::label)
                .toList());
    }

    /** The figures, the same but for their filter by the variable, that add one or narrow it. */
    private static List<Group> groups(
            PublishedFigure whole,
            Variable variable,
            List<String> codes,
            List<PublishedFigure> shares,
            AuditMaterial material) {
        List<String> of = material.plain(whole).where().get(variable.name());
        List<Group> groups = new ArrayList<>();
        for (PublishedFigure figure : shares) {
            List<String> own = material.plain(figure).where().get(variable.name());
            if (!own.equals(of) && codes.containsAll(own)) {
                groups.add(new Group(
                        figure, new HashSet<>(own), material.share(figure).orElseThrow()));
            }
        }
        return groups;
    }
}
