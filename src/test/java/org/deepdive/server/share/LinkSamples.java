package org.deepdive.server.share;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.deepdive.analysis.Fingerprint;
import org.deepdive.server.share.LinkStore.Kept;
import org.deepdive.study.DataLabel;

/** Links of invented plots, for tests of where they are kept. */
final class LinkSamples {

    static final Instant SAVED = Instant.parse("2026-01-31T12:00:00.123Z");
    static final String OWNER = "ab".repeat(32);

    private static final String PICTURE =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 720 400\" role=\"img\">"
                    + "<title>A chart</title><rect width=\"10\" height=\"5\"/></svg>";

    private LinkSamples() {}

    static Kept kept(String id, String title) {
        return kept(id, title, "", OWNER, 1);
    }

    /** @param rows how many lines the numbers have, each some 100 bytes long */
    static Kept kept(String id, String title, String note, String owner, int rows) {
        SavedLink link = new SavedLink(
                id,
                "/explore/pcss/safe_local?by=sex",
                Set.of(DataLabel.PRACTICE),
                new LinkTerms(title, note, Optional.empty(), false),
                SAVED,
                Optional.empty(),
                Optional.empty(),
                owner,
                new Fingerprint("da7a", "4u1e5", "c0de"));
        return new Kept(link, FrozenText.of(frozen(title, csv(id, rows))));
    }

    /** Numbers that belong to one id alone. */
    static String csv(String id, int rows) {
        StringBuilder csv = new StringBuilder("sex,id,estimate,se\n");
        for (int row = 0; row < rows; row++) {
            csv.append("group ").append(row).append(',').append(id.repeat(8)).append(",0.615,0.01\n");
        }
        return csv.toString();
    }

    static Frozen frozen(String title, String csv) {
        return new Frozen(
                title,
                "Share of everyone",
                List.of("A caption."),
                "A chart.",
                PICTURE,
                PICTURE,
                "<table class=\"dd-table\"><tbody><tr><td>61.5</td></tr></tbody></table>",
                csv,
                "{\"rows\":[]}",
                true,
                "study=pcss&measure=safe_local",
                "deepdive estimate pcss safe_local",
                "Studies.open(\"pcss\")");
    }
}
