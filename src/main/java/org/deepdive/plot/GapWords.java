package org.deepdive.plot;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deepdive.disclosure.Cleared;
import org.deepdive.estimate.CellText;
import org.deepdive.estimate.EstimateTable;
import org.deepdive.estimate.Flag;

/** The words around a chart of gaps, all from the tables themselves. */
final class GapWords implements Captions {

    private static final CellText COUNTS = new CellText(CellText.Unit.COUNT);

    private final GapPairs gaps;

    GapWords(GapPairs gaps) {
        this.gaps = gaps;
    }

    private Stream<EstimateTable> tables() {
        return gaps.gaps().stream()
                .flatMap(gap -> Stream.of(gap.first(), gap.second()))
                .map(Cleared::value);
    }

    @Override
    public String identity() {
        return tables().map(t -> t.query().text() + '|' + t.fingerprint()).collect(Collectors.joining("|", "GAPS|", ""))
                + title();
    }

    @Override
    public String title() {
        return gaps.title();
    }

    @Override
    public String subtitle() {
        EstimateTable table = gaps.table();
        return table.measure().statistic() + ": " + table.study().population() + ", " + GapPeriod.of(gaps);
    }

    @Override
    public List<String> caption() {
        List<String> lines = new ArrayList<>();
        EstimateTable table = gaps.table();
        lines.add(Words.label(table.label()));
        lines.add(base());
        lines.add("Weighted estimates.");
        lines.add(intervals());
        lines.add(tests());
        lines.add("Period: " + Words.sentence(GapPeriod.of(gaps)));
        tables().map(t -> Words.question(t.study(), t.measure()))
                .flatMap(java.util.Optional::stream)
                .distinct()
                .forEach(lines::add);
        lines.addAll(Words.source(table.study()));
        lines.addAll(gaps.picture().remarks());
        Words.marks(flags()).ifPresent(lines::add);
        lines.add("Deepdive " + Software.version() + ".");
        return lines;
    }

    @Override
    public List<String> footnotes() {
        List<String> lines = new ArrayList<>();
        EstimateTable table = gaps.table();
        lines.add(Words.label(table.label()) + " " + table.study().title() + ", " + Words.sentence(GapPeriod.of(gaps)));
        lines.add(intervals() + " " + tests());
        lines.addAll(gaps.picture().remarks());
        Words.marks(flags()).ifPresent(lines::add);
        return lines;
    }

    @Override
    public String altText() {
        return "Dot plot with intervals. " + Words.sentence(title()) + " " + Words.sentence(subtitle()) + " "
                + gaps.picture().inWords() + " " + tests() + " "
                + Words.label(gaps.table().label());
    }

    private String base() {
        IntSummaryStatistics bases = tables().map(
                        t -> new Mark("", t.rows().get(0).cell(), COUNTS))
                .mapToInt(Mark::base)
                .filter(base -> base > 0)
                .summaryStatistics();
        if (bases.getCount() == 0) {
            return "No base can be shown.";
        }
        String least = COUNTS.of(bases.getMin());
        String most = COUNTS.of(bases.getMax());
        return "Base (unweighted): " + (least.equals(most) ? most : least + " to " + most) + " a group.";
    }

    private String intervals() {
        return "Lines through the points are " + Math.round(gaps.table().level() * 100) + "% confidence intervals.";
    }

    private static String tests() {
        return "A gap is named where it is significant at 95% (design-based t test, Holm-adjusted over the rows).";
    }

    private Set<Flag> flags() {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        tables().forEach(t -> flags.addAll(t.rows().get(0).cell().flags()));
        return flags;
    }
}
