package org.deepdive.published;

import java.util.Comparator;
import java.util.List;
import org.deepdive.study.Study;

/**
 * An examination of published figures by arithmetic alone, without a respondent.
 *
 * <p>Each check is a rule that any printed numbers must keep, worked out with the interval of values that print so; the
 * rules know no figure by name. What is consistent is silent, and a figure that a rule needs and the document does not
 * print silences the rule. Findings are read in the words of the figures: a percentage that is impossible as the share
 * that chose an answer may be right as the share that ranked it first, and the finding says so.
 *
 * <p>The granularity check is the GRIM test of N. J. L. Brown and J. A. J. Heathers, "The GRIM Test: A Simple Technique
 * Detects Numerous Anomalies in the Reporting of Results in Psychology", Social Psychological and Personality Science 8
 * (2017), 363-369, with percentages for means. The bounds of rank scores are derived in {@code RankedAnswer}.
 */
public final class Audit {

    private static final List<AuditCheck> CHECKS = List.of(
            new GranularityCheck(),
            new PartsCheck(),
            new ChartScoresCheck(),
            new PrintedTwiceCheck(),
            new SumsCheck(),
            new TextAgainstDataCheck(),
            new RankBoundsCheck(),
            new MixtureCheck(),
            new DirectionsCheck(),
            new SamplesCheck(),
            new PeriodsCheck(),
            new UnitsCheck(),
            new WordsCheck(),
            new WavesCheck(),
            new SignificanceCheck(),
            new SameWordsCheck());

    private final AuditMaterial material;

    private Audit(AuditMaterial material) {
        this.material = material;
    }

    /**
     * An audit of figures.
     *
     * @param figures the figures
     * @param studies the studies their queries name; figures about other studies are checked as far as that goes
     */
    public static Audit of(PublishedFigures figures, List<Study> studies) {
        return new Audit(new AuditMaterial(figures, studies));
    }

    /**
     * What is wrong: the most severe first, then by check, then in the order of the figures. What is found several
     * times between the same sentences is one finding with several reasons.
     */
    public List<AuditFinding> findings() {
        return OneContradiction.of(CHECKS.stream()
                .flatMap(check -> check.findings(material).stream())
                .sorted(Comparator.comparing(AuditFinding::severity))
                .toList());
    }

    /** The names of the checks, in the order they are made. */
    public static List<String> checks() {
        return CHECKS.stream().map(AuditCheck::name).toList();
    }
}
