package org.deepdive.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.deepdive.published.Commitment;
import org.deepdive.published.PlanPerformance;
import org.deepdive.published.ProposedIndicator;
import org.deepdive.published.PublishedFigure;
import org.deepdive.published.SuccessMeasure;

/** Writes the deep-dive on performance from what was transcribed. */
final class Performance {

    private static final List<String> PRIORITIES = List.of(
            "Keeping People Safe and Supporting Victims",
            "Reducing Harm and Offending",
            "Strengthening Communities and Places");
    private static final List<String> PUBLICATIONS = List.of("progress", "scorecard");

    private final Workspace workspace;
    private final PlanPerformance plan;

    Performance(Workspace workspace, PlanPerformance plan) {
        this.workspace = workspace;
        this.plan = plan;
    }

    PerformanceReport report() {
        List<Score> scores = plan.scorecard().stream().map(Score::of).toList();
        return new PerformanceReport(
                standfirst(scores),
                IntStream.rangeClosed(1, PlanPerformance.PRIORITIES)
                        .mapToObj(number -> priority(number, scores))
                        .toList(),
                plan.headingsWithoutCommitments().stream().map(this::asked).toList(),
                plan.successMeasures().stream().map(this::sign).toList(),
                notes(scores),
                workspace.published().publications().stream()
                        .filter(p -> PUBLICATIONS.contains(p.id()))
                        .toList());
    }

    private String standfirst(List<Score> scores) {
        return "What the year 2 report of the plan of 2022 to 2025 prints of its indicators, with each change computed"
                + " from the printed figures: " + count(scores, Score.Verdict.BETTER) + " better and "
                + count(scores, Score.Verdict.WORSE) + " worse, of " + scores.size() + ". " + reported(plan);
    }

    /** Under the headings of how many commitments something is reported, and of which priorities these are. */
    static String reported(PlanPerformance plan) {
        List<Commitment> reported = plan.commitments().stream()
                .filter(c -> !plan.progress(c.asked()).isEmpty())
                .toList();
        int numbered = plan.commitments().size();
        if (reported.isEmpty()) {
            return "Nothing is reported under the headings of the " + numbered + " commitments.";
        }
        List<String> priorities = reported.stream()
                .map(Commitment::priority)
                .distinct()
                .sorted()
                .map(String::valueOf)
                .toList();
        return "Something is reported under the headings of " + reported.size() + " of the " + numbered
                + " commitments, all of "
                + (priorities.size() == 1 ? "Priority " : "Priorities ") + Phrases.and(priorities) + ".";
    }

    private static long count(List<Score> scores, Score.Verdict verdict) {
        return scores.stream().filter(s -> s.verdict() == verdict).count();
    }

    private PerformanceReport.Priority priority(int number, List<Score> scores) {
        List<Score> own =
                scores.stream().filter(s -> s.indicator().priority() == number).toList();
        Set<String> covered =
                own.stream().flatMap(s -> s.indicator().proposed().stream()).collect(Collectors.toSet());
        List<ProposedIndicator> without = plan.indicators().stream()
                .filter(i -> i.priority() == number && !covered.contains(i.name()))
                .toList();
        return new PerformanceReport.Priority(
                number,
                PRIORITIES.get(number - 1),
                own,
                without,
                plan.headings(number).stream().map(this::asked).toList());
    }

    private PerformanceReport.Asked asked(String asked) {
        return new PerformanceReport.Asked(asked, plan.commitments(asked), plan.progress(asked));
    }

    private PerformanceReport.Sign sign(SuccessMeasure sign) {
        List<PerformanceReport.Measured> measures = new ArrayList<>();
        List<PublishedFigure> figures = new ArrayList<>();
        for (String name : sign.measuredBy()) {
            if (SuccessMeasure.isMeasure(name)) {
                String study = name.substring(0, name.indexOf('/'));
                measures.add(new PerformanceReport.Measured(
                        study, workspace.study(study).measure(name.substring(study.length() + 1))));
            } else {
                figures.add(workspace.published().figure(name));
            }
        }
        return new PerformanceReport.Sign(sign, measures, figures);
    }

    private List<String> notes(List<Score> scores) {
        List<String> notes = new ArrayList<>(List.of(
                "Changes are differences of the numbers as printed. Each printed number stands for every value that rounds to"
                        + " it, so a difference lies between two bounds; “no clear change” is said where they have zero"
                        + " between them.",
                "Answer times, attendance and counts are records of all calls, incidents and people, not samples: they have"
                        + " no sampling error, and no test applies. Two single months are compared, and how much months"
                        + " differ from one another is not printed.",
                "The report calls improvements “significant” in its summary and “large” in its table. It prints no test.",
                "Better and worse are readings of the commitments. Nothing here says why a figure changed."));
        FigureNames names = new FigureNames(workspace);
        scores.forEach(score -> new ScoreWords(score.indicator()).asked(names).ifPresent(notes::add));
        notes.add(
                "The plan’s appendix numbers its commitments up to 87. 28 and 29 are missing, and 80 and 81 are halves"
                        + " of one sentence. The draft scorecard of its second appendix was a picture and is not in the text.");
        return notes;
    }
}
