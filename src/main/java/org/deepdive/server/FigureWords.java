package org.deepdive.server;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.deepdive.analysis.FigureNames;
import org.deepdive.analysis.Workspace;
import org.deepdive.estimate.Query;
import org.deepdive.published.Claim;
import org.deepdive.published.Computed;
import org.deepdive.published.Printed;
import org.deepdive.published.PublishedFigure;
import org.deepdive.published.Reproduction;
import org.deepdive.published.Unit;
import org.deepdive.server.view.QuoteView;
import org.deepdive.server.view.ReproductionView;

/** Published figures and what became of them, in words for pages. */
final class FigureWords {

    private final Workspace workspace;
    private final FigureNames names;

    FigureWords(Workspace workspace) {
        this.workspace = workspace;
        this.names = new FigureNames(workspace);
    }

    /** Reproductions gathered by the sentence that prints them, where neighbours share one. */
    List<QuoteView> quotes(List<Reproduction> reproductions) {
        List<QuoteView> quotes = new ArrayList<>();
        List<ReproductionView> open = new ArrayList<>();
        for (int i = 0; i < reproductions.size(); i++) {
            PublishedFigure figure = reproductions.get(i).figure();
            open.add(view(reproductions.get(i)));
            boolean last = i + 1 == reproductions.size()
                    || !reproductions.get(i + 1).figure().quote().equals(figure.quote());
            if (last) {
                quotes.add(new QuoteView(figure.quote(), figure.section(), open));
                open.clear();
            }
        }
        return quotes;
    }

    private ReproductionView view(Reproduction reproduction) {
        PublishedFigure figure = reproduction.figure();
        Optional<Computed> computed = reproduction.computed();
        return new ReproductionView(
                figure.id(),
                about(figure),
                figure.printed().map(Printed::text).orElse(""),
                computed.map(c -> number(c, c.value(), figure)).orElse(""),
                computed.filter(c -> Double.isFinite(c.low()) && Double.isFinite(c.high()))
                        .map(c -> number(c, c.low(), figure) + " to " + number(c, c.high(), figure))
                        .orElse(""),
                computed.filter(c -> figure.unit() != Unit.RESPONDENTS)
                        .map(c -> String.format(Locale.UK, "%,d", c.base()))
                        .orElse(""),
                reproduction.verdict(),
                Verdicts.text(reproduction.verdict()),
                reproduction.reason(),
                claim(reproduction),
                computed.map(c -> calibrated(figure, c)).orElse(""),
                explore(figure, computed));
    }

    private static Optional<ReproductionView.ClaimView> claim(Reproduction reproduction) {
        return reproduction
                .claim()
                .map(verdict -> new ReproductionView.ClaimView(
                        reproduction.figure().claim().map(Claim::text).orElse(""),
                        verdict.isTestable() ? verdict.supported() ? "yes" : "no" : "open",
                        verdict.outcome().text(),
                        verdict.sentence()));
    }

    private static String calibrated(PublishedFigure figure, Computed computed) {
        return switch (figure.calibrated()) {
            case YES -> "Fitted";
            case NO -> computed.label().isInvented() ? "Not fitted" : "Computed";
            case DATA -> "Published data";
        };
    }

    /** The plot of what was computed, where the figure's measure can be plotted. */
    private Optional<String> explore(PublishedFigure figure, Optional<Computed> computed) {
        return computed.isEmpty() ? Optional.empty() : figure.query().map(Query::path);
    }

    /** What a figure is about: its measure, the group it is measured in, and when. */
    private String about(PublishedFigure figure) {
        String name = names.of(figure);
        return figure.query()
                .flatMap(query -> query.waves().map(waves -> WaveWords.of(workspace.study(query.study()), waves)))
                .map(waves -> name + "; " + waves)
                .orElse(name);
    }

    /** A computed value with one decimal more than printed for whole percentages, else with as many as printed. */
    private static String number(Computed computed, double value, PublishedFigure figure) {
        if (figure.unit() == Unit.COUNT || figure.unit() == Unit.RESPONDENTS) {
            return String.format(Locale.UK, "%,d", Math.round(value));
        }
        boolean percent = computed.share();
        int printed = figure.printed().map(p -> decimals(p.text())).orElse(0);
        String digits = BigDecimal.valueOf(value)
                .movePointRight(percent ? 2 : 0)
                .setScale(Math.max(1, printed), RoundingMode.HALF_UP)
                .toPlainString();
        return percent ? digits + "%" : digits;
    }

    private static int decimals(String text) {
        int point = text.indexOf('.');
        return point < 0
                ? 0
                : (int) text.substring(point + 1)
                        .chars()
                        .takeWhile(Character::isDigit)
                        .count();
    }
}
