package org.deepdive.disclosure;

/**
 * A result that passed the disclosure rules, with whatever they withhold already gone from it.
 *
 * <p>Only {@link Gate} makes one, so that whoever accepts nothing else cannot leak a respondent.
 *
 * @param <T> the kind of result
 */
public final class Cleared<T> {

    private final T value;
    private final Audience audience;

    Cleared(T value, Audience audience) {
        this.value = value;
        this.audience = audience;
    }

    /** The result, free to show. */
    public T value() {
        return value;
    }

    /** Whom it was cleared for. */
    public Audience audience() {
        return audience;
    }
}
