package org.deepdive.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deepdive.published.Commitment;
import org.deepdive.published.PlanPerformance;
import org.deepdive.published.ProposedIndicator;
import org.deepdive.published.Publication;
import org.deepdive.published.PublishedFigure;
import org.deepdive.published.ReportedProgress;
import org.deepdive.published.SuccessMeasure;
import org.deepdive.study.Measure;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * The deep-dive on performance against the plan: no respondents, only what documents print.
 *
 * @param standfirst what it is about
 * @param priorities the scorecard and the commitments, by priority
 * @param elsewhere headings of the progress report under which no commitment is printed
 * @param success the signs by which the plan of 2018 wanted to be judged
 * @param notes remarks on method and limits
 * @param sources the documents
 */
public record PerformanceReport(
        String standfirst,
        List<Priority> priorities,
        List<Asked> elsewhere,
        List<Sign> success,
        List<String> notes,
        List<Publication> sources) {

    /** Its title. */
    public static final String TITLE = "Performance against the Police and Crime Plan";

    /** What stands where a progress report has nothing under a heading. */
    public static final String NOTHING_REPORTED = "Nothing reported in the sources.";

    public PerformanceReport {
        priorities = List.copyOf(priorities);
        elsewhere = List.copyOf(elsewhere);
        success = List.copyOf(success);
        notes = List.copyOf(notes);
        sources = List.copyOf(sources);
    }

    /**
     * A priority of the plan.
     *
     * @param number its number
     * @param name its name
     * @param scores its indicators with figures
     * @param without the proposed indicators for which no figure is printed
     * @param headings the headings of its commitments
     */
    public record Priority(
            int number, String name, List<Score> scores, List<ProposedIndicator> without, List<Asked> headings) {

        public Priority {
            scores = List.copyOf(scores);
            without = List.copyOf(without);
            headings = List.copyOf(headings);
        }
    }

    /**
     * A heading "You asked us".
     *
     * @param asked the heading
     * @param commitments the commitments under it
     * @param progress what was reported under it; empty where nothing was
     */
    public record Asked(String asked, List<Commitment> commitments, List<ReportedProgress> progress) {

        public Asked {
            commitments = List.copyOf(commitments);
            progress = List.copyOf(progress);
        }

        /** What was reported, planned or measured. */
        public List<ReportedProgress> progress(ReportedProgress.Kind kind) {
            return progress.stream().filter(p -> p.kind() == kind).toList();
        }
    }

    /**
     * A sign by which a plan wanted to be judged.
     *
     * @param sign the sign
     * @param measures the studies' measures that come nearest
     * @param figures the published figures that come nearest
     */
    public record Sign(SuccessMeasure sign, List<Measured> measures, List<PublishedFigure> figures) {

        public Sign {
            measures = List.copyOf(measures);
            figures = List.copyOf(figures);
        }
    }

    /**
     * A measure of a study.
     *
     * @param study the study's slug
     * @param measure the measure
     */
    public record Measured(String study, Measure measure) {}

    /** Computes the deep-dive. */
    public static PerformanceReport of(Workspace workspace) {
        return new Performance(workspace, PlanPerformance.read(workspace.data(), workspace.published())).report();
    }

    /** The indicators: one row each, with the figures as printed. */
    public Table table() {
        List<Score> scores =
                priorities.stream().flatMap(p -> p.scores().stream()).toList();
        return Table.create("Scorecard")
                .addColumns(
                        strings("indicator", scores, s -> s.indicator().name()),
                        ints("priority", scores.stream().map(s -> s.indicator().priority())),
                        strings("earlier", scores, s -> printed(s.indicator().earlier())),
                        strings("latest", scores, s -> printed(s.indicator().latest())),
                        strings("change", scores, Score::change),
                        strings("relative", scores, Score::relative),
                        strings("verdict", scores, s -> s.verdict().text()),
                        strings("gap", scores, Score::gap),
                        strings("remarks", scores, s -> String.join(" ", s.remarks())));
    }

    /** The commitments: one row each, with what was reported under their heading. */
    public Table commitments() {
        List<Asked> all = headings().toList();
        List<Commitment> rows =
                all.stream().flatMap(a -> a.commitments().stream()).toList();
        List<String> reported = new ArrayList<>();
        all.forEach(asked -> asked.commitments().forEach(c -> reported.add(reported(asked))));
        return Table.create("Commitments")
                .addColumns(
                        ints("number", rows.stream().map(Commitment::number)),
                        ints("priority", rows.stream().map(Commitment::priority)),
                        strings("asked", rows, Commitment::asked),
                        strings("commitment", rows, Commitment::text),
                        StringColumn.create("reported", reported));
    }

    /** The signs of success: one row each, with what measures them here. */
    public Table successMeasures() {
        return Table.create("Signs of success")
                .addColumns(
                        strings("scope", success, s -> s.sign().scope()),
                        strings("sign", success, s -> s.sign().measure()),
                        strings(
                                "measured_by",
                                success,
                                s -> String.join(" ", s.sign().measuredBy())),
                        strings("note", success, s -> s.sign().note()));
    }

    private Stream<Asked> headings() {
        return Stream.concat(priorities.stream().flatMap(p -> p.headings().stream()), elsewhere.stream());
    }

    private static String reported(Asked asked) {
        String words = asked.progress(ReportedProgress.Kind.REPORTED).stream()
                .map(ReportedProgress::quote)
                .collect(Collectors.joining(" "));
        return words.isEmpty() ? NOTHING_REPORTED : words;
    }

    private static String printed(Optional<PublishedFigure> figure) {
        return figure.flatMap(PublishedFigure::printed).map(p -> p.text()).orElse("");
    }

    private static <T> StringColumn strings(String name, List<T> rows, Function<T, String> value) {
        return StringColumn.create(name, rows.stream().map(value).toList());
    }

    private static IntColumn ints(String name, Stream<Integer> values) {
        return IntColumn.create(name, values.mapToInt(Integer::intValue).toArray());
    }
}
