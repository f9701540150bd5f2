package org.deepdive.published;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.deepdive.study.InputException;

/**
 * Checks what a document says of its figures against the data: directions, significance, ranks, waves.
 *
 * <p>A claim without "significantly" is read as a statement about those asked, and the test stands beside it: a plain
 * "higher" that could be chance points the same way, and is not significant. Where the data cannot tell, the verdict says
 * why.
 */
final class ClaimCheck {

    /** Errors that tell of the data, and not of a mistake in a row. */
    private static final Set<String> UNTESTABLE = Set.of(
            InputException.SUPPRESSED,
            InputException.REMAINDER,
            "counts-only",
            "no-test",
            "no-answers",
            "no-respondents-here",
            "not-single",
            "one-group",
            "same-groups",
            "two-studies");

    private final DirectionVerdicts directions;
    private final GapVerdicts gaps;
    private final WaveVerdicts waves;
    private final RankVerdicts ranks;
    private final NumberVerdicts numbers;

    ClaimCheck(Map<String, PublishedFigure> figures, Answers answers) {
        Others others = new Others(figures);
        this.directions = new DirectionVerdicts(others, answers);
        this.gaps = new GapVerdicts(others, answers);
        this.waves = new WaveVerdicts(others, answers);
        this.ranks = new RankVerdicts(others, answers);
        this.numbers = new NumberVerdicts(others, answers);
    }

    /** The verdict on a figure's claim; empty where it makes none. */
    Optional<ClaimVerdict> check(PublishedFigure figure) {
        if (figure.claim().isEmpty()) {
            return Optional.empty();
        }
        if (figure.query().isEmpty() && !Others.isOfOthers(figure.claim().get())) {
            return Optional.of(ClaimVerdict.cannot("No query computes it."));
        }
        try {
            return Optional.of(judge(figure));
        } catch (InputException e) {
            if (UNTESTABLE.contains(e.code())) {
                return Optional.of(ClaimVerdict.cannot(e.problem()));
            }
            throw e;
        }
    }

    private ClaimVerdict judge(PublishedFigure figure) {
        return switch (figure.claim().orElseThrow()) {
            case HIGHER -> directions.plain(figure, 1);
            case LOWER -> directions.plain(figure, -1);
            case SIGNIFICANTLY_HIGHER -> directions.significant(figure, 1);
            case SIGNIFICANTLY_LOWER -> directions.significant(figure, -1);
            case SLIGHTLY_HIGHER -> directions.slight(figure, 1);
            case SLIGHTLY_LOWER -> directions.slight(figure, -1);
            case SIMILAR -> directions.similar(figure);
            case NOT_HIGHER -> directions.notHigher(figure);
            case CONSISTENTLY_HIGHER -> waves.consistent(figure, 1);
            case CONSISTENTLY_LOWER -> waves.consistent(figure, -1);
            case STEADY -> waves.steady(figure);
            case HIGHEST_WAVE -> waves.extreme(figure, 1);
            case LOWEST_WAVE -> waves.extreme(figure, -1);
            case BIGGER_DIFFERENCE -> gaps.bigger(figure);
            case TOP_1, LARGEST -> ranks.between(figure, 1, 1);
            case TOP_2 -> ranks.between(figure, 1, 2);
            case TOP_3 -> ranks.between(figure, 1, 3);
            case SECOND -> ranks.between(figure, 2, 2);
            case SMALLEST -> ranks.last(figure);
            case CLOSELY_FOLLOWED_BY -> ranks.followed(figure);
            default -> numbers.judge(figure);
        };
    }
}
