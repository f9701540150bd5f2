package org.deepdive.estimate;

/** A mark beside a number, as UK statistics print them. */
public enum Flag {
    /** Suppressed to protect confidentiality. */
    SUPPRESSED("[c]", "suppressed to protect confidentiality"),
    /** Unreliable: too small an effective base, or too wide an interval. */
    UNRELIABLE("[u]", "unreliable: a small effective base, or a wide or missing interval"),
    /** The unweighted base is under 100. */
    LOW_BASE("[low]", "base under 100"),
    /** No interval or no estimate exists. */
    NOT_AVAILABLE("[x]", "not available");

    private final String mark;
    private final String meaning;

    Flag(String mark, String meaning) {
        this.mark = mark;
        this.meaning = meaning;
    }

    /** The mark, such as {@code [c]}. */
    public String mark() {
        return mark;
    }

    /** The mark in words. */
    public String meaning() {
        return meaning;
    }
}
