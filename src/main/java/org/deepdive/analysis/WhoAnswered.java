package org.deepdive.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.deepdive.disclosure.Audience;
import org.deepdive.estimate.Cell;
import org.deepdive.estimate.Query;
import org.deepdive.published.Reproduction;

/**
 * Writes the section on who answered: unweighted bases, what weighting costs, and how precise the deep-dive's estimates
 * are for it.
 */
final class WhoAnswered {

    /** How the Policing and Community Safety Survey is weighted, as far as it is known. */
    static final String PCSS_WEIGHTING =
            "Estimates are weighted. How the survey makes its weights is not published; those"
                    + " of practice respondents make up for uneven shares of districts and ages. Standard errors allow for the"
                    + " weights and for sampling within strata of district by wave, which is assumed.";

    private final Editor editor;

    WhoAnswered(Editor editor) {
        this.editor = editor;
    }

    /**
     * The section.
     *
     * @param base the query of the base, such as {@code study=pcss&measure=base&waves=2021Q2..2023Q2}
     * @param who whom it counts, such as "residents aged 16 and over"
     * @param by the variables to show bases by
     * @param weighting how the survey is weighted, in a sentence
     * @param sections the other sections, whose estimates' design effects are told
     * @param figures the published figures it is about
     */
    Section section(
            String base,
            String who,
            List<String> by,
            String weighting,
            List<Section> sections,
            List<Reproduction> figures) {
        Cell.Estimate all = all(base);
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(weighting);
        kish(all, paragraphs);
        effects(sections, paragraphs);
        List<Exhibit> exhibits = new ArrayList<>();
        by.forEach(variable -> exhibits.add(
                editor.exhibit(Query.parse(base).by(List.of(variable)).text())));
        return new Section(
                "respondents",
                String.format(Locale.UK, "Who answered: %,d %s", all.base(), who),
                paragraphs,
                exhibits,
                figures);
    }

    private Cell.Estimate all(String base) {
        return editor.workspace()
                .answer(Query.parse(base), Audience.PUBLIC)
                .value()
                .single();
    }

    private static void kish(Cell.Estimate all, List<String> paragraphs) {
        double effect = all.base() / all.effectiveBase();
        paragraphs.add(String.format(
                Locale.UK,
                "Unequal weights alone make these %,d respondents as good as %,.0f of equal weight (Kish’s design effect"
                        + " %.2f).",
                all.base(),
                all.effectiveBase(),
                effect));
    }

    private static void effects(List<Section> sections, List<String> paragraphs) {
        List<Double> effects = sections.stream()
                .flatMap(section -> section.exhibits().stream())
                .flatMap(exhibit -> exhibit.designEffects().stream())
                .sorted()
                .toList();
        if (effects.isEmpty()) {
            return;
        }
        double median = median(effects);
        paragraphs.add(String.format(
                Locale.UK,
                "The %,d estimates of this deep-dive have design effects from %.1f to %.1f, with a median of %.1f: half of"
                        + " them are at best as precise as a simple random sample of %.0f in place of every 1,000 who"
                        + " answered. The effective bases in the tables allow for it, as do all intervals and tests.",
                effects.size(),
                effects.get(0),
                effects.get(effects.size() - 1),
                median,
                1000 / median));
    }

    private static double median(List<Double> sorted) {
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
