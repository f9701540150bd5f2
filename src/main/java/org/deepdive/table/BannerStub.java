package org.deepdive.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.deepdive.estimate.Cell;

/**
 * One line of a banner as people read it.
 *
 * @param label what stands at its left
 * @param heading whether it heads the lines that follow and has no cells
 * @param cells its cells, one a column; none of a heading
 */
record BannerStub(String label, boolean heading, List<BannerBlock.Text> cells) {

    /** The lines of the first bases, by themselves. */
    static List<BannerStub> bases(BannerTable banner) {
        return bases(banner.blocks().get(0), "");
    }

    /** The lines of a measure; its bases last, where they are not those of the first one. */
    static List<BannerStub> of(BannerTable banner, BannerBlock block) {
        List<BannerStub> lines = new ArrayList<>();
        if (block.measure().hasAnswers()) {
            lines.add(new BannerStub(title(block), true, List.of()));
        }
        for (BannerRow row : block.rows()) {
            lines.add(new BannerStub(
                    block.label(row),
                    false,
                    row.cells().stream().map(block::text).toList()));
        }
        if (banner.hasOwnBases(block)) {
            lines.addAll(bases(block, ": " + block.measure().shortLabel()));
        }
        return lines;
    }

    private static String title(BannerBlock block) {
        return block.measure().label() + " (" + block.measure().statistic().toLowerCase(Locale.ROOT) + ")";
    }

    private static List<BannerStub> bases(BannerBlock block, String of) {
        return List.of(
                base("Unweighted base" + of, block, BannerBlock::base),
                base("Effective base" + of, block, BannerBlock::effectiveBase));
    }

    private static BannerStub base(String label, BannerBlock block, Function<Cell, BannerBlock.Text> text) {
        return new BannerStub(label, false, block.bases().stream().map(text).toList());
    }
}
