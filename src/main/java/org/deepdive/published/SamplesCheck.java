package org.deepdive.published;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.deepdive.estimate.Query;
import org.deepdive.study.Measure;
import org.deepdive.study.Variable;

/**
 * Sample sizes: so many waves hold so many times the respondents printed for one wave; a longer period holds more of them
 * than its part; a group is no larger than the respondents it is of, and groups that share nobody are together no larger; and the base printed for a figure is the number of respondents printed for its group. Where a
 * question is not put to everyone, or a measure leaves answers out, a base may be smaller but not larger.
 */
final class SamplesCheck implements AuditCheck {

    @Override
    public String name() {
        return "samples";
    }

    @Override
    public List<AuditFinding> findings(AuditMaterial material) {
        List<AuditFinding> found = new ArrayList<>();
        SampleSizes sizes = new SampleSizes(material);
        for (PublishedFigure size : sizes.all()) {
            Query query = material.plain(size);
            sizes.ofGroup(query).stream()
                    .filter(wave -> wave != size)
                    .flatMap(wave -> waves(size, wave, material).stream())
                    .forEach(found::add);
            sizes.wholes(query).stream()
                    .filter(whole -> value(size) > value(whole))
                    .map(whole -> group(size, whole, material))
                    .forEach(found::add);
            sizes.ofGroup(query).stream()
                    .flatMap(longer -> longer(longer, size, material).stream())
                    .forEach(found::add);
            groups(size, sizes, material).forEach(found::add);
        }
        for (PublishedFigure figure : material.figures()) {
            if (figure.base().isPresent() && figure.query().isPresent()) {
                sizes.of(material.plain(figure)).stream()
                        .flatMap(size -> base(figure, size, material).stream())
                        .findFirst()
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    private static long value(PublishedFigure figure) {
        return Math.round(figure.printed().orElseThrow().value());
    }

    private static String text(PublishedFigure figure) {
        return figure.printed().orElseThrow().text();
    }

    private Optional<AuditFinding> waves(PublishedFigure size, PublishedFigure wave, AuditMaterial material) {
        long waves = count(size, material);
        if (count(wave, material) != 1 || waves < 2) {
            return Optional.empty();
        }
        // 3,250 may stand for 3,245 to 3,254: a round size of a wave is not meant to the last respondent.
        long slack = waves * (RoundNumber.unit(value(wave)) / 2);
        long expected = waves * value(wave);
        if (Math.abs(value(size) - expected) <= slack) {
            return Optional.empty();
        }
        String range = material.plain(size).waves().orElseThrow().text();
        String words = text(size) + " respondents are printed for the " + waves + " waves " + range + ", but " + waves
                + " waves of " + text(wave) + " are " + Wording.count(expected) + "; " + text(size) + " is "
                + Wording.number((double) value(size) / value(wave), 2) + " waves.";
        return Optional.of(AuditFinding.of(Severity.INCONSISTENT, this, List.of(size, wave), words));
    }

    /** How many waves the query of a figure spans; 0 where it names none. */
    private static long count(PublishedFigure size, AuditMaterial material) {
        return material.askedPeriod(size).map(Period::waves).orElse(0L);
    }

    /** A longer period holds more respondents than one of its parts; where it holds as many, the rest holds nobody. */
    private Optional<AuditFinding> longer(PublishedFigure longer, PublishedFigure shorter, AuditMaterial material) {
        Optional<Period> all = material.askedPeriod(longer);
        Optional<Period> some = material.askedPeriod(shorter);
        boolean nested = all.isPresent()
                && some.isPresent()
                && all.get().contains(some.get())
                && all.get().waves() > some.get().waves();
        if (!nested || value(longer) > value(shorter)) {
            return Optional.empty();
        }
        boolean same = value(longer) == value(shorter);
        String words = text(longer) + " respondents are printed for " + waves(all.get()) + " and " + text(shorter)
                + " for " + waves(some.get()) + " of them"
                + (same
                        ? ", which leaves nobody for the other "
                                + (all.get().waves() - some.get().waves()) + "."
                        : ": a part is more than its whole.");
        return Optional.of(AuditFinding.of(
                same ? Severity.INCONSISTENT : Severity.IMPOSSIBLE, this, List.of(longer, shorter), words));
    }

    private static String waves(Period period) {
        return (period.waves() == 1 ? "the wave " : "the " + period.waves() + " waves ") + period.text();
    }

    /** Groups that share nobody are together no more than the whole. */
    private List<AuditFinding> groups(PublishedFigure whole, SampleSizes sizes, AuditMaterial material) {
        List<AuditFinding> found = new ArrayList<>();
        material.study(material.plain(whole))
                .ifPresent(study -> study.codebook().variables().stream()
                        .filter(v ->
                                v.isSingle() && !material.plain(whole).where().containsKey(v.name()))
                        .forEach(v -> {
                            List<PublishedFigure> groups =
                                    disjoint(v.name(), sizes.groups(v.name(), material.plain(whole)), material);
                            long sum = groups.stream()
                                    .mapToLong(SamplesCheck::value)
                                    .sum();
                            boolean each = groups.stream().allMatch(g -> value(g) <= value(whole));
                            if (groups.size() > 1 && each && sum > value(whole)) {
                                found.add(tooMany(whole, groups, sum, v.label()));
                            }
                        }));
        return found;
    }

    private AuditFinding tooMany(PublishedFigure whole, List<PublishedFigure> groups, long sum, String label) {
        List<PublishedFigure> all = new ArrayList<>(List.of(whole));
        all.addAll(groups);
        String words = "The groups by " + label + " are more than the " + text(whole) + " respondents they are of: "
                + groups.stream().map(SamplesCheck::text).collect(Collectors.joining(" + ")) + " = "
                + Wording.count(sum) + ".";
        return AuditFinding.of(Severity.IMPOSSIBLE, this, all, words);
    }

    /** Groups by a variable that share none of its categories, the first printed first. */
    private static List<PublishedFigure> disjoint(
            String variable, List<PublishedFigure> sizes, AuditMaterial material) {
        Set<String> taken = new HashSet<>();
        List<PublishedFigure> groups = new ArrayList<>();
        for (PublishedFigure size : sizes) {
            List<String> codes = material.plain(size).where().get(variable);
            if (!codes.isEmpty() && codes.stream().noneMatch(taken::contains)) {
                taken.addAll(codes);
                groups.add(size);
            }
        }
        return groups;
    }

    private AuditFinding group(PublishedFigure part, PublishedFigure whole, AuditMaterial material) {
        String words = text(part) + " respondents of a group ("
                + material.plain(part).whereText() + ") are more than the " + text(whole) + " they are of.";
        return AuditFinding.of(Severity.IMPOSSIBLE, this, List.of(part, whole), words);
    }

    private Optional<AuditFinding> base(PublishedFigure figure, PublishedFigure size, AuditMaterial material) {
        long base = figure.base().orElseThrow();
        if (base == value(size) || base < value(size) && asksSome(figure.query().orElseThrow(), material)) {
            return Optional.empty();
        }
        String words = "A base of " + Wording.count(base) + " is printed for "
                + material.label(figure.query().orElseThrow()) + ", but " + text(size)
                + " respondents for the same group.";
        return Optional.of(AuditFinding.of(Severity.INCONSISTENT, this, List.of(figure, size), words));
    }

    /** Whether a measure's base may be smaller than the group: not all were asked, or some answers are left out. */
    private static boolean asksSome(Query query, AuditMaterial material) {
        Optional<Measure> measure = material.measure(query);
        if (measure.isEmpty() || measure.get() instanceof Measure.Base) {
            return false;
        }
        if (!(measure.get() instanceof Measure.OfRespondents asked)) {
            return false;
        }
        Variable variable = material.study(query).orElseThrow().codebook().variable(asked.variable());
        return !asked.exclude().isEmpty()
                || asked instanceof Measure.Mean
                || variable.kind() == Variable.Kind.NUMERIC
                || !variable.askedOf().equals("everyone");
    }
}
