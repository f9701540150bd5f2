package org.deepdive.study;

/**
 * One answer of a question.
 *
 * @param code the name used in data, queries and URLs; letters, digits and underscores
 * @param label the answer in words, as tables and plots show it
 * @param status whether it is an answer, a don't know or a refusal
 */
public record Category(String code, String label, Status status) {

    /** What kind of answer a category is; measures say which kinds their base holds. */
    public enum Status {
        /** A substantive answer. */
        VALID,
        /** "Don't know": in the base unless a measure excludes it. */
        DONT_KNOW,
        /** "Prefer not to say". */
        REFUSED
    }

    /** That of the code, which keeps it: categories are the keys of many tables. */
    @Override
    public int hashCode() {
        return code.hashCode();
    }
}
