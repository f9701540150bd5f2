package org.deepdive.published;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.deepdive.estimate.Query;
import org.deepdive.estimate.QueryCheck;
import org.deepdive.study.Category;
import org.deepdive.study.Measure;
import org.deepdive.study.Study;
import org.deepdive.study.Tally;

/** What the checks see: the figures, by what they ask, and the studies that explain the questions. */
final class AuditMaterial {

    private final List<PublishedFigure> figures;
    private final Map<String, Study> studies;
    private final Map<String, PublishedFigure> byId = new HashMap<>();
    private final Map<String, Asked> asked = new HashMap<>();
    private final Map<Query, List<PublishedFigure>> byQuery = new HashMap<>();
    private final Map<Query, List<PublishedFigure>> byQuestion = new HashMap<>();
    private final List<Query> queries;

    /** What a figure asks, worked out once: checks hold figures against one another. */
    private record Asked(Query plain, Optional<Period> period) {}

    AuditMaterial(PublishedFigures published, List<Study> studies) {
        this.figures = published.figures();
        this.studies = studies.stream().collect(Collectors.toMap(Study::slug, s -> s));
        for (PublishedFigure figure : figures) {
            byId.put(figure.id(), figure);
            figure.query().ifPresent(query -> add(figure, plain(query)));
        }
        this.queries = figures.stream()
                .filter(f -> f.query().isPresent())
                .map(this::plain)
                .distinct()
                .toList();
    }

    private void add(PublishedFigure figure, Query query) {
        asked.put(figure.id(), new Asked(query, period(query)));
        byQuery.computeIfAbsent(query, q -> new ArrayList<>()).add(figure);
        byQuestion.computeIfAbsent(query.withoutWaves(), q -> new ArrayList<>()).add(figure);
    }

    List<PublishedFigure> figures() {
        return figures;
    }

    /** The figures that claim one of some things. */
    List<PublishedFigure> claiming(List<Claim> claims) {
        return figures.stream()
                .filter(f -> f.claim().filter(claims::contains).isPresent())
                .toList();
    }

    PublishedFigure figure(String id) {
        return byId.get(id);
    }

    /** The figures whose query asks the same, in whatever order it names answers and categories. */
    List<PublishedFigure> asking(Query query) {
        return byQuery.getOrDefault(plain(query), List.of());
    }

    /** The figures whose query asks the same of the same group, in whatever waves. */
    List<PublishedFigure> askingInAnyWaves(Query query) {
        return byQuestion.getOrDefault(plain(query).withoutWaves(), List.of());
    }

    /** Everything asked, each question once. */
    List<Query> queries() {
        return queries;
    }

    /** The query of a figure that has one, with answers and categories in order. */
    Query plain(PublishedFigure figure) {
        return asked.get(figure.id()).plain();
    }

    static Query plain(Query query) {
        TreeMap<String, List<String>> where = new TreeMap<>();
        query.where()
                .forEach((variable, codes) ->
                        where.put(variable, codes.stream().distinct().sorted().toList()));
        List<String> answers = query.answers().stream().distinct().sorted().toList();
        return new Query(query.study(), query.measure(), answers, query.by(), where, query.waves(), query.choices());
    }

    Optional<Study> study(Query query) {
        return Optional.ofNullable(studies.get(query.study()));
    }

    /** The measure asked for; absent where the study is unknown or has none of that name. */
    Optional<Measure> measure(Query query) {
        return study(query)
                .flatMap(s -> s.measures().stream()
                        .filter(m -> m.name().equals(query.measure()))
                        .findFirst());
    }

    /**
     * Whether a figure's shares are plain counts over its base; weighted shares need not be. A figure that names no study
     * counts as plain: nothing says that it was weighted.
     */
    boolean isCounted(PublishedFigure figure) {
        if (figure.query().isPresent()) {
            return isCounted(figure.query().get());
        }
        return namesNoStudy(figure) || isPlain(figure.study());
    }

    /** Whether nothing tells which study a figure is about. */
    static boolean namesNoStudy(PublishedFigure figure) {
        return figure.query().isEmpty() && figure.study().isBlank();
    }

    private boolean isPlain(String slug) {
        return Optional.ofNullable(studies.get(slug))
                .filter(s -> s.design().isEmpty())
                .isPresent();
    }

    /** Whether shares are plain counts over the base; weighted shares need not be. */
    boolean isCounted(Query query) {
        return isPlain(query.study());
    }

    /** The waves that a query names, where their order is known. */
    Optional<Period> period(Query query) {
        return query.waves().flatMap(range -> Period.of(range, study(query).flatMap(Study::waves)));
    }

    /** The waves that a figure is about: those of its query, or else of its period. */
    Optional<Period> period(PublishedFigure figure) {
        return askedPeriod(figure).or(() -> Period.parse(figure.period()));
    }

    /** The waves that a figure's query names, where their order is known. */
    Optional<Period> askedPeriod(PublishedFigure figure) {
        return Optional.ofNullable(asked.get(figure.id())).flatMap(Asked::period);
    }

    /** Whether a figure is a number of respondents, also of a study that is not known here. */
    boolean isSampleSize(PublishedFigure figure) {
        return figure.unit() == Unit.RESPONDENTS
                && figure.printed().isPresent()
                && !Approximation.isRough(figure)
                && figure.query()
                        .filter(q -> study(q).isEmpty()
                                ? q.measure().equals("base")
                                : measure(q)
                                        .filter(Measure.Base.class::isInstance)
                                        .isPresent())
                        .isPresent();
    }

    /** The published count of the one answer asked for. */
    Optional<Tally> tally(Query query) {
        return study(query)
                .filter(s -> query.answers().size() == 1)
                .flatMap(s -> s.tallies(query.measure()).stream()
                        .filter(t -> t.option().code().equals(query.answers().get(0)))
                        .findFirst());
    }

    /** The base of a figure: as printed, or else as its published counts have it. */
    OptionalLong base(PublishedFigure figure) {
        if (figure.base().isPresent()) {
            return figure.base().getAsLong() > 0 ? figure.base() : OptionalLong.empty();
        }
        return figure.query()
                .flatMap(this::tally)
                .map(t -> OptionalLong.of(t.respondents()))
                .orElse(OptionalLong.empty());
    }

    /** The answers asked for in words, or the measure where it has none. */
    String label(Query query) {
        Optional<Measure> measure = measure(query);
        if (measure.isEmpty() || query.answers().isEmpty()) {
            return quoted(measure.map(Measure::label).orElse(query.measure()));
        }
        Map<String, String> labels = new QueryCheck(study(query).orElseThrow())
                .answers(measure.get()).stream()
                        .collect(Collectors.toMap(Category::code, Category::label, (a, b) -> a));
        return quoted(query.answers().stream()
                .map(code -> labels.getOrDefault(code, code))
                .collect(Collectors.joining(" or ")));
    }

    private static String quoted(String words) {
        return "“" + words + "”";
    }

    /** Whether a figure is a share of respondents. */
    static boolean isPercent(PublishedFigure figure) {
        return figure.printed().isPresent()
                && switch (figure.unit()) {
                    case PERCENT, PERCENT_CHOSEN, PERCENT_FIRST -> true;
                    default -> false;
                };
    }

    /**
     * The shares of respondents that a percentage or a count may stand for. A percentage of a counted base is one of
     * the whole counts that print so, or, where none does, anything in its rounding interval. A net may have been
     * printed as a sum of rounded percentages, so each of its answers adds to the interval.
     */
    Optional<Span> share(PublishedFigure figure) {
        if (figure.printed().isEmpty()) {
            return Optional.empty();
        }
        OptionalLong base = base(figure);
        if (figure.unit() == Unit.COUNT) {
            return base.stream()
                    .mapToObj(n -> shareOf(Approximation.span(figure), n))
                    .findFirst();
        }
        if (!isPercent(figure)) {
            return Optional.empty();
        }
        return Optional.of(
                Approximation.isRough(figure)
                        ? shareOf(Approximation.span(figure), 1)
                        : rounded(figure, figure.printed().get(), base));
    }

    private static Span shareOf(Span number, long base) {
        return new Span(
                Math.max(0, number.low() / base), Math.min(number.high() / base, Math.max(1, number.low() / base)));
    }

    private Span rounded(PublishedFigure figure, Printed printed, OptionalLong base) {
        int summands = Math.max(1, figure.query().map(q -> q.answers().size()).orElse(1));
        if (base.isPresent() && isCounted(figure)) {
            WholeCounts counts = WholeCounts.printing(printed, base.getAsLong(), summands);
            if (!counts.isEmpty()) {
                return counts.shareOf(base.getAsLong());
            }
        }
        double slack = printed.halfWidth() * summands;
        return new Span(printed.value() - slack, printed.value() + slack);
    }
}
