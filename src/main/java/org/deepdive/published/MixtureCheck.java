package org.deepdive.published;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.deepdive.estimate.Query;
import org.deepdive.study.Category;
import org.deepdive.study.Variable;

/**
 * Mixtures: a share of a whole is a weighted mean of the shares of its parts, so it lies between the least and the
 * greatest of them. Applied where the printed groups make up a variable: every substantive category but for
 * {@code other}, codebooks' word for a small remainder. What is left out could pull the whole outside only if it were
 * large, so the finding is inconsistent, not impossible, unless nothing is left out.
 */
final class MixtureCheck implements AuditCheck {

    private static final String REMAINDER = "other";

    /** A printed group of a variable. */
    private record Group(PublishedFigure figure, Set<String> codes, Span share) {}

    @Override
    public String name() {
        return "mixture";
    }

    @Override
    public List<AuditFinding> findings(AuditMaterial material) {
        List<AuditFinding> found = new ArrayList<>();
        for (PublishedFigure whole : material.figures()) {
            if (whole.unit() == Unit.PERCENT && material.share(whole).isPresent() && !AuditMaterial.isFloor(whole)) {
                Query query = whole.query().orElseThrow();
                material.study(query)
                        .ifPresent(study -> study.codebook().variables().stream()
                                .filter(v -> v.isSingle() && v.kind() != Variable.Kind.WAVE)
                                .filter(v -> !query.where().containsKey(v.name()))
                                .forEach(v -> finding(whole, v, material).ifPresent(found::add)));
            }
        }
        return found;
    }

    private Optional<AuditFinding> finding(PublishedFigure whole, Variable variable, AuditMaterial material) {
        List<Group> groups = groups(whole, variable, material);
        Set<String> left = new HashSet<>(variable.codes());
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

    /** The figures of the same measure that add one filter, by the variable. */
    private static List<Group> groups(PublishedFigure whole, Variable variable, AuditMaterial material) {
        Query query = AuditMaterial.plain(whole.query().orElseThrow());
        List<Group> groups = new ArrayList<>();
        for (PublishedFigure figure : material.figures()) {
            if (figure.unit() == Unit.PERCENT && material.share(figure).isPresent()) {
                Query part = AuditMaterial.plain(figure.query().orElseThrow());
                if (part.where().containsKey(variable.name())
                        && part.withoutWhere(variable.name()).equals(query)) {
                    groups.add(new Group(
                            figure,
                            new HashSet<>(part.where().get(variable.name())),
                            material.share(figure).orElseThrow()));
                }
            }
        }
        return groups;
    }
}
