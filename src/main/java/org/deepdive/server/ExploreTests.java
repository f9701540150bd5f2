package org.deepdive.server;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deepdive.estimate.Cell;
import org.deepdive.estimate.EstimateTable;
import org.deepdive.estimate.Query;
import org.deepdive.estimate.QueryCheck;
import org.deepdive.server.view.ExploreView.Choice;
import org.deepdive.server.view.ExploreView.TestsView;
import org.deepdive.study.InputException;

/**
 * What a plot's page offers to test: the families of comparisons, pairs of its values, and the screen of all breakdowns.
 * Only addresses are made here; tests are computed by the pages they lead to.
 */
final class ExploreTests {

    /** Of more values than this a list is no help; their number would only make the page heavy. */
    private static final int MOST_CELLS = 60;

    private final EstimateTable table;
    private final Query query;

    ExploreTests(EstimateTable table) {
        this.table = table;
        this.query = TestsPage.tested(table.query());
    }

    TestsView view() {
        Optional<String> why = why();
        if (why.isPresent()) {
            return new TestsView(why.get(), Optional.empty(), "", "", Map.of(), List.of());
        }
        Map<String, String> asked = Query.parts(query.text());
        asked.keySet().removeAll(List.of("study", "measure"));
        List<Choice> cells = cells();
        return new TestsView(
                "",
                TestsPage.family(table.study(), query).map(family -> query.path("/tests")),
                query.by(List.of()).path("/gaps"),
                path("/difference"),
                asked,
                cells.size() < 2 || cells.size() > MOST_CELLS ? List.of() : cells);
    }

    private String path(String page) {
        String path = query.path(page);
        int end = path.indexOf('?');
        return end < 0 ? path : path.substring(0, end);
    }

    /** Why nothing of it can be tested; absent where it can. */
    private Optional<String> why() {
        try {
            new QueryCheck(table.study()).requireTest(query);
            return Optional.empty();
        } catch (InputException e) {
            return Optional.of(e.problem());
        }
    }

    /** The values that are shown; one that is withheld cannot be compared. */
    private List<Choice> cells() {
        return table.rows().stream()
                .filter(row -> row.cell() instanceof Cell.Estimate)
                .map(row -> new Choice(row.key(), row.label(), false))
                .toList();
    }
}
