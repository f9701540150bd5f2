package org.deepdive.server.share;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.deepdive.server.share.LinkException.Reason;
import org.deepdive.server.share.PresentData.Present;
import org.deepdive.study.InputException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Saves, opens, lists, edits and revokes links. It outlives the data: each question about today's numbers is asked with
 * the {@link PresentData} of the moment. Safe for use by several threads.
 */
public final class Links implements AutoCloseable {

    /** The most links that one owner keeps; those revoked do not count. */
    public static final int MOST_OF_AN_OWNER = 500;

    private static final Logger LOG = LoggerFactory.getLogger(Links.class);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK).withZone(ZoneOffset.UTC);

    /** How long the same save of the same owner gives the same link, as when a form is sent twice. */
    private static final Duration SAME_SAVE = Duration.ofMinutes(10);

    private static final int MOST_KEPT = 200;

    private final LinkStore store;
    private final Clock clock;
    private final SaveLimit limit;
    private final Cache<String, Frozen> checked =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

    /**
     * A link that was saved.
     *
     * @param link the link
     * @param newKey the key that was made with it, to be shown this once; absent where the owner has one
     */
    public record Saved(SavedLink link, Optional<OwnerKey> newKey) {}

    /**
     * A link that was opened.
     *
     * @param link the link
     * @param frozen its plot
     * @param status what has become of its numbers
     */
    public record Opened(SavedLink link, Frozen frozen, LinkStatus status) {}

    /**
     * A link with its frozen plot.
     *
     * @param link the link
     * @param frozen its plot
     */
    public record Held(SavedLink link, Frozen frozen) {}

    /**
     * @param store keeps the links
     * @param clock tells when links are saved and expire
     */
    public Links(LinkStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.limit = new SaveLimit(clock);
    }

    /** Opens the database in the background, if there is one to open; else it is made at the first save. */
    public void prepare() {
        if (store.isThere()) {
            CompletableFuture.runAsync(store::prepare).exceptionally(e -> {
                LOG.warn("The saved links at {} cannot be opened yet", store.told(), e);
                return null;
            });
        }
    }

    /** The time now. */
    public Instant now() {
        return clock.instant();
    }

    /**
     * Saves the plot of a page.
     *
     * @param path the page, in any spelling that it can be asked by
     * @param terms title, note, expiry and lock
     * @param key the owner's key; absent at the first save, which makes one
     * @param address where the request comes from, to count how many do
     * @param present the data of today
     * @throws InputException where the page is no plot, its numbers are withheld, or the expiry is past
     * @throws LinkException where there are too many links, or the database does not answer
     */
    public Saved save(String path, LinkTerms terms, Optional<OwnerKey> key, String address, PresentData present) {
        limit.count(address);
        requireLater(terms);
        Present plot = present.plot(path);
        OwnerKey owner = key.orElseGet(OwnerKey::fresh);
        Optional<OwnerKey> made = key.isPresent() ? Optional.empty() : Optional.of(owner);
        Optional<SavedLink> same = key.flatMap(k -> same(k, plot, terms));
        if (same.isPresent()) {
            return new Saved(same.get(), Optional.empty());
        }
        requireRoom(owner);
        FrozenText frozen = FrozenText.of(plot.frozen());
        // Were a name taken, the next would not be: there are too many for two in a row.
        for (int tries = 0; tries < 5; tries++) {
            SavedLink link = new SavedLink(
                    LinkIds.fresh(),
                    plot.path(),
                    plot.labels(),
                    terms,
                    clock.instant(),
                    Optional.empty(),
                    Optional.empty(),
                    owner.hash(),
                    plot.fingerprint());
            if (store.insert(link, frozen)) {
                return new Saved(link, made);
            }
        }
        throw new IllegalStateException("Five random names in a row were taken");
    }

    private void requireLater(LinkTerms terms) {
        terms.expires().filter(end -> !end.isAfter(clock.instant())).ifPresent(end -> {
            throw InputException.of(
                    "expires",
                    "The link would expire on " + DAY.format(end) + ", which is past.",
                    end.toString(),
                    "Choose a later day, or no end.");
        });
    }

    private Optional<SavedLink> same(OwnerKey key, Present plot, LinkTerms terms) {
        Instant since = clock.instant().minus(SAME_SAVE);
        return store.ofOwner(key.hash()).stream()
                .filter(link -> link.created().isAfter(since) && link.state(clock.instant()) == SavedLink.State.OPEN)
                .filter(link -> link.path().equals(plot.path()) && isSame(link.terms(), terms))
                .filter(link -> link.fingerprint().equals(plot.fingerprint()))
                .findFirst();
    }

    /** Ends that are a number of days from now move with the clock; a minute apart, they are one choice. */
    private static boolean isSame(LinkTerms first, LinkTerms second) {
        boolean sameEnd = first.expires().isPresent() == second.expires().isPresent()
                && first.expires()
                        .map(end -> Duration.between(end, second.expires().orElseThrow())
                                        .abs()
                                        .compareTo(SAME_SAVE)
                                < 0)
                        .orElse(true);
        return sameEnd
                && first.title().equals(second.title())
                && first.note().equals(second.note())
                && first.locked() == second.locked();
    }

    private void requireRoom(OwnerKey owner) {
        if (store.count(owner.hash()) >= MOST_OF_AN_OWNER) {
            throw new LinkException(
                    Reason.TOO_MANY,
                    "There are " + MOST_OF_AN_OWNER + " links under this key, and no more are kept.",
                    "Revoke some that are no longer needed, on the page of your links.");
        }
    }

    /**
     * Opens a link.
     *
     * @throws LinkException where there is none of that id, it expired or was revoked, or is damaged
     */
    public Opened open(String id, PresentData present) {
        Held held = held(id);
        return new Opened(held.link(), held.frozen(), present.status(held.link(), held.frozen()));
    }

    /**
     * A link with the plot that was saved, without a look at today's numbers.
     *
     * @throws LinkException as for {@link #open}
     */
    public Held held(String id) {
        LinkStore.Kept kept =
                (SavedLink.isId(id) ? store.find(id) : Optional.<LinkStore.Kept>empty()).orElseThrow(() -> unknown(id));
        requireOpen(kept.link());
        kept.frozen().requireWhole(id);
        return new Held(
                kept.link(),
                checked.get(kept.frozen().hash(), hash -> kept.frozen().checked(id)));
    }

    private void requireOpen(SavedLink link) {
        switch (link.state(clock.instant())) {
            case OPEN -> {}
            case EXPIRED ->
                throw new LinkException(
                        Reason.EXPIRED,
                        "This link expired on "
                                + DAY.format(link.terms().expires().orElseThrow()) + ".",
                        "Ask whoever sent it for a new one.");
            case REVOKED ->
                throw new LinkException(
                        Reason.REVOKED,
                        "This link was taken back by its owner on "
                                + DAY.format(link.revoked().orElseThrow()) + ".",
                        "Ask whoever sent it for a new one.");
        }
    }

    private static LinkException unknown(String id) {
        return new LinkException(
                Reason.UNKNOWN,
                "There is no saved link of this name.",
                "Check the address; its letters are told apart by case.");
    }

    /**
     * All links of a key, newest first, with those that expired or were revoked.
     *
     * @throws LinkException where the key has none
     */
    public List<SavedLink> mine(OwnerKey key) {
        List<SavedLink> links = store.ofOwner(key.hash());
        if (links.isEmpty()) {
            throw OwnerKey.unknown();
        }
        return links;
    }

    /**
     * One link of a key, in whatever state.
     *
     * @throws LinkException where there is none of that id, the key has no links, or this one is someone else's
     */
    public SavedLink mine(String id, OwnerKey key) {
        mine(key);
        SavedLink link =
                (SavedLink.isId(id) ? store.link(id) : Optional.<SavedLink>empty()).orElseThrow(() -> unknown(id));
        if (!link.owner().equals(key.hash())) {
            throw new LinkException(
                    Reason.NOT_YOURS,
                    "This link was saved with another key.",
                    "Only its owner can change it; enter that key, or ask its owner.");
        }
        return link;
    }

    /**
     * Gives a link another title, note and expiry. The numbers stay, and so does the lock.
     *
     * @throws LinkException as for {@link #mine(String, OwnerKey)}
     * @throws InputException where the expiry is past
     */
    public SavedLink edit(String id, OwnerKey key, String title, String note, Optional<Instant> expires) {
        SavedLink link = mine(id, key);
        LinkTerms terms = new LinkTerms(title, note, expires, link.terms().locked());
        if (!terms.expires().equals(link.terms().expires())) {
            requireLater(terms);
        }
        store.edit(id, terms, clock.instant());
        return mine(id, key);
    }

    /**
     * Takes a link back, for good. Once more changes nothing.
     *
     * @throws LinkException as for {@link #mine(String, OwnerKey)}
     */
    public SavedLink revoke(String id, OwnerKey key) {
        mine(id, key);
        store.revoke(id, clock.instant());
        return mine(id, key);
    }

    /** Closes the database. */
    @Override
    public void close() {
        store.close();
    }
}
