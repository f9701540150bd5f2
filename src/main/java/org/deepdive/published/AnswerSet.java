package org.deepdive.published;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import org.deepdive.estimate.Query;
import org.deepdive.estimate.WaveRange;
import org.deepdive.study.Category;
import org.deepdive.study.Codebook;
import org.deepdive.study.Measure;
import org.deepdive.study.Study;
import org.deepdive.study.Tally;

/**
 * Which answers of which question a figure counts, so that figures can be added up.
 *
 * @param question the question, the same for all figures that share respondents and question
 * @param codes the answers counted
 */
record AnswerSet(Question question, TreeSet<String> codes) {

    /**
     * A question to a group of respondents.
     *
     * @param study the study
     * @param name the measure, or the variable where several measures net its answers
     * @param where the group's filters
     * @param waves its waves
     * @param options all answers in the base
     * @param choices how many answers a respondent could give; 1 where they exclude one another
     */
    record Question(
            String study,
            String name,
            SortedMap<String, List<String>> where,
            Optional<WaveRange> waves,
            TreeSet<String> options,
            int choices) {

        /** Whether the answers are all there are: a single option is a yes whose no is not listed. */
        boolean isDistribution() {
            return choices == 1 && options.size() > 1;
        }
    }

    /** The answers that a figure about a study counts; absent for means, bases, breakdowns and open numbers of choices. */
    static Optional<AnswerSet> of(Study study, Measure measure, Query query, Unit unit) {
        if (!query.by().isEmpty()) {
            return Optional.empty();
        }
        if (measure instanceof Measure.Percentage m) {
            return of(query, m.variable(), m.net(), included(study.codebook(), m), 1);
        }
        if (measure instanceof Measure.Distribution m) {
            return of(query, m.variable(), query.answers(), included(study.codebook(), m), 1);
        }
        if (measure instanceof Measure.TallyShare m) {
            return of(query, m.name(), query.answers(), tallied(study, m), 1);
        }
        if (measure instanceof Measure.RankScore m) {
            return of(query, m.name(), query.answers(), tallied(study, m), unit == Unit.PERCENT_FIRST ? 1 : m.choose());
        }
        if (measure instanceof Measure.Unpublished m) {
            List<String> options = m.options().stream().map(Category::code).toList();
            return of(query, m.name(), query.answers(), options, unit == Unit.PERCENT_FIRST ? 1 : m.choose());
        }
        return Optional.empty();
    }

    private static Optional<AnswerSet> of(
            Query query, String name, List<String> codes, List<String> options, int choices) {
        return codes.isEmpty()
                ? Optional.empty()
                : Optional.of(new AnswerSet(
                        new Question(
                                query.study(), name, query.where(), query.waves(), new TreeSet<>(options), choices),
                        new TreeSet<>(codes)));
    }

    private static List<String> included(Codebook codebook, Measure.OfRespondents measure) {
        return codebook.variable(measure.variable()).codes().stream()
                .filter(code -> !measure.exclude().contains(code))
                .toList();
    }

    private static List<String> tallied(Study study, Measure measure) {
        return study.tallies(measure.name()).stream()
                .map(Tally::option)
                .map(Category::code)
                .toList();
    }
}
