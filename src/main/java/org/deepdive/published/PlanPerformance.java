package org.deepdive.published;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.deepdive.study.DataFolder;
import org.deepdive.study.InputException;

/**
 * What a plan committed to and what was reported of it, read from {@code performance/} of a data folder.
 *
 * @param commitments the numbered commitments, in order
 * @param indicators the statistics proposed for the scorecard
 * @param progress what the progress report says, in its order
 * @param scorecard the indicators for which figures are printed
 * @param successMeasures the signs by which the plan of 2018 wanted to be judged
 */
public record PlanPerformance(
        List<Commitment> commitments,
        List<ProposedIndicator> indicators,
        List<ReportedProgress> progress,
        List<ScorecardIndicator> scorecard,
        List<SuccessMeasure> successMeasures) {

    /** How many priorities the plan has. */
    public static final int PRIORITIES = 3;

    private static final int LARGEST_NUMBER = 999;

    public PlanPerformance {
        commitments = List.copyOf(commitments);
        indicators = List.copyOf(indicators);
        progress = List.copyOf(progress);
        scorecard = List.copyOf(scorecard);
        successMeasures = List.copyOf(successMeasures);
        requireNumberedOnce(commitments);
    }

    /**
     * Reads the files.
     *
     * @param figures the published figures that they name
     * @throws InputException that names the file and line of what is wrong
     */
    public static PlanPerformance read(DataFolder data, PublishedFigures figures) {
        Path folder = data.resolve("performance");
        List<ProposedIndicator> indicators = CsvRows.read(
                folder.resolve("indicators.csv"),
                List.of("priority", "indicator", "quote"),
                line -> new ProposedIndicator(
                        priority(line), CsvRows.text(line, "indicator"), CsvRows.text(line, "quote")));
        return new PlanPerformance(
                CsvRows.read(
                        folder.resolve("commitments.csv"),
                        List.of("number", "priority", "asked", "commitment", "note", "quote"),
                        PlanPerformance::commitment),
                indicators,
                CsvRows.read(
                        folder.resolve("progress.csv"),
                        List.of("asked", "kind", "figures", "quote"),
                        line -> progress(line, figures)),
                CsvRows.read(
                        folder.resolve("scorecard.csv"),
                        List.of(
                                "indicator",
                                "priority",
                                "proposed",
                                "earlier",
                                "latest",
                                "change",
                                "better",
                                "comparison",
                                "sample",
                                "asked",
                                "note"),
                        line -> indicator(line, indicators, figures)),
                CsvRows.read(
                        folder.resolve("success-measures.csv"),
                        List.of("scope", "measure", "measured_by", "note", "quote"),
                        line -> successMeasure(line, figures)));
    }

    /** The headings "You asked us" of a priority, in the order of the commitments. */
    public List<String> headings(int priority) {
        return commitments.stream()
                .filter(c -> c.priority() == priority)
                .map(Commitment::asked)
                .distinct()
                .toList();
    }

    /** The headings of the progress report under which no commitment is printed. */
    public List<String> headingsWithoutCommitments() {
        Set<String> committed = new HashSet<>();
        commitments.forEach(c -> committed.add(c.asked()));
        return progress.stream()
                .map(ReportedProgress::asked)
                .distinct()
                .filter(asked -> !committed.contains(asked))
                .toList();
    }

    /** The commitments under a heading. */
    public List<Commitment> commitments(String asked) {
        return commitments.stream().filter(c -> c.asked().equals(asked)).toList();
    }

    /** What is reported under a heading; empty where nothing is. */
    public List<ReportedProgress> progress(String asked) {
        return progress.stream().filter(p -> p.asked().equals(asked)).toList();
    }

    private static int priority(NamedCsvRecord line) {
        return CsvRows.whole(line, "priority", PRIORITIES);
    }

    private static Commitment commitment(NamedCsvRecord line) {
        return new Commitment(
                CsvRows.whole(line, "number", LARGEST_NUMBER),
                priority(line),
                CsvRows.text(line, "asked"),
                CsvRows.text(line, "commitment"),
                line.getField("note"),
                CsvRows.text(line, "quote"));
    }

    private static ReportedProgress progress(NamedCsvRecord line, PublishedFigures figures) {
        return new ReportedProgress(
                CsvRows.text(line, "asked"),
                ReportedProgress.Kind.parse(line.getField("kind")),
                CsvRows.words(line, "figures").stream().map(figures::figure).toList(),
                CsvRows.text(line, "quote"));
    }

    private static ScorecardIndicator indicator(
            NamedCsvRecord line, List<ProposedIndicator> indicators, PublishedFigures figures) {
        List<String> proposed = indicators.stream().map(ProposedIndicator::name).toList();
        return new ScorecardIndicator(
                CsvRows.text(line, "indicator"),
                priority(line),
                Optional.of(line.getField("proposed"))
                        .filter(name -> !name.isBlank())
                        .map(name -> CsvRows.among("proposed indicator", name, proposed)),
                figure(line, "earlier", figures),
                figure(line, "latest", figures),
                figure(line, "change", figures),
                ScorecardIndicator.Better.parse(line.getField("better")),
                figure(line, "comparison", figures),
                figure(line, "sample", figures),
                figure(line, "asked", figures),
                line.getField("note"));
    }

    private static Optional<PublishedFigure> figure(NamedCsvRecord line, String column, PublishedFigures figures) {
        return Optional.of(line.getField(column)).filter(id -> !id.isBlank()).map(figures::figure);
    }

    private static SuccessMeasure successMeasure(NamedCsvRecord line, PublishedFigures figures) {
        List<String> measuredBy = CsvRows.words(line, "measured_by");
        measuredBy.stream().filter(name -> !SuccessMeasure.isMeasure(name)).forEach(figures::figure);
        return new SuccessMeasure(
                CsvRows.text(line, "scope"),
                CsvRows.text(line, "measure"),
                measuredBy,
                line.getField("note"),
                CsvRows.text(line, "quote"));
    }

    private static void requireNumberedOnce(List<Commitment> commitments) {
        Set<Integer> numbers = new HashSet<>();
        for (Commitment commitment : commitments) {
            if (!numbers.add(commitment.number())) {
                throw InputException.of(
                        "repeated-number",
                        "Two commitments have the number " + commitment.number() + ".",
                        String.valueOf(commitment.number()),
                        "Number each once.");
            }
        }
    }
}
