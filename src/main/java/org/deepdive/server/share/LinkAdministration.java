package org.deepdive.server.share;

import java.time.Instant;
import java.util.List;
import org.deepdive.server.share.LinkException.Reason;

/** What whoever runs a server may do with all links, without their owners' keys. */
public final class LinkAdministration {

    private final LinkStore store;

    /**
     * A link in whatever state, with what was saved.
     *
     * @param link the link
     * @param frozen its plot
     */
    public record Shown(SavedLink link, Frozen frozen) {

        /** The frozen numbers as CSV. */
        public String csv() {
            return frozen.csv();
        }

        /** What has become of the numbers. */
        public LinkStatus status(PresentData present) {
            return present.status(link, frozen);
        }
    }

    /** @param store keeps the links */
    public LinkAdministration(LinkStore store) {
        this.store = store;
    }

    /** All links, oldest first. */
    public List<SavedLink> all() {
        return store.all();
    }

    /**
     * One link, also where it expired or was revoked.
     *
     * @throws LinkException where there is none of that id, or it is damaged
     */
    public Shown show(String id) {
        LinkStore.Kept kept = store.find(id)
                .orElseThrow(() -> new LinkException(
                        Reason.UNKNOWN,
                        "There is no saved link \"" + id + "\".",
                        "List them with: deepdive links list."));
        return new Shown(kept.link(), kept.frozen().checked(id));
    }

    /**
     * Takes a link back, for good.
     *
     * @throws LinkException where there is none of that id
     */
    public SavedLink revoke(String id, Instant when) {
        store.revoke(id, when);
        return show(id).link();
    }
}
