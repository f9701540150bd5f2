package org.deepdive.published;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Parts and wholes: answers that exclude one another cannot add up to more than everyone, answers of a choose-up-to-k
 * question to no more than k times everyone, and a net is what its answers add up to. A distribution whose answers are
 * all printed adds up to everyone. The same answers printed as a count and as a percentage agree.
 */
final class PartsCheck implements AuditCheck {

    private static final double BINARY = 1e-9;

    @Override
    public String name() {
        return "parts";
    }

    @Override
    public List<AuditFinding> findings(AuditMaterial material) {
        List<AuditFinding> found = new ArrayList<>();
        for (PartFamily family : PartFamily.of(material)) {
            family.parts().forEach(part -> disagreement(part, material).ifPresent(found::add));
            total(family).ifPresent(found::add);
            if (family.question().choices() == 1) {
                family.parts().stream()
                        .filter(part -> part.codes().size() > 1)
                        .forEach(net -> net(family, net).ifPresent(found::add));
            }
        }
        return found;
    }

    private Optional<AuditFinding> disagreement(Part part, AuditMaterial material) {
        for (PublishedFigure count : part.figures()) {
            for (PublishedFigure percent : part.figures()) {
                if (count.unit() == Unit.COUNT && percent.unit() != Unit.COUNT && apart(count, percent, material)) {
                    long base = material.base(count).orElseThrow();
                    String words = count.printed().orElseThrow().text() + " respondents and "
                            + percent.printed().orElseThrow().text() + " are printed for "
                            + material.label(count.query().orElseThrow()) + ", but the count is "
                            + Wording.percent(
                                    Math.round(count.printed().orElseThrow().value()), base, 2)
                            + " of " + Wording.count(base) + ".";
                    return Optional.of(AuditFinding.of(Severity.INCONSISTENT, this, List.of(count, percent), words));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean apart(PublishedFigure count, PublishedFigure percent, AuditMaterial material) {
        return material.share(count).orElseThrow().apart(material.share(percent).orElseThrow());
    }

    private Optional<AuditFinding> total(PartFamily family) {
        int choices = family.question().choices();
        for (List<Part> parts : List.of(family.finest(), family.coarsest())) {
            if (PartFamily.low(parts) > choices + BINARY) {
                return Optional.of(found(Severity.IMPOSSIBLE, parts, tooMuch(family, parts)));
            }
            if (family.question().isDistribution()
                    && PartFamily.cover(parts, family.question().options())
                    && PartFamily.high(parts) < 1 - BINARY) {
                String words =
                        "All answers are printed, but they do not add up to everyone: " + PartFamily.sum(parts) + ".";
                return Optional.of(found(Severity.INCONSISTENT, parts, words));
            }
        }
        return Optional.empty();
    }

    private static String tooMuch(PartFamily family, List<Part> parts) {
        int choices = family.question().choices();
        return choices == 1
                ? "Answers that exclude one another add up to more than everyone: " + PartFamily.sum(parts) + "."
                : "Where " + choices + " answers could be chosen, shares add up to at most " + choices * 100 + "%, but "
                        + PartFamily.sum(parts) + ".";
    }

    private Optional<AuditFinding> net(PartFamily family, Part net) {
        List<Part> inside = family.inside(net);
        List<Part> all = new ArrayList<>(List.of(net));
        all.addAll(inside);
        String words = PartFamily.sum(inside) + ", but " + net.printed() + " is printed for them together.";
        if (PartFamily.low(inside) > net.share().high() + BINARY) {
            return Optional.of(found(Severity.IMPOSSIBLE, all, "The parts of a net are more than the net: " + words));
        }
        if (PartFamily.cover(inside, net.codes())
                && PartFamily.high(inside) < net.share().low() - BINARY) {
            return Optional.of(
                    found(Severity.INCONSISTENT, all, "The parts of a net do not add up to the net: " + words));
        }
        return Optional.empty();
    }

    private AuditFinding found(Severity severity, List<Part> parts, String words) {
        return AuditFinding.of(severity, this, PartFamily.figures(parts), words);
    }
}
