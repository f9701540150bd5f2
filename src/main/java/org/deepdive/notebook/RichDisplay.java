package org.deepdive.notebook;

import java.time.temporal.TemporalAccessor;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.deepdive.analysis.Answer;
import org.deepdive.analysis.Association;
import org.deepdive.analysis.AuditReport;
import org.deepdive.analysis.Banner;
import org.deepdive.analysis.Citation;
import org.deepdive.analysis.DeepDive;
import org.deepdive.analysis.Description;
import org.deepdive.analysis.Difference;
import org.deepdive.analysis.Differences;
import org.deepdive.analysis.Exhibit;
import org.deepdive.analysis.FigureLedger;
import org.deepdive.analysis.GapScreen;
import org.deepdive.analysis.ModelAnswer;
import org.deepdive.analysis.ModelQuestion;
import org.deepdive.analysis.OpenStudy;
import org.deepdive.analysis.OwnStudy;
import org.deepdive.analysis.Question;
import org.deepdive.analysis.SearchHit;
import org.deepdive.analysis.Section;
import org.deepdive.analysis.StudyVariable;
import org.deepdive.analysis.Trends;
import org.deepdive.estimate.Comparison;
import org.deepdive.estimate.EstimateTable;
import org.deepdive.estimate.Query;
import org.deepdive.plot.Drawing;
import org.deepdive.plot.ModelPlot;
import org.deepdive.plot.Plot;
import org.deepdive.published.AuditFinding;
import org.deepdive.published.Reproduction;
import org.deepdive.table.BannerTable;
import org.deepdive.table.ModelTable;
import org.deepdive.table.ResultTable;
import org.deepdive.table.TestTable;
import tech.tablesaw.api.Table;

/**
 * What a value looks like in a notebook, whichever kernel runs it.
 *
 * <p>An answer is its table, a plot its chart; everything computed from respondents says what kind of data they were.
 * Whatever is not Deepdive's is plain text.
 */
public final class RichDisplay {

    private static final Map<Class<?>, Function<Object, MimeBundle>> KINDS = new LinkedHashMap<>();

    static {
        show(Plot.class, plot -> new PlotOutput(plot).bundle());
        show(ModelPlot.class, plot -> new PlotOutput(plot).bundle());
        show(Drawing.class, plot -> new PlotOutput(plot).bundle());
        show(ModelAnswer.class, ModelOutput::of);
        show(Answer.class, AnswerOutput::of);
        show(ResultTable.class, AnswerOutput::of);
        show(BannerTable.class, AnswerOutput::of);
        show(Banner.class, banner -> MimeBundle.text(banner.toString()));
        show(Exhibit.class, AnswerOutput::of);
        show(EstimateTable.class, RawOutput::of);
        show(Difference.class, DifferenceOutput::of);
        show(Comparison.class, DifferenceOutput::of);
        show(Differences.class, TestOutput::of);
        show(GapScreen.class, TestOutput::of);
        show(GapScreen.Finding.class, TestOutput::of);
        show(Trends.class, TestOutput::of);
        show(Association.class, TestOutput::of);
        show(TestTable.class, TestOutput::of);
        show(ModelTable.class, ModelOutput::of);
        show(FigureLedger.class, LedgerOutput::of);
        show(AuditReport.class, report -> AuditOutput.of(report.findings()));
        show(AuditFinding.class, finding -> AuditOutput.of(List.of(finding)));
        show(Citation.class, PlainOutput::of);
        show(SearchHit.class, hit -> PlainOutput.found(List.of(hit)));
        show(Reproduction.class, reproduction -> LedgerOutput.of(new FigureLedger(List.of(reproduction))));
        show(Section.class, DeepDiveOutput::of);
        show(DeepDive.class, DeepDiveOutput::of);
        show(Description.class, DescriptionOutput::of);
        show(StudyVariable.class, variable -> DescriptionOutput.of(variable.describe()));
        show(OpenStudy.class, StudyOutput::of);
        show(Table.class, TablesawOutput::of);
        show(OwnStudy.class, own -> MimeBundle.text(own.toString()));
        show(Question.class, question -> MimeBundle.text(question.toString()));
        show(ModelQuestion.class, question -> MimeBundle.text(question.toString()));
        show(Query.class, query -> MimeBundle.text(query.text()));
        show(Map.class, PlainOutput::of);
        show(Collection.class, RichDisplay::all);
    }

    private RichDisplay() {}

    private static <T> void show(Class<T> type, Function<T, MimeBundle> how) {
        KINDS.put(type, value -> how.apply(type.cast(value)));
    }

    /** The classes that are shown in a way of their own, the more special before the more general. */
    static List<Class<?>> types() {
        return List.copyOf(KINDS.keySet());
    }

    /** Whether a value is one of Deepdive's, which has a way of its own to be shown. */
    static boolean isResult(Object value) {
        return KINDS.keySet().stream().anyMatch(kind -> kind.isInstance(value));
    }

    /** Classes of the Java library whose values are shown as their text. */
    static List<Class<?>> plainTypes() {
        return List.of(
                CharSequence.class,
                Number.class,
                Boolean.class,
                Character.class,
                Enum.class,
                Record.class,
                Optional.class,
                Throwable.class,
                TemporalAccessor.class);
    }

    /**
     * What a value looks like. Never an exception, since a kernel would show its own frames for one: a value that cannot
     * be drawn is the text of why.
     */
    public static MimeBundle of(Object value) {
        try {
            return KINDS.entrySet().stream()
                    .filter(kind -> kind.getKey().isInstance(value))
                    .findFirst()
                    .map(kind -> kind.getValue().apply(value))
                    .orElseGet(() -> MimeBundle.text(plain(value)));
        } catch (RuntimeException e) {
            return MimeBundle.text("This cannot be shown: " + plain(e));
        }
    }

    static String plain(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(RichDisplay::plain).orElse("(nothing)");
        }
        if (value instanceof Throwable problem && problem.getMessage() != null) {
            return problem.getMessage();
        }
        return String.valueOf(value);
    }

    /** Values of one kind are one table where there is one for them; other results stand below one another, and words line by line. */
    private static MimeBundle all(Collection<?> values) {
        return together(values, Reproduction.class)
                .map(rows -> LedgerOutput.of(new FigureLedger(rows)))
                .or(() -> together(values, AuditFinding.class).map(AuditOutput::of))
                .or(() -> together(values, SearchHit.class).map(PlainOutput::found))
                .or(() -> ResultsOutput.of(values))
                .orElseGet(() -> PlainOutput.of(values));
    }

    /** The values, where all are of one class and there are some. */
    private static <T> Optional<List<T>> together(Collection<?> values, Class<T> type) {
        return values.isEmpty() || !values.stream().allMatch(type::isInstance)
                ? Optional.empty()
                : Optional.of(values.stream().map(type::cast).toList());
    }
}
