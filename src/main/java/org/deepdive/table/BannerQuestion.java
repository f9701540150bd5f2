package org.deepdive.table;

import java.util.List;
import java.util.Optional;
import org.deepdive.estimate.Query;
import org.deepdive.estimate.WaveRange;
import org.deepdive.estimate.comparison.Adjustment;
import org.deepdive.study.Study;
import org.deepdive.study.Variable;

/**
 * What a banner table is about, and where it comes from.
 *
 * @param study the study
 * @param variable the question whose answers are the rows
 * @param domain a query of whom the table is about: its filters and waves
 * @param among the filters in words; empty for none
 * @param marks how significant differences are marked
 * @param adjustment how the probabilities behind the marks are adjusted within each table of a measure by a breakdown
 * @param cli the command that prints the table
 * @param java the Java that makes it
 */
public record BannerQuestion(
        Study study,
        Variable variable,
        Query domain,
        String among,
        BannerMarks marks,
        Adjustment adjustment,
        String cli,
        String java) {

    /** The waves in words; empty for all. */
    Optional<String> period() {
        return domain.waves().map(WaveRange::text).map(text -> text.replace("..", " to "));
    }

    /** The question as asked, as far as it is known. */
    String wording() {
        if (variable.question().isBlank()) {
            return "";
        }
        return "“" + variable.question() + "”" + (study.wordingAssumed() ? " (wording assumed)" : "");
    }

    /** Whether respondents who gave an answer can be among those that a query for a measure of the question is about. */
    boolean letsThrough(Query asked, String code) {
        List<String> through = asked.where().getOrDefault(variable.name(), List.of());
        return !variable.isSingle() || through.isEmpty() || through.contains(code);
    }
}
