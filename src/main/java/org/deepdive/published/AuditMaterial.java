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
    private final Map<Query, List<PublishedFigure>> byQuery = new HashMap<>();

    AuditMaterial(PublishedFigures published, List<Study> studies) {
        this.figures = published.figures();
        this.studies = studies.stream().collect(Collectors.toMap(Study::slug, s -> s));
        for (PublishedFigure figure : figures) {
            byId.put(figure.id(), figure);
            figure.query()
                    .ifPresent(query -> byQuery.computeIfAbsent(plain(query), q -> new ArrayList<>())
                            .add(figure));
        }
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

    /** Everything asked, each question once. */
    List<Query> queries() {
        return figures.stream()
                .flatMap(f -> f.query().stream())
                .map(AuditMaterial::plain)
                .distinct()
                .toList();
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

    /** Whether shares are plain counts over the base; weighted shares need not be. */
    boolean isCounted(Query query) {
        return study(query).filter(s -> s.design().isEmpty()).isPresent();
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

    /** Whether the number is only the least that is claimed. */
    static boolean isFloor(PublishedFigure figure) {
        return figure.claim()
                .filter(c -> c == Claim.AT_LEAST || c == Claim.OVER)
                .isPresent();
    }

    /**
     * The shares of respondents that a percentage or a count may stand for. A percentage of a counted base is one of
     * the whole counts that print so, or, where none does, anything in its rounding interval. A net may have been
     * printed as a sum of rounded percentages, so each of its answers adds to the interval.
     */
    Optional<Span> share(PublishedFigure figure) {
        if (figure.query().isEmpty() || figure.printed().isEmpty()) {
            return Optional.empty();
        }
        Printed printed = figure.printed().get();
        OptionalLong base = base(figure);
        if (figure.unit() == Unit.COUNT) {
            return base.stream()
                    .mapToObj(
                            n -> isFloor(figure) ? new Span(printed.value() / n, 1) : Span.exactly(printed.value() / n))
                    .findFirst();
        }
        if (!isPercent(figure)) {
            return Optional.empty();
        }
        if (isFloor(figure)) {
            return Optional.of(new Span(printed.value(), 1));
        }
        return Optional.of(rounded(figure, printed, base));
    }

    private Span rounded(PublishedFigure figure, Printed printed, OptionalLong base) {
        Query query = figure.query().orElseThrow();
        int summands = Math.max(1, query.answers().size());
        if (base.isPresent() && isCounted(query)) {
            WholeCounts counts = WholeCounts.printing(printed, base.getAsLong(), summands);
            if (!counts.isEmpty()) {
                return counts.shareOf(base.getAsLong());
            }
        }
        double slack = printed.halfWidth() * summands;
        return new Span(printed.value() - slack, printed.value() + slack);
    }
}
