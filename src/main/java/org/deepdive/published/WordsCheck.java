package org.deepdive.published;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Words before a number, against the exact numbers printed for the same thing: those in {@code versus}, and those of the
 * same query and unit. "At least" and "over" hold for each of several; the others are held against a single one.
 * "Majority" and "most" are more than half, "all" is everyone. {@link Approximation} says what "about" and "almost" allow.
 * Rows with a query whose bound or majority another row or the study contradicts are {@link TextAgainstDataCheck}'s.
 */
final class WordsCheck implements AuditCheck {

    private static final double HALF = 0.5;

    @Override
    public String name() {
        return "words";
    }

    @Override
    public List<AuditFinding> findings(AuditMaterial material) {
        List<AuditFinding> found = new ArrayList<>();
        for (PublishedFigure figure : material.figures()) {
            figure.claim().ifPresent(claim -> {
                switch (claim) {
                    case AT_LEAST, OVER, AT_MOST ->
                        each(figure, material).stream()
                                .filter(pair -> breaks(pair, claim))
                                .findFirst()
                                .ifPresent(pair -> found.add(bound(pair, claim)));
                    case ABOUT, ALMOST, FRACTION ->
                        one(figure, material)
                                .filter(pair -> breaks(pair, claim))
                                .ifPresent(pair -> found.add(approximate(pair, claim)));
                    case ALL -> all(figure, material).ifPresent(found::add);
                    case MAJORITY, MOST -> majority(figure, claim, material).ifPresent(found::add);
                    default -> {}
                }
            });
        }
        return found;
    }

    private static List<PrintedPair> each(PublishedFigure figure, AuditMaterial material) {
        List<PublishedFigure> others =
                new ArrayList<>(figure.versus().stream().map(material::figure).toList());
        boolean leftToOthers = figure.claim().filter(c -> c != Claim.AT_MOST).isPresent();
        if (figure.query().isPresent() && !(Approximation.isFloor(figure) && leftToOthers)) {
            material.asking(figure.query().get()).stream()
                    .filter(f -> f != figure && f.unit() == figure.unit() && !others.contains(f))
                    .forEach(others::add);
        }
        return others.stream()
                .filter(f -> !Approximation.isRough(f))
                .flatMap(f -> PrintedPair.of(figure, f, material).stream())
                .toList();
    }

    /** The one exact number it can be held against; several may be its parts, or examples. */
    private static Optional<PrintedPair> one(PublishedFigure figure, AuditMaterial material) {
        List<PrintedPair> pairs = each(figure, material);
        return figure.versus().size() < 2 ? pairs.stream().findFirst() : Optional.empty();
    }

    private static boolean breaks(PrintedPair pair, Claim claim) {
        Span exact = pair.second();
        Span allowed = pair.first();
        return switch (claim) {
            case OVER ->
                exact.isExact()
                        ? exact.low() <= allowed.low()
                        : Span.exactly(allowed.low()).above(exact);
            case ALMOST ->
                exact.low() >= allowed.high() || Span.exactly(allowed.low()).above(exact);
            default -> exact.apart(allowed);
        };
    }

    private AuditFinding bound(PrintedPair pair, Claim claim) {
        return AuditFinding.of(
                Severity.INCONSISTENT,
                this,
                List.of(pair.one(), pair.other()),
                claim.text().substring(0, 1).toUpperCase(Locale.ROOT)
                        + claim.text().substring(1) + " " + text(pair.one()) + " is said where " + text(pair.other())
                        + " is printed.");
    }

    private AuditFinding approximate(PrintedPair pair, Claim claim) {
        String said = claim == Claim.FRACTION
                ? text(pair.one()) + " is said of "
                : claim.text() + " " + text(pair.one()) + " is said of ";
        Span allowed = Approximation.span(pair.one());
        String range = number(pair.one(), allowed.low()) + " to " + number(pair.one(), allowed.high());
        String meaning = claim == Claim.ALMOST
                ? "a little below it would be " + range + ", and less than it"
                : "it would stand for " + range;
        String sentence = said + text(pair.other()) + "; " + meaning + ".";
        return AuditFinding.of(
                Severity.IMPRECISE,
                this,
                List.of(pair.one(), pair.other()),
                sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1));
    }

    private static String number(PublishedFigure figure, double value) {
        return figure.printed().orElseThrow().percent() ? Wording.percent(value) : Wording.number(value, 1);
    }

    private static String text(PublishedFigure figure) {
        return figure.printed().orElseThrow().text();
    }

    private Optional<AuditFinding> all(PublishedFigure figure, AuditMaterial material) {
        if (figure.versus().isEmpty()) {
            Span everyone = Span.exactly(1);
            return Optional.of(figure)
                    .filter(f -> AuditMaterial.isPercent(f)
                            && material.share(f).orElseThrow().apart(everyone))
                    .map(f -> AuditFinding.of(
                            Severity.INCONSISTENT, this, List.of(f), "Called all, but printed " + text(f) + "."));
        }
        return one(figure, material)
                .filter(PrintedPair::apart)
                .map(pair -> AuditFinding.of(
                        Severity.INCONSISTENT,
                        this,
                        List.of(pair.one(), pair.other()),
                        text(pair.one()) + " is said to be all, but there are " + text(pair.other()) + "."));
    }

    private Optional<AuditFinding> majority(PublishedFigure figure, Claim claim, AuditMaterial material) {
        if (figure.query().isPresent()) {
            return Optional.empty();
        }
        return material.share(figure)
                .filter(share -> share.isExact()
                        ? share.low() <= HALF
                        : Span.exactly(HALF).above(share))
                .map(share -> AuditFinding.of(
                        Severity.INCONSISTENT,
                        this,
                        List.of(figure),
                        "Called " + claim.text() + ", but " + text(figure) + " is no more than half."));
    }
}
