package org.deepdive.table;

import java.util.List;
import java.util.Optional;
import org.deepdive.study.Category;

/**
 * One row of a banner.
 *
 * @param answer the answer it is about; absent for a measure with one value
 * @param cells a cell for each column
 */
public record BannerRow(Optional<Category> answer, List<BannerCell> cells) {

    public BannerRow {
        cells = List.copyOf(cells);
    }
}
