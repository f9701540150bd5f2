package org.deepdive.server;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.deepdive.analysis.FindingWords;
import org.deepdive.disclosure.Cleared;
import org.deepdive.estimate.ComparisonPlan;
import org.deepdive.estimate.ComparisonRow;
import org.deepdive.estimate.ComparisonTable;
import org.deepdive.estimate.Query;
import org.deepdive.estimate.QueryCheck;
import org.deepdive.estimate.QueryChoices;
import org.deepdive.server.view.ComputedView.Link;
import org.deepdive.server.view.Place;
import org.deepdive.server.view.TestsPageView;
import org.deepdive.server.view.TestsPageView.Finding;
import org.deepdive.study.InputException;
import org.deepdive.study.Study;
import org.deepdive.study.Variable;
import org.deepdive.table.TestTable;

/**
 * {@code /explore/<study>/<measure>/tests}: the comparisons of a question's groups, or of its waves, in words and as a table;
 * with {@code .csv} or {@code .json} after it as data. {@code against=} says with what: {@code complement}, {@code pairs},
 * {@code first}, {@code year} or {@code previous}; by default groups with the rest, and waves with the first.
 */
final class TestsPage {

    private static final String AGAINST = "against";

    /** With more comparisons than this, those that are not significant are in the table only. */
    private static final int MOST_SENTENCES = 16;

    private final Site site;

    TestsPage(Site site) {
        this.site = site;
    }

    /** A family of comparisons that can be asked for. */
    enum Family {
        COMPLEMENT("complement", "Each group against the rest", ComparisonPlan.complement()),
        PAIRS("pairs", "Every pair of groups", ComparisonPlan.pairs()),
        FIRST("first", "The latest wave against the first", ComparisonPlan.latestAndFirst()),
        YEAR("year", "Each wave against the year before", ComparisonPlan.yearBefore()),
        PREVIOUS("previous", "Each wave against the one before", ComparisonPlan.previousWave());

        private final String word;
        private final String title;
        private final ComparisonPlan plan;

        Family(String word, String title, ComparisonPlan plan) {
            this.word = word;
            this.title = title;
            this.plan = plan;
        }

        static Family read(String word, List<Family> possible) {
            return possible.stream()
                    .filter(family -> family.word.equals(word))
                    .findFirst()
                    .orElseThrow(() -> InputException.unknown(
                            "comparison",
                            word,
                            possible.stream().map(f -> f.word).toList()));
        }
    }

    /** A query as its tests ask it: intervals are those of the tests, of whatever kind the estimates' are. */
    static Query tested(Query query) {
        return query.choosing(new QueryChoices(query.choices().dontKnows(), Optional.empty()));
    }

    /** The families that a query has, the usual one first; empty where there is nothing to compare. */
    static List<Family> families(Study study, Query query) {
        String wave = study.waves().map(Variable::name).orElse("");
        boolean several = study.waves().isPresent()
                && query.waves()
                        .map(range -> !range.first().equals(range.last()))
                        .orElse(true);
        boolean byWave = query.by().contains(wave);
        boolean byGroup = query.by().stream().anyMatch(name -> !name.equals(wave));
        List<Family> families = new ArrayList<>();
        if (several && (byWave || !byGroup)) {
            families.add(Family.FIRST);
            if (ComparisonPlan.hasYearBefore(waves(study, query))) {
                families.add(Family.YEAR);
            }
            families.add(Family.PREVIOUS);
        }
        if (byGroup && !byWave) {
            String last = query.by().get(query.by().size() - 1);
            boolean overlap = study.codebook().variable(last).kind() == Variable.Kind.MULTIPLE;
            families.addAll(overlap ? List.of(Family.PAIRS) : List.of(Family.COMPLEMENT, Family.PAIRS));
            if (several) {
                families.add(Family.FIRST);
            }
        }
        return families;
    }

    /** The codes of the waves that a query lets through. */
    private static List<String> waves(Study study, Query query) {
        List<String> codes = study.waves().orElseThrow().codes();
        return query.waves()
                .map(range -> codes.subList(codes.indexOf(range.first()), codes.indexOf(range.last()) + 1))
                .orElse(codes);
    }

    /** The usual family of a query; absent where there is nothing to compare. */
    static Optional<Family> family(Study study, Query query) {
        return families(study, query).stream().findFirst();
    }

    /** Answers with the page or, where there is an extension such as {@code .csv}, with the file. */
    void answer(Context ctx, String extension) {
        Map<String, String> parts = AskedQuery.parts(ctx, AGAINST);
        String against = Objects.requireNonNullElse(parts.remove(AGAINST), "");
        Query query = tested(AskedQuery.of(site, ctx, parts));
        Study study = site.workspace().study(query.study());
        new QueryCheck(study).requireTest(query);
        List<Family> possible = families(study, query);
        if (possible.isEmpty()) {
            throw InputException.of(
                    "no-breakdown",
                    "There are no groups or waves to compare: the query has no breakdown.",
                    query.text(),
                    "Break down by a variable, such as sex.");
        }
        Family family = against.isEmpty() ? possible.get(0) : Family.read(against, possible);
        if (Responses.redirected(ctx, path(query, extension, family, possible.get(0)))) {
            return;
        }
        Shown shown = new Shown(query, family, possible);
        String name = ExplorePage.name(query) + "-" + family.word;
        switch (extension) {
            case ".csv" -> Responses.csv(ctx, name, shown.table().csv());
            case ".json" -> Responses.json(ctx, name, shown.table().json());
            default -> site.page(ctx, "tests.jte", shown.view());
        }
    }

    private static String path(Query query, String extension, Family family, Family usual) {
        String path = query.path("/tests" + extension);
        return family == usual ? path : path + (path.contains("?") ? "&" : "?") + AGAINST + "=" + family.word;
    }

    /** One family with its words and addresses. */
    private final class Shown {

        private final Query query;
        private final Family family;
        private final List<Family> possible;
        private final ComparisonTable comparisons;
        private final TestTable table;

        Shown(Query query, Family family, List<Family> possible) {
            this.query = query;
            this.family = family;
            this.possible = possible;
            Cleared<ComparisonTable> cleared = site.compared(query, family.plan);
            this.comparisons = cleared.value();
            this.table = TestTable.ofComparisons(cleared);
        }

        TestTable table() {
            return table;
        }

        TestsPageView view() {
            List<Finding> all = findings();
            List<Finding> told = all.size() > MOST_SENTENCES
                    ? all.stream().filter(Finding::isSignificant).toList()
                    : all;
            return new TestsPageView(
                    site.frame(
                            table.title(),
                            table.population() + ". " + summary(all),
                            Place.EXPLORE,
                            path(query, "", family, possible.get(0)),
                            Set.of(comparisons.label())),
                    comparisons.study(),
                    comparisons.measure(),
                    table.title(),
                    table.population(),
                    summary(all),
                    told,
                    table.html(),
                    query.path(),
                    others(),
                    path(query, ".csv", family, possible.get(0)),
                    path(query, ".json", family, possible.get(0)));
        }

        private List<Finding> findings() {
            List<String> sentences = FindingWords.brief(comparisons);
            List<Finding> findings = new ArrayList<>();
            for (int i = 0; i < sentences.size(); i++) {
                findings.add(new Finding(mark(comparisons.rows().get(i)), sentences.get(i)));
            }
            return findings;
        }

        private Finding.Mark mark(ComparisonRow row) {
            return row.tested()
                    .filter(test -> test.isSignificant(family.plan.level()))
                    .map(test -> test.isHigher() ? Finding.Mark.HIGHER : Finding.Mark.LOWER)
                    .orElse(Finding.Mark.NONE);
        }

        private String summary(List<Finding> all) {
            long significant = all.stream().filter(Finding::isSignificant).count();
            String tests = comparisons.tests() == 1 ? "1 comparison" : comparisons.tests() + " comparisons";
            return significant + " of " + tests + (significant == 1 ? " is" : " are") + " significant at "
                    + Math.round(100 * family.plan.level()) + "%"
                    + (comparisons.tests() > 1 ? "; probabilities are Holm-adjusted over all of them." : ".");
        }

        private List<Link> others() {
            return possible.stream()
                    .filter(other -> other != family)
                    .map(other -> new Link(other.title, path(query, "", other, possible.get(0))))
                    .toList();
        }
    }
}
