package org.deepdive.server.share;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.deepdive.analysis.Exhibit;
import org.deepdive.analysis.Fingerprint;
import org.deepdive.study.DataLabel;
import org.deepdive.study.InputException;

/**
 * What the data of this moment say. One of these belongs to one state of the data, and keeps what was recomputed for links;
 * when the data change, another takes its place.
 */
public final class PresentData {

    /** The most recomputed plots kept: some 100 kilobytes each. */
    private static final int MOST_KEPT = 200;

    private final Results results;
    private final Function<String, Fingerprint> fingerprints;
    private final Cache<String, Present> kept =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

    /**
     * A plot of this moment.
     *
     * @param path the canonical path of its page
     * @param study the study asked
     * @param labels what its numbers were computed from
     * @param fingerprint of data, rules and program
     * @param frozen the plot
     */
    record Present(String path, String study, Set<DataLabel> labels, Fingerprint fingerprint, Frozen frozen) {}

    /**
     * @param results answers questions
     * @param fingerprints of the data, rules and program behind a study, by its slug
     */
    public PresentData(Results results, Function<String, Fingerprint> fingerprints) {
        this.results = results;
        this.fingerprints = fingerprints;
    }

    /** What answers questions. */
    public Results results() {
        return results;
    }

    /**
     * The plot of a page.
     *
     * @throws InputException where the path is no page of a plot, or its answer is withheld
     */
    Present plot(String path) {
        Asked asked = Asked.of(results, path);
        return kept.get(asked.path(), canonical -> computed(asked));
    }

    private Present computed(Asked asked) {
        Exhibit exhibit = asked.exhibit().get();
        return new Present(
                asked.path(), asked.study(), exhibit.labels(), fingerprints.apply(asked.study()), Frozen.of(exhibit));
    }

    /** Whether data, rules and program are those of the day a link was saved; false also where nobody can say. */
    public boolean hasSameInputs(SavedLink link) {
        try {
            String study = Asked.of(results, link.path()).study();
            return results.refusal(study).isEmpty() && fingerprints.apply(study).equals(link.fingerprint());
        } catch (InputException e) {
            return false;
        }
    }

    /** What has become of a link's numbers. */
    public LinkStatus status(SavedLink link, Frozen frozen) {
        if (hasSameInputs(link)) {
            return new LinkStatus.Current(true);
        }
        try {
            Optional<String> refusal =
                    results.refusal(Asked.of(results, link.path()).study());
            if (refusal.isPresent()) {
                return new LinkStatus.NotRecomputable(refusal.get(), false);
            }
            Present now = plot(link.path());
            RowLabels labels = RowLabels.of(frozen, now.frozen());
            List<Change> changes = Change.between(frozen.csv(), now.frozen().csv()).stream()
                    .map(labels::name)
                    .toList();
            return changes.isEmpty() && now.labels().equals(link.labels())
                    ? new LinkStatus.Current(false)
                    : new LinkStatus.Changed(now.fingerprint(), changes);
        } catch (InputException e) {
            return new LinkStatus.NotRecomputable(e.problem(), e.isWithheld());
        }
    }
}
