package org.deepdive.server;

import io.javalin.http.Context;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.deepdive.analysis.FigureLedger;
import org.deepdive.published.Publication;
import org.deepdive.published.Reproduction;
import org.deepdive.server.view.LedgerView;
import org.deepdive.server.view.Place;
import org.deepdive.study.InputException;

/** {@code /figures}: every published figure and what became of recomputing it. */
final class FiguresPage {

    private final Site site;
    private final FigureWords words;

    FiguresPage(Site site) {
        this.site = site;
        this.words = new FigureWords(site.workspace());
    }

    void show(Context ctx) {
        Parameters.only(ctx, "verdict");
        String chosen = Objects.requireNonNullElse(ctx.queryParam("verdict"), "");
        if (!chosen.isEmpty() && !Verdicts.ALL.contains(chosen)) {
            throw InputException.unknown("verdict", chosen, Verdicts.ALL);
        }
        FigureLedger ledger = site.ledger();
        site.page(
                ctx,
                "figures.jte",
                new LedgerView(
                        site.frame(
                                "Published figures",
                                "Every figure of the published deep-dives, with the value recomputed and the verdict.",
                                Place.FIGURES,
                                "/figures" + (chosen.isEmpty() ? "" : "?verdict=" + chosen),
                                site.studies().stream().map(site::label).collect(Collectors.toSet())),
                        Verdicts.counts(ledger::count, ledger.fitted()),
                        chosen,
                        publications(ledger, chosen)));
    }

    private List<LedgerView.PublicationView> publications(FigureLedger ledger, String chosen) {
        return site.workspace().published().publications().stream()
                .map(publication -> publication(publication, ledger, chosen))
                .filter(view -> !view.quotes().isEmpty())
                .toList();
    }

    private LedgerView.PublicationView publication(Publication publication, FigureLedger ledger, String chosen) {
        FigureLedger own = ledger.of(publication.id());
        List<Reproduction> shown = own.rows().stream()
                .filter(row -> chosen.isEmpty() || row.verdict().equals(chosen))
                .toList();
        return new LedgerView.PublicationView(
                publication, Verdicts.counts(own::count, own.fitted()), words.quotes(shown));
    }

    void csv(Context ctx) {
        Responses.csv(ctx, "published-figures", site.ledger().csv());
    }

    void json(Context ctx) {
        Responses.json(ctx, "published-figures", site.ledger().json());
    }
}
