package org.deepdive.study;

import java.util.List;
import java.util.Optional;

/**
 * A survey as Deepdive knows it: description, codebook, design and measures, without any respondent.
 *
 * @param slug its name in queries and URLs
 * @param title its full name
 * @param population whom its estimates are about
 * @param provenance where it comes from
 * @param wordingAssumed whether question wordings are assumed, because the questionnaire is not public
 * @param codebook its variables; empty where only counts are published
 * @param design its sampling design; absent where only counts are published
 * @param mapping how the respondent-level file names things; absent where only counts are published
 * @param measures what can be estimated, in order
 * @param tallies published counts; empty where respondents are read from a file
 */
public record Study(
        String slug,
        String title,
        String population,
        Provenance provenance,
        boolean wordingAssumed,
        Codebook codebook,
        Optional<SurveyDesign> design,
        Optional<FileMapping> mapping,
        List<Measure> measures,
        List<Tally> tallies) {

    public Study {
        measures = List.copyOf(measures);
        tallies = List.copyOf(tallies);
    }

    /** The measure of that name, or an error that names the nearest. */
    public Measure measure(String name) {
        return measures.stream()
                .filter(m -> m.name().equals(name))
                .findFirst()
                .orElseThrow(() -> InputException.unknown(
                        "measure", name, measures.stream().map(Measure::name).toList()));
    }

    /** The published counts of a measure, in the order of the source. */
    public List<Tally> tallies(String measure) {
        return tallies.stream().filter(t -> t.measure().equals(measure)).toList();
    }

    /** The variable that tells the wave, where the study has waves. */
    public Optional<Variable> waves() {
        return design.flatMap(SurveyDesign::wave).map(codebook::variable);
    }

    /** The survey's design, or an error for a study of counts. */
    public SurveyDesign requireDesign() {
        return design.orElseThrow(() -> InputException.of(
                "no-respondents",
                "The study \"" + slug + "\" has published counts only, no respondents.",
                slug,
                "Ask for one of its measures without breakdown, filter or wave."));
    }
}
